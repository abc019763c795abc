"""Where Strava keeps what: counted from the column of file names, else by header texts."""

import re

from ironstride.importers.table import Table
from ironstride.importers.text import read_number

Columns = dict[str, int]

_FILE = re.compile(r"activities/[^/]+\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)

# The first seven columns have stood in this order since 2018, in every language.
_FIRST = {"id": 0, "date": 1, "title": 2, "type": 3, "notes": 4, "first_elapsed": 5}
_FROM_FILE = {
    "elapsed": 3, "moving": 4, "distance": 5, "gain": 8, "cadence": 17, "max_hr": 18,
    "avg_hr": 19, "device_temperature": 24,
}  # fmt: skip
_BY_NAME: dict[str, tuple[str, ...]] = {
    "exertion": ("Perceived Exertion",),
    "weather": ("Weather Temperature",),
    "competition": ("Competition",),
    "long_run": ("Long Run",),
}
_ALL_BY_NAME = _BY_NAME | {
    "id": (
        "Activity ID", "id", "Aktivitäts-ID", "Activiteits-ID", "Id. de actividad",
        "ID de l'activité",
    ),
    "date": (
        "Activity Date", "date", "Aktivitätsdatum", "Datum van activiteit",
        "Fecha de la actividad", "Date de l'activité",
    ),
    "title": (
        "Activity Name", "name", "Name der Aktivität", "Naam activiteit",
        "Nombre de la actividad", "Nom de l'activité",
    ),
    "type": (
        "Activity Type", "type", "Aktivitätsart", "Activiteitstype", "Tipo de actividad",
        "Type d'activité",
    ),
    "notes": ("Activity Description", "description"),
    "first_elapsed": ("Elapsed Time", "elapsed_time", "Verstrichene Zeit", "Temps écoulé"),
    "moving": ("Moving Time", "Durée de déplacement"),
    "gain": ("Elevation Gain", "Dénivelé positif"),
    "cadence": ("Average Cadence",),
    "avg_hr": ("Average Heart Rate",),
    "max_hr": ("Max Heart Rate",),
    "device_temperature": ("Average Temperature",),
}  # fmt: skip


def columns_of(table: Table) -> Columns | None:
    """Return where each thing Strava writes stands, or None when the table is not Strava's."""
    file_at = _file_column(table)
    for anchor in (file_at, _second_elapsed(table)):
        if anchor is not None and _agrees(table, anchor):
            counted = {name: anchor + offset for name, offset in _FROM_FILE.items()}
            return _FIRST | counted | _named(table, _BY_NAME)
    named = _named(table, _ALL_BY_NAME) | _distance(table)
    return named if named.keys() >= {"id", "date", "type", "first_elapsed"} else None


def _file_column(table: Table) -> int | None:
    """Return the column that holds the names of recordings, by the first row that has one."""
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            if _FILE.fullmatch(cell.strip()):
                return at
    return None


def _second_elapsed(table: Table) -> int | None:
    """Return where the file names would stand when no row has one: 3 before the second time."""
    if len(table.header) <= 5:
        return None
    second = table.find(table.header[5], nth=2)
    return None if second is None else second - 3


def _agrees(table: Table, anchor: int) -> bool:
    """Tell whether the time counted from the anchor is the one in the sixth column."""
    if not 6 <= anchor < len(table.header) - max(_FROM_FILE.values()):
        return False
    pairs = [(_value(row.cells[5]), _value(row.cells[anchor + 3])) for row in table.rows]
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    equal = sum(abs(one - other) <= 1 for one, other in both)
    return bool(both) and equal >= 0.8 * len(both)


def _value(cell: str) -> float | None:
    try:
        return read_number(cell.strip().removesuffix(",0"))
    except ValueError:
        return None


def _named(table: Table, names: dict[str, tuple[str, ...]]) -> Columns:
    found = {name: table.find(*texts) for name, texts in names.items()}
    return {name: at for name, at in found.items() if at is not None}


def _distance(table: Table) -> Columns:
    """Return the column in metres: the second, or the only one (small letters, to 2019)."""
    second = table.find("Distance", nth=2)
    again = table.find("Distance.1") if second is None else second
    if again is not None:
        return {"distance": again}
    only = table.find("Distance")
    if only is None:
        return {}
    return {"distance" if table.header[only] == "distance" else "first_distance": only}
