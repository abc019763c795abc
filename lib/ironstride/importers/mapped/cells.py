"""The cells of an unknown table: numbers with or without a unit behind them, times of any shape."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ironstride.importers.build import Dropped, side_number
from ironstride.importers.mapping import MappedDistance, TimeShape
from ironstride.importers.table import Row
from ironstride.importers.text import (
    MAX_NUMBER,
    DecimalSign,
    clip,
    decimal_sign,
    fold,
    is_missing,
    read_clock,
    read_number,
    read_span,
)
from ironstride.importers.unit_words import DISTANCES, LEADING_S, METRES, TIMES, WEIGHTS
from ironstride.units import WeightUnit

Unit = TypeVar("Unit", bound=str)

_BODY_WEIGHT = frozenset([
    "bw", "bodyweight", "body weight", "körpergewicht", "poids du corps", "peso corporal",
    "peso corporeo", "lichaamsgewicht",
])  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")
_WITH_UNIT = re.compile(r"([-+\u2212]?[\d.,\s'\u2019]*\d)\s*°?\s*([^\W\d_]+)\.?")


@dataclass(frozen=True)
class MappedCells:
    """The cells of a row by the field they are mapped to, and the decimal sign of the table."""

    at: Mapping[str, int]
    decimal: DecimalSign

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a field, stripped; empty where it has no column."""
        at = self.at.get(name)
        return "" if at is None else row.cells[at].strip()

    def side(self, row: Row, name: str, field: str, dropped: Dropped) -> float | None:
        """Return a number that the session can do without; what is none is dropped and counted."""
        return side_number(split_unit(self.text(row, name))[0], self.decimal, field, dropped)

    def unit(self, row: Row, name: str, words: Mapping[str, Unit], otherwise: Unit) -> Unit:
        """Return the unit behind a number, or the column's."""
        return words.get(split_unit(self.text(row, name))[1], otherwise)


def split_unit(cell: str) -> tuple[str, str]:
    """Return the number of a cell and the unit word behind it, as they are written.

    >>> split_unit("10,5 km"), split_unit("135lbs"), split_unit("8")
    (('10,5', 'km'), ('135', 'lbs'), ('8', ''))
    """
    text = cell.strip().removesuffix("°")
    match = _WITH_UNIT.fullmatch(text) if len(text) <= MAX_NUMBER else None
    return (match[1], fold(match[2])) if match else (text, "")


def decimals(cells: Iterable[str]) -> DecimalSign:
    """Return the decimal sign that numbers show, whatever unit stands behind them.

    >>> decimals(["10,5 km", "8"])
    ','
    """
    return decimal_sign(split_unit(cell)[0] for cell in cells)


def measured(
    cell: str, decimal: DecimalSign, words: Mapping[str, Unit], otherwise: Unit
) -> tuple[float, Unit] | None:
    """Return a number and its unit, the cell's own before the column's, or None when missing.

    Raises:
        ValueError: it is no number, or the word behind it is no such unit.

    >>> measured("6.2 mi", ".", DISTANCES, "km"), measured("10", ".", DISTANCES, "km")
    ((6.2, 'mi'), (10.0, 'km'))
    """
    bare, word = split_unit(cell)
    if word and word not in words:
        raise ValueError(f"{clip(cell, 40)!r} is in no unit that is known here")
    value = read_number(bare, decimal)
    return None if value is None else (value, words[word] if word else otherwise)


def metres_of(cell: str, decimal: DecimalSign, unit: MappedDistance) -> float | None:
    """Return a distance [m], or None when it is missing or 0.

    Raises:
        ValueError: the cell holds no distance.

    >>> metres_of("6,2", ",", "km"), metres_of("5 mi", ".", "km")
    (6200.0, 8046.72)
    """
    found = measured(cell, decimal, DISTANCES, unit)
    return round(found[0] * METRES[found[1]], 2) or None if found else None


def read_weight(cell: str, decimal: DecimalSign, unit: WeightUnit) -> tuple[float, WeightUnit]:
    """Return a weight and its unit; a missing one and the words for body weight are 0.

    Raises:
        ValueError: it is no weight.

    >>> read_weight("BW", ".", "kg"), read_weight("62,5", ",", "kg")
    ((0.0, 'kg'), (62.5, 'kg'))
    """
    if fold(cell) in _BODY_WEIGHT:
        return 0.0, unit
    return measured(cell, decimal, WEIGHTS, unit) or (0.0, unit)


def read_time(cell: str, shape: TimeShape, decimal: DecimalSign) -> float | None:
    """Return a time [s] whose two-part clocks and bare numbers are of a shape, or None.

    Raises:
        ValueError: the cell holds no such time.

    >>> read_time("52:30", "m:ss", "."), read_time("0,5", "h", ",")
    (3150.0, 1800.0)
    """
    if is_missing(cell):
        return None
    if ":" in cell:
        return read_clock(cell, "h:mm" if LEADING_S[shape] == 3600 else "m:ss")
    bare, word = split_unit(cell)
    if word not in TIMES and _LETTER.search(cell):
        return read_span(cell)
    value = read_number(bare, decimal)
    return None if value is None else value * LEADING_S[TIMES.get(word, shape)]


def numbers(cells: Iterable[str], decimal: DecimalSign) -> Iterator[float]:
    """Yield the numbers above 0 among cells, whatever unit stands behind them.

    >>> list(numbers(["10,5 km", "--", "0", "rest"], ","))
    [10.5]
    """
    for cell in cells:
        try:
            found = read_number(split_unit(cell)[0], decimal)
        except ValueError:
            continue
        if found and found > 0:
            yield found
