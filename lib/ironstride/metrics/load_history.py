"""Load day by day: what was done, what it adds up to lately and over the last months."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandera.typing.pandas import DataFrame

from ironstride.frames.load import TrainingLoad
from ironstride.metrics.rating import RatedSessions, session_load

RECENT_DAYS, LONG_TERM_DAYS = 7, 42
SEED_DAYS = 28
WARM_UP_DAYS = 3 * LONG_TERM_DAYS
GAP_DAYS = 14


def training_load(sessions: RatedSessions, *, today: date) -> DataFrame[TrainingLoad]:
    """Return each day's load with its recent (7 d) and long-term (42 d) mean [a.u.], shape (d, 10).

    Load is RPE × minutes (`session_load`), a day without a session 0. The means are those of
    `exponential_mean`, both started at the mean of the first 28 days; the balance of a day is
    long-term − recent load of the day before (the form of Coggan's impulse and response model,
    after Banister 1991). They are hidden until the log holds 42 days of load, and still lean on
    their start for 126 days (3 × 42: `warming_up`). The table begins with the first session
    whose load is known and ends with `today`, which is not over; none known: no rows.

    Limits: an unrated session counts as nothing, so look at `unrated` too. 14 or more days
    without a known load are marked as a `gap`, for they may be rest or a log not kept.
    A mean of load is no measure of fitness or fatigue.

    >>> from ironstride.frames import Sessions
    >>> training_load(Sessions.empty(), today=date(2026, 11, 22)).empty
    True
    """
    daily = _daily(sessions, today)
    if daily.empty:
        return TrainingLoad.empty()
    start = float(daily.load.iloc[:SEED_DAYS].mean()) if len(daily) >= SEED_DAYS else 0.0
    load = daily.load.to_numpy(dtype=float)
    recent = pd.Series(exponential_mean(load, days=RECENT_DAYS, start=start), index=daily.index)
    long_term = pd.Series(
        exponential_mean(load, days=LONG_TERM_DAYS, start=start), index=daily.index
    )
    number = np.arange(1, len(daily) + 1)
    shown = number >= LONG_TERM_DAYS
    table = daily.assign(
        recent=recent.where(shown),
        long_term=long_term.where(shown),
        balance=(long_term - recent).shift(1).where(shown),
        warming_up=number <= WARM_UP_DAYS,
        gap=_gap(daily.known),
        complete=daily.index < pd.Timestamp(today),
    )
    return TrainingLoad.validate(table.rename_axis("day").reset_index())


def exponential_mean(
    load: NDArray[np.floating], *, days: float, start: float = 0.0
) -> NDArray[np.float64]:
    """Return the exponentially weighted mean of daily loads, shape (n,), `start` before the first.

    y ← y + k (load − y) with k = 1 − exp(−1/days), so that `days` is the time constant; the
    original text has k = 1/days instead, which differs by less than 1.5 % of a step at 7 days.
    Started at 0 it is 37 % low after one time constant and 5 % after three. Coggan, after
    Banister 1991 (in *Physiological Testing of Elite Athletes*).

    >>> exponential_mean(np.full(42, 100.0), days=42)[[0, 6, 41]].round(2)
    array([ 2.35, 15.35, 63.21])
    """
    return smoothed(load, -np.expm1(-1 / days), start)


def smoothed(load: NDArray[np.floating], share: float, start: float) -> NDArray[np.float64]:
    """Return y ← y + share (load − y) for each load, shape (n,), from `start` on.

    >>> smoothed(np.array([8.0, 8.0]), 0.5, 0.0).tolist()
    [4.0, 6.0]
    """
    begun = pd.Series(np.concatenate([[start], load]), dtype=float)
    return begun.ewm(alpha=share, adjust=False).mean().to_numpy()[1:]


def _daily(sessions: RatedSessions, today: date) -> pd.DataFrame:
    loads = session_load(sessions)
    known = loads.session_load.notna()
    estimated = sessions.get("estimated", pd.Series(data=False, index=sessions.index))
    each = pd.DataFrame(
        {
            "day": loads.started_at.dt.normalize(),
            "load": loads.session_load,
            "unrated": ~known,
            "estimated": known & estimated.to_numpy(dtype=bool),
            "known": known,
        }
    )
    begin = each.day[known].min()
    if pd.isna(begin) or begin > pd.Timestamp(today):
        return pd.DataFrame()
    sums = each.drop(columns="day").groupby(each.day).sum()
    return sums.reindex(pd.date_range(begin, today, name="day"), fill_value=0)


def _gap(known: "pd.Series[Any]") -> "pd.Series[bool]":
    quiet = known == 0
    # Today is not over: it makes no day of a gap.
    quiet.iloc[-1] = False
    stretch = quiet.ne(quiet.shift()).cumsum()
    return quiet & (quiet.groupby(stretch).transform("size") >= GAP_DAYS)
