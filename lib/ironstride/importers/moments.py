"""Text to local moments: the order of day and month, and the language, once for a whole file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from ironstride.importers.base import DateOrder, Question
from ironstride.importers.months import month_word, months_of
from ironstride.importers.text import clip

_WORD = r"(?P<word>[^\s\d.,:/-]+)\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})"
_OF = r"(?:de\s+|del\s+|of\s+|d['\u2019])?"
_DATES = (
    rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}",
    rf"{_WORD}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"{_DAY}\.?\s+{_OF}{_WORD},?\s+{_OF}{_YEAR}",
    rf"{_YEAR}\.?\s+{_WORD}\s+{_DAY}\.?",
    rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日일]",
    r"(?P<first>\d{1,2})(?P<sep>[./-])\s?(?P<second>\d{1,2})(?P=sep)\s?(?P<year>\d{4}|\d{2})",
)
_WEEKDAY = r"(?:[^\s\d.,]+\.?,\s*)?"
_TIME = (
    r"(?:(?:,?\s+|,|T)(?:[^\W\d]+\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.](?P<second_of>\d{2})(?:[.,]\d+)?)?Z?\s*(?P<half>[ap]\.?\s?m\.?)?)?"
)
_SHAPES = [re.compile(_WEEKDAY + date + _TIME, re.IGNORECASE) for date in _DATES]


@dataclass(frozen=True)
class Moments:
    """How a file writes its moments: its month words, and whether the day comes first."""

    months: dict[str, int] = field(default_factory=dict)
    day_first: bool | None = None
    undecided: str = ""

    @classmethod
    def of(cls, texts: Iterable[str], chosen: DateOrder | None = None) -> "Moments":
        """Return what a whole column of moments shows; `chosen` only where it shows no order.

        Where neither tells, the day is read first and `undecided` holds one such date.

        >>> Moments.of(["3/9/26 5:39", "3/21/26 6:10"]).day_first
        False
        >>> Moments.of(["3/9/26 5:39", "3/3/26 6:10"]).undecided
        '3/9/26 5:39'
        """
        matches = {text: match.groupdict() for text in set(texts) if (match := _match(text))}
        numeric = {text: parts for text, parts in matches.items() if parts.get("first")}
        shown = _day_first(list(numeric.values()))
        opposed = sorted(text for text, p in numeric.items() if int(p["first"]) != int(p["second"]))
        mixed = any(_day_first([parts]) is not None for parts in numeric.values())
        open_date = opposed[0] if opposed and shown is None and not mixed else ""
        decided = shown if chosen is None or shown is not None else chosen == "day"
        return cls(
            months_of({parts["word"] for parts in matches.values() if parts.get("word")}),
            True if open_date and decided is None else decided,
            "" if chosen else open_date,
        )

    def questions(self) -> Iterator[Question]:
        """Yield the question after the order of day and month where no date shows it."""
        if self.undecided:
            day = self.read(self.undecided)
            month = Moments(self.months, day_first=False).read(self.undecided)
            yield Question(
                "date_order",
                f"No date of the file shows whether the day or the month comes first: "
                f"{clip(self.undecided, 40)} is {day:%d %B %Y} with the day first, "
                f"{month:%d %B %Y} with the month first",
            )

    def read(self, text: str) -> datetime:
        """Return the moment that a cell writes, to the second; midnight when it has no time.

        Raises:
            ValueError: it is no moment, or the order of day and month cannot be told.

        >>> Moments.of(["5 Mai 2026, 07:34", "2 Set 2025, 07:00"]).read("2 Set 2025, 07:00")
        datetime.datetime(2025, 9, 2, 7, 0)
        """
        match = _match(text)
        if match is None:
            raise ValueError(f"{clip(text, 40)!r} is not a date that can be read")
        parts = {name: part for name, part in match.groupdict().items() if part}
        month, day = self._month_and_day(parts, text)
        year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
        clock = (_hour(parts), int(parts.get("minute", 0)), int(parts.get("second_of", 0)))
        try:
            return datetime(year, month, day, *clock)
        except ValueError:
            raise ValueError(f"{clip(text, 40)!r} is not a date that can be read") from None

    def _month_and_day(self, parts: dict[str, str], text: str) -> tuple[int, int]:
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
    return _match(text) is not None


def _match(text: str) -> re.Match[str] | None:
    # Apps part hour and half of the day by a narrow no-break space; Python's \s takes it too.
    trimmed = text.strip()
    if not 6 <= len(trimmed) <= 60:
        return None
    return next((match for shape in _SHAPES if (match := shape.fullmatch(trimmed))), None)


def _day_first(dates: list[dict[str, str]]) -> bool | None:
    """Return whether the day stands before the month, or None when the dates do not show it."""
    if any(parts["sep"] == "." or int(parts["first"]) > 12 for parts in dates):
        return None if any(int(parts["second"]) > 12 for parts in dates) else True
    return False if any(int(parts["second"]) > 12 for parts in dates) else None


def _hour(parts: dict[str, str]) -> int:
    hour, half = int(parts.get("hour", 0)), parts.get("half", "").casefold()
    if not half:
        return hour
    return hour % 12 + (12 if half.startswith("p") else 0)
