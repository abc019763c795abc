"""Hard sets and tonnage a week, and which muscles they reach."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.metrics.sets import is_hard, weekly_muscle_sets, weekly_sets
from tests.metrics.running_tables import FEW, lift_sets_of

TODAY = date(2026, 11, 20)
LAST_WEEK = {"session_id": 1, "started_at": "2026-11-10 18:00", "reps": 10}

MUSCLES = ExerciseMuscles.validate(
    pd.DataFrame(
        [
            ("Back squat", "quads", 1.0),
            ("Back squat", "glutes", 0.5),
            ("Back squat", "hamstrings", 0.5),
            ("Romanian deadlift", "hamstrings", 1.0),
            ("Romanian deadlift", "glutes", 0.5),
            ("Romanian deadlift", "back", 0.5),
            ("Calf raise", "calves", 1.0),
        ],
        columns=["exercise", "muscle", "share"],
    )
)


def named(exercise: str, times: int) -> list[dict[str, Any]]:
    return [LAST_WEEK | {"exercise": exercise, "position": n} for n in range(times)]


@pytest.mark.parametrize(
    ("row", "hard"),
    [
        ({"rir": 4}, True),
        ({"rir": 5}, False),
        ({}, True),
        ({"set_type": "drop"}, True),
        ({"set_type": "failure"}, True),
        ({"set_type": "warmup"}, False),
        ({"set_type": "warmup", "rir": 1}, False),
        ({"reps": 0}, False),
        ({"reps": None, "hold_s": 45, "kind": "timed"}, True),
        ({"kind": "bodyweight", "load_kg": 0}, True),
        ({"kind": "plyometric", "load_kg": 0}, False),
    ],
)
def test_a_set_is_hard_when_few_reps_are_left(row: dict[str, Any], hard: bool) -> None:
    assert is_hard(lift_sets_of(LAST_WEEK | row)).tolist() == [hard]


def test_the_worked_example_of_fractional_sets_adds_up() -> None:
    table = lift_sets_of(
        *named("Back squat", 4), *named("Romanian deadlift", 3), *named("Calf raise", 3)
    )
    sums = weekly_muscle_sets(table, MUSCLES, today=date(2026, 11, 15))
    assert dict(zip(sums.muscle, sums.hard_sets, strict=True)) == {
        "quads": 4,
        "hamstrings": 5,
        "glutes": 3.5,
        "back": 1.5,
        "calves": 3,
    }


def test_every_week_has_every_muscle_even_without_a_set() -> None:
    sums = weekly_muscle_sets(lift_sets_of(*named("Calf raise", 2)), MUSCLES, today=TODAY)
    wide = sums.pivot_table(index="week", columns="muscle", values="hard_sets")
    assert wide.shape == (2, 5)
    assert wide["calves"].tolist() == [2, 0]
    assert wide.drop(columns="calves").to_numpy().sum() == 0


def test_the_runner_says_which_sets_are_hard_for_the_muscles_too() -> None:
    table = lift_sets_of(*[row | {"rir": 3} for row in named("Calf raise", 2)])
    for hard_rir, expected in ((2, 0), (3, 2)):
        sums = weekly_muscle_sets(table, MUSCLES, today=date(2026, 11, 15), hard_rir=hard_rir)
        assert sums.hard_sets.sum() == expected


def test_an_exercise_without_muscles_adds_nothing() -> None:
    sums = weekly_muscle_sets(lift_sets_of(*named("Unknown", 3)), MUSCLES, today=TODAY)
    assert sums.hard_sets.sum() == 0


@pytest.mark.parametrize(
    ("sets", "reps", "load_kg", "tonnage_kg"), [(3, 10, 60, 1800), (5, 5, 100, 2500)]
)
def test_tonnage_is_sets_times_reps_times_load(
    sets: int, reps: int, load_kg: float, tonnage_kg: float
) -> None:
    rows = [LAST_WEEK | {"reps": reps, "load_kg": load_kg} for _ in range(sets)]
    assert weekly_sets(lift_sets_of(*rows), today=TODAY).tonnage_kg.tolist() == [tonnage_kg, 0]


def test_tonnage_is_the_load_beside_the_body_without_warm_ups_assistance_and_holds() -> None:
    table = lift_sets_of(
        LAST_WEEK | {"set_type": "warmup", "load_kg": 60},
        LAST_WEEK | {"kind": "bodyweight", "load_kg": 10},
        LAST_WEEK | {"kind": "assisted", "load_kg": 25},
        LAST_WEEK | {"kind": "timed", "load_kg": 20, "reps": None, "hold_s": 60},
        LAST_WEEK | {"reps": None, "hold_s": 10, "load_kg": 40},
    )
    week = weekly_sets(table, today=TODAY).iloc[0]
    assert (week.sets, week.tonnage_kg) == (4, 10 * 10)


def test_weeks_with_no_set_show_as_zero_and_the_last_is_unfinished() -> None:
    table = lift_sets_of(LAST_WEEK | {"started_at": "2026-10-26 07:00"}, LAST_WEEK)
    weekly = weekly_sets(table, today=TODAY)
    assert weekly.week.dt.strftime("%d %b").tolist() == ["26 Oct", "02 Nov", "09 Nov", "16 Nov"]
    assert weekly.hard_sets.tolist() == [1, 0, 1, 0]
    assert weekly.complete.tolist() == [True, True, True, False]


def test_sessions_are_counted_once() -> None:
    table = lift_sets_of(LAST_WEEK, LAST_WEEK, LAST_WEEK | {"session_id": 2})
    assert weekly_sets(table, today=TODAY).sessions.tolist() == [2, 0]


def test_a_sunday_belongs_to_the_week_that_the_runner_chose() -> None:
    sunday = lift_sets_of(LAST_WEEK | {"started_at": "2026-11-15 23:30"})
    from_monday = weekly_sets(sunday, today=TODAY)
    from_sunday = weekly_sets(sunday, today=TODAY, week_start="sunday")
    assert from_monday.week.iloc[0] == pd.Timestamp("2026-11-09")
    assert from_sunday.week.tolist() == [pd.Timestamp("2026-11-15")]


def test_first_cuts_or_lengthens_the_calendar() -> None:
    table = lift_sets_of(LAST_WEEK)
    assert weekly_sets(table, today=TODAY, first=TODAY).hard_sets.tolist() == [0]
    longer = weekly_sets(table, today=TODAY, first=date(2026, 11, 1))
    assert longer.hard_sets.tolist() == [0, 0, 1, 0]


def test_a_set_after_this_week_is_left_out() -> None:
    table = lift_sets_of(LAST_WEEK, LAST_WEEK | {"started_at": "2026-12-01"})
    assert weekly_sets(table, today=TODAY).hard_sets.tolist() == [1, 0]


def test_nothing_in_gives_nothing_out_with_the_right_columns() -> None:
    some = weekly_sets(lift_sets_of(LAST_WEEK), today=TODAY)
    none = weekly_sets(LiftSets.empty(), today=TODAY)
    assert none.empty
    assert none.dtypes.equals(some.dtypes)
    assert weekly_muscle_sets(LiftSets.empty(), MUSCLES, today=TODAY).empty
    no_muscles = ExerciseMuscles.empty()
    assert weekly_muscle_sets(lift_sets_of(LAST_WEEK), no_muscles, today=TODAY).empty


def _sets() -> st.SearchStrategy[DataFrame[LiftSets]]:
    row = st.fixed_dictionaries(
        {
            "session_id": st.integers(1, 5),
            "started_at": st.dates(date(2026, 9, 1), TODAY),
            "exercise": st.sampled_from(["Back squat", "Calf raise"]),
            "set_type": st.sampled_from(["work", "warmup", "drop"]),
            "reps": st.integers(0, 15),
            "load_kg": st.sampled_from([0.0, 60.0, 80.0]),
            "rir": st.none() | st.integers(0, 8),
        }
    )
    return st.lists(row, max_size=12).map(lambda rows: lift_sets_of(*rows))


@FEW
@given(_sets(), st.sampled_from(["monday", "sunday"]))
def test_the_weeks_add_up_to_the_log(table: DataFrame[LiftSets], week_start: Any) -> None:
    weekly = weekly_sets(table, today=TODAY, week_start=week_start)
    working = table[(table.set_type != "warmup") & (table.reps > 0)]
    assert weekly.sets.sum() == len(working)
    assert weekly.hard_sets.sum() == is_hard(table).sum()
    assert weekly.tonnage_kg.sum() == pytest.approx((working.reps * working.load_kg).sum())


@FEW
@given(_sets())
def test_the_order_of_the_sets_does_not_matter(table: DataFrame[LiftSets]) -> None:
    backwards = LiftSets.validate(table.iloc[::-1].reset_index(drop=True))
    pd.testing.assert_frame_equal(
        weekly_sets(backwards, today=TODAY), weekly_sets(table, today=TODAY)
    )
    pd.testing.assert_frame_equal(
        weekly_muscle_sets(backwards, MUSCLES, today=TODAY),
        weekly_muscle_sets(table, MUSCLES, today=TODAY),
    )


@FEW
@given(_sets())
def test_warm_ups_add_no_set_and_no_load(table: DataFrame[LiftSets]) -> None:
    without = LiftSets.validate(table[table.set_type != "warmup"].reset_index(drop=True))
    columns = ["hard_sets", "sets", "tonnage_kg"]
    first = date(2026, 9, 1)
    pd.testing.assert_frame_equal(
        weekly_sets(table, today=TODAY, first=first)[columns],
        weekly_sets(without, today=TODAY, first=first)[columns],
    )
