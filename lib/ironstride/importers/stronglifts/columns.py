"""Where StrongLifts keeps its sets, in either layout; each becomes a row of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ironstride.importers.base import Origin
from ironstride.importers.cells import columns_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import fold, is_missing
from ironstride.units import WeightUnit

SETS = {
    name: at
    for at, name in enumerate((
        "date", "number", "title", "start", "hours", "workout_note", "exercise", "note", "reps",
        "weight", "unit",
    ))
}  # fmt: skip
_HEADERS = {
    "number": ("Workout",),
    "title": ("Workout Name",),
    "body": ("Body Weight", "Body Weight (KG)", "Body Weight (LB)"),
    "exercise": ("Exercise",),
    "marks": ("Sets×Reps", "SetsxReps"),
    "hours": ("Duration (hours)",),
    "start": ("Start Time (h:mm)", "Start Time"),
    "note": ("Note", "Notes"),
}
_UNIT = re.compile(r"\b(?:(kgs?)|lbs?)\b")
_BODY_UNIT = re.compile(r"\d\s*(kg|lb)")


@dataclass(frozen=True)
class Block:
    """The columns of an exercise's sets: reps, and the weight of each in the units there are."""

    reps: tuple[int, ...]
    weights: tuple[tuple[tuple[int, str], ...], ...]
    exercise: int


@dataclass(frozen=True)
class Sets:
    """A table of either layout: where its columns stand, and the blocks of sets in a row."""

    table: Table
    at: dict[str, int]
    blocks: tuple[Block, ...]
    preferred: WeightUnit

    def dates(self) -> list[str]:
        """Return the column of dates."""
        return self.table.column(self.at["date"])

    def rows(self) -> Iterator[Row]:
        """Yield a row for each set that has one, its cells in the order of `SETS`."""
        for row in self.table.rows:
            for block in self.blocks:
                yield from self._of(row, block)

    def read_from(self) -> tuple[Origin, ...]:
        """Return where each value comes from; of sets side by side, the first."""
        first = self.blocks[0]
        origins = [Origin("start", self.table.header[self.at["date"]], "day only")]
        if "start" in self.at:
            origins = [
                Origin("day of the start", self.table.header[self.at["date"]], "local time"),
                Origin("time of the start", self.table.header[self.at["start"]], "local time"),
            ]
        origins.append(Origin("exercise", self.table.header[first.exercise]))
        spare = sorted(first.weights[0], key=lambda one: one[1] != self.preferred)
        for value, (at, unit) in zip(("weight", "weight, where it has none"), spare, strict=False):
            header = self.table.header[at].strip()
            origins.append(Origin(value, header, unit or "as each row says"))
        origins.append(Origin("reps", self.table.header[first.reps[0]]))
        title = "number" if self._is_wide else "title"
        named = (("hours", "time", "h"), (title, "title", ""), ("note", "notes", ""))
        origins += [
            Origin(value, self.table.header[self.at[name]], unit)
            for name, value, unit in named
            if name in self.at
        ]
        return tuple(origins)

    def _of(self, row: Row, block: Block) -> Iterator[Row]:
        marks = self._cell(row, "marks").split("/")
        shared = self._shared(row)
        exercise = row.cells[block.exercise].strip()
        note = "" if self._is_wide else self._cell(row, "note")
        for nth, (reps_at, weights) in enumerate(zip(block.reps, block.weights, strict=True)):
            reps = row.cells[reps_at].strip()
            if not reps:
                continue
            # A set that was not done is 0 in its own column too: only the list tells them apart.
            not_done = len(marks) > nth and marks[nth].strip() == "-"
            weight, unit = self._weight(row, weights)
            done = "-" if not_done else reps
            yield Row(row.line, [*shared, exercise, note, done, weight, unit])

    @property
    def _is_wide(self) -> bool:
        return "exercise" not in self.at

    def _shared(self, row: Row) -> list[str]:
        number, title = self._cell(row, "number"), self._cell(row, "title")
        if self._is_wide:
            title = f"Workout {number}" if number else title
        note = self._cell(row, "note") if self._is_wide else ""
        date, start, hours = (self._cell(row, name) for name in ("date", "start", "hours"))
        return [date, number, title, start, hours, note]

    def _weight(self, row: Row, weights: tuple[tuple[int, str], ...]) -> tuple[str, str]:
        """Return the weight in the unit of the account, else in the one that is written."""
        written = [(row.cells[at].strip(), unit) for at, unit in weights]
        filled = [one for one in written if not is_missing(one[0])]
        preferred = [one for one in filled if one[1] == self.preferred]
        return (*preferred, *filled, ("", ""))[0]

    def _cell(self, row: Row, name: str) -> str:
        at = self.at.get(name)
        return "" if at is None else row.cells[at].strip()


def sets_of(table: Table) -> Sets | None:
    """Return where a table's sets stand, or None when it is not StrongLifts'."""
    names = [fold(name) for name in table.header]
    dates = (at for at, name in enumerate(names) if re.fullmatch(r"date(?: \(.*\))?", name))
    date = next(dates, None)
    at = columns_of(table, _HEADERS)
    blocks = _blocks_in_a_row(names) if "exercise" not in at else _block(names, at["exercise"])
    if date is None or not blocks:
        return None
    return Sets(table, at | {"date": date}, blocks, _account_unit(table, at.get("body")))


def unit_in(text: str) -> WeightUnit | None:
    """Return the unit that a header names.

    >>> unit_in("Set 1 (LB)"), unit_in("Weight (KG)"), unit_in("Set 1 (Reps)")
    ('lb', 'kg', None)
    """
    match = _UNIT.search(fold(text))
    return None if match is None else "kg" if match[1] else "lb"


def _block(names: list[str], exercise: int) -> tuple[Block, ...]:
    """Return the one block of a row that holds one exercise: `Set 1 (Reps)`, `Set 1 (KG)`."""
    reps: dict[int, int] = {}
    weights: dict[int, list[tuple[int, str]]] = {}
    for at, name in enumerate(names):
        match = re.fullmatch(r"set (\d{1,3}) \((reps|kgs?|lbs?)\)", name)
        if match and match[2] == "reps":
            reps[int(match[1])] = at
        elif match:
            weights.setdefault(int(match[1]), []).append((at, unit_in(name) or ""))
    numbers = sorted(reps)
    if not numbers or not weights:
        return ()
    each = tuple(tuple(weights.get(number, ())) for number in numbers)
    return (Block(tuple(reps[number] for number in numbers), each, exercise),)


def _blocks_in_a_row(names: list[str]) -> tuple[Block, ...]:
    """Return a block for each `Exercise 1`, with the weights and the sets that follow it."""
    starts = [at for at, name in enumerate(names) if re.fullmatch(r"exercise \d{1,2}", name)]
    blocks = []
    for start, end in zip(starts, [*starts[1:], len(names)], strict=False):
        found = {at: names[at] for at in range(start + 1, end)}
        weights = tuple((at, unit_in(name) or "") for at, name in found.items() if "weight" in name)
        reps = tuple(at for at, name in found.items() if re.fullmatch(r"set \d{1,3}", name))
        if reps:
            blocks.append(Block(reps, (weights,) * len(reps), start))
    return tuple(blocks)


def _account_unit(table: Table, body: int | None) -> Literal["kg", "lb"]:
    """Return the unit that weights were typed in: that of the body weight beside them."""
    units = [_BODY_UNIT.search(fold(cell)) for cell in table.column(body)]
    return "lb" if any(unit is not None and unit[1] == "lb" for unit in units) else "kg"
