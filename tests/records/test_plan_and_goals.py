"""What is planned and what is wished for: a wrong one cannot be built."""

from datetime import date
from typing import Any

import pytest

from ironstride.frames.goals import GOAL_KINDS
from ironstride.records import FieldError, Goal, GoalKind, LiftSet, PlannedExercise, PlannedSession
from ironstride.records.goal import MOST

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"exercise": " "}, "exercise", "choose an exercise"),
        ({"sets": 0}, "sets", "from 1 to 50, got 0"),
        ({"sets": 51}, "sets", "from 1 to 50"),
        ({"sets": 2.5}, "sets", "whole number"),
        ({"reps_low": None, "reps_high": None}, "reps_low", "needs reps or a hold"),
        ({"reps_low": None, "hold_s": 30.0}, "reps_low", "two ends"),
        ({"reps_high": None}, "reps_high", "two ends"),
        ({"reps_low": 0}, "reps_low", "1 to 500, got 0"),
        ({"reps_high": 501}, "reps_high", "1 to 500"),
        ({"reps_low": 9}, "reps_high", "must not be below"),
        ({"load_kg": 601.0}, "load_kg", "at most 600 kg"),
        ({"hold_s": 0.0}, "hold_s", "above 0 s"),
        ({"rir": 11.0}, "rir", "at most 10"),
        ({"muscles": 201 * "x"}, "muscles", "at most 200"),
    ],
)
def test_a_planned_exercise_that_nobody_can_do_is_refused(
    changes: dict[str, Any], field: str, says: str
) -> None:
    known: dict[str, Any] = {"exercise": "Back squat", "reps_low": 5, "reps_high": 8}
    with pytest.raises(FieldError, match=says) as refusal:
        PlannedExercise(**known | changes)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ({"kind": "run"}, "run type must be one of"),
        ({"kind": "run", "type": "stroll"}, "run type must be one of"),
        ({"kind": "run", "type": "easy", "legs": True}, "a planned run has no leg work"),
        ({"kind": "lift", "type": "easy"}, "a planned lift has no run type"),
        ({"kind": "lift", "distance_m": 5000.0}, "a planned lift has no distance"),
        ({"kind": "run", "type": "easy", "distance_m": 0.0}, "distance must be above 0 m"),
        ({"kind": "lift", "order": 0}, "must be 1 to 20"),
        ({"kind": "lift", "order": 21}, "must be 1 to 20"),
        ({"kind": "lift", "day": date(1899, 12, 31)}, "years 1900 to 2199"),
        ({"kind": "lift", "title": 81 * "x"}, "at most 80"),
        ({"kind": "other"}, "kind must be one of"),
    ],
)
def test_a_planned_session_of_no_kind_is_refused(known: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        PlannedSession(**{"day": DAY} | known)


def test_a_planned_exercise_is_its_sets_with_the_fewest_reps() -> None:
    squat = PlannedExercise(exercise="Back squat", sets=2, reps_low=4, reps_high=6, load_kg=80.0)
    assert squat.as_sets() == (LiftSet(exercise="Back squat", reps=4, load_kg=80.0),) * 2
    plank = PlannedExercise(exercise="Plank", sets=1, hold_s=45.0)
    assert plank.as_sets() == (LiftSet(exercise="Plank", hold_s=45.0),)


NEEDS: dict[GoalKind, dict[str, Any]] = {
    "distance a week": {"target": 40_000.0},
    "runs a week": {"target": 4.0},
    "lifts a week": {"target": 2.0},
    "hard sets a week": {"target": 8.0, "muscle": "calves"},
    "e1rm": {"target": 120.0, "exercise": "Back squat"},
    "race time": {"target": 2700.0, "distance_m": 10_000.0},
    "race": {"by": DAY, "distance_m": 42_195.0},
}


def test_there_is_a_goal_for_each_kind_that_is_computed_and_for_a_race() -> None:
    assert set(NEEDS) == set(MOST) == {*GOAL_KINDS, "race"}


@pytest.mark.parametrize("kind", NEEDS)
def test_a_goal_needs_all_that_its_kind_has_and_nothing_else(kind: GoalKind) -> None:
    Goal(kind=kind, since=DAY, **NEEDS[kind])
    for field in NEEDS[kind].keys() - {"muscle"}:
        with pytest.raises(FieldError) as refusal:
            Goal(kind=kind, since=DAY, **{k: v for k, v in NEEDS[kind].items() if k != field})
        assert refusal.value.field == field
    for field, value in {"exercise": "Plank", "distance_m": 5000.0, "muscle": "back"}.items():
        if field not in NEEDS[kind]:
            with pytest.raises(FieldError) as refusal:
                Goal(kind=kind, since=DAY, **NEEDS[kind] | {field: value})
            assert refusal.value.field == field


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"target": 0.0}, "above 0, up to 28"),
        ({"target": 28.5}, "above 0, up to 28"),
        ({"target": float("nan")}, "above 0, up to 28"),
        ({"by": date(2026, 11, 23)}, "must not be before 2026-11-24"),
        ({"kind": "win"}, "kind must be one of"),
        ({"notes": 2001 * "x"}, "at most 2000"),
    ],
)
def test_a_goal_beyond_reach_is_refused(changes: dict[str, Any], says: str) -> None:
    known: dict[str, Any] = {"kind": "runs a week", "since": DAY, "target": 4.0}
    with pytest.raises(ValueError, match=says):
        Goal(**known | changes)
