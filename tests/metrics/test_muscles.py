"""What a muscle group got, since when nothing, by which exercises, and what could fill a gap."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.frames.muscles import WeeklyMuscleSets
from ironstride.metrics.muscle_band import RUNNERS_DOSE, SetBand, against_band
from ironstride.metrics.muscle_exercises import gap_exercises, muscle_exercises, muscle_sets
from ironstride.metrics.muscles import muscle_last, muscle_totals
from ironstride.metrics.set_span import sets_counted
from ironstride.metrics.sets import is_hard, sides_weight, weekly_muscle_sets
from tests.metrics.running_tables import FEW, Row, lift_sets_of
from tests.metrics.test_sets import MUSCLES, named

TODAY = date(2026, 11, 20)
WEEK: dict[str, Any] = {"first": date(2026, 11, 9), "last": date(2026, 11, 15)}
SQUAT: Row = {"session_id": 1, "started_at": "2026-11-10 18:00", "reps": 5}
CURL = SQUAT | {"exercise": "Leg curl"}
SHARES = ExerciseMuscles.validate(
    pd.concat(
        [
            MUSCLES,
            pd.DataFrame(
                {"exercise": ["Leg curl", "Nordic curl"], "muscle": "hamstrings", "share": 1.0}
            ),
        ]
    )
)


def of(table: pd.DataFrame, muscle: str) -> Any:
    return table[table.muscle == muscle].iloc[0]


def test_the_totals_of_the_worked_example_are_those_of_its_week() -> None:
    table = lift_sets_of(
        *named("Back squat", 4), *named("Romanian deadlift", 3), *named("Calf raise", 3)
    )
    totals = muscle_totals(table, MUSCLES, **WEEK)
    assert totals.muscle.tolist() == ["back", "calves", "glutes", "hamstrings", "quads"]
    assert totals.hard_sets.tolist() == [1.5, 3, 3.5, 5, 4]
    assert totals.direct_sets.tolist() == [0, 3, 0, 3, 4]
    assert totals.per_week.tolist() == totals.hard_sets.tolist()
    assert of(totals, "hamstrings").exercises == 2


def test_a_week_tells_on_how_many_days_a_group_was_reached_and_on_how_many_directly() -> None:
    table = lift_sets_of(
        SQUAT,
        SQUAT,
        SQUAT | {"session_id": 2, "started_at": "2026-11-10 20:00"},
        SQUAT | {"session_id": 3, "started_at": "2026-11-12", "exercise": "Romanian deadlift"},
    )
    week = weekly_muscle_sets(table, MUSCLES, today=date(2026, 11, 15))
    assert (of(week, "hamstrings").days, of(week, "hamstrings").direct_days) == (2, 1)
    assert (of(week, "quads").days, of(week, "calves").days) == (1, 0)
    assert (of(week, "glutes").days, of(week, "glutes").direct_days) == (2, 0)


def test_the_unfinished_week_is_marked() -> None:
    weekly = weekly_muscle_sets(lift_sets_of(SQUAT), MUSCLES, today=TODAY)
    assert of(weekly, "quads").complete
    assert weekly[~weekly.complete].week.unique().tolist() == [pd.Timestamp("2026-11-16")]


def test_left_and_right_together_are_one_set_of_a_group() -> None:
    table = lift_sets_of(SQUAT | {"side": "left"}, SQUAT | {"side": "right"}, SQUAT)
    assert of(muscle_totals(table, MUSCLES, **WEEK), "quads").hard_sets == 2


@pytest.mark.parametrize(
    ("week_start", "week"), [("monday", "2026-11-09"), ("sunday", "2026-11-15")]
)
def test_a_set_on_sunday_at_23_59_is_of_that_sunday(week_start: Any, week: str) -> None:
    sunday = lift_sets_of(SQUAT | {"started_at": "2026-11-15 23:59"})
    weekly = weekly_muscle_sets(sunday, MUSCLES, today=TODAY, week_start=week_start)
    assert weekly[weekly.hard_sets > 0].week.unique().tolist() == [pd.Timestamp(week)]
    assert of(muscle_totals(sunday, MUSCLES, **WEEK), "quads").hard_sets == 1
    late = muscle_totals(sunday, MUSCLES, first=date(2026, 11, 16), last=TODAY)
    assert of(late, "quads").hard_sets == 0


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="a span ends on its first day or later"):
        muscle_totals(lift_sets_of(SQUAT), MUSCLES, first=TODAY, last=date(2026, 11, 19))


def test_the_default_band_is_the_small_dose_of_trials_with_runners() -> None:
    sets, exercises_a_group, times_a_week = (2, 4), 1, 2
    low, high = (some * exercises_a_group * times_a_week for some in sets)
    assert SetBand(low, high) == RUNNERS_DOSE


def test_a_band_holds_its_ends_and_an_unfinished_week_is_never_below() -> None:
    table = lift_sets_of(*[SQUAT] * 4, *[SQUAT | {"started_at": "2026-11-17"}] * 3)
    weekly = weekly_muscle_sets(table, MUSCLES, today=TODAY)
    placed = against_band(
        weekly, {"glutes": SetBand(0, 1), "hamstrings": SetBand(3, 3), "calves": SetBand(0, 0)}
    )
    quads, glutes = (placed[placed.muscle == one] for one in ("quads", "glutes"))
    assert quads.place.tolist() == ["within", ""]
    assert glutes.place.tolist() == ["above", "above"]
    assert placed[placed.muscle == "calves"].place.tolist() == ["within", "within"]
    assert placed[placed.muscle == "hamstrings"].place.tolist() == ["below", ""]
    assert quads[["low", "high"]].iloc[0].tolist() == [4, 8]


@pytest.mark.parametrize(("low", "high"), [(-1, 2), (3, 2), (float("nan"), 2)])
def test_a_band_that_holds_nothing_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="a band goes from 0 or more upwards"):
        SetBand(low, high)


def test_days_since_tell_direct_work_from_any() -> None:
    table = lift_sets_of(
        SQUAT | {"started_at": "2026-11-06 23:59"},
        SQUAT | {"started_at": "2026-11-20 06:00", "exercise": "Romanian deadlift"},
        SQUAT | {"started_at": "2026-11-21", "exercise": "Calf raise"},
    )
    last = muscle_last(table, MUSCLES, today=TODAY)
    assert of(last, "quads")[["days_since", "direct_days_since", "untouched"]].tolist() == [
        14, 14, True,
    ]  # fmt: skip
    assert of(last, "glutes").days_since == 0
    assert pd.isna(of(last, "glutes").last_direct_day)
    assert of(last, "hamstrings").last_direct_day == pd.Timestamp("2026-11-20")
    assert not of(last, "hamstrings").untouched
    assert of(last, "calves").isna()[["last_day", "days_since", "direct_days_since"]].all()
    assert of(last, "calves").untouched


def test_the_runner_says_after_how_many_days_a_group_is_untouched() -> None:
    table = lift_sets_of(SQUAT)  # ten days ago
    for days, untouched in ((10, True), (11, False)):
        last = muscle_last(table, MUSCLES, today=TODAY, untouched_days=days)
        assert of(last, "quads").untouched == untouched


def test_the_sets_behind_a_group_come_newest_session_first_in_their_order() -> None:
    table = lift_sets_of(
        SQUAT,
        SQUAT | {"position": 1, "side": "left"},
        SQUAT | {"position": 2, "set_type": "warmup"},
        CURL | {"session_id": 2, "started_at": "2026-11-12"},
        SQUAT | {"exercise": "Calf raise"},
    )
    found = muscle_sets(table, SHARES, "hamstrings", **WEEK)
    assert found.exercise.tolist() == ["Leg curl", "Back squat", "Back squat"]
    assert found.hard_sets.tolist() == [1, 0.5, 0.25]
    assert found.position.tolist() == [0, 0, 1]
    assert found.hard_sets.sum() == of(muscle_totals(table, SHARES, **WEEK), "hamstrings").hard_sets


def test_the_exercises_behind_a_group_come_with_what_their_sets_count() -> None:
    table = lift_sets_of(
        *[SQUAT] * 3, SQUAT | {"session_id": 2, "started_at": "2026-11-13 07:00"}, *[CURL] * 3
    )
    found = muscle_exercises(table, SHARES, "hamstrings", **WEEK)
    assert found[["exercise", "sets", "hard_sets", "sessions"]].to_numpy().tolist() == [
        ["Leg curl", 3, 3, 1],
        ["Back squat", 4, 2, 2],
    ]
    assert found.last_day.tolist() == [pd.Timestamp("2026-11-10"), pd.Timestamp("2026-11-13")]


def test_what_fills_a_gap_begins_with_what_the_runner_has_done() -> None:
    table = lift_sets_of(*[SQUAT] * 3, CURL | {"set_type": "warmup"}, CURL | {"reps": 0})
    found = gap_exercises(table, SHARES, "hamstrings", today=TODAY)
    assert found.exercise.tolist() == ["Back squat", "Leg curl", "Nordic curl", "Romanian deadlift"]
    assert found.sets.tolist() == [3, 0, 0, 0]
    assert found.done.tolist() == [True, False, False, False]
    assert found.last_day.notna().tolist() == [True, False, False, False]
    one = gap_exercises(table, SHARES, "hamstrings", today=TODAY, offered={"Nordic curl"})
    assert one.exercise.tolist() == ["Nordic curl"]
    assert gap_exercises(table, SHARES, "core", today=TODAY).empty


def test_direct_work_fills_a_gap_before_indirect_and_jumps_never_do() -> None:
    table = lift_sets_of(
        *[SQUAT] * 3, CURL, CURL | {"exercise": "Romanian deadlift", "kind": "plyometric"}
    )
    found = gap_exercises(table, SHARES, "hamstrings", today=TODAY)
    assert found.exercise.tolist() == ["Leg curl", "Back squat", "Nordic curl"]


def test_every_set_of_a_span_is_counted_once_and_says_why_it_is_left_out() -> None:
    table = lift_sets_of(
        SQUAT,
        SQUAT | {"rir": 6},
        SQUAT | {"kind": "plyometric"},
        SQUAT | {"reps": 0},
        SQUAT | {"set_type": "warmup"},
        SQUAT | {"set_type": "warmup", "reps": 0},
        SQUAT | {"started_at": "2026-11-16"},
    )
    found = sets_counted(table, **WEEK)
    assert (found.hard, found.easy, found.jumps, found.failed, found.warmups) == (1, 1, 1, 1, 2)
    assert found.warmup_share == pytest.approx(2 / 6)


def test_nothing_in_gives_nothing_or_zeros_out() -> None:
    none = LiftSets.empty()
    assert sets_counted(none, **WEEK).warmup_share is None
    assert muscle_totals(none, MUSCLES, **WEEK).hard_sets.sum() == 0
    assert muscle_totals(none, ExerciseMuscles.empty(), **WEEK).empty
    assert muscle_last(none, MUSCLES, today=TODAY).untouched.all()
    assert muscle_last(none, ExerciseMuscles.empty(), today=TODAY).empty
    assert muscle_sets(none, MUSCLES, "quads", **WEEK).empty
    assert muscle_exercises(none, MUSCLES, "quads", **WEEK).empty
    assert gap_exercises(none, ExerciseMuscles.empty(), "quads", today=TODAY).empty
    assert against_band(WeeklyMuscleSets.empty()).empty


def any_sets() -> st.SearchStrategy[DataFrame[LiftSets]]:
    row = st.fixed_dictionaries(
        {
            "session_id": st.integers(1, 5),
            "started_at": st.datetimes(
                pd.Timestamp("2026-09-01").to_pydatetime(),
                pd.Timestamp("2026-11-20 23:59:59").to_pydatetime(),
            ),
            "exercise": st.sampled_from(["Back squat", "Romanian deadlift", "Calf raise"]),
            "set_type": st.sampled_from(["work", "warmup", "failure"]),
            "kind": st.sampled_from(["weighted", "bodyweight", "plyometric"]),
            "side": st.sampled_from(["", "left", "right"]),
            "reps": st.integers(0, 15),
            "rir": st.none() | st.integers(0, 8),
        }
    )
    return st.lists(row, max_size=12).map(lambda rows: lift_sets_of(*rows))


@FEW
@given(any_sets(), st.sampled_from(["monday", "sunday"]))
def test_weeks_and_spans_add_up_to_all_hard_sets(
    table: DataFrame[LiftSets], week_start: Any
) -> None:
    weekly = weekly_muscle_sets(table, MUSCLES, today=TODAY, week_start=week_start)
    hard = table[is_hard(table)]
    each = MUSCLES.groupby("exercise").share.sum()
    shares = hard.exercise.map(each).astype(float) * sides_weight(hard)
    assert weekly.hard_sets.sum() == shares.sum()
    span = muscle_totals(table, MUSCLES, first=date(2026, 9, 1), last=TODAY)
    assert span.hard_sets.sum() == shares.sum()
    assert span.days.sum() == weekly.days.sum()
    assert (weekly.direct_sets <= weekly.hard_sets).all()
    assert (weekly.direct_days <= weekly.days).all()
    counted = sets_counted(table, first=date(2026, 9, 1), last=TODAY)
    assert (counted.all, counted.hard) == (len(table), len(hard))


@FEW
@given(any_sets())
def test_neither_order_nor_a_warm_up_changes_anything(table: DataFrame[LiftSets]) -> None:
    warmup = lift_sets_of(SQUAT | {"set_type": "warmup", "rir": 0})
    other = LiftSets.validate(pd.concat([warmup, table]).iloc[::-1].reset_index(drop=True))
    span: dict[str, Any] = {"first": date(2026, 9, 1), "last": TODAY}
    first = date(2026, 9, 1)
    for ours, theirs in (
        (
            weekly_muscle_sets(table, MUSCLES, today=TODAY, first=first),
            weekly_muscle_sets(other, MUSCLES, today=TODAY, first=first),
        ),
        (muscle_totals(table, MUSCLES, **span), muscle_totals(other, MUSCLES, **span)),
        (muscle_last(table, MUSCLES, today=TODAY), muscle_last(other, MUSCLES, today=TODAY)),
        (
            muscle_exercises(table, MUSCLES, "glutes", **span),
            muscle_exercises(other, MUSCLES, "glutes", **span),
        ),
    ):
        pd.testing.assert_frame_equal(ours, theirs)
