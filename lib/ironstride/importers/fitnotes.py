"""FitNotes for Android: days without a time, one workout a day, a unit in header or row."""

import re

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped
from ironstride.importers.cells import Cells, columns_of
from ironstride.importers.keys import made_key
from ironstride.importers.lifts import Head, Log, SetRow, notes_of, read_log
from ironstride.importers.moments import Moments
from ironstride.importers.origins import origins
from ironstride.importers.questions import weight_question
from ironstride.importers.readings import reading_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import fold, read_clock
from ironstride.importers.unit_words import weight_unit
from ironstride.units import WeightUnit

SOURCE = "fitnotes-csv"
NAME = "FitNotes export (Android)"

HEADERS = {
    "day": ("Date",),
    "exercise": ("Exercise",),
    "category": ("Category",),
    "kg": ("Weight (kg)", "Weight (kgs)"),
    "lb": ("Weight (lb)", "Weight (lbs)"),
    "weight": ("Weight",),
    "weight_unit": ("Weight Unit",),
    "reps": ("Reps",),
    "time": ("Time",),
    "distance": ("Distance",),
    "distance_unit": ("Distance Unit",),
    "comment": ("Comment", "Comments", "Notes"),
    "kind": ("Kind",),
}
_WRITTEN: tuple[WeightUnit, ...] = ("kg", "lb")
_NEEDED = {"day", "exercise", "category", "reps", "distance_unit"}
_METRES = {
    "m": 1.0, "km": 1000.0, "cm": 0.01, "in": 0.0254, "ft": units.METRES_PER_FOOT, "yd": 0.9144,
    "mi": units.METRES_PER_MILE,
}  # fmt: skip


def recognises(table: Table) -> bool:
    """Tell whether a table is FitNotes' from Android, by its header."""
    found = columns_of(table, HEADERS).keys()
    return found >= _NEEDED and bool(found & {"kg", "lb", "weight"}) and "kind" not in found


def read(table: Table, choices: Choices) -> Reading:
    """Return what FitNotes' list says: days, weights as header or row state them, holds [s]."""
    return read_days(SOURCE, table, choices)


def read_days(source: str, table: Table, choices: Choices) -> Reading:
    """Return the workouts of a list of sets that writes days: one workout a day."""
    reader = _Reader(table, choices)
    said = read_log(table.rows, Log(reader.group, reader.head, reader.set_row))
    is_open = any(map(reader.is_open, table.rows))
    questions = (
        *reader.moments.questions(),
        *(weight_question("FitNotes", said.made) if is_open else ()),
    )
    read_from = origins(table, reader.cells.at, reader.read_as())
    return reading_of(source, table, said, questions, read_from)


class _Reader:
    """Reads rows by what the whole file shows: columns, unit, decimal sign."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, HEADERS, ("kg", "lb", "weight", "reps", "distance"))
        self.chosen = choices.weight_unit
        self.moments = Moments.of(table.column(self.cells.at["day"]), choices.date_order)

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        in_row = "weight_unit" in self.cells.at
        return [
            ("day", "start", "day only"),
            ("exercise", "exercise", ""),
            ("kg", "weight", "kg"),
            (
                "lb",
                "weight, where it has no kilograms" if "kg" in self.cells.at else "weight",
                "lb",
            ),
            ("weight", "weight", "as each row says" if in_row else self.chosen or "kg"),
            ("weight_unit", "unit of the weight", ""),
            ("reps", "reps", ""),
            ("time", "hold", "h:mm:ss"),
            ("distance", "distance of cardio", "as each row says"),
            ("comment", "notes", ""),
        ]

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart: the day."""
        return (self.cells.text(row, "day"),)

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a day share."""
        day = self.moments.read(self.cells.text(rows[0], "day"))
        remarks = [
            (self.cells.text(row, "exercise"), self.cells.text(row, "comment")) for row in rows
        ]
        return Head(
            key=made_key(f"{day:%Y-%m-%d}"),
            started_at=day.replace(hour=0, minute=0, second=0),
            title="",
            notes=notes_of("", remarks),
            time_known=False,
        )

    def set_row(self, row: Row, _dropped: Dropped) -> SetRow:
        """Return what a row says."""
        distance = self.cells.number(row, "distance")
        metres = _METRES.get(fold(self.cells.text(row, "distance_unit")))
        return SetRow(
            exercise=self.cells.text(row, "exercise"),
            load_kg=self.load_kg(row),
            reps=self.cells.exact(row, "reps"),
            seconds=read_clock(self.cells.text(row, "time")),
            distance=distance,
            distance_m=distance and metres and distance * metres,
        )

    def load_kg(self, row: Row) -> float | None:
        """Return a row's weight [kg]; where both units are written, they say the same."""
        for unit in _WRITTEN:
            written = self.cells.number(row, unit)
            if written:
                return units.kilograms(written, unit)
        weight = self.cells.number(row, "weight")
        return weight and units.kilograms(weight, self.unit_of(row) or self.chosen or "kg")

    def unit_of(self, row: Row) -> WeightUnit | None:
        """Return the unit that a row states."""
        return weight_unit(self.cells.text(row, "weight_unit"))

    def is_open(self, row: Row) -> bool:
        """Tell whether a row holds a weight whose unit nobody has said."""
        has_weight = bool(re.search("[1-9]", self.cells.text(row, "weight")))
        return has_weight and self.unit_of(row) is None and self.chosen is None
