from datetime import date, datetime
from typing import Any

import pytest

from ironstride.frames.plan import NextLoads
from ironstride.jobs.as_planned import as_planned
from ironstride.records import Lift, PlannedExercise, PlannedSession, Run

DAY = date(2026, 11, 25)
NONE = NextLoads.empty()
KINDS = {"Back squat": "weighted", "Plank": "timed", "Push-up": "bodyweight"}


def a_run(**about: Any) -> PlannedSession:
    known: dict[str, Any] = {"day": DAY, "kind": "run", "type": "tempo"}
    return PlannedSession(**known | about)


def a_lift(*exercises: PlannedExercise, **about: Any) -> PlannedSession:
    known: dict[str, Any] = {"day": DAY, "kind": "lift", "exercises": exercises}
    return PlannedSession(**known | about)


def test_a_run_is_logged_with_what_was_planned_and_no_hour_that_nobody_said() -> None:
    done = as_planned(a_run(distance_m=8_000.0, duration_s=2_400.0, title="Park"), KINDS, NONE)
    assert done == Run(
        started_at=datetime(2026, 11, 25, 12),
        time_known=False,
        type="tempo",
        distance_m=8_000.0,
        duration_s=2_400.0,
        title="Park",
    )
    assert done.rpe is None


def test_a_run_without_distance_and_time_is_left_to_the_form() -> None:
    assert as_planned(a_run(), KINDS, NONE) is None
    assert as_planned(a_run(duration_s=1_800.0), KINDS, NONE) is not None


def test_a_lift_is_logged_set_by_set_after_what_stood_before_it() -> None:
    squat = PlannedExercise(exercise="Back squat", sets=2, reps_low=5, reps_high=6, load_kg=80.0)
    plank = PlannedExercise(exercise="Plank", sets=1, hold_s=45.0)
    done = as_planned(a_lift(squat, plank, order=2), KINDS, NONE)
    assert isinstance(done, Lift)
    assert done.started_at.hour == 13
    told = [(one.exercise, one.reps, one.load_kg, one.hold_s) for one in done.sets]
    assert told == [("Back squat", 5, 80.0, None)] * 2 + [("Plank", None, 0.0, 45.0)]


@pytest.mark.parametrize(("exercise", "whole"), [("Back squat", False), ("Push-up", True)])
def test_a_weight_that_was_left_open_is_left_to_the_form(exercise: str, *, whole: bool) -> None:
    one = PlannedExercise(exercise=exercise, reps_low=8, reps_high=10)
    assert (as_planned(a_lift(one), KINDS, NONE) is not None) == whole


def test_a_lift_without_exercises_is_left_to_the_form() -> None:
    assert as_planned(a_lift(), KINDS, NONE) is None
