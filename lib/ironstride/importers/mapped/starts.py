"""When a row of an unknown table started: in one column or two, local or UTC, timed or not."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ironstride.importers.base import Choices, Origin, Question, Sourced
from ironstride.importers.date_shapes import Parts, parts_of
from ironstride.importers.mapping import Mapping
from ironstride.importers.moments import Moments, is_moment, local
from ironstride.importers.origins import origins, utc_in
from ironstride.importers.questions import zone_question
from ironstride.importers.table import Row, Table
from ironstride.importers.text import clip, fold, is_missing

_OFFSET = re.compile(
    r"(.*\d:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(?:([-+])(\d{2}):?(\d{2})|UTC|GMT)"
)
_ANY_DAY = "2000-01-01"


@dataclass(frozen=True)
class Start:
    """A local wall clock, its offset from UTC [min] or None, and whether it has a time."""

    at: datetime
    utc_offset_min: int | None
    time_known: bool


class Starts:
    """Reads when rows started, by what their whole columns show."""

    def __init__(self, table: Table, mapping: Mapping, choices: Choices) -> None:
        self.columns = mapping.at
        self.date_at, self.time_at = self.columns["start"], self.columns.get("time_of_day")
        self.utc, self.zone = mapping.utc, choices.zone
        cells = table.column(self.date_at)
        order = mapping.date_order or choices.date_order
        self.moments = Moments.of((_split_offset(cell)[0] for cell in cells), order)
        # Spreadsheets write a bare day as midnight: a column of nothing else has no times.
        self.dates_have_times = any(map(_is_past_midnight, self.moments.seen.values()))
        self.any_time = self.time_at is not None or self.dates_have_times

    def written(self, row: Row) -> str:
        """Return the start as the file writes it, which no choice changes."""
        return fold(" ".join((row.cells[self.date_at], self._time_cell(row))))

    def read(self, row: Row) -> Start:
        """Return when a row started.

        Raises:
            ValueError: its date or its time of day cannot be read.
        """
        text, offset = _split_offset(row.cells[self.date_at])
        moment = self.moments.read(text)
        time_known = self.dates_have_times and "hour" in (parts_of(text) or {})
        if not is_missing(self._time_cell(row)):
            moment, time_known = datetime.combine(moment, self._time_of(row).time()), True
        if not self.utc or not time_known:
            return Start(moment, offset if time_known else None, time_known)
        try:
            there, minutes = local(moment - timedelta(minutes=offset or 0), self.zone)
        except OverflowError:
            raise ValueError(f"{clip(text, 40)!r} is not a date that can be read") from None
        return Start(there, minutes if self.zone else 0, time_known)

    def questions(self, made: Collection[Sourced], choices: Choices) -> Iterator[Question]:
        """Yield what the file leaves open: the order of day and month, the zone of UTC times."""
        yield from self.moments.questions()
        if self.utc and self.any_time:
            yield from zone_question("This table", made, choices)

    def origins(self, table: Table) -> tuple[Origin, ...]:
        """Return where the start comes from."""
        here = utc_in(self.zone) if self.utc else "local time"
        as_read = here if self.any_time else "day only"
        named = [("start", "start", as_read), ("time_of_day", "time of day", here)]
        return origins(table, self.columns, named)

    def _time_cell(self, row: Row) -> str:
        return "" if self.time_at is None else row.cells[self.time_at]

    def _time_of(self, row: Row) -> datetime:
        text = self._time_cell(row).strip()
        whole = text if is_moment(text) else f"{_ANY_DAY} {text}"
        try:
            return Moments(day_first=True).read(whole)
        except ValueError:
            raise ValueError(f"{clip(text, 40)!r} is not a time of day") from None


def is_time_of_day(text: str) -> bool:
    """Tell whether a text is a time of day, or a moment that has one.

    >>> is_time_of_day("6:05 pm"), is_time_of_day("07:30:00"), is_time_of_day("45:30")
    (True, True, False)
    """
    try:
        return ":" in text and bool(Moments().read(f"{_ANY_DAY} {text.strip()}"))
    except ValueError:
        return False


def is_start(text: str) -> bool:
    """Tell whether a text is a date, with or without a time and its offset from UTC.

    >>> is_start("2026-05-01T07:30:00+02:00"), is_start("1.5.2026"), is_start("10.2")
    (True, True, False)
    """
    return is_moment(_split_offset(text)[0])


def is_utc(text: str) -> bool:
    """Tell whether a moment says by itself that it is UTC.

    >>> is_utc("2026-05-01T07:30:00Z"), is_utc("2026-05-01 07:30")
    (True, False)
    """
    text = text.strip()
    offset = _split_offset(text)[1]
    return is_start(text) and (text.endswith(("Z", "UTC", "GMT")) or offset == 0)


def _split_offset(text: str) -> tuple[str, int | None]:
    """Return a moment without its offset, and the offset [min] where it is written."""
    match = _OFFSET.fullmatch(text.strip()) if len(text) <= 80 else None
    if match is None or match[1] is None:
        return text, None
    if match[2] is None:
        return match[1], 0
    minutes = int(match[3]) * 60 + int(match[4])
    return match[1], -minutes if match[2] == "-" else minutes


def _is_past_midnight(parts: Parts) -> bool:
    return any(int(parts.get(name, 0)) for name in ("hour", "minute", "second_of"))
