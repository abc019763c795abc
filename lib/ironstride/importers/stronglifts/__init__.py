"""StrongLifts 5×5: one row an exercise with its sets side by side, or one row a whole workout."""

import re

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped
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
from ironstride.importers.moments import Moments
from ironstride.importers.questions import weight_question
from ironstride.importers.readings import reading_of
from ironstride.importers.side_by_side import one_each
from ironstride.importers.stronglifts import columns
from ironstride.importers.stronglifts.columns import SETS, Sets
from ironstride.importers.table import Row, Table
from ironstride.importers.text import decimal_sign, fold, is_missing, read_number
from ironstride.units import WeightUnit

SOURCE = "stronglifts-csv"
NAME = "StrongLifts history"

_WEIGHED = re.compile(r"(.*\d)\s*(kgs?|lbs?)", re.IGNORECASE)


def recognises(table: Table) -> bool:
    """Tell whether a table is StrongLifts', by its columns of sets."""
    return columns.sets_of(table) is not None


def read(table: Table, choices: Choices) -> Reading:
    """Return what StrongLifts' list says: local starts, kilograms or pounds made [kg]."""
    sets = columns.sets_of(table)
    if sets is None:
        return Reading(SOURCE)
    reader = _Reader(one_each(sets.rows()), sets, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    said = read_log(reader.rows, log)
    questions = (
        *reader.moments.questions(),
        *(weight_question("StrongLifts", said.made) if reader.met_open else ()),
    )
    return reading_of(SOURCE, table, said, questions, sets.read_from())


class _Reader:
    """Reads rows of one set each, by what the whole file shows."""

    def __init__(self, rows: list[Row], sets: Sets, choices: Choices) -> None:
        self.rows = rows
        self.chosen = choices.weight_unit
        self.met_open = False
        self.moments = Moments.of(sets.dates(), choices.date_order)
        self.decimal = decimal_sign(_weighed(self.text(row, "weight"))[0] for row in rows)

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart."""
        return tuple(self.text(row, name) for name in ("date", "number", "start", "title"))

    def head(self, rows: list[Row]) -> Head:
        """Return what the sets of a workout share."""
        date, start, title = (self.text(rows[0], name) for name in ("date", "start", "title"))
        time_known = not is_missing(start)
        started_at = self.moments.read(f"{date} {start}" if time_known else date)
        duration_s, unread = length_of(lambda: self.seconds(rows[0]))
        return Head(
            # As written: which of day and month comes first may be told by a choice.
            key=made_key(date, start, title),
            started_at=started_at,
            title=title,
            notes=self.notes(rows),
            duration_s=duration_s,
            time_known=time_known,
            left_out=unread,
        )

    def notes(self, rows: list[Row]) -> str:
        """Return a workout's own notes, which may stand beside each exercise, and the others."""
        said = {self.text(row, "note") for row in rows}
        if len(said) == 1:
            return notes_of("\n".join((self.text(rows[0], "workout_note"), *said)).strip(), ())
        remarks = [(self.text(row, "exercise"), self.text(row, "note")) for row in rows]
        return notes_of(self.text(rows[0], "workout_note"), remarks)

    def seconds(self, row: Row) -> float | None:
        """Return the length of a workout [s], written in hours."""
        hours = read_number(self.text(row, "hours"), self.decimal)
        return hours and float(round(hours * 3600))

    def set_row(self, row: Row, dropped: Dropped) -> SetRow | None:
        """Return what was done of a set, or None: `-` is a set not done, 0 one that failed."""
        reps = read_number(self.text(row, "reps"))
        if reps is None:
            dropped[NOT_DONE] += 1
            return None
        return SetRow(exercise=self.text(row, "exercise"), load_kg=self.load_kg(row), reps=reps)

    def load_kg(self, row: Row) -> float | None:
        """Return the weight of a set [kg]; a unit in the cell stands above that of the header."""
        number, unit = _weighed(self.text(row, "weight"))
        weight = read_number(number, self.decimal)
        if not weight:
            return weight
        stated = unit or columns.unit_in(self.text(row, "unit")) or self.chosen
        self.met_open |= stated is None
        return units.kilograms(weight, stated or "kg")

    def text(self, row: Row, name: str) -> str:
        """Return a cell of a set."""
        return row.cells[SETS[name]]


def _weighed(cell: str) -> tuple[str, WeightUnit | None]:
    """Return a weight without the unit that stands in its cell, and that unit."""
    match = _WEIGHED.fullmatch(cell.strip())
    return (match[1], "lb" if fold(match[2]).startswith("lb") else "kg") if match else (cell, None)
