"""Hevy's workout export: English headers, month words of any language, kg or lb in the header."""

from collections import Counter
from datetime import datetime
from functools import lru_cache, partial
from typing import NamedTuple

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped, side_number
from ironstride.importers.keys import made_key
from ironstride.importers.lifts import (
    RECENT,
    UNKNOWN_TYPE,
    Head,
    Log,
    SetRow,
    length_of,
    notes_of,
    picker,
    read_log,
)
from ironstride.importers.moments import Moments
from ironstride.importers.origins import origins
from ironstride.importers.readings import reading_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import decimal_sign, fold, is_missing, read_number
from ironstride.records import SetType
from ironstride.units import DistanceUnit, WeightUnit

SOURCE = "hevy-csv"
NAME = "Hevy workouts.csv"

_NEEDED = ("title", "start_time", "exercise_title", "set_type", "reps")
_MEASURES = ("weight_kg", "weight_lbs", "reps", "distance_km", "distance_miles", "rpe")
_SET_TYPES: dict[str, SetType] = {
    "": "work", "normal": "work", "warmup": "warmup", "dropset": "drop", "failure": "failure",
}  # fmt: skip
_READ_AS = (
    ("start_time", "start", "local time"),
    ("end_time", "end", "local time"),
    ("exercise_title", "exercise", ""),
    ("set_type", "set type", ""),
    ("weight_kg", "weight", "kg (header)"),
    ("weight_lbs", "weight", "lb (header)"),
    ("reps", "reps", ""),
    ("duration_seconds", "hold", "s"),
    ("rpe", "RPE", "reps in reserve, 10 - RPE"),
    ("title", "title", ""),
    ("description", "notes", ""),
    ("exercise_notes", "notes of an exercise", ""),
)


class _Cells(NamedTuple):
    """The cells that make a set."""

    exercise_title: str
    set_type: str
    weight_kg: str
    weight_lbs: str
    reps: str
    distance_km: str
    distance_miles: str
    duration_seconds: str
    rpe: str


def recognises(table: Table) -> bool:
    """Tell whether a table is Hevy's, by its header, which is English in every language."""
    return all(table.find(name) is not None for name in _NEEDED)


def read(table: Table, choices: Choices) -> Reading:
    """Return what Hevy's list says; its units stand in the header, so no unit is asked for.

    Doubled workouts are not looked for: `set_index` restarts with each block of an exercise, so
    two rounds of a circuit write equal rows.
    """
    reader = _Reader(table, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    said = read_log(table.rows, log)
    read_from = origins(table, reader.at, _READ_AS)
    return reading_of(SOURCE, table, said, reader.moments.questions(), read_from)


class _Reader:
    """Reads rows by what the whole file shows: columns, decimal sign, month words.

    Equal cells are read once: a log repeats its sets.
    """

    def __init__(self, table: Table, choices: Choices) -> None:
        self.at = {fold(name): at for at, name in reversed([*enumerate(table.header)])}
        starts, ends = (table.column(self.at.get(name)) for name in ("start_time", "end_time"))
        self.moments = Moments.of({*starts, *ends}, choices.date_order)
        cells = (cell for name in _MEASURES for cell in table.column(self.at.get(name)))
        self.decimal = decimal_sign(cells)
        self.number = lru_cache(RECENT)(partial(read_number, decimal=self.decimal))
        self.group = picker(table, self.at, ("title", "start_time", "end_time"))
        self.cells = picker(table, self.at, _Cells._fields)
        self.said = lru_cache(RECENT)(self._said)

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share; Hevy writes minutes, so two may look alike."""
        first = rows[0]
        started_at = self.moments.read(self.text(first, "start_time"))
        title = self.text(first, "title")
        remarks = [(self.text(r, "exercise_title"), self.text(r, "exercise_notes")) for r in rows]
        duration_s, unread = length_of(lambda: self.seconds(first, started_at))
        return Head(
            key=made_key(started_at.isoformat(timespec="minutes"), title.strip()),
            started_at=started_at,
            title=title,
            notes=notes_of(self.text(first, "description"), remarks),
            duration_s=duration_s,
            left_out=unread,
        )

    def seconds(self, row: Row, started_at: datetime) -> float | None:
        """Return the time to the end of a workout [s], or None when it has no end."""
        ended = self.text(row, "end_time")
        if is_missing(ended):
            return None
        return (self.moments.read(ended) - started_at).total_seconds()

    def set_row(self, row: Row, dropped: Dropped) -> SetRow:
        """Return what a row says."""
        said, reasons = self.said(self.cells(row))
        dropped.update(reasons)
        return said

    def _said(self, cells: tuple[str, ...]) -> tuple[SetRow, tuple[str, ...]]:
        one = _Cells(*cells)
        kind = _SET_TYPES.get(fold(one.set_type))
        lost: Dropped = Counter({UNKNOWN_TYPE: 1} if kind is None else {})
        return self.set_of(one, kind or "work", lost), tuple(lost)

    def set_of(self, one: _Cells, kind: SetType, lost: Dropped) -> SetRow:
        """Return a set in kilograms, metres and seconds."""
        return SetRow(
            exercise=one.exercise_title,
            set_type=kind,
            load_kg=self.load_kg((one.weight_kg, "kg"), (one.weight_lbs, "lb")),
            reps=self.number(one.reps),
            seconds=self.number(one.duration_seconds),
            distance_m=self.distance_m((one.distance_km, "km"), (one.distance_miles, "mi")),
            rpe=side_number(one.rpe, self.decimal, "rpe", lost),
        )

    def load_kg(self, *written: tuple[str, WeightUnit]) -> float | None:
        """Return the load [kg] of the unit that the row has one in."""
        loads = (units.kilograms(self.number(cell) or 0, unit) for cell, unit in written)
        return next(filter(None, loads), None)

    def distance_m(self, *written: tuple[str, DistanceUnit]) -> float | None:
        """Return the distance [m] of the unit that the row has one in."""
        distances = (units.metres(self.number(cell) or 0, unit) for cell, unit in written)
        return next(filter(None, distances), None)

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a column, empty where the layout has none."""
        at = self.at.get(name)
        return "" if at is None else row.cells[at]
