"""Which sources there are, and which of them a file comes from: told by its content alone."""

from ironstride.importers import garmin, hevy, strava, strong
from ironstride.importers.base import Choices, Importer, Reading, UnknownTable, UnreadableFile
from ironstride.importers.table import read_table

# Those told by their header come first: the others look at every row.
IMPORTERS: tuple[Importer, ...] = (hevy, strong, strava, garmin)

NAMES: dict[str, str] = {importer.SOURCE: importer.NAME for importer in IMPORTERS}


def read_file(name: str, data: bytes, choices: Choices) -> Reading:
    """Return what a file says; `name` only serves to call it by its name.

    Raises:
        UnreadableFile: it holds no table.
        UnknownTable: it holds a table of no source that is known, and no mapping was chosen.
    """
    try:
        table = read_table(data)
        for importer in IMPORTERS:
            if importer.recognises(table):
                return importer.read(table, choices)
    except UnreadableFile as error:
        raise UnreadableFile(f"{name}: {error}") from None
    known = ", ".join(importer.NAME for importer in IMPORTERS)
    raise UnknownTable(
        f"{name}: the table comes from no source that can be read yet ({known})", table
    )
