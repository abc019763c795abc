"""Which sources there are, and which of them a file comes from: told by its content alone."""

from dataclasses import replace
from typing import BinaryIO

from ironstride.importers import (
    adidas,
    apple_health,
    fitbod,
    fitnotes,
    fitnotes_ios,
    garmin,
    garmin_account,
    hevy,
    intervals,
    jefit,
    liftosaur,
    mapmyrun,
    mapped,
    runkeeper,
    strava,
    strong,
    stronglifts,
    trainingpeaks,
)
from ironstride.importers.base import (
    Choices,
    FileImporter,
    Importer,
    Reading,
    UnknownTable,
    UnreadableFile,
)
from ironstride.importers.decoding import MAX_BYTES, NoSession, refuse_large, unpacked
from ironstride.importers.recordings import fit, gpx, tcx
from ironstride.importers.table import read_table

# Those told by their header come first: the others look at every row.
IMPORTERS: tuple[Importer, ...] = (
    hevy,
    strong,
    fitnotes,
    fitnotes_ios,
    stronglifts,
    fitbod,
    liftosaur,
    runkeeper,
    intervals,
    trainingpeaks,
    mapmyrun,
    strava,
    garmin,
)

# Those whose files are no single table are shown every file first, as bytes.
FILE_IMPORTERS: tuple[FileImporter, ...] = (
    jefit,
    fit,
    tcx,
    gpx,
    adidas,
    apple_health,
    garmin_account,
)

NAMES: dict[str, str] = {
    **{importer.SOURCE: importer.NAME for importer in IMPORTERS},
    **{importer.SOURCE: importer.NAME for importer in FILE_IMPORTERS},
    mapped.SOURCE: mapped.NAME,
}


# A file of these is one recording: it is known by its name to the list that names it.
RECORDINGS = frozenset([fit.SOURCE, tcx.SOURCE, gpx.SOURCE, adidas.SOURCE])


def read_open(name: str, file: BinaryIO, choices: Choices) -> Reading:
    """Return what an open file says, however large where it is one that is read as it comes in.

    Raises:
        UnreadableFile: it cannot be read, or is larger than its kind ever is.
        UnknownTable: it holds a table of no source that is known, and no mapping was chosen.
    """
    start = file.read(1 << 20)
    if not apple_health.recognises_file(start):
        return read_file(name, start + file.read(MAX_BYTES + 1 - len(start)), choices)
    try:
        return apple_health.read_open(start, file)
    except UnreadableFile as error:
        raise UnreadableFile(f"{name}: {error}") from None


def read_file(name: str, data: bytes, choices: Choices) -> Reading:
    """Return what a file says, a `.gz` unpacked; `name` only serves to call it by its name.

    Raises:
        UnreadableFile: it holds no table.
        UnknownTable: it holds a table of no source that is known, and no mapping was chosen.
    """
    try:
        data = unpacked(data)
        if not apple_health.recognises_file(data):
            refuse_large(data)
        for whole in FILE_IMPORTERS:
            if whole.recognises_file(data):
                return _named(whole.read_file(data, choices), name)
        table = read_table(data)
        for importer in IMPORTERS:
            if importer.recognises(table):
                return importer.read(table, choices)
        if choices.mapping is not None:
            return mapped.read(table, choices)
    except UnreadableFile as error:
        kind = NoSession if isinstance(error, NoSession) else UnreadableFile
        raise kind(f"{name}: {error}") from None
    known = ", ".join(name for source, name in NAMES.items() if source != mapped.SOURCE)
    raise UnknownTable(
        f"{name}: the table comes from no source that can be read yet ({known})", table
    )


def _named(reading: Reading, name: str) -> Reading:
    """Return the sessions of a recording with the name of its file."""
    if reading.source not in RECORDINGS:
        return reading
    sessions = tuple(replace(one, recording=one.recording or name) for one in reading.sessions)
    return replace(reading, sessions=sessions)
