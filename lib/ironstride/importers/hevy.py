"""Hevy's workout export: English headers, month words of any language, kg or lb in the header."""

from datetime import datetime
from functools import lru_cache, partial
from typing import NamedTuple

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped
from ironstride.importers.keys import made_key, settled
from ironstride.importers.lifts import (
    NO_DURATION,
    RECENT,
    Head,
    Log,
    SetRow,
    notes_of,
    picker,
    read_log,
)
from ironstride.importers.moments import Moments
from ironstride.importers.origins import origins
from ironstride.importers.table import Row, Table
from ironstride.importers.text import decimal_sign, fold, is_missing, read_number
from ironstride.records import SetType
from ironstride.units import DistanceUnit, WeightUnit

SOURCE = "hevy-csv"
NAME = "Hevy workouts.csv"

_NEEDED = ("title", "start_time", "exercise_title", "set_type", "reps")
_MEASURES = ("weight_kg", "weight_lbs", "reps", "distance_km", "distance_miles", "rpe")
_SET_TYPES: dict[str, SetType] = {
    "normal": "work", "warmup": "warmup", "dropset": "drop", "failure": "failure",
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
    made, rejected, left_out = read_log(table.rows, log)
    return Reading(
        SOURCE,
        settled(made, left_out),
        (*table.rejected, *rejected),
        dict(left_out),
        tuple(reader.moments.questions()),
        origins(table, reader.at, _READ_AS),
    )


class _Reader:
    """Reads rows by what the whole file shows: columns, decimal sign, month words.

    Equal cells are read once: a log repeats its sets.
    """

    def __init__(self, table: Table, choices: Choices) -> None:
        self.at = {fold(name): at for at, name in reversed([*enumerate(table.header)])}
        starts, ends = (table.column(self.at.get(name)) for name in ("start_time", "end_time"))
        self.moments = Moments.of({*starts, *ends}, choices.date_order)
        cells = (cell for name in _MEASURES for cell in table.column(self.at.get(name)))
        self.number = lru_cache(RECENT)(partial(read_number, decimal=decimal_sign(cells)))
        self.group = picker(table, self.at, ("title", "start_time", "end_time"))
        self.cells = picker(table, self.at, _Cells._fields)
        self.said = lru_cache(RECENT)(self._said)

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share; Hevy writes minutes, so two may look alike."""
        first = rows[0]
        started_at = self.moments.read(self.text(first, "start_time"))
        title = self.text(first, "title")
        remarks = [(self.text(r, "exercise_title"), self.text(r, "exercise_notes")) for r in rows]
        duration_s, unread = self.duration(first, started_at)
        return Head(
            key=made_key(started_at.isoformat(timespec="minutes"), title.strip()),
            started_at=started_at,
            title=title,
            notes=notes_of(self.text(first, "description"), remarks),
            duration_s=duration_s,
            left_out=(NO_DURATION,) if unread else (),
        )

    def duration(self, row: Row, started_at: datetime) -> tuple[float | None, bool]:
        """Return the time to the end of a workout [s], and whether there is none to be read."""
        ended = self.text(row, "end_time")
        if is_missing(ended):
            return None, False
        try:
            seconds = (self.moments.read(ended) - started_at).total_seconds()
        except ValueError:
            return None, True
        return seconds, seconds < 0

    def set_row(self, row: Row, _dropped: Dropped) -> SetRow:
        """Return what a row says."""
        return self.said(self.cells(row))

    def _said(self, cells: tuple[str, ...]) -> SetRow:
        """Return a set in kilograms, metres and seconds; an unknown set type is a working set."""
        one = _Cells(*cells)
        return SetRow(
            exercise=one.exercise_title,
            set_type=_SET_TYPES.get(fold(one.set_type), "work"),
            load_kg=self.load_kg((one.weight_kg, "kg"), (one.weight_lbs, "lb")),
            reps=self.number(one.reps),
            seconds=self.number(one.duration_seconds),
            distance_m=self.distance_m((one.distance_km, "km"), (one.distance_miles, "mi")),
            rpe=self.number(one.rpe),
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
