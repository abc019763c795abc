"""How much is lifted: hard sets a week, and which muscles they reach."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.frames.strength import WeeklyMuscleSets, WeeklySets

HARD_RIR = 4


def is_hard(lift_sets: DataFrame[LiftSets], hard_rir: int = HARD_RIR) -> "pd.Series[bool]":
    """Tell of each set whether it is hard, shape (n,): few reps in reserve, or unknown.

    Warm-ups, failed attempts (0 reps) and jumps are none: a jump is counted in contacts.
    Source: fractional-set reviews count sets near failure (Pelland 2024, SportRxiv
    10.51224/SRXIV.460); where nobody notes the reserve, a working set is taken for one.

    >>> sets = pd.DataFrame({"kind": "weighted", "set_type": ["work", "work", "warmup"],
    ...                      "reps": 5.0, "rir": [None, 6.0, None]})
    >>> is_hard(sets).tolist()
    [True, False, False]
    """
    near_failure = lift_sets.rir.isna() | (lift_sets.rir <= hard_rir)
    return _is_working(lift_sets) & (lift_sets.kind != "plyometric") & near_failure


def weekly_sets(
    lift_sets: DataFrame[LiftSets],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    first: date | None = None,
    hard_rir: int = HARD_RIR,
) -> DataFrame[WeeklySets]:
    """Return one row a week from the first set (or `first`) to the week of `today`, shape (w, 6).

    `sets` are all but warm-ups and failed attempts, `hard_sets` those of `is_hard`, `sessions`
    those with any set. `tonnage_kg` is Σ reps × load [kg] over the working sets, with the load
    beside the body: body mass, assistance and holds are no part of it, and reps are as logged (of a
    one-sided set, those of that side). A week without a set is a row of zeros, a set after the
    week of `today` is left out. No sets and no `first`: no rows.

    >>> empty = weekly_sets(LiftSets.empty(), today=date(2026, 11, 20), first=date(2026, 11, 10))
    >>> empty[["hard_sets", "tonnage_kg", "complete"]].values.tolist()
    [[0, 0.0, True], [0, 0.0, False]]
    """
    calendar = _calendar(lift_sets, today, week_start, first)
    sums = _sums(lift_sets, week_start, hard_rir).reindex(calendar, fill_value=0)
    sums["complete"] = [weeks.is_complete(week.date(), today) for week in calendar]
    return WeeklySets.validate(sums.rename_axis("week").reset_index())


def weekly_muscle_sets(
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    first: date | None = None,
    hard_rir: int = HARD_RIR,
) -> DataFrame[WeeklyMuscleSets]:
    """Return one row a week and muscle: hard sets times the muscle's share, shape (w·m, 3).

    Direct work counts 1, indirect 0.5, which fits trials best (Pelland 2024, SportRxiv
    10.51224/SRXIV.460). Weeks as in `weekly_sets`, muscles all those of `muscles`; an exercise
    without muscles adds nothing.

    >>> weekly_muscle_sets(LiftSets.empty(), ExerciseMuscles.empty(), today=date(2026, 1, 1)).shape
    (0, 3)
    """
    calendar = _calendar(lift_sets, today, week_start, first)
    hard = lift_sets[is_hard(lift_sets, hard_rir)]
    counted = hard.assign(week=weeks.weeks_of(hard.started_at, week_start)).merge(
        muscles, on="exercise"
    )
    shares = counted.groupby(["week", "muscle"]).share.sum()
    grid = pd.MultiIndex.from_product(
        [calendar, sorted(muscles.muscle.unique())], names=["week", "muscle"]
    )
    sums = shares.reindex(grid, fill_value=0.0).rename("hard_sets")
    return WeeklyMuscleSets.validate(sums.reset_index())


def _is_working(lift_sets: DataFrame[LiftSets]) -> "pd.Series[bool]":
    return (lift_sets.set_type != "warmup") & (lift_sets.reps != 0)


def _calendar(
    lift_sets: DataFrame[LiftSets], today: date, week_start: weeks.WeekStart, first: date | None
) -> pd.DatetimeIndex:
    begin = first
    if begin is None and not lift_sets.empty:
        begin = lift_sets.started_at.min().date()
    found = [] if begin is None else list(weeks.weeks_between(begin, today, week_start))
    return pd.DatetimeIndex(found)


def _sums(
    lift_sets: DataFrame[LiftSets], week_start: weeks.WeekStart, hard_rir: int
) -> pd.DataFrame:
    working = _is_working(lift_sets)
    lifted = lift_sets.reps.fillna(0) * lift_sets.load_kg
    labelled = pd.DataFrame(
        {
            "week": weeks.weeks_of(lift_sets.started_at, week_start),
            "session_id": lift_sets.session_id,
            "hard": is_hard(lift_sets, hard_rir),
            "working": working,
            "lifted": lifted.where(working & (lift_sets.kind != "assisted"), 0.0),
        }
    )
    return labelled.groupby("week").agg(
        hard_sets=("hard", "sum"),
        sets=("working", "sum"),
        sessions=("session_id", "nunique"),
        tonnage_kg=("lifted", "sum"),
    )
