"""How alike the days of a week are: monotony and strain."""

from collections.abc import Sequence
from datetime import date
from statistics import fmean

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.load import WeeklyLoad
from ironstride.metrics.load_history import training_load
from ironstride.metrics.rating import RatedSessions

DAYS = 7
MOST_SHOWN = 5


def monotony(daily: Sequence[float]) -> float | None:
    """Return mean ÷ standard deviation of a week's daily loads, rest days in as zeros.

    Source: Foster 1998, Med Sci Sports Exerc 30:1164, doi:10.1097/00005768-199807000-00023, which
    does not say which standard deviation: it is the sample's (n − 1) here. None where the days do
    not differ or there are fewer than two. Limits: 25 athletes, observed, illness rather than
    injury; it grows without bound as days become alike; the usual thresholds have no evidence.

    >>> round(monotony([0, 400, 300, 0, 500, 200, 600]), 3)
    1.221
    """
    if len(daily) <= 1 or min(daily) == max(daily):
        return None
    spread = float(np.std(daily, ddof=1))
    # Loads far below 1 differ by less than a square can hold.
    return fmean(daily) / spread if spread else None


def weekly_load(
    sessions: RatedSessions, *, today: date, week_start: weeks.WeekStart = "monday"
) -> DataFrame[WeeklyLoad]:
    """Return the load [a.u.], `monotony` and strain of each week, shape (w, 8).

    Strain is load × monotony [a.u.] (Foster 1998, doi:10.1097/00005768-199807000-00023).
    From the week of the first known load to that of `today`, with the days of `training_load`.
    Monotony and strain are missing unless all seven days are over and each session's load is
    known; `monotony_shown` stops at 5. A week without a session has load 0 and no monotony;
    no load known at all: no rows.

    >>> from ironstride.frames import Sessions
    >>> weekly_load(Sessions.empty(), today=date(2026, 11, 22)).empty
    True
    """
    days = training_load(sessions, today=today)
    if days.empty:
        return WeeklyLoad.empty()
    by_week = days.groupby(weeks.weeks_of(days.day, week_start).rename("week"))
    table = by_week.agg(
        load=("load", "sum"),
        unrated=("unrated", "sum"),
        estimated=("estimated", "sum"),
        days=("complete", "sum"),
        monotony=("load", lambda load: monotony(load.tolist())),
    )
    known = (table.days == DAYS) & (table.unrated == 0)
    alike = pd.to_numeric(table.monotony).where(known)
    table = table.assign(
        monotony=alike,
        monotony_shown=alike.clip(upper=MOST_SHOWN),
        strain=table.load * alike,
        complete=[weeks.is_complete(week.date(), today) for week in table.index],
    )
    return WeeklyLoad.validate(table.reset_index())
