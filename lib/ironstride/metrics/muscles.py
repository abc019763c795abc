"""What each muscle group got in a span, and since when it got nothing."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.frames.muscles import MuscleLast, MuscleTotals
from ironstride.metrics.hard_sets import HARD_RIR, per_muscle, reached
from ironstride.metrics.set_span import until, within

UNTOUCHED_DAYS = 14


def muscle_totals(
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    *,
    first: date,
    last: date,
    hard_rir: int = HARD_RIR,
) -> DataFrame[MuscleTotals]:
    """Return each muscle group's hard sets from day `first` to `last`, both included, shape (m, 6).

    Counted as in `weekly_muscle_sets` (Pelland 2024, SportRxiv 10.51224/SRXIV.460). `per_week` is
    hard sets × 7 ÷ days of the span. A group that nothing reached is a row of zeros.

    >>> shares = pd.DataFrame({"exercise": ["Plank"], "muscle": ["core"], "share": [1.0]})
    >>> span = {"first": date(2026, 11, 1), "last": date(2026, 11, 7)}
    >>> muscle_totals(LiftSets.empty(), ExerciseMuscles.validate(shares), **span).values.tolist()
    [['core', 0.0, 0.0, 0.0, 0, 0]]
    """
    counted = reached(within(lift_sets, first, last), muscles, hard_rir)
    sums = per_muscle(counted, ["muscle"])
    sums["exercises"] = counted.groupby("muscle").exercise.nunique()
    sums["per_week"] = sums.hard_sets * 7 / ((last - first).days + 1)
    table = sums.reindex(_groups(muscles), fill_value=0).reset_index()
    return MuscleTotals.validate(table[list(MuscleTotals.empty().columns)])


def muscle_last(
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    *,
    today: date,
    hard_rir: int = HARD_RIR,
    untouched_days: int = UNTOUCHED_DAYS,
) -> DataFrame[MuscleLast]:
    """Return when each muscle group last had a hard set, directly and at all, shape (m, 6).

    Days are local days before `today`, 0 for today; sets after it are not seen. `untouched` is a
    group that no hard set reached, directly or not, in the last `untouched_days` [days] (by
    default two weeks, the runner's to choose): so is one that never had any. A plain count.

    >>> shares = pd.DataFrame({"exercise": ["Plank"], "muscle": ["core"], "share": [1.0]})
    >>> never = muscle_last(
    ...     LiftSets.empty(), ExerciseMuscles.validate(shares), today=date(2026, 11, 1))
    >>> never.days_since.isna().item(), never.untouched.item()
    (True, True)
    """
    counted = reached(until(lift_sets, today), muscles, hard_rir)
    found = pd.DataFrame(index=_groups(muscles))
    for how, rows in (("", counted), ("direct_", counted[counted.direct_sets > 0])):
        last = pd.to_datetime(rows.groupby("muscle").day.max().reindex(found.index))
        found[f"last_{how}day"] = last
        found[f"{how}days_since"] = (pd.Timestamp(today) - last).dt.days
    found["untouched"] = ~(found.days_since < untouched_days)
    return MuscleLast.validate(found.reset_index())


def _groups(muscles: DataFrame[ExerciseMuscles]) -> "pd.Index[str]":
    groups: pd.Index[str] = pd.Index(sorted(muscles.muscle.unique()), name="muscle", dtype=object)
    return groups
