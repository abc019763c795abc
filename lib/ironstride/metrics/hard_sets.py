"""Which sets are hard, which muscles they reach, and the weeks that they are counted in."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.log import ExerciseMuscles, LiftSets

HARD_RIR = 4
DIRECT = 1.0
ONE_SIDE = 0.5


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
    return is_working(lift_sets) & (lift_sets.kind != "plyometric") & near_failure


def reached(
    lift_sets: DataFrame[LiftSets], muscles: DataFrame[ExerciseMuscles], hard_rir: int = HARD_RIR
) -> pd.DataFrame:
    """Return a row for each hard set and muscle group that it reaches: the set, day, share, count.

    `hard_sets` is the share, half of it for a set of one side; `direct_sets` the same where the
    work is direct, else 0. A set of an exercise without muscles has no row.

    >>> reached(LiftSets.empty(), ExerciseMuscles.empty()).empty
    True
    """
    hard = lift_sets[is_hard(lift_sets, hard_rir)]
    table = hard.assign(day=hard.started_at.dt.normalize()).merge(muscles, on="exercise")
    count = table.share * sides_weight(table)
    return table.assign(hard_sets=count, direct_sets=count.where(table.share >= DIRECT, 0.0))


def per_muscle(counted: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return the sums of what `reached` found and the days behind them, by some of its columns."""
    days = counted[[*keys, "day"]].drop_duplicates()
    direct = counted.loc[counted.direct_sets > 0, [*keys, "day"]].drop_duplicates()
    sums = counted.groupby(keys)[["hard_sets", "direct_sets"]].sum()
    sums["days"] = days.groupby(keys).size()
    sums["direct_days"] = direct.groupby(keys).size()
    return sums.fillna({"direct_days": 0})


def sides_weight(lift_sets: pd.DataFrame) -> "pd.Series[float]":
    """Return what each set counts for its muscles, shape (n,): 1, or half if of one side.

    >>> sides_weight(pd.DataFrame({"side": ["", "left", "right"]})).tolist()
    [1.0, 0.5, 0.5]
    """
    return (lift_sets.side == "").map({True: 1.0, False: ONE_SIDE}).astype(float)


def is_working(lift_sets: DataFrame[LiftSets]) -> "pd.Series[bool]":
    """Tell of each set whether it was worked, shape (n,): no warm-up and no failed attempt."""
    return (lift_sets.set_type != "warmup") & (lift_sets.reps != 0)


def calendar(
    lift_sets: DataFrame[LiftSets], today: date, week_start: weeks.WeekStart, first: date | None
) -> pd.DatetimeIndex:
    """Return the weeks from `first`, or else the first set, to that of `today`, shape (w,)."""
    begin = first
    if begin is None and not lift_sets.empty:
        begin = lift_sets.started_at.min().date()
    found = [] if begin is None else list(weeks.weeks_between(begin, today, week_start))
    return pd.DatetimeIndex(found)
