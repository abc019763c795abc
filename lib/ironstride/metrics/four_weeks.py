"""Blocks of four weeks, counted back from the last finished week."""

from datetime import date

import pandas as pd

from ironstride import weeks

BLOCK_WEEKS = 4


def block_of(moments: "pd.Series", today: date, week_start: weeks.WeekStart) -> "pd.Series":
    """Return the first day of each moment's four weeks, counted back from the last finished week.

    >>> days = pd.Series(pd.to_datetime(["2026-11-15 23:59", "2026-10-18 00:00"]))
    >>> [day.day for day in block_of(days, date(2026, 11, 20), "monday")]
    [19, 21]
    """
    end = pd.Timestamp(weeks.week_of(today, week_start))
    back = (end - weeks.weeks_of(moments, week_start)).dt.days // 7 - 1
    starts: pd.Series = end - pd.to_timedelta((back // BLOCK_WEEKS + 1) * BLOCK_WEEKS * 7, unit="D")
    return starts


def last_block(today: date, week_start: weeks.WeekStart) -> pd.Timestamp:
    """Return the first day of the last block."""
    return pd.Timestamp(weeks.week_of(today, week_start)) - pd.Timedelta(weeks=BLOCK_WEEKS)
