"""Liftosaur's history: one row a set, times in UTC, a unit in each row."""

from datetime import datetime

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped
from ironstride.importers.cells import Cells, columns_of
from ironstride.importers.keys import made_key
from ironstride.importers.lifts import (
    NOT_DONE,
    Head,
    Log,
    SetRow,
    length_of,
    notes_of,
    read_log,
)
from ironstride.importers.moments import Moments, is_moment, local
from ironstride.importers.origins import origins, utc_in
from ironstride.importers.questions import weight_question, zone_question
from ironstride.importers.readings import reading_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import clip, is_missing, is_yes
from ironstride.importers.unit_words import weight_unit
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


def recognises(table: Table) -> bool:
    """Tell whether a table is Liftosaur's, by its header."""
    return columns_of(table, _HEADERS).keys() >= {"start", "exercise", "warmup", "reps"}


def read(table: Table, choices: Choices) -> Reading:
    """Return what Liftosaur's history says: UTC made local, completed reps and weights [kg]."""
    reader = _Reader(table, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    said = read_log(table.rows, log)
    questions = (
        *zone_question("Liftosaur", said.made, choices),
        *reader.moments.questions(),
        *(weight_question("Liftosaur", said.made) if reader.met_open else ()),
    )
    read_from = origins(table, reader.cells.at, reader.read_as())
    return reading_of(SOURCE, table, said, questions, read_from)


class _Reader:
    """Reads rows by what the whole file shows: columns, decimal sign."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, _HEADERS, _MEASURES)
        self.zone = choices.zone
        self.chosen = choices.weight_unit
        self.met_open = False
        at = self.cells.at
        moments = {*table.column(at["start"]), *table.column(at.get("time"))}
        self.moments = Moments.of(moments, choices.date_order)

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
        duration_s, unread = length_of(lambda: self.seconds(rows, utc))
        remarks = [(self.exercise(row), self.cells.text(row, "notes")) for row in rows]
        return Head(
            key=made_key(f"{utc.isoformat(timespec='seconds')}Z", title),
            started_at=started_at,
            title=title,
            notes=notes_of("", remarks),
            duration_s=duration_s,
            utc_offset_min=offset,
            left_out=unread,
        )

    def seconds(self, rows: list[Row], started: datetime) -> float | None:
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
            set_type="warmup" if is_yes(self.cells.text(row, "warmup")) else "work",
            load_kg=self.load_kg(row),
            reps=self.cells.exact(row, "reps"),
            rpe=self.cells.side(row, "rpe", "rpe", dropped),
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
        said = weight_unit(cell)
        if said is None and not is_missing(cell):
            raise ValueError(f"weight unit must be kg or lb, got {clip(cell, 40)!r}")
        stated = said or self.chosen
        self.met_open |= stated is None
        return stated or "kg"
