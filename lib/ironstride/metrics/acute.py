"""What heavy leg work costs in the days after it: pace at the same effort, by hours since."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import LiftSets, Runs
from ironstride.frames.acute import GroupMeans, HeavySessions, RunsAfter, SessionTimes
from ironstride.metrics.e1rm import Formula
from ironstride.metrics.group_means import Difference, GroupFit, group_fit, side_by_side
from ironstride.metrics.hard_sets import HARD_RIR
from ironstride.metrics.heavy_legs import heavy_leg_sessions
from ironstride.metrics.pace_left import pace_left
from ironstride.metrics.runs_after import (
    AFTER,
    AFTER_LIFTING,
    BEFORE_LIFTING,
    LIFTED_FIRST,
    ORDER,
    RAN_FIRST,
    runs_after,
)

FRESH = AFTER[0]
# What the first day is compared with: the longest time since that has enough runs.
RESTED = AFTER[:0:-1]
NEITHER = "neither"


@dataclass(frozen=True)
class Behind:
    """What stands behind the means: how many sessions and runs, and what was left out."""

    heavy_sessions: int
    sessions_without_time: int
    sessions_without_length: int
    runs_by_heart_rate: int
    runs_by_rpe: int
    runs_without_time: int
    runs_without_effort: int


@dataclass(frozen=True, eq=False)
class AcuteCost:
    """Pace by hours since heavy leg work and by order on a day, with what was compared.

    `cost` is the first day against rested legs, `same_day` a run after lifting against one
    before it, `next_day` the day after lifting first against that after running first; None where
    there are too few runs.
    """

    bins: DataFrame[GroupMeans]
    order: DataFrame[GroupMeans]
    cost: Difference | None
    same_day: Difference | None
    next_day: Difference | None
    behind: Behind


def acute_cost(
    runs: DataFrame[Runs],
    lift_sets: DataFrame[LiftSets],
    times: DataFrame[SessionTimes],
    *,
    today: date,
    formula: Formula = "mean",
    hard_rir: int = HARD_RIR,
) -> AcuteCost:
    """Return the mean pace [%] of steady runs 0–24, 24–48, 48–72 and 72–168 h after heavy legs.

    Pace is that of `pace_left` (at the same heart rate, or RPE), the usual of the same four weeks
    taken out; heavy leg work is that of `heavy_leg_sessions`, the groups those of `runs_after`,
    means and intervals those of `group_fit`, none from fewer than 8 runs. Beside it: Doma & Deakin
    2013, 14 runners, all-out runs in a trial. Limits: runners choose which run follows lifting,
    and the time of day, sleep or the day before are not taken out, so a difference may come from
    any of these; steady runs show less than hard ones. A session without a time of day is in no
    group; an empty log has groups of 0 runs.

    >>> found = acute_cost(
    ...     Runs.empty(), LiftSets.empty(), SessionTimes.empty(), today=date(2026, 11, 22)
    ... )
    >>> found.cost, found.bins.runs.tolist()
    (None, [0, 0, 0, 0])
    """
    heavy = heavy_leg_sessions(lift_sets, times, formula=formula, hard_rir=hard_rir)
    placed = runs_after(times, heavy)
    left = pace_left(runs, today=today).merge(placed, on="session_id")
    near = left[(left.after != "") | (left.order != "")]
    after = side_by_side(near[near.after != ""].rename(columns={"after": "group"}))
    by_hours = group_fit(after, AFTER)
    by_order = group_fit(near.assign(group=near.order.replace("", NEITHER)), ORDER)
    return AcuteCost(
        bins=by_hours.means(AFTER),
        order=by_order.means(ORDER),
        cost=_cost(by_hours),
        same_day=by_order.difference(AFTER_LIFTING, BEFORE_LIFTING),
        next_day=by_order.difference(LIFTED_FIRST, RAN_FIRST),
        behind=_behind(left, after, heavy, _without_effort(runs, placed)),
    )


def _cost(fitted: GroupFit) -> Difference | None:
    found = (fitted.difference(FRESH, rested) for rested in RESTED)
    return next((one for one in found if one is not None), None)


def _without_effort(runs: DataFrame[Runs], placed: DataFrame[RunsAfter]) -> int:
    """Return how many runs after heavy leg work have neither heart rate nor RPE."""
    unrated = runs.session_id[runs.avg_hr_bpm.isna() & runs.rpe.isna()]
    return int((placed.session_id.isin(unrated) & (placed.after != "")).sum())


def _behind(
    left: pd.DataFrame, after: pd.DataFrame, heavy: DataFrame[HeavySessions], without_effort: int
) -> Behind:
    measures = after.measure.value_counts()
    return Behind(
        heavy_sessions=len(heavy),
        sessions_without_time=int((~heavy.time_known).sum()),
        sessions_without_length=int((~heavy.length_known & heavy.time_known).sum()),
        runs_by_heart_rate=int(measures.get("heart rate", 0)),
        runs_by_rpe=int(measures.get("RPE", 0)),
        runs_without_time=int(left.untimed.sum()),
        runs_without_effort=without_effort,
    )
