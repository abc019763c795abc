"""What Jefit's backup says beside its logs: the unit, when sessions started, what was noted."""

from ironstride.importers.cells import Cells
from ironstride.importers.table import Table
from ironstride.importers.text import fold
from ironstride.importers.unit_words import weight_unit
from ironstride.units import WeightUnit

# Backups exist whose starts stand in a column of a misspelt name.
_SESSION_HEADERS = {
    "id": ("_id",),
    "start": ("starttime",),
    "misspelt": ("starttimie",),
    "seconds": ("total_time",),
}
_NOTE_HEADERS = {"day": ("mydate",), "exercise": ("title",), "note": ("mynote",)}


def account_unit(setting: Table | None) -> WeightUnit | None:
    """Return the unit of the account, which all logs are written in, or None."""
    masses = setting.column(setting.find("mass")) if setting is not None else []
    return next(filter(None, map(weight_unit, masses)), None)


def sessions_of(table: Table | None) -> dict[str, tuple[str, str]]:
    """Return the start [Unix s] and the length [s] of each session, as written, by its number."""
    if table is None:
        return {}
    cells = Cells(table, _SESSION_HEADERS, ())
    return {
        cells.text(row, "id"): (
            cells.text(row, "start") or cells.text(row, "misspelt"),
            cells.text(row, "seconds"),
        )
        for row in table.rows
    }


def noted(table: Table | None) -> dict[tuple[str, str], str]:
    """Return what was noted, by day and folded exercise."""
    if table is None:
        return {}
    cells = Cells(table, _NOTE_HEADERS, ())
    return {
        (cells.text(row, "day"), fold(cells.text(row, "exercise"))): cells.text(row, "note")
        for row in table.rows
    }
