"""Hevy's workout export: English headers, month words of any language, kg or lb in the header."""

from datetime import datetime

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped, numbered
from ironstride.importers.lifts import Head, Log, SetRow, notes_of, read_log
from ironstride.importers.moments import Moments
from ironstride.importers.table import Row, Table
from ironstride.importers.text import decimal_sign, fold, is_missing, read_number
from ironstride.records import SetType
from ironstride.units import WeightUnit

SOURCE = "hevy-csv"
NAME = "Hevy workouts.csv"

_NEEDED = ("title", "start_time", "exercise_title", "set_type", "reps")
_WEIGHTS: dict[str, WeightUnit] = {"weight_kg": "kg", "weight_lbs": "lb"}
_SET_TYPES: dict[str, SetType] = {
    "normal": "work", "warmup": "warmup", "dropset": "drop", "failure": "failure",
}  # fmt: skip


def recognises(table: Table) -> bool:
    """Tell whether a table is Hevy's, by its header, which is English in every language."""
    return all(table.find(name) is not None for name in _NEEDED)


def read(table: Table, _choices: Choices) -> Reading:
    """Return what Hevy's list says; its unit stands in the header, so nothing is asked."""
    reader = _Reader(table)
    log = Log(reader.group, reader.head, reader.set_row)
    made, rejected, left_out = read_log(table.rows, log)
    return Reading(SOURCE, tuple(numbered(made)), (*table.rejected, *rejected), dict(left_out))


class _Reader:
    """Reads rows by what the whole file shows: columns, unit, decimal sign, month words."""

    def __init__(self, table: Table) -> None:
        self.at = {fold(name): at for at, name in enumerate(table.header)}
        self.weight = next((name for name in _WEIGHTS if name in self.at), "weight_kg")
        starts, ends = (table.column(self.at.get(name)) for name in ("start_time", "end_time"))
        self.moments = Moments.of({*starts, *ends})
        measured = (self.weight, "reps", "distance_km", "distance_miles", "rpe")
        cells = (cell for name in measured for cell in table.column(self.at.get(name)))
        self.decimal = decimal_sign(cells)

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart."""
        return tuple(self.text(row, name) for name in ("title", "start_time", "end_time"))

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share; Hevy writes minutes, so two may look alike."""
        first = rows[0]
        started_at = self.moments.read(self.text(first, "start_time"))
        title = self.text(first, "title")
        remarks = [(self.text(r, "exercise_title"), self.text(r, "exercise_notes")) for r in rows]
        return Head(
            key=f"{started_at.isoformat(timespec='minutes')} {title.strip()}",
            started_at=started_at,
            title=title,
            notes=notes_of(self.text(first, "description"), remarks),
            duration_s=self.duration_s(first, started_at),
        )

    def duration_s(self, row: Row, started_at: datetime) -> float | None:
        """Return the time between start and end [s], or None when the end is missing."""
        ended = self.text(row, "end_time")
        if is_missing(ended):
            return None
        return (self.moments.read(ended) - started_at).total_seconds()

    def set_row(self, row: Row, _dropped: Dropped) -> SetRow:
        """Return what a row says; an unknown set type is a working set."""
        weight = self.number(row, self.weight)
        return SetRow(
            exercise=self.text(row, "exercise_title"),
            set_type=_SET_TYPES.get(fold(self.text(row, "set_type")), "work"),
            load_kg=units.kilograms(weight, _WEIGHTS[self.weight]) if weight else weight,
            reps=self.number(row, "reps"),
            seconds=self.number(row, "duration_seconds"),
            distance=self.number(row, "distance_km") or self.number(row, "distance_miles"),
            rpe=self.number(row, "rpe"),
        )

    def number(self, row: Row, name: str) -> float | None:
        """Return a number of a row, or None when it is missing."""
        return read_number(self.text(row, name), self.decimal)

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a column, empty where the layout has none."""
        at = self.at.get(name)
        return "" if at is None else row.cells[at]
