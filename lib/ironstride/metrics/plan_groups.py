"""Which muscle groups a week leaves without sets, done and planned together."""

from collections.abc import Iterable
from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.frames.plan import Planned, PlannedExercises
from ironstride.metrics.hard_sets import DIRECT, HARD_RIR, reached
from ironstride.metrics.set_span import within


def groups_without_sets(
    lift_sets: DataFrame[LiftSets],
    planned: DataFrame[Planned],
    exercises: DataFrame[PlannedExercises],
    muscles: DataFrame[ExerciseMuscles],
    wanted: Iterable[str],
    *,
    first: date,
    last: date,
    least: int = 1,
    hard_rir: int = HARD_RIR,
) -> tuple[str, ...]:
    """Return the wanted groups with fewer than `least` direct hard sets from `first` to `last`.

    Sets that were done count as in the rule MUSCLES, each planned set of a lift that is still
    planned as one. A plain count; nothing done and nothing planned: all that are wanted.

    >>> groups_without_sets(LiftSets.empty(), Planned.empty(), PlannedExercises.empty(),
    ...                     ExerciseMuscles.empty(), ["core"],
    ...                     first=date(2026, 11, 23), last=date(2026, 11, 29))
    ('core',)
    """
    done = reached(within(lift_sets, first, last), muscles, hard_rir)
    days = (planned.day >= pd.Timestamp(first)) & (planned.day <= pd.Timestamp(last))
    ahead = exercises[exercises.plan_id.isin(planned.plan_id[days & (planned.status == "planned")])]
    direct = ahead[["exercise", "sets"]].merge(muscles[muscles.share >= DIRECT], on="exercise")
    sums = (
        done.groupby("muscle")
        .direct_sets.sum()
        .add(direct.groupby("muscle").sets.sum(), fill_value=0.0)
    )
    return tuple(group for group in wanted if sums.get(group, 0.0) < least)
