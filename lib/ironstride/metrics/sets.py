"""How much is lifted: hard sets a week, and which muscles they reach."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.frames.muscles import WeeklyMuscleSets
from ironstride.frames.strength import WeeklySets
from ironstride.metrics.hard_sets import (
    HARD_RIR,
    calendar,
    is_hard,
    is_working,
    per_muscle,
    reached,
    sides_weight,
)
from ironstride.metrics.intensity import set_zones, weekly_zones
from ironstride.metrics.muscle_band import SetBand, against_band
from ironstride.metrics.muscle_exercises import gap_exercises, muscle_exercises, muscle_sets
from ironstride.metrics.muscles import muscle_last, muscle_totals
from ironstride.metrics.set_span import sets_counted
from ironstride.metrics.volume_load import weekly_volume_load

__all__ = [
    "HARD_RIR",
    "SetBand",
    "against_band",
    "gap_exercises",
    "is_hard",
    "is_working",
    "muscle_exercises",
    "muscle_last",
    "muscle_sets",
    "muscle_totals",
    "set_zones",
    "sets_counted",
    "sides_weight",
    "weekly_muscle_sets",
    "weekly_sets",
    "weekly_volume_load",
    "weekly_zones",
]


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
    weeks_shown = calendar(lift_sets, today, week_start, first)
    sums = _sums(lift_sets, week_start, hard_rir).reindex(weeks_shown, fill_value=0)
    sums["complete"] = [weeks.is_complete(week.date(), today) for week in weeks_shown]
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
    """Return one row a week and muscle group: hard sets times the group's share, shape (w·m, 7).

    Direct work counts 1, indirect 0.5, which fits trials best (Pelland 2024, SportRxiv
    10.51224/SRXIV.460); a set of one side works half of a group and counts half, so left and
    right together are one set. Groups are all those of `muscles`, weeks as in `weekly_sets`, the
    unfinished one not `complete`; an exercise without muscles adds nothing.

    >>> weekly_muscle_sets(LiftSets.empty(), ExerciseMuscles.empty(), today=date(2026, 1, 1)).shape
    (0, 7)
    """
    weeks_shown = calendar(lift_sets, today, week_start, first)
    counted = reached(lift_sets, muscles, hard_rir)
    counted = counted.assign(week=weeks.weeks_of(counted.day, week_start))
    grid = pd.MultiIndex.from_product(
        [weeks_shown, sorted(muscles.muscle.unique())], names=["week", "muscle"]
    )
    sums = per_muscle(counted, ["week", "muscle"]).reindex(grid, fill_value=0).reset_index()
    over = [weeks.is_complete(week.date(), today) for week in weeks_shown]
    sums["complete"] = sums.week.map(dict(zip(weeks_shown, over, strict=True)))
    return WeeklyMuscleSets.validate(sums)


def _sums(
    lift_sets: DataFrame[LiftSets], week_start: weeks.WeekStart, hard_rir: int
) -> pd.DataFrame:
    working = is_working(lift_sets)
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
