"""How a Garmin list writes its times, told by the paces that each way of reading gives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ironstride.importers.text import ClockShape, read_clock

REREAD = "time such as 30:48:00, read as minutes and seconds"

_TWO_PARTS = re.compile(r"\d{1,3}:[0-5]\d")
_THREE_PARTS = re.compile(r"(\d{1,4}):\d{1,2}:\d{1,2}(?:[.,]\d+)?")
_WHOLE_MINUTES = re.compile(r"(\d{1,4}):([0-5]?\d):00(?:[.,]0{1,6})?")
# Seconds for a kilometre or a mile: wide enough for runs and walks in both.
_FASTEST, _SLOWEST = 120, 1800

Timed = tuple[str, float | None]


@dataclass(frozen=True)
class Clock:
    """What a time of two parts means, and whether a spreadsheet made hours of minutes.

    Excel takes 30:48 for half past thirty hours and more, and writes 30:48:00.
    """

    two_parts: ClockShape = "m:ss"
    shifted: bool = False
    words: str = "h:mm:ss"

    @classmethod
    def of(cls, timed: Sequence[Timed]) -> "Clock":
        """Return how times are written, from each row's time and distance [km or mi].

        >>> Clock.of([("0:45", 8.1)]).two_parts, Clock.of([("45:10", 8.1)]).two_parts
        ('h:mm', 'm:ss')
        >>> Clock.of([("30:48:00", 5.2), ("1:10:05", 12.0)]).shifted
        True
        """
        trimmed = [(cell.strip(), distance) for cell, distance in timed]
        two_parts = _two_parts(trimmed)
        shifted = _is_shifted(trimmed)
        has_two = any(_TWO_PARTS.fullmatch(cell) for cell, _ in trimmed)
        words = "m:ss" if shifted else two_parts if has_two else "h:mm:ss"
        return cls(two_parts, shifted, words)

    def read(self, cell: str, distance: float | None) -> float | None:
        """Return the time [s] in a cell of a row with this distance, or None when missing.

        Raises:
            ValueError: the cell holds no time.
        """
        seconds = read_clock(cell, self.two_parts)
        return seconds / 60 if seconds and self.rereads(cell, distance) else seconds

    def rereads(self, cell: str, distance: float | None) -> bool:
        """Tell whether a cell's hours and minutes are minutes and seconds."""
        return self.shifted and _is_hours_of_minutes(cell.strip(), distance)


def _two_parts(timed: list[Timed]) -> ClockShape:
    short = [(cell, distance) for cell, distance in timed if _TWO_PARTS.fullmatch(cell)]
    hours = sum(_is_possible(read_clock(cell, "h:mm"), distance) for cell, distance in short)
    minutes = sum(_is_possible(_minutes(cell), distance) for cell, distance in short)
    if hours != minutes:
        return "h:mm" if hours > minutes else "m:ss"
    writes_hours = any(_THREE_PARTS.fullmatch(cell) for cell, _ in timed)
    above_a_day = any(int(cell.split(":")[0]) > 23 for cell, _ in short)
    return "m:ss" if writes_hours or above_a_day else "h:mm"


def _minutes(cell: str) -> float:
    first, second = cell.split(":")
    return int(first) * 60.0 + int(second)


def _is_shifted(timed: list[Timed]) -> bool:
    """Tell whether more times are hours made of minutes than are written below one hour."""
    threes = [(match, d) for cell, d in timed if (match := _THREE_PARTS.fullmatch(cell))]
    below_an_hour = sum(int(match[1]) == 0 for match, _ in threes)
    return sum(_is_hours_of_minutes(match[0], d) for match, d in threes) > below_an_hour


def _is_hours_of_minutes(cell: str, distance: float | None) -> bool:
    """Tell whether hours and minutes would only make sense as minutes and seconds."""
    match = _WHOLE_MINUTES.fullmatch(cell)
    if match is None or not int(match[1]):
        return False
    seconds = int(match[1]) * 3600.0 + int(match[2]) * 60
    if not distance:
        return int(match[1]) > 23
    return not _is_possible(seconds, distance) and _is_possible(seconds / 60, distance)


def _is_possible(seconds: float | None, distance: float | None) -> bool:
    """Tell whether somebody runs or walks a kilometre or a mile that fast."""
    return bool(seconds and distance) and _FASTEST <= (seconds or 0) / (distance or 1) <= _SLOWEST
