"""The sets of a planned lift as one sets out to do them: what the last sessions suggest."""

from dataclasses import replace
from math import isclose, isnan
from typing import Any

from pandera.typing.pandas import DataFrame

from ironstride.frames.plan import NextLoads
from ironstride.records import LiftSet, PlannedExercise, PlannedSession
from ironstride.records.lift import Side

BOTH: tuple[Side, ...] = ("left", "right")


def planned_sets(plan: PlannedSession, loads: DataFrame[NextLoads]) -> tuple[LiftSet, ...]:
    """Return the sets that a log form begins with, exercise by exercise.

    Where the plan has the suggested load, or leaves it open, each set has the repetitions that
    are suggested, within the planned range; else, and without a suggestion, its least. What was
    last done one side at a time is a left and a right set each.
    """
    said = {str(row.exercise): row for row in loads.itertuples()}
    return tuple(one for own in plan.exercises for one in _sets(own, said.get(own.exercise)))


def _sets(own: PlannedExercise, said: Any) -> tuple[LiftSet, ...]:
    load = own.load_kg
    if load is None and said is not None and not isnan(said.load_kg):
        load = float(said.load_kg)
    sides: tuple[Side | None, ...] = BOTH if said is not None and said.one_sided else (None,)
    reps = _reps(own, load, said)
    return tuple(
        replace(one, side=side, reps=reps, load_kg=load or 0.0)
        for one in own.as_sets()
        for side in sides
    )


def _reps(own: PlannedExercise, load: float | None, said: Any) -> int | None:
    low, high = own.reps_low, own.reps_high
    if low is None or high is None or said is None or isnan(said.reps):
        return low
    if not isclose(load or 0.0, said.load_kg, abs_tol=0.005):
        return low
    return min(max(int(said.reps), low), high)
