"""How long after heavy leg work each run was, and on which side of the lifting of its day."""

from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.acute import HeavySessions, RunsAfter, SessionTimes

# Hours after which a run falls into the next group. After a week without heavy leg work nothing
# of it is left to compare with.
EDGES_H = (0.0, 24.0, 48.0, 72.0, 168.0)
AFTER = ("0 to 24 h", "24 to 48 h", "48 to 72 h", "over 72 h")
BEFORE_LIFTING, AFTER_LIFTING = "same day, run before lifting", "same day, run after lifting"
RAN_FIRST, LIFTED_FIRST = "day after run, then lifting", "day after lifting, then run"
ORDER = (BEFORE_LIFTING, AFTER_LIFTING, RAN_FIRST, LIFTED_FIRST)
_DAY = pd.Timedelta(days=1)


def runs_after(
    times: DataFrame[SessionTimes], heavy: DataFrame[HeavySessions]
) -> DataFrame[RunsAfter]:
    """Return the hours [h] from the last heavy leg work's end to each run's start, up to 168.

    `after` is the group of `AFTER` (from its lower edge up to, not with, its upper one), `order`
    that of `ORDER`: on a day with one or more heavy sessions a run is before or after them; on
    the next day, with no heavy session of its own, it follows a day that ran first or lifted
    first. Both are empty where they cannot be told. Hours are those of the local clock; a run
    during a session counts as before it, one between two of a day has no order.

    >>> len(runs_after(SessionTimes.empty(), HeavySessions.empty()))
    0
    """
    runs = times[times.kind == "run"].sort_values(["started_at", "session_id"], ignore_index=True)
    hours, untimed = _hours(runs, heavy)
    groups = pd.cut(hours, list(EDGES_H), right=False, labels=list(AFTER))
    found = runs[["session_id"]].assign(
        hours=hours, after=groups.astype(object).fillna(""), order=_order(runs, heavy)
    )
    return RunsAfter.validate(found.assign(untimed=untimed))


def _hours(
    runs: pd.DataFrame, heavy: DataFrame[HeavySessions]
) -> "tuple[pd.Series[float], pd.Series[bool]]":
    """Return the hours since the last heavy leg work, and whether a missing time hides them."""
    last = _last(runs, heavy[heavy.time_known], "ended_at")
    hours = (runs.started_at - last).dt.total_seconds() / 3600
    hours = hours.where(hours < EDGES_H[-1])
    # A session of a day without a time may have ended at any hour of it.
    vague = heavy[~heavy.time_known].assign(day=lambda one: one.started_at.dt.normalize())
    day = _last(runs, vague, "day")
    near = (runs.started_at - day) < pd.Timedelta(hours=EDGES_H[-1]) + _DAY
    hidden = near & ~(last >= day + _DAY)
    untimed = hidden | (~runs.time_known & (hours.notna() | near))
    return hours.mask(hidden | ~runs.time_known), untimed


def _last(runs: pd.DataFrame, sessions: pd.DataFrame, moment: str) -> "pd.Series[pd.Timestamp]":
    """Return the latest of a column's moments up to each run's start; NaT for none."""
    moments = pd.DatetimeIndex(sessions[moment].sort_values())
    if moments.empty:
        return pd.Series(pd.NaT, index=runs.index, dtype="datetime64[ns]")
    place = moments.searchsorted(pd.DatetimeIndex(runs.started_at), side="right") - 1
    found = pd.Series(moments[np.maximum(place, 0)], index=runs.index)
    return found.where(pd.Series(place >= 0, index=runs.index))


def _order(runs: pd.DataFrame, heavy: DataFrame[HeavySessions]) -> "pd.Series[str]":
    side = _side(runs, heavy)
    day = runs.started_at.dt.normalize()
    free = ~day.isin(heavy.started_at.dt.normalize()) & runs.time_known
    told = [
        side == "b",
        side == "a",
        free & (day - _DAY).isin(_only(side, "b", day)),
        free & (day - _DAY).isin(_only(side, "a", day)),
    ]
    return pd.Series(np.select(told, list(ORDER), ""), index=runs.index)


def _only(side: "pd.Series[str]", which: str, day: "pd.Series[pd.Timestamp]") -> "pd.Index[Any]":
    """Return the days whose runs were all on one side of the lifting."""
    every = (side == which).groupby(day).all()
    return every.index[every]


def _side(runs: pd.DataFrame, heavy: DataFrame[HeavySessions]) -> "pd.Series[str]":
    """Return "b" for a run before all heavy leg work of its day, "a" after it, else "" or "?"."""
    days = heavy.assign(day=heavy.started_at.dt.normalize()).groupby("day", as_index=False)
    of_day = days.agg(
        first=("started_at", "min"), last=("ended_at", "max"), timed=("time_known", "all")
    )
    both = runs.assign(day=runs.started_at.dt.normalize()).merge(of_day, on="day", how="left")
    timed = both.time_known & both.timed.eq(other=True)
    told = [
        both["first"].isna(),
        timed & (both.started_at < both["first"]),
        timed & (both.started_at >= both["last"]),
    ]
    return pd.Series(np.select(told, ["", "b", "a"], "?"), index=runs.index)
