"""Strong's export: every layout since 2016, found by header texts in English, de, fr and es."""

import re
from collections import Counter
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped, side_number
from ironstride.importers.doubled import read_halving
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
)
from ironstride.importers.moments import Moments
from ironstride.importers.origins import origins
from ironstride.importers.questions import weight_question
from ironstride.importers.readings import reading_of
from ironstride.importers.strong.columns import columns_of, meaning, metres_in, weight_unit
from ironstride.importers.table import Row, Table
from ironstride.importers.text import decimal_sign, read_number, read_span
from ironstride.records import SetType

SOURCE = "strong-csv"
NAME = "Strong workouts CSV"

REST = "rest timer row"

_MEASURES = ("weight", "reps", "distance", "seconds", "rpe")
_SET_TYPES: dict[str, SetType] = {
    "": "work", "w": "warmup", "warm up": "warmup", "warmup": "warmup",
    "d": "drop", "drop set": "drop", "dropset": "drop", "f": "failure", "failure": "failure",
}  # fmt: skip
_NUMBERED = re.compile(r"\d{1,4}(?:[.,]0+)?")
_RESTS = (
    "rest timer", "ruhezeit", "minuteur de repos", "temps de repos", "temporizador de descanso",
)  # fmt: skip


class _Cells(NamedTuple):
    """The cells that make a set."""

    exercise: str
    order: str
    weight: str
    weight_unit: str
    reps: str
    distance: str
    distance_unit: str
    seconds: str
    rpe: str


def recognises(table: Table) -> bool:
    """Tell whether a table is Strong's, by the meaning of its header."""
    return columns_of(table) is not None


def read(table: Table, choices: Choices) -> Reading:
    """Return what Strong's list says; weights are kilograms until header or runner say pounds."""
    reader = _Reader(table, columns_of(table) or {}, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    said, doubled = read_halving(table.rows, log, choices.doubled)
    questions = (
        *reader.moments.questions(),
        *(weight_question("Strong", said.made) if reader.is_open else ()),
        *doubled,
    )
    return reading_of(SOURCE, table, said, questions, origins(table, reader.at, reader.read_as()))


class _Reader:
    """Reads rows by what the whole file shows: columns, units, decimal sign.

    Equal cells are read once: a log repeats its sets. `is_open` is true once a set had a weight
    whose unit neither file nor runner says.
    """

    def __init__(self, table: Table, at: dict[str, int], choices: Choices) -> None:
        self.at = at
        header = {name: table.header[place] for name, place in at.items()}
        self.stated = weight_unit(header.get("weight", ""))
        self.unit = self.stated or choices.weight_unit
        self.is_in_seconds = "(sec)" in meaning(header.get("duration", ""))
        # Without a unit it is km or mi: a kilometre or more in either.
        self.metres = metres_in(header.get("distance", "")) or 1000
        dates = table.column(at.get("date"))
        self.moments = Moments.of(dates, choices.date_order)
        self.has_time = any(":" in date for date in dates)
        cells = (cell for name in _MEASURES for cell in table.column(at.get(name)))
        self.decimal = decimal_sign(cells)
        self.number = lru_cache(RECENT)(partial(read_number, decimal=self.decimal))
        self.group = picker(table, at, ("date", "workout", "number"))
        self.cells = picker(table, at, _Cells._fields)
        self.said = lru_cache(RECENT)(self._said)
        self.is_open = False

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        return [
            ("date", "start", "local time" if self.has_time else "day only"),
            ("duration", "time", "s" if self.is_in_seconds else "h, min, s"),
            ("exercise", "exercise", ""),
            ("order", "set type", ""),
            ("weight", "weight", self.weight_read_as()),
            ("reps", "reps", ""),
            ("seconds", "hold", "s"),
            ("rpe", "RPE", "reps in reserve, 10 - RPE"),
            ("workout", "title", ""),
            ("workout_notes", "notes", ""),
            ("notes", "notes of an exercise", ""),
        ]

    def weight_read_as(self) -> str:
        """Return the unit of weights, and who said it."""
        if "weight_unit" in self.at:
            return "kg or lb, per row"
        if self.stated:
            return f"{self.stated} (header)"
        return f"{self.unit} (chosen)" if self.unit else "kg (not stated)"

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share."""
        first = rows[0]
        started_at = self.moments.read(self.text(first, "date"))
        title = self.text(first, "workout")
        remarks = [(self.text(row, "exercise"), self.text(row, "notes")) for row in rows]
        duration_s, unread = length_of(lambda: read_span(self.text(first, "duration")))
        return Head(
            key=made_key(started_at.isoformat(timespec="seconds"), title.strip()),
            started_at=started_at,
            title=title,
            notes=notes_of(self.text(first, "workout_notes"), remarks),
            duration_s=duration_s,
            time_known=":" in self.text(first, "date"),
            left_out=unread,
        )

    def set_row(self, row: Row, dropped: Dropped) -> SetRow | None:
        """Return what a row says, or None for a rest timer."""
        said, reasons = self.said(self.cells(row))
        dropped.update(reasons)
        return said

    def _said(self, cells: tuple[str, ...]) -> tuple[SetRow | None, tuple[str, ...]]:
        one = _Cells(*cells)
        kind = _kind(one.order)
        weight, reps = self.number(one.weight), self.number(one.reps)
        # The name of a rest timer in a language that is not known here stands beside no set.
        if kind == "rest" or (kind is None and not weight and not reps):
            return None, (REST,)
        lost: Dropped = Counter({UNKNOWN_TYPE: 1} if kind is None else {})
        return self.set_of(one, kind or "work", weight, reps, lost), tuple(lost)

    def set_of(
        self,
        one: _Cells,
        kind: SetType,
        weight: float | None,
        reps: float | None,
        lost: Dropped,
    ) -> SetRow:
        """Return a set in kilograms, metres and seconds."""
        unit = weight_unit(one.weight_unit) or self.unit
        self.is_open = self.is_open or bool(weight and unit is None)
        return SetRow(
            exercise=one.exercise,
            set_type=kind,
            load_kg=units.kilograms(weight, unit or "kg") if weight else weight,
            reps=reps,
            seconds=self.number(one.seconds),
            distance_m=self.distance_m(one),
            rpe=side_number(one.rpe, self.decimal, "rpe", lost),
        )

    def distance_m(self, one: _Cells) -> float | None:
        """Return a distance [m], or None when it is missing or 0."""
        distance = self.number(one.distance)
        return (distance and distance * (metres_in(one.distance_unit) or self.metres)) or None

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a column, empty where the layout has none."""
        at = self.at.get(name)
        return "" if at is None else row.cells[at]


@lru_cache(maxsize=1024)
def _kind(order: str) -> SetType | Literal["rest"] | None:
    """Return the kind of set that the order column names, or None for a word not known here."""
    word = meaning(order)
    if word in _RESTS:
        return "rest"
    return "work" if _NUMBERED.fullmatch(word) else _SET_TYPES.get(word)
