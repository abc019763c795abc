"""Streaks: how many days or weeks in a row saw a run."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs, Sessions


@dataclass(frozen=True)
class Streak:
    """How many in a row up to now, the most ever, and the first and last day of these.

    Of weeks, `first` and `last` are the days on which the first and the last of them begin.
    """

    current: int
    longest: int
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Streaks:
    """Days in a row and weeks in a row."""

    days: Streak
    weeks: Streak


def streaks(
    table: DataFrame[Runs] | DataFrame[Sessions],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
) -> Streaks:
    """Return the current and the longest streak of days and of weeks with a run (or a session).

    Today and this week are not over: without a run yet they break no streak, with one they count.
    Of equally long streaks the latest is named. Rows after `today` are left out; nothing
    logged: zeros. Limits: a streak counts days, not training; rest days are no fault.

    >>> streaks(Runs.empty(), today=date(2026, 11, 22)).days
    Streak(current=0, longest=0, first=None, last=None)
    """
    moments = table.started_at[table.started_at < pd.Timestamp(today) + pd.Timedelta(days=1)]
    return Streaks(
        days=_streak(moments.dt.normalize(), today, timedelta(days=1)),
        weeks=_streak(
            weeks.weeks_of(moments, week_start), weeks.week_of(today, week_start), weeks.WEEK
        ),
    )


def _streak(periods: "pd.Series[Any]", now: date, step: timedelta) -> Streak:
    if periods.empty:
        return Streak(0, 0, None, None)
    done = pd.DatetimeIndex(periods.unique()).sort_values()
    begins = np.flatnonzero(np.append(True, done[1:] - done[:-1] != step))
    lengths = np.diff(np.append(begins, len(done)))
    longest = int(lengths.max())
    at = np.flatnonzero(lengths == longest)[-1]
    alive = done[-1].date() >= now - step
    return Streak(
        current=int(lengths[-1]) if alive else 0,
        longest=longest,
        first=done[begins[at]].date(),
        last=done[begins[at] + longest - 1].date(),
    )
