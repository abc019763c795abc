"""Which sets and exercises are behind a muscle group, and which could fill a gap."""

from collections.abc import Collection
from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.frames.muscles import GapExercises, MuscleExercises, MuscleSets
from ironstride.metrics.hard_sets import HARD_RIR, is_working, reached
from ironstride.metrics.set_span import until, within


def muscle_sets(
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    muscle: str,
    *,
    first: date,
    last: date,
    hard_rir: int = HARD_RIR,
) -> DataFrame[MuscleSets]:
    """Return the hard sets behind a muscle group from day `first` to `last`, newest session first.

    Their `hard_sets` add up to the group's in `muscle_totals` of the same span.

    >>> span = {"first": date(2026, 11, 1), "last": date(2026, 11, 7)}
    >>> muscle_sets(LiftSets.empty(), ExerciseMuscles.empty(), "calves", **span).empty
    True
    """
    only = ExerciseMuscles.validate(muscles[muscles.muscle == muscle])
    counted = reached(within(lift_sets, first, last), only, hard_rir)
    order = ["started_at", "session_id", "position"]
    ordered = counted.sort_values(order, ascending=[False, False, True], ignore_index=True)
    return MuscleSets.validate(ordered)


def muscle_exercises(
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    muscle: str,
    *,
    first: date,
    last: date,
    hard_rir: int = HARD_RIR,
) -> DataFrame[MuscleExercises]:
    """Return the exercises behind a muscle group from day `first` to `last`, most sets first.

    `sets` are hard sets done, `hard_sets` what they count for the group.

    >>> span = {"first": date(2026, 11, 1), "last": date(2026, 11, 7)}
    >>> muscle_exercises(LiftSets.empty(), ExerciseMuscles.empty(), "calves", **span).empty
    True
    """
    sets = muscle_sets(lift_sets, muscles, muscle, first=first, last=last, hard_rir=hard_rir)
    found = sets.groupby("exercise", as_index=False).agg(
        share=("share", "max"),
        sets=("share", "size"),
        hard_sets=("hard_sets", "sum"),
        sessions=("session_id", "nunique"),
        last_day=("started_at", "max"),
    )
    found["last_day"] = pd.to_datetime(found.last_day).dt.normalize()
    order = ["hard_sets", "last_day", "exercise"]
    ordered = found.sort_values(order, ascending=[False, False, True], ignore_index=True)
    return MuscleExercises.validate(ordered)


def gap_exercises(
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    muscle: str,
    *,
    today: date,
    offered: Collection[str] | None = None,
) -> DataFrame[GapExercises]:
    """Return the exercises that would reach a muscle group, those the runner has done first.

    Then those that work it directly, then those done most often; `sets` are working sets up to
    `today`. Exercises done as jumps are left out, for they make no hard set. With `offered` only
    those are named, whatever else the log knows.

    >>> shares = pd.DataFrame({"exercise": ["Squat", "Leg curl"], "muscle": "hamstrings",
    ...                        "share": [0.5, 1.0]})
    >>> gap_exercises(LiftSets.empty(), ExerciseMuscles.validate(shares), "hamstrings",
    ...               today=date(2026, 11, 1)).exercise.tolist()
    ['Leg curl', 'Squat']
    """
    seen = until(lift_sets, today)
    working, jumps = seen[is_working(seen)], seen[seen.kind == "plyometric"]
    known = muscles[(muscles.muscle == muscle) & ~muscles.exercise.isin(jumps.exercise.unique())]
    if offered is not None:
        known = known[known.exercise.isin(list(offered))]
    by_exercise = working.groupby("exercise").started_at
    done = by_exercise.agg(sets="size", last_day="max").reindex(known.exercise)
    found = known.assign(
        sets=done.sets.fillna(0).to_numpy(),
        last_day=pd.to_datetime(done.last_day).dt.normalize().to_numpy("datetime64[ns]"),
        done=done.sets.notna().to_numpy(),
    )
    order = ["done", "share", "sets", "exercise"]
    down = [False, False, False, True]
    return GapExercises.validate(found.sort_values(order, ascending=down, ignore_index=True))
