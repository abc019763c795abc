"""A planned lift as one sets out to do it: the suggested repetitions, both sides."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.frames.plan import NextLoads
from ironstride.jobs.planned_sets import planned_sets
from ironstride.records import LiftSet, PlannedExercise, PlannedSession

DAY = date(2026, 11, 25)


def lift(**about: Any) -> PlannedSession:
    usual: dict[str, Any] = {
        "exercise": "Back squat",
        "sets": 2,
        "reps_low": 3,
        "reps_high": 6,
        "load_kg": 100.0,
    }
    return PlannedSession(day=DAY, kind="lift", exercises=(PlannedExercise(**usual | about),))


def suggested(**about: Any) -> DataFrame[NextLoads]:
    usual = {"exercise": "Back squat", "action": "one more rep", "sets": 2, "reps": 5.0}
    usual |= {"load_kg": 100.0, "one_sided": False, "sentence": "", "rir": 2.0}
    return NextLoads.validate(
        pd.DataFrame([usual | about]).reindex(columns=NextLoads.empty().columns)
    )


def reps_and_load(plan: PlannedSession, loads: DataFrame[NextLoads]) -> tuple[Any, float]:
    first, second = planned_sets(plan, loads)
    assert first == second
    return first.reps, first.load_kg


def test_the_suggested_repetitions_are_begun_with() -> None:
    assert reps_and_load(lift(), suggested()) == (5, 100.0)


@pytest.mark.parametrize(("reps", "begun"), [(2.0, 3), (3.0, 3), (6.0, 6), (7.0, 6)])
def test_they_stay_within_the_planned_range(reps: float, begun: int) -> None:
    assert reps_and_load(lift(), suggested(reps=reps)) == (begun, 100.0)


def test_another_load_than_the_suggested_one_begins_with_the_fewest() -> None:
    assert reps_and_load(lift(load_kg=90.0), suggested()) == (3, 90.0)


def test_a_load_that_was_left_open_is_the_suggested_one() -> None:
    assert reps_and_load(lift(load_kg=None), suggested()) == (5, 100.0)
    assert reps_and_load(lift(load_kg=None), suggested(load_kg=None, reps=None)) == (3, 0.0)


def test_without_a_suggestion_each_set_has_the_fewest() -> None:
    assert reps_and_load(lift(), NextLoads.empty()) == (3, 100.0)


def test_a_hold_is_the_planned_one() -> None:
    plank = lift(exercise="Plank", reps_low=None, reps_high=None, load_kg=None, hold_s=45.0)
    loads = suggested(exercise="Plank", reps=None, load_kg=0.0, hold_s=50.0)
    assert planned_sets(plank, loads) == (LiftSet(exercise="Plank", hold_s=45.0),) * 2


def test_what_is_done_one_side_at_a_time_comes_with_both_sides() -> None:
    found = planned_sets(lift(), suggested(one_sided=True))
    assert [one.side for one in found] == ["left", "right", "left", "right"]
    assert {one.reps for one in found} == {5}
