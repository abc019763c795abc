"""Exercises for planned lifts: the runner's own first, each muscle group covered or told."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import ExerciseMuscles, LiftSets
from ironstride.frames.plan import KnownExercises, Planned
from ironstride.metrics.week_exercises import FIRST, LEGS, ChosenExercises, choose_exercises
from ironstride.records.catalogue import catalogue
from ironstride.standards.guidance_choices import ADVISED_MUSCLES, ALL_MUSCLES
from tests.metrics.running_tables import lift_sets_of

TODAY = date(2026, 11, 23)
MUSCLES = ExerciseMuscles.validate(
    pd.DataFrame(
        [(one.name, group, share) for one in catalogue() for group, share in one.muscles.items()],
        columns=["exercise", "muscle", "share"],
    )
)
KNOWN = KnownExercises.validate(
    pd.DataFrame(
        [(one.name, one.kind, one.lower_body) for one in catalogue()],
        columns=["exercise", "kind", "lower_body"],
    )
)
KINDS = KNOWN.set_index("exercise").kind


def direct(exercise: str) -> set[str]:
    found = MUSCLES[(MUSCLES.exercise == exercise) & (MUSCLES.share == 1)]
    return {*found.muscle}


def lifts(*legs: bool, **changes: Any) -> DataFrame[Planned]:
    rows = [
        {
            "plan_id": 0,
            "day": pd.Timestamp("2026-11-23") + pd.Timedelta(days=2 * n),
            "order": 1,
            "kind": "lift",
            "type": "",
            "legs": one,
            "status": "planned",
            "title": "",
            "notes": "",
        }
        | changes
        for n, one in enumerate(legs)
    ]
    return Planned.validate(pd.DataFrame(rows).reindex(columns=Planned.empty().columns))


def done(*names: str, day: str = "2026-11-16", first: int = 1) -> list[dict[str, Any]]:
    return [
        {
            "session_id": first,
            "started_at": f"{day} 18:00",
            "position": n,
            "exercise": one,
            "reps": 5,
        }
        for n, one in enumerate(names)
    ]


def chosen(
    planned: DataFrame[Planned], sets: DataFrame[LiftSets] | None = None, **choices: Any
) -> ChosenExercises:
    log = LiftSets.empty() if sets is None else sets
    return choose_exercises(planned, MUSCLES, KNOWN, log, today=TODAY, **choices)


def test_what_is_suggested_first_is_in_the_catalogue_and_works_its_group_directly() -> None:
    assert {*FIRST} == {*ALL_MUSCLES}
    for group, names in FIRST.items():
        assert all(group in direct(name) and KINDS[name] != "plyometric" for name in names)


def test_an_empty_log_gets_the_exercises_that_the_article_names() -> None:
    found = chosen(lifts(True)).exercises
    assert found.exercise.tolist() == [
        "Standing calf raise (dumbbell)",
        "Romanian deadlift",
        "Back squat",
        "Hip thrust",
        "One-arm dumbbell row",
        "Plank",
    ]
    assert not found.own.any()
    assert found.sets.tolist() == [3] * 6


def test_the_runners_own_come_first_and_those_that_work_more_groups_before_them() -> None:
    sets = lift_sets_of(*done("Front squat", "Deadlift", "Leg curl"))
    found = chosen(lifts(True), sets).exercises.set_index("exercise")
    # The deadlift works hamstrings, glutes and back at once, the leg curl only hamstrings.
    assert found.muscles["Deadlift"] == "hamstrings, glutes, back"
    assert "Leg curl" not in found.index
    assert found.index[found.own].tolist() == ["Deadlift", "Front squat"]


def test_of_equally_wide_exercises_the_one_done_in_more_sessions_is_taken() -> None:
    sets = lift_sets_of(
        *done("Hack squat", "Leg press"), *done("Leg press", day="2026-11-18", first=2)
    )
    assert "Leg press" in {*chosen(lifts(True), sets).exercises.exercise}


def test_what_was_done_longer_ago_than_twelve_weeks_or_only_to_warm_up_is_not_own() -> None:
    old = done("Front squat", day="2026-08-30")
    warm = [row | {"set_type": "warmup"} for row in done("Leg press")]
    assert not chosen(lifts(True), lift_sets_of(*old, *warm)).exercises.own.any()


def test_a_lift_without_leg_work_leaves_the_legs_to_the_others() -> None:
    found = chosen(lifts(False, True))
    first = found.exercises[found.exercises.day == pd.Timestamp("2026-11-23")]
    assert first.exercise.tolist() == ["One-arm dumbbell row", "Plank"]
    assert found.unmet == ()


def test_groups_that_no_lift_may_reach_are_told() -> None:
    found = chosen(lifts(False), groups=("quads", "core"))
    assert found.unmet == (
        "Quads: no sets this week, for the lifts of this week leave out the legs.",
    )


def test_groups_that_no_exercise_works_are_told() -> None:
    only = KNOWN[KNOWN.exercise == "Plank"]
    found = choose_exercises(
        lifts(True), MUSCLES, only, LiftSets.empty(), today=TODAY, groups=("hip", "core")
    )
    assert found.unmet == ("Hip: no sets this week, for no exercise works it directly.",)


def test_the_phase_chooses_repetitions_and_reserve() -> None:
    doses = {}
    for phase in ("heavy", "starter"):
        found = chosen(lifts(True), phase=phase).exercises
        for row in found.itertuples():
            doses[phase, row.exercise] = (row.reps_low, row.reps_high, row.rir)
        assert found.hold_s[found.exercise == "Plank"].tolist() == [30]
    assert doses["heavy", "Back squat"] == (3, 6, 2)
    assert doses["heavy", "One-arm dumbbell row"] == (6, 12, 2)
    assert doses["starter", "Back squat"] == (12, 15, 3)


def test_three_lifts_have_two_sets_of_each() -> None:
    assert chosen(lifts(True, True, True)).exercises.sets.unique().tolist() == [2]


@pytest.mark.parametrize("status", ["done", "skipped"])
def test_lifts_that_are_over_get_no_exercises(status: str) -> None:
    assert chosen(lifts(True, status=status)).exercises.empty


NAMES = st.lists(st.sampled_from([one.name for one in catalogue()]), max_size=8)


@settings(max_examples=60)
@given(
    st.lists(st.booleans(), min_size=1, max_size=4),
    st.lists(st.sampled_from(ALL_MUSCLES), unique=True),
    NAMES,
)
def test_each_group_is_covered_in_the_week_or_told(
    legs: list[bool], groups: Sequence[str], names: list[str]
) -> None:
    sets = lift_sets_of(*done(*names)) if names else LiftSets.empty()
    found = chosen(lifts(*legs), sets, groups=groups)
    covered = set().union(*(direct(name) for name in found.exercises.exercise))
    told = {
        group
        for group in groups
        if any(one.startswith(group.capitalize() + ":") for one in found.unmet)
    }
    assert {*groups} - covered == told
    assert told == (set() if any(legs) else {*groups} & LEGS)
    bare = found.exercises.day.isin(lifts(*legs).day[~lifts(*legs).legs])
    assert not set().union(*(direct(one) for one in found.exercises.exercise[bare])) & LEGS
    assert not {*KINDS[found.exercises.exercise]} & {"plyometric"}
    assert not found.exercises.duplicated(["day", "exercise"]).any()


def test_nine_groups_in_two_lifts_keep_each_lift_at_six() -> None:
    found = chosen(lifts(True, True), groups=ALL_MUSCLES).exercises
    assert found.day.value_counts().tolist() == [6, 6]
    assert set().union(*(direct(one) for one in found.exercise)) >= {*ALL_MUSCLES}
    assert {*ADVISED_MUSCLES} < {*ALL_MUSCLES}
