"""Liftosaur's history: one row a set, times in UTC, a unit in each row."""

from datetime import datetime

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped
from ironstride.importers.cells import Cells, columns_of
from ironstride.importers.keys import made_key, settled
from ironstride.importers.lifts import (
    NOT_DONE,
    Head,
    Log,
    SetRow,
    notes_of,
    read_log,
    weight_question,
)
from ironstride.importers.moments import Moments, is_moment, local, zone_question
from ironstride.importers.origins import origins, utc_in
from ironstride.importers.table import Row, Table
from ironstride.importers.text import clip, fold, is_missing
from ironstride.units import WeightUnit

SOURCE = "liftosaur-csv"
NAME = "Liftosaur history CSV"

_HEADERS = {
    "start": ("Workout DateTime",),
    "program": ("Program",),
    "day": ("Day Name",),
    "exercise": ("Exercise",),
    "equipment": ("Equipment",),
    "warmup": ("Is Warmup Set?",),
    "reps": ("Completed Reps",),
    "rpe": ("Completed RPE", "RPE"),
    "done_weight": ("Completed Weight Value",),
    "done_unit": ("Completed Weight Unit",),
    "weight": ("Required Weight Value", "Weight Value"),
    "unit": ("Required Weight Unit", "Weight Unit"),
    "time": ("Completed Reps Time",),
    "notes": ("Notes",),
}
_MEASURES = ("reps", "rpe", "done_weight", "weight")
_UNITS: dict[str, WeightUnit] = {"kg": "kg", "lb": "lb", "lbs": "lb"}


def recognises(table: Table) -> bool:
    """Tell whether a table is Liftosaur's, by its header."""
    return columns_of(table, _HEADERS).keys() >= {"start", "exercise", "warmup", "reps"}


def read(table: Table, choices: Choices) -> Reading:
    """Return what Liftosaur's history says: UTC made local, completed reps and weights [kg]."""
    reader = _Reader(table, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    made, rejected, left_out = read_log(table.rows, log)
    return Reading(
        SOURCE,
        settled(made, left_out),
        (*table.rejected, *rejected),
        dict(left_out),
        (
            *(() if choices.zone or not made else (zone_question("Liftosaur"),)),
            *(weight_question("Liftosaur", made) if reader.met_open else ()),
        ),
        origins(table, reader.cells.at, reader.read_as()),
    )


class _Reader:
    """Reads rows by what the whole file shows: columns, decimal sign."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, _HEADERS, _MEASURES)
        self.zone = choices.zone
        self.chosen = choices.weight_unit
        self.met_open = False
        at = self.cells.at
        self.moments = Moments.of({*table.column(at["start"]), *table.column(at.get("time"))})

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        spare = ", where none is completed" if "done_weight" in self.cells.at else ""
        return [
            ("start", "start", utc_in(self.zone)),
            ("time", "end", "UTC"),
            ("exercise", "exercise", ""),
            ("equipment", "equipment of the exercise", ""),
            ("done_weight", "weight", "as each row says"),
            ("done_unit", "unit of the weight", ""),
            ("weight", f"weight{spare}", "as each row says"),
            ("unit", f"unit of the weight{spare}", ""),
            ("reps", "reps", ""),
            ("rpe", "RPE", ""),
            ("warmup", "warm-up", ""),
            ("program", "title", ""),
            ("day", "title", ""),
            ("notes", "notes", ""),
        ]

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart."""
        return tuple(self.cells.text(row, name) for name in ("start", "program", "day"))

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share."""
        utc = self.moments.read(self.cells.text(rows[0], "start"))
        started_at, offset = local(utc, self.zone)
        named = (self.cells.text(rows[0], name) for name in ("program", "day"))
        title = ": ".join(name for name in named if name)
        remarks = [(self.exercise(row), self.cells.text(row, "notes")) for row in rows]
        return Head(
            key=made_key(f"{utc.isoformat(timespec='seconds')}Z", title),
            started_at=started_at,
            title=title,
            notes=notes_of("", remarks),
            duration_s=self.duration_s(rows, utc),
            utc_offset_min=offset,
        )

    def duration_s(self, rows: list[Row], started: datetime) -> float | None:
        """Return the time from the start to the last set that was done [s]."""
        written = [self.cells.text(row, "time") for row in rows]
        ends = [self.moments.read(cell) for cell in written if is_moment(cell)]
        return (max(ends) - started).total_seconds() if ends else None

    def exercise(self, row: Row) -> str:
        """Return an exercise with its equipment, where the layout of old writes it apart."""
        name, equipment = self.cells.text(row, "exercise"), self.cells.text(row, "equipment")
        return f"{name} ({equipment})" if name and equipment else name

    def set_row(self, row: Row, dropped: Dropped) -> SetRow | None:
        """Return what was done of a row's set, or None; "as many as possible" is a working set."""
        if is_missing(self.cells.text(row, "reps")):
            dropped[NOT_DONE] += 1
            return None
        return SetRow(
            exercise=self.exercise(row),
            set_type="warmup" if fold(self.cells.text(row, "warmup")) in ("1", "true") else "work",
            load_kg=self.load_kg(row),
            reps=self.cells.exact(row, "reps"),
            rpe=self.cells.exact(row, "rpe"),
        )

    def load_kg(self, row: Row) -> float | None:
        """Return the weight that was moved [kg], or the one asked for where none is written."""
        for value, unit in (("done_weight", "done_unit"), ("weight", "unit")):
            if not is_missing(self.cells.text(row, value)):
                weight = self.cells.number(row, value)
                return weight and units.kilograms(weight, self.unit_of(self.cells.text(row, unit)))
        return None

    def unit_of(self, cell: str) -> WeightUnit:
        """Return the unit that a row states, else the one chosen, else kilograms.

        Raises:
            ValueError: the row states a unit that nobody can convert.
        """
        if not is_missing(cell) and fold(cell) not in _UNITS:
            raise ValueError(f"weight unit must be kg or lb, got {clip(cell, 40)!r}")
        stated = _UNITS.get(fold(cell)) or self.chosen
        self.met_open |= stated is None
        return stated or "kg"
