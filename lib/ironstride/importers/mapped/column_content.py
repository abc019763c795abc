"""What the cells of an unknown column look like: dates, clocks, numbers, words."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from statistics import median

from ironstride.importers.mapped.cells import numbers, read_time, split_unit
from ironstride.importers.mapped.set_words import NO, SET_TYPES, YES
from ironstride.importers.mapped.starts import is_start, is_time_of_day
from ironstride.importers.sports import sport_of
from ironstride.importers.table import Table
from ironstride.importers.text import decimal_sign, fold, is_missing
from ironstride.importers.unit_words import WEIGHTS

LOOKED_AT = 200
_MOST = 0.6
_CLOCK = re.compile(r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,6})?")
_LETTER = re.compile(r"[^\W\d_]")

Cells = list[str]


def sample(table: Table, at: int) -> Cells:
    """Return the first cells of a column that say anything."""
    said: Cells = []
    for row in table.rows:
        if not is_missing(row.cells[at]):
            said.append(row.cells[at].strip())
        if len(said) == LOOKED_AT:
            break
    return said


def fits(field: str, cells: Cells) -> bool:
    """Tell whether cells could be those of a field; a column that says nothing fits any.

    >>> fits("avg_hr", ["148", "151"]), fits("avg_hr", ["2:30", "3:10"]), fits("notes", ["wet"])
    (True, False, True)
    """
    return not cells or field not in _FITS or _FITS[field](cells)


def middle(cells: Cells) -> float | None:
    """Return the median of the numbers above 0, or None unless most cells are numbers.

    >>> middle(["10,5 km", "8,2 km", "21,1"]), middle(["hills", "8"])
    (10.5, None)
    """
    bare = [split_unit(cell)[0] for cell in cells]
    values = list(numbers(bare, decimal_sign(bare)))
    return median(values) if values and len(values) >= _MOST * len(cells) else None


def middle_clock(cells: Cells) -> float | None:
    """Return the median time [s] of clocks, two parts as m:ss, or None unless most are clocks.

    >>> middle_clock(["45:00", "1:00:00", "50:00"]), middle_clock(["45", "50"])
    (3000.0, None)
    """
    if not cells or not _mostly(_is_clock, cells):
        return None
    return median(read_time(cell, "m:ss", ".") or 0 for cell in cells if _is_clock(cell))


def are_starts(cells: Cells) -> bool:
    """Tell whether cells are dates, with or without a time."""
    return bool(cells) and _mostly(is_start, cells)


def are_times_of_day(cells: Cells) -> bool:
    """Tell whether cells are times of a day."""
    return bool(cells) and _mostly(is_time_of_day, cells)


def are_words(cells: Cells) -> bool:
    """Tell whether cells are words, and neither dates nor times nor numbers with their unit."""
    return bool(cells) and _mostly(_is_word, cells)


def are_whole(cells: Cells) -> bool:
    """Tell whether cells are whole numbers."""
    return bool(cells) and _mostly(lambda cell: re.fullmatch(r"\d+(?:[.,]0+)?", cell), cells)


def _mostly(look: Callable[[str], object], cells: Cells) -> bool:
    return sum(bool(look(cell)) for cell in cells) >= _MOST * len(cells)


def _is_clock(cell: str) -> bool:
    match = _CLOCK.fullmatch(cell)
    return match is not None and _is_time(cell)


def _is_time(cell: str) -> bool:
    try:
        return any(read_time(cell, "m:ss", sign) is not None for sign in (".", ","))
    except ValueError:
        return False


def _is_word(cell: str) -> bool:
    return bool(_LETTER.search(split_unit(cell)[0])) and not is_start(cell)


def _are_numbers(low: float, high: float) -> Callable[[Cells], bool]:
    def look(cells: Cells) -> bool:
        typical = middle(cells)
        return typical is not None and low <= typical <= high

    return look


def _are_numbers_or_zero(cells: Cells) -> bool:
    return _mostly(lambda cell: re.match(r"[-+\u2212]?[\d.,]+", cell), cells)


def _are_counts(cells: Cells) -> bool:
    """Tell counts of equal sets (3, 3, 4) from the order of single ones (1, 2, 3, 1, 2)."""
    if not are_whole(cells):
        return False
    values = list(numbers(cells, "."))
    pairs = list(pairwise(values))
    ordered = sum(later in (earlier + 1, 1) for earlier, later in pairs)
    rises = any(later == earlier + 1 for earlier, later in pairs)
    return not (rises and ordered >= 0.8 * len(pairs))


def _among(words: Iterable[str]) -> Callable[[Cells], bool]:
    known = frozenset(words)
    return lambda cells: _mostly(lambda cell: fold(cell) in known, cells)


_FITS: dict[str, Callable[[Cells], bool]] = {
    "start": are_starts,
    "time_of_day": are_times_of_day,
    "distance": _are_numbers(0.05, 400_000),
    "duration": lambda cells: _mostly(_is_time, cells),
    "elapsed": lambda cells: _mostly(_is_time, cells),
    "title": are_words,
    "sport": lambda cells: sum(sport_of(cell) != "other" for cell in cells) * 2 >= len(cells),
    "avg_hr": _are_numbers(50, 220),
    "max_hr": _are_numbers(60, 240),
    "climb": _are_numbers_or_zero,
    "cadence": _are_numbers(30, 250),
    "rpe": _are_numbers(0.5, 20),
    "temperature": _are_numbers_or_zero,
    "id": lambda cells: len(set(cells)) == len(cells),
    "exercise": are_words,
    "weight": lambda cells: any(cell[:1].isdigit() for cell in cells),
    "weight_unit": _among(WEIGHTS),
    "reps": are_whole,
    "sets": _are_counts,
    "hold": lambda cells: _mostly(_is_time, cells),
    "rir": _are_numbers_or_zero,
    "set_type": _among({*SET_TYPES, *YES, *NO}),
}
