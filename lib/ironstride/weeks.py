"""The one week function: every week in Ironstride is made here, from local days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

import pandas as pd

WeekStart = Literal["monday", "sunday"]

_LEAD_DAYS: dict[str, int] = {"monday": 0, "sunday": 1}
WEEK = timedelta(days=7)


def week_of(day: date, week_start: WeekStart = "monday") -> date:
    """Return the first day of the week that holds a local day.

    >>> week_of(date(2026, 11, 22)), week_of(date(2026, 11, 22), "sunday")
    (datetime.date(2026, 11, 16), datetime.date(2026, 11, 22))
    """
    return day - timedelta(days=(day.weekday() + _LEAD_DAYS[week_start]) % 7)


def weeks_of(moments: "pd.Series", week_start: WeekStart = "monday") -> "pd.Series":
    """Return the first day (midnight) of each local moment's week, shape (n,).

    >>> weeks_of(pd.Series(pd.to_datetime(["2026-11-22 23:59"]))).iloc[0]
    Timestamp('2026-11-16 00:00:00')
    """
    days = moments.dt.normalize()
    lead = (days.dt.day_of_week + _LEAD_DAYS[week_start]) % 7
    starts: pd.Series = days - pd.to_timedelta(lead, unit="D")
    return starts


def weeks_between(first: date, last: date, week_start: WeekStart = "monday") -> Iterator[date]:
    """Yield the first day of every week from the one that holds `first` to that of `last`.

    >>> [week.day for week in weeks_between(date(2026, 11, 1), date(2026, 11, 10))]
    [26, 2, 9]
    """
    week = week_of(first, week_start)
    while week <= last:
        yield week
        week += WEEK


def is_complete(week: date, today: date) -> bool:
    """Tell whether the week that starts on `week` is over on the local day `today`.

    >>> is_complete(date(2026, 11, 16), date(2026, 11, 22))
    False
    """
    return today >= week + WEEK
