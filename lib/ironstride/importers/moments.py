"""Text to local moments: the order of day and month, and the language, once for a whole file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from ironstride.importers.base import DateOrder, Question
from ironstride.importers.date_shapes import Parts, hour_of, parts_of
from ironstride.importers.months import month_word, months_of
from ironstride.importers.text import clip
from ironstride.records.limits import LIMITS

# No clock on earth is further from UTC.
FURTHEST_MIN = LIMITS["utc_offset_min"].high


@dataclass(frozen=True)
class Moments:
    """How a file writes its moments: its month words, and whether the day comes first."""

    months: dict[str, int] = field(default_factory=dict)
    day_first: bool | None = None
    undecided: str = ""
    seen: dict[str, Parts] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, texts: Iterable[str], chosen: DateOrder | None = None) -> "Moments":
        """Return what a whole column of moments shows; `chosen` only where it shows no order.

        Where neither tells, the day is read first and `undecided` holds one such date.

        >>> Moments.of(["3/9/26 5:39", "3/21/26 6:10"]).day_first
        False
        >>> Moments.of(["3/9/26 5:39", "3/3/26 6:10"]).undecided
        '3/9/26 5:39'
        """
        seen = {text: parts for text in set(texts) if (parts := parts_of(text))}
        numeric = {text: parts for text, parts in seen.items() if "first" in parts}
        shown = _day_first(list(numeric.values()))
        opposed = sorted(text for text, parts in numeric.items() if _reads_both_ways(parts))
        mixed = any(_day_first([parts]) is not None for parts in numeric.values())
        open_date = opposed[0] if opposed and shown is None and not mixed else ""
        decided = shown if chosen is None or shown is not None else chosen == "day"
        return cls(
            months_of({parts["word"] for parts in seen.values() if "word" in parts}),
            True if open_date and decided is None else decided,
            "" if chosen else open_date,
            seen,
        )

    def questions(self) -> Iterator[Question]:
        """Yield the question after the order of day and month where no date shows it."""
        if self.undecided:
            day = self.read(self.undecided)
            month = Moments(self.months, day_first=False).read(self.undecided)
            yield Question(
                "date_order",
                f"No date of the file shows whether the day or the month comes first: "
                f"{clip(self.undecided, 40)} is {day.day} {day:%B %Y} with the day first, "
                f"{month.day} {month:%B %Y} with the month first",
            )

    def read(self, text: str) -> datetime:
        """Return the moment that a cell writes, to the second; midnight when it has no time.

        Raises:
            ValueError: it is no moment, or the order of day and month cannot be told.

        >>> Moments.of(["5 Mai 2026, 07:34", "2 Set 2025, 07:00"]).read("2 Set 2025, 07:00")
        datetime.datetime(2025, 9, 2, 7, 0)
        """
        parts = self.seen.get(text) or parts_of(text)
        if parts is None:
            raise ValueError(f"{clip(text, 40)!r} is not a date that can be read")
        month, day = self._month_and_day(parts, text)
        year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
        clock = (hour_of(parts), int(parts.get("minute", 0)), int(parts.get("second_of", 0)))
        try:
            return datetime(year, month, day, *clock)
        except ValueError:
            raise ValueError(f"{clip(text, 40)!r} is not a date that can be read") from None

    def _month_and_day(self, parts: Parts, text: str) -> tuple[int, int]:
        if "word" in parts:
            return self.months.get(month_word(parts["word"]), 0), int(parts["day"])
        if "month" in parts:
            return int(parts["month"]), int(parts["day"])
        first, second = int(parts["first"]), int(parts["second"])
        day_first = _day_first([parts]) if self.day_first is None else self.day_first
        if day_first is None and first != second:
            raise ValueError(f"{clip(text, 40)!r} does not say which is the day, which the month")
        return (second, first) if day_first else (first, second)


def local(moment: datetime, zone: str | None) -> tuple[datetime, int]:
    """Return the wall clock of a UTC moment in a zone (UTC when None) and its offset [min].

    Raises:
        ValueError: the moment lies at an end of the calendar.

    >>> local(datetime(2026, 7, 1, 23, 30), "Europe/Berlin")
    (datetime.datetime(2026, 7, 2, 1, 30), 120)
    """
    if zone is None:
        return moment, 0
    try:
        there = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    except OverflowError:
        raise ValueError(f"start must be a date of our time, got {moment}") from None
    offset = there.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset is not None else 0
    return there.replace(tzinfo=None), minutes


def is_moment(text: str) -> bool:
    """Tell whether a text has the shape of a date, with or without a time.

    >>> is_moment("12. Nov. 2025, 17:30"), is_moment("5,42")
    (True, False)
    """
    return parts_of(text) is not None


def _reads_both_ways(parts: Parts) -> bool:
    """Tell whether a date is another one with the month first."""
    first, second = int(parts["first"]), int(parts["second"])
    if parts["year"] == "0000":
        return False
    return first != second and 0 < min(first, second) <= max(first, second) <= 12


def _day_first(dates: list[Parts]) -> bool | None:
    """Return whether the day stands before the month, or None when the dates do not show it."""
    if any(parts["sep"] == "." or int(parts["first"]) > 12 for parts in dates):
        return None if any(int(parts["second"]) > 12 for parts in dates) else True
    return False if any(int(parts["second"]) > 12 for parts in dates) else None
