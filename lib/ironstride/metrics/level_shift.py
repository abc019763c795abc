"""A lasting step in heart rate at the same pace: often a new watch or strap, so it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.metrics.autocorrelation import Z_95
from ironstride.metrics.effort_model import EffortModel, fit, steady_runs
from ironstride.metrics.random_walk import (
    Steps,
    WalkingLevel,
    ramp_columns,
    step_columns,
    steps_at,
)
from ironstride.metrics.reference_pace import MIN_HR_SPREAD_BPM, blocks_of

Array = npt.NDArray[np.float64]
Weeks = npt.NDArray[np.int64]

# Twice the gain in log-likelihood: above it, a step is asked about.
ASK_FROM = 14.0
# Fitness changes slowly: a step must fit better than any change over twelve weeks, by this much.
RAMP_WEEKS, SUDDEN = 12, 2.0
# A smaller step hardly matters here; a larger one is no watch, but other ground or other runs.
SMALLEST_BPM, LARGEST_BPM = 3.0, 25.0
# Of the weeks on either side, how many must hold a run; and how long may be without any.
SIDE_WEEKS, MIN_SIDE_WEEKS, LONGEST_PAUSE_WEEKS = 12, 8, 3
ANSWERED_WEEKS = 8
# A slope near 0 would turn a small change of speed into any number of beats [ln m/s per bpm].
LEAST_SLOPE = 0.002


@dataclass(frozen=True)
class LevelShift:
    """From `day` on heart rate at the same pace reads `bpm` higher, or lower, and stays there."""

    day: date
    bpm: float
    low: float
    high: float
    runs_before: int
    runs_after: int


@dataclass(frozen=True, eq=False)
class _Levels:
    level: WalkingLevel
    mondays: pd.DatetimeIndex
    model: EffortModel


def find_shift(
    runs: DataFrame[Runs],
    *,
    reference_hr_bpm: float | None,
    today: date,
    answered: Sequence[date] = (),
) -> LevelShift | None:
    """Return the clearest lasting step in heart rate [bpm] at the same pace, or None.

    The weekly speeds at the reference heart rate (`effort_model`) are searched for one step beside
    slope, season and a wandering fitness (`random_walk.steps_at`); a change of speed is turned
    into beats by the log's own slope. Asked about is a step with twice the gain in likelihood
    above 14 and 2 above that of any change spread over twelve weeks, of 3 to 25 bpm, with runs in
    8 of the 12 weeks on either side and no pause above three weeks before it, for after a pause
    fitness itself steps. Steps within eight weeks of an answer are not asked about again, and all
    answered ones are taken out first.

    Simulated with four runs a week over two or three years (120 logs each without a step, 40
    with): without one it asks in 0 to 2 of 100, whether fitness is flat, wanders, swings with the
    season, follows lifting in turn or climbs like a novice's (in one of 24 kinds of log, three
    years of wandering fitness with little scatter, in 6). Of two years whose weeks scatter by
    1.2 %, 5 bpm are found in 65 of 100 where fitness is flat and 18 to 35 where it moves, 8 bpm in
    62 to 100; by 2 %, 5 bpm in 2 to 20, 8 bpm in 25 to 62. So small steps are mostly missed, and
    the runner can name a day. It cannot tell a watch from a new route, a treadmill or medicine:
    hence a question.

    >>> find_shift(Runs.empty(), reference_hr_bpm=150, today=date(2026, 11, 22)) is None
    True
    """
    found = _levels(runs, reference_hr_bpm, today)
    if found is None:
        return None
    level, first = found.level, _firsts(found.mondays, answered)
    candidates = _candidates(level.week, first)
    if not len(candidates):
        return None
    known = step_columns(level.week, first)
    steps = steps_at(level, step_columns(level.week, candidates), known)
    clear = steps.gain > ASK_FROM
    if not clear.any():
        return None
    slow = steps_at(level, ramp_columns(level.week, candidates, RAMP_WEEKS), known)
    shifts = _in_beats(found, steps.where(clear), candidates[clear])
    asked = [
        (gain, shift)
        for gain, shift in zip(steps.gain[clear], shifts, strict=True)
        if gain > float(slow.gain.max()) + SUDDEN and SMALLEST_BPM <= abs(shift.bpm) <= LARGEST_BPM
    ]
    return max(asked, key=lambda one: one[0])[1] if asked else None


def shifts_at(
    runs: DataFrame[Runs],
    days: Sequence[date],
    *,
    reference_hr_bpm: float | None,
    today: date,
) -> tuple[LevelShift, ...]:
    """Return the step in heart rate [bpm] at each day on which the device changed, oldest first.

    All of them are estimated together. A day with no run before it or none after says nothing.

    >>> shifts_at(Runs.empty(), [], reference_hr_bpm=150, today=date(2026, 11, 22))
    ()
    """
    found = _levels(runs, reference_hr_bpm, today) if len(days) else None
    if found is None:
        return ()
    level = found.level
    first = np.unique(_firsts(found.mondays, days))
    first = first[(first > level.week[0]) & (first <= level.week[-1])]
    columns = step_columns(level.week, first)
    alone = [
        steps_at(level, columns[:, [one]], np.delete(columns, one, axis=1))
        for one in range(len(first))
    ]
    return tuple(
        shift
        for week, steps in zip(first, alone, strict=True)
        for shift in _in_beats(found, steps, np.array([week]))
    )


def on_one_scale(
    runs: DataFrame[Runs],
    days: Sequence[date],
    *,
    reference_hr_bpm: float | None,
    today: date,
) -> DataFrame[Runs]:
    """Return the runs with the heart rates of earlier devices as the latest would have read them.

    Each day on which the runner said that the device changed moves all mean and highest heart
    rates before it by its step (`shifts_at`). Without such a day nothing is changed. The step is
    known to a beat or two only, so the change across that day stays the least certain of all.
    Simulated (three years, 200 logs each): with a step of 8 bpm a true effect is found in 88 of
    100 logs instead of 82, as without any step; without an effect something is found in 4 to 5.

    >>> on_one_scale(Runs.empty(), [], reference_hr_bpm=150, today=date(2026, 11, 22)).empty
    True
    """
    shifts = shifts_at(runs, days, reference_hr_bpm=reference_hr_bpm, today=today)
    if not shifts:
        return runs
    moved = np.zeros(len(runs))
    for shift in shifts:
        moved += np.where(runs.started_at < pd.Timestamp(shift.day), shift.bpm, 0.0)
    return Runs.validate(
        runs.assign(avg_hr_bpm=runs.avg_hr_bpm + moved, max_hr_bpm=runs.max_hr_bpm + moved)
    )


def _levels(runs: DataFrame[Runs], reference_hr_bpm: float | None, today: date) -> _Levels | None:
    steady = steady_runs(runs, before=weeks.week_of(today))
    if reference_hr_bpm is None or len(steady) < 2 * MIN_SIDE_WEEKS:
        return None
    if np.ptp(steady.hr_bpm) < MIN_HR_SPREAD_BPM:
        return None
    model = fit(steady, blocks_of(steady, today), reference_hr_bpm)
    by_week = (100 * model.adjusted(steady)).groupby(steady.week)
    table = pd.DataFrame({"value": by_week.mean(), "runs": by_week.size()})
    mondays = pd.DatetimeIndex(table.index)
    week = np.asarray((mondays - mondays[0]).days // 7, dtype=np.int64)
    level = WalkingLevel(week, table.value.to_numpy(), table.runs.to_numpy())
    return _Levels(level, mondays, model)


def _firsts(mondays: pd.DatetimeIndex, days: Sequence[date]) -> Weeks:
    """Return the week of each day, counted from the first week with a steady run."""
    return np.array([(weeks.week_of(day) - mondays[0].date()).days // 7 for day in days], np.int64)


def _candidates(week: Weeks, answered: Weeks) -> Weeks:
    """Return the weeks before which and from which on there are runs enough to see a step."""
    known = np.zeros(week[-1] + 1)
    known[week] = 1
    total = np.concatenate([[0], np.cumsum(known)])
    before = total[week] - total[np.maximum(week - SIDE_WEEKS, 0)]
    after = total[np.minimum(week + SIDE_WEEKS, len(known))] - total[week]
    pause = np.diff(week, prepend=week[0]) - 1
    kept = (np.minimum(before, after) >= MIN_SIDE_WEEKS) & (pause <= LONGEST_PAUSE_WEEKS)
    near = np.abs(week[:, None] - answered[None, :]) <= ANSWERED_WEEKS
    found: Weeks = week[kept & ~near.any(axis=1)]
    return found


def _in_beats(found: _Levels, steps: Steps, firsts: Weeks) -> list[LevelShift]:
    per_bpm = 100 * max(float(found.model.slopes[0]), LEAST_SLOPE)
    runs, week = found.level.runs, found.level.week
    return [
        LevelShift(
            day=(found.mondays[0] + timedelta(weeks=int(first))).date(),
            bpm=float(-size / per_bpm),
            low=float((-size - Z_95 * se) / per_bpm),
            high=float((-size + Z_95 * se) / per_bpm),
            runs_before=int(runs[week < first].sum()),
            runs_after=int(runs[week >= first].sum()),
        )
        for first, size, se in zip(firsts, steps.size, steps.se, strict=True)
    ]
