"""What Today needs: this week beside the weeks before it, and the last days as a strip."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import LiftSets, Runs, Sessions
from ironstride.frames.running import DayStrip
from ironstride.metrics.load import session_load
from ironstride.metrics.sets import HARD_RIR, is_hard

MEAN_WEEKS = 4


@dataclass(frozen=True)
class Measure:
    """One number of a week so far, and its mean over the four weeks before it.

    Each is None when it cannot be known, the mean also while the log is too short for it.
    """

    so_far: float | None
    mean: float | None


@dataclass(frozen=True)
class WeekSummary:
    """A week, so far: distance [m], running time [s], runs, hard sets, load, rest days.

    `weeks` is how many complete weeks of log there are to compare with, at most four; `unrated`
    is how many sessions of these weeks are missing from the load.
    """

    week: date
    weeks: int
    distance_m: Measure
    duration_s: Measure
    runs: Measure
    hard_sets: Measure
    session_load: Measure
    rest_days: Measure
    unrated: int


def week_summary(
    sessions: DataFrame[Sessions],
    runs: DataFrame[Runs],
    lift_sets: DataFrame[LiftSets],
    *,
    today: date,
    week: date | None = None,
    week_start: weeks.WeekStart = "monday",
    hard_rir: int = HARD_RIR,
) -> WeekSummary:
    """Return a week, so far, beside the plain mean of the four weeks before it.

    The week that begins on `week`, by default that of `today`.

    An empty week counts as zero; a mean is None until four complete weeks have passed
    since the first session of its kind. A run without a distance counts in time and number.
    Hard sets are those of `sets.is_hard`. Load is RPE × minutes over the rated sessions (Foster
    2001, J Strength Cond Res 15:109), None where sessions were done and none is rated. A rest day
    is over and saw no session: today counts from tomorrow on.

    >>> summary = week_summary(
    ...     Sessions.empty(), Runs.empty(), LiftSets.empty(), today=date(2026, 11, 19)
    ... )
    >>> summary.weeks, summary.runs, summary.rest_days.so_far
    (0, Measure(so_far=0.0, mean=None), 3.0)
    """
    week = week or weeks.week_of(today, week_start)
    calendar = pd.DatetimeIndex([week - back * weeks.WEEK for back in range(MEAN_WEEKS, -1, -1)])
    known = _weeks_logged(sessions.started_at, week, week_start)
    load = session_load(sessions)
    in_these_weeks = weeks.weeks_of(load.started_at, week_start).isin(calendar)

    def measured(moments: "pd.Series[Any]", values: "pd.Series[Any]") -> Measure:
        sums = values.astype(float).groupby(weeks.weeks_of(moments, week_start)).sum(min_count=1)
        logged = _weeks_logged(moments, week, week_start)
        return _measure(sums.reindex(calendar, fill_value=0.0), logged)

    return WeekSummary(
        week=week,
        weeks=known,
        distance_m=measured(runs.started_at, runs.distance_m.fillna(0)),
        duration_s=measured(runs.started_at, runs.duration_s.fillna(0)),
        runs=measured(runs.started_at, runs.session_id > 0),
        hard_sets=measured(lift_sets.started_at, is_hard(lift_sets, hard_rir)),
        session_load=measured(load.started_at, load.session_load),
        rest_days=_measure(_rest_days(sessions, calendar, today), known),
        unrated=int(load.session_load[in_these_weeks].isna().sum()),
    )


def last_days(sessions: DataFrame[Sessions], *, today: date, days: int = 14) -> DataFrame[DayStrip]:
    """Return the sessions of the last days, `today` included, in the order they were done.

    One row a session with its minutes (NaN when unknown) and its place in the day from 1; a day
    without any is one row of kind `rest` and order 0. Of kind `open` is `today`, for it is not
    over, and any day before the first session of the log, of which nothing is known.

    >>> last_days(Sessions.empty(), today=date(2026, 11, 22), days=2)[["day", "kind"]].values
    array([[Timestamp('2026-11-21 00:00:00'), 'open'],
           [Timestamp('2026-11-22 00:00:00'), 'open']], dtype=object)
    """
    calendar = pd.date_range(today - timedelta(days=days - 1), today, name="day")
    done = sessions.assign(day=sessions.started_at.dt.normalize())
    done = done.sort_values([Sessions.started_at, Sessions.session_id])
    done = done.assign(order=done.groupby("day").cumcount() + 1, minutes=done.duration_s / 60)
    strip = calendar.to_frame(index=False).merge(done, how="left", on="day")
    begun = sessions.started_at.min().normalize() if len(sessions) else calendar[-1]
    is_over = (strip.day >= begun) & (strip.day < calendar[-1])
    strip["kind"] = strip.kind.fillna(is_over.map({True: "rest", False: "open"}))
    return DayStrip.validate(strip.fillna({"order": 0, "session_id": 0, "sport": "", "title": ""}))


def _weeks_logged(moments: "pd.Series[Any]", week: date, week_start: weeks.WeekStart) -> int:
    if moments.empty:
        return 0
    first = weeks.week_of(moments.min().date(), week_start)
    return min(max((week - first) // weeks.WEEK, 0), MEAN_WEEKS)


def _measure(by_week: "pd.Series[Any]", known: int) -> Measure:
    mean = by_week.iloc[:-1].mean(skipna=False) if known == MEAN_WEEKS else None
    return Measure(_or_none(by_week.iloc[-1]), _or_none(mean))


def _or_none(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _rest_days(
    sessions: DataFrame[Sessions], calendar: pd.DatetimeIndex, today: date
) -> "pd.Series[Any]":
    end = min(pd.Timestamp(today), calendar[-1] + weeks.WEEK)
    over = pd.date_range(calendar[0], end, inclusive="left")
    resting = pd.Series(~over.isin(sessions.started_at.dt.normalize()), index=over, dtype=float)
    return (
        resting.groupby(calendar[calendar.searchsorted(over, side="right") - 1])
        .sum()
        .reindex(calendar, fill_value=0.0)
    )
