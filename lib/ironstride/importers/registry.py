"""Which sources there are, and which of them a file comes from: told by its content alone."""

from ironstride.importers import (
    fitbod,
    fitnotes,
    fitnotes_ios,
    garmin,
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
FILE_IMPORTERS: tuple[FileImporter, ...] = (jefit,)

NAMES: dict[str, str] = {
    **{importer.SOURCE: importer.NAME for importer in IMPORTERS},
    **{importer.SOURCE: importer.NAME for importer in FILE_IMPORTERS},
    mapped.SOURCE: mapped.NAME,
}


def read_file(name: str, data: bytes, choices: Choices) -> Reading:
    """Return what a file says; `name` only serves to call it by its name.

    Raises:
        UnreadableFile: it holds no table.
        UnknownTable: it holds a table of no source that is known, and no mapping was chosen.
    """
    try:
        for whole in FILE_IMPORTERS:
            if whole.recognises_file(data):
                return whole.read_file(data, choices)
        table = read_table(data)
        for importer in IMPORTERS:
            if importer.recognises(table):
                return importer.read(table, choices)
        if choices.mapping is not None:
            return mapped.read(table, choices)
    except UnreadableFile as error:
        raise UnreadableFile(f"{name}: {error}") from None
    known = ", ".join(name for source, name in NAMES.items() if source != mapped.SOURCE)
    raise UnknownTable(
        f"{name}: the table comes from no source that can be read yet ({known})", table
    )
