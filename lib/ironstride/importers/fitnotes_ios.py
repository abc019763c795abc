"""FitNotes for iOS: the layout with start and end in UTC, and FitNotes 2, which writes days."""

from datetime import datetime

from ironstride import units
from ironstride.importers import fitnotes
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
from ironstride.importers.moments import Moments, local
from ironstride.importers.origins import origins, utc_in
from ironstride.importers.questions import weight_question, zone_question
from ironstride.importers.readings import reading_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import fold, is_missing, is_yes, read_clock
from ironstride.records import SetType

SOURCE = "fitnotes-ios-csv"
NAME = "FitNotes export (iOS)"

_HEADERS = {
    "start": ("StartTime",),
    "end": ("EndTime",),
    "exercise": ("Exercise",),
    "equipment": ("Equipment",),
    "weight": ("Weight",),
    "reps": ("Reps",),
    "time": ("Time",),
    "distance": ("Distance",),
    "rpe": ("RPE",),
    "rir": ("RIR",),
    "warmup": ("IsWarmup",),
    "status": ("Status",),
    "title": ("Name",),
    "notes": ("Note",),
}
_NEEDED = {"start", "exercise", "weight", "reps", "status"}
_MEASURES = ("weight", "reps", "distance", "rpe", "rir")
_NO_EQUIPMENT = ("", "bodyweight", "body weight", "none", "other")


def recognises(table: Table) -> bool:
    """Tell whether a table is FitNotes' from iOS, by the header of either app."""
    return columns_of(table, _HEADERS).keys() >= _NEEDED or _is_of_days(table)


def read(table: Table, choices: Choices) -> Reading:
    """Return what FitNotes' list says: UTC made local, or days; kilograms until told pounds."""
    if _is_of_days(table):
        return fitnotes.read_days(SOURCE, table, choices)
    reader = _Reader(table, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    said = read_log(table.rows, log)
    questions = (
        *zone_question("FitNotes", said.made, choices),
        *reader.moments.questions(),
        *(() if reader.unit else weight_question("FitNotes", said.made)),
    )
    read_from = origins(table, reader.cells.at, reader.read_as())
    return reading_of(SOURCE, table, said, questions, read_from)


def _is_of_days(table: Table) -> bool:
    needed = {"day", "exercise", "kg", "lb", "reps", "kind"}
    return columns_of(table, fitnotes.HEADERS).keys() >= needed


class _Reader:
    """Reads rows by what the whole file shows: unit, decimal sign, shape of its dates."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, _HEADERS, _MEASURES)
        self.zone = choices.zone
        self.unit = choices.weight_unit
        at = self.cells.at
        moments = {*table.column(at["start"]), *table.column(at.get("end"))}
        self.moments = Moments.of(moments, choices.date_order)

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        return [
            ("start", "start", utc_in(self.zone)),
            ("end", "end", "UTC"),
            ("exercise", "exercise", ""),
            ("equipment", "equipment of the exercise", ""),
            ("weight", "weight", self.unit or "kg"),
            ("reps", "reps", ""),
            ("time", "hold", "h:mm:ss"),
            ("rpe", "RPE", ""),
            ("rir", "reps in reserve", ""),
            ("warmup", "warm-up", ""),
            ("status", "whether it was done", ""),
            ("title", "title", ""),
            ("notes", "notes", ""),
        ]

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart."""
        return self.cells.text(row, "start"), self.cells.text(row, "title")

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share."""
        utc = self.moments.read(self.cells.text(rows[0], "start"))
        started_at, offset = local(utc, self.zone)
        title = self.cells.text(rows[0], "title")
        duration_s, unread = length_of(lambda: self.seconds(rows[0], utc))
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

    def seconds(self, row: Row, started: datetime) -> float | None:
        """Return the time between start and end [s], or None when the end is missing."""
        ended = self.cells.text(row, "end")
        return None if is_missing(ended) else (self.moments.read(ended) - started).total_seconds()

    def exercise(self, row: Row) -> str:
        """Return an exercise with its equipment, which tells two of one name apart."""
        name, equipment = self.cells.text(row, "exercise"), self.cells.text(row, "equipment")
        if not name or fold(equipment) in _NO_EQUIPMENT or fold(equipment) in fold(name):
            return name
        return f"{name} ({equipment})"

    def set_row(self, row: Row, dropped: Dropped) -> SetRow | None:
        """Return what a row says, or None for a set that was planned and not done."""
        if fold(self.cells.text(row, "status")) == "notstarted":
            dropped[NOT_DONE] += 1
            return None
        weight, reps = self.cells.number(row, "weight"), self.cells.exact(row, "reps")
        seconds = read_clock(self.cells.text(row, "time")) or None
        # A hold is written as one rep of some seconds.
        is_hold = seconds is not None and reps == 1 and not weight
        return SetRow(
            exercise=self.exercise(row),
            set_type=self.set_type(row),
            load_kg=weight and units.kilograms(weight, self.unit or "kg"),
            reps=None if is_hold else reps,
            seconds=seconds,
            distance=self.cells.exact(row, "distance"),
            rpe=self.rpe(row, dropped),
        )

    def set_type(self, row: Row) -> SetType:
        """Return a warm-up, a set that failed, or a working set."""
        if is_yes(self.cells.text(row, "warmup")):
            return "warmup"
        return "failure" if fold(self.cells.text(row, "status")) == "failed" else "work"

    def rpe(self, row: Row, dropped: Dropped) -> float | None:
        """Return a set's RPE; reps in reserve say the same, counted from 10 down."""
        reserve = self.cells.side(row, "rir", "rir", dropped)
        rpe = self.cells.side(row, "rpe", "rpe", dropped)
        return rpe if reserve is None else 10 - reserve
