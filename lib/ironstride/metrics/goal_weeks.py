"""What a runner's weeks add up to, and the range in which the next one is likely to lie."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame
from scipy import stats

from ironstride import weeks
from ironstride.frames.log import ExerciseMuscles, LiftSets, Runs, Sessions
from ironstride.metrics.hard_sets import HARD_RIR, is_hard, reached

Array = npt.NDArray[np.float64]

RANGE_WEEKS, FEWEST_WEEKS = 8, 4
LIKELY = 0.80


@dataclass(frozen=True)
class Log:
    """The frames of a log that goals are read from."""

    runs: DataFrame[Runs]
    sessions: DataFrame[Sessions]
    lift_sets: DataFrame[LiftSets]
    muscles: DataFrame[ExerciseMuscles]


@dataclass(frozen=True)
class Weeks:
    """This week so far, and the sums of the last complete weeks, oldest first, at most 8."""

    so_far: float
    complete: Array


def goal_weeks(
    kind: str,
    log: Log,
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    muscle: str = "",
    hard_rir: int = HARD_RIR,
) -> Weeks:
    """Return what each week held of a weekly goal [m, runs, lifts or hard sets].

    Complete weeks from the first session of any kind on, at most the last 8; an empty one is 0.
    A run without a distance adds none; hard sets of a muscle group count by their share.

    >>> empty = Log(Runs.empty(), Sessions.empty(), LiftSets.empty(), ExerciseMuscles.empty())
    >>> goal_weeks("runs a week", empty, today=date(2026, 11, 23))
    Weeks(so_far=0.0, complete=array([], dtype=float64))
    """
    this = weeks.week_of(today, week_start)
    moments, values = _values(kind, log, muscle, hard_rir)
    sums = values.groupby(weeks.weeks_of(moments, week_start)).sum()
    logged = log.sessions.started_at[log.sessions.started_at < pd.Timestamp(this)]
    begin = this if logged.empty else weeks.week_of(logged.min().date(), week_start)
    # The first week may have begun before the log did.
    first = max(begin + weeks.WEEK, this - RANGE_WEEKS * weeks.WEEK)
    found = [sums.get(pd.Timestamp(one), 0.0) for one in weeks.weeks_between(first, this)]
    return Weeks(float(sums.get(pd.Timestamp(this), 0.0)), np.array(found[:-1], dtype=np.float64))


def likely_range(values: Array) -> tuple[float, float, float] | None:
    """Return low, mean and high of the next value of a series, four in five times; None below 4.

    The prediction interval mean ± t(0.9; n − 1) · s · √(1 + 1/n) of a normal sample (Hahn &
    Meeker 1991, *Statistical Intervals*), cut off at 0. It takes weeks
    for independent and alike: a build-up or a holiday widens it, and a plan is not in it.

    >>> low, mid, high = likely_range(np.array([30.0, 40, 30, 40]))
    >>> f"{low:.1f} {mid:.0f} {high:.1f}"
    '24.4 35 45.6'
    """
    n = len(values)
    if n < FEWEST_WEEKS:
        return None
    mean, spread = float(values.mean()), float(values.std(ddof=1))
    half = float(stats.t.ppf((1 + LIKELY) / 2, n - 1)) * spread * np.sqrt(1 + 1 / n)
    return max(0.0, mean - half), mean, mean + half


def _values(
    kind: str, log: Log, muscle: str, hard_rir: int
) -> tuple["pd.Series", "pd.Series[float]"]:
    if kind == "hard sets a week" and muscle:
        only = ExerciseMuscles.validate(log.muscles[log.muscles.muscle == muscle])
        counted = reached(log.lift_sets, only, hard_rir)
        return counted.started_at, counted.hard_sets.astype(float)
    if kind == "hard sets a week":
        return log.lift_sets.started_at, is_hard(log.lift_sets, hard_rir).astype(float)
    if kind == "lifts a week":
        lifts = log.sessions[log.sessions.kind == "lift"]
        return lifts.started_at, (lifts.session_id > 0).astype(float)
    runs = log.runs
    if kind == "runs a week":
        return runs.started_at, (runs.session_id > 0).astype(float)
    return runs.started_at, runs.distance_m.fillna(0.0)
