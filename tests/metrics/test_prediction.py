from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests, Runs
from ironstride.frames.prediction import AllOut, Predictions
from ironstride.metrics.prediction import (
    all_out,
    current_fitness,
    personal_exponent,
    predictions,
    rated_efforts,
    recent_efforts,
    riegel,
)
from ironstride.units import format_clock
from tests.metrics.effort_tables import all_out_of, clock, trials_of
from tests.metrics.running_tables import FEW, runs_of

TODAY = date(2026, 11, 22)
OCTOBER, SPRING = "2026-10-04", "2026-04-05"
MILE_M, HALF_M, MARATHON_M = 1609.344, 21_097.5, 42_195.0

some_races = st.lists(
    st.tuples(
        st.just(OCTOBER),
        st.sampled_from([3_000.0, 5_000.0, 8_000.0, 10_000.0, HALF_M]),
        st.floats(600, 8000),
    ),
    min_size=1,
    max_size=6,
)


def row_of(found: DataFrame[Predictions], metres: float) -> "pd.Series[Any]":
    return found[found.distance_m == metres].iloc[0]


@pytest.mark.parametrize(
    ("metres", "time", "target_m", "expected"),
    [
        (5_000, "20:00", MILE_M, "6:01"), (5_000, "20:00", 10_000, "41:42"),
        (5_000, "20:00", 15_000, "1:04:05"), (5_000, "20:00", HALF_M, "1:32:00"),
        (5_000, "20:00", MARATHON_M, "3:11:49"), (10_000, "45:00", 5_000, "21:35"),
        (10_000, "45:00", HALF_M, "1:39:17"), (10_000, "45:00", MARATHON_M, "3:27:01"),
        (HALF_M, "1:40:00", MARATHON_M, "3:28:30"),
    ],
)  # fmt: skip
def test_riegel_agrees_with_the_worked_examples(
    metres: float, time: str, target_m: float, expected: str
) -> None:
    assert format_clock(riegel(clock(time), metres, target_m)) == expected


def test_a_larger_exponent_slows_the_longer_race() -> None:
    assert format_clock(riegel(6000, HALF_M, MARATHON_M, 1.15)) == "3:41:55"


@pytest.mark.parametrize(("time", "metres"), [(0, 5000), (1200, 0), (np.nan, 5000)])
def test_riegel_of_nothing_is_nothing(time: float, metres: float) -> None:
    assert np.isnan(riegel(time, metres, 10_000))


def test_races_tests_and_time_trials_are_all_out_and_nothing_else_is() -> None:
    race = {"started_at": OCTOBER, "distance_m": 10_000.0, "duration_s": 2700.0}
    runs = runs_of(
        race | {"type": "race"},
        race | {"type": "test"},
        race | {"type": "tempo"},
        race | {"type": "race", "sport": "treadmill"},
        race | {"type": "race", "duration_s": None},
    )
    trial = {"day": OCTOBER, "distance_m": 3000.0, "duration_s": 700.0}
    tests = trials_of(trial, trial | {"protocol": "submaximal_run", "avg_hr_bpm": 140.0})
    found = all_out(runs, tests)
    assert found[["flag", "source", "source_id"]].to_numpy().tolist() == [
        ["race", "run", 1], ["test", "run", 2], ["test", "test", 1],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("run_m", "counts_as"),
    [(10_050.0, 10_000.0), (9_890.0, 9_890.0), (9_850.0, 9_850.0), (1_600.0, MILE_M)],
)
def test_a_race_within_one_percent_of_a_standard_distance_counts_as_that(
    run_m: float, counts_as: float
) -> None:
    race = {"started_at": OCTOBER, "type": "race", "distance_m": run_m, "duration_s": 2700.0}
    assert all_out(runs_of(race), FitnessTests.empty()).distance_m.tolist() == [counts_as]


def test_the_clock_of_a_race_does_not_stop_for_pauses() -> None:
    race = {"started_at": OCTOBER, "type": "race", "distance_m": 10_000.0}
    runs = runs_of(race | {"duration_s": 2700.0, "elapsed_s": 2760.0})
    assert all_out(runs, FitnessTests.empty()).duration_s.tolist() == [2760]


def test_efforts_are_rated_by_fitness_and_age() -> None:
    efforts = all_out_of((OCTOBER, 10_000.0, 2400.0))
    rated = rated_efforts(efforts, birth_year=1976, sex="male")
    assert rated.race_fitness.tolist() == pytest.approx([51.94], abs=5e-3)
    assert rated.age_grade_pct.tolist() == pytest.approx([74.29], abs=5e-3)


def test_without_year_of_birth_or_sex_there_is_no_age_grade() -> None:
    efforts = all_out_of((OCTOBER, 10_000.0, 2400.0))
    assert rated_efforts(efforts, birth_year=1976).age_grade_pct.isna().all()
    assert rated_efforts(efforts, sex="male").age_grade_pct.isna().all()


@pytest.mark.parametrize("seconds", [209.0, 240 * 60 + 1.0])
def test_outside_3_and_a_half_to_240_minutes_no_fitness_is_told(seconds: float) -> None:
    efforts = all_out_of((OCTOBER, 5_000.0, seconds))
    assert rated_efforts(efforts).race_fitness.isna().all()


def test_the_best_of_the_last_weeks_is_the_fitness_of_today() -> None:
    efforts = all_out_of(
        (SPRING, 5_000.0, 1100.0), (OCTOBER, 5_000.0, 1200.0), (OCTOBER, 5_000.0, 1250.0)
    )
    rated = rated_efforts(efforts)
    assert current_fitness(rated, today=TODAY) == pytest.approx(49.81, abs=5e-3)
    assert current_fitness(rated, today=date(2027, 11, 22)) is None
    assert recent_efforts(efforts, today=TODAY) == [(5_000.0, 1200.0)]


@pytest.mark.parametrize(("weeks", "n"), [(7, 0), (8, 1)])
def test_the_span_is_counted_back_from_today(weeks: int, n: int) -> None:
    efforts = all_out_of((OCTOBER, 5_000.0, 1200.0))
    assert len(recent_efforts(efforts, today=TODAY, weeks=weeks)) == n
    assert recent_efforts(efforts, today=date(2026, 10, 3)) == []


def test_a_race_of_today_counts_and_one_of_26_weeks_ago_no_longer() -> None:
    last = TODAY - timedelta(weeks=26)
    efforts = all_out_of((f"{TODAY} 10:00", 5_000.0, 1200.0), (f"{last} 10:00", 10_000.0, 2500.0))
    assert recent_efforts(efforts, today=TODAY) == [(5_000.0, 1200.0)]


def test_a_prediction_says_from_which_effort_it_comes() -> None:
    found = predictions(all_out_of((OCTOBER, 5_000.0, 1200.0)), today=TODAY)
    ten = row_of(found, 10_000.0)
    assert format_clock(ten.mid_s) == "41:42"
    assert (ten.low_s, ten.high_s) == pytest.approx((ten.mid_s / 1.0284, ten.mid_s * 1.0284), 1e-4)
    assert (ten.from_distance_m, ten.from_duration_s) == (5_000, 1200)
    assert (ten.started_at, ten.flag, ten.source, ten.source_id) == (
        pd.Timestamp(OCTOBER), "race", "run", 1,
    )  # fmt: skip
    assert ten.reason == ""


def test_below_3_km_the_range_is_wider() -> None:
    mile = row_of(predictions(all_out_of((OCTOBER, 3_000.0, 700.0)), today=TODAY), MILE_M)
    assert mile.high_s / mile.mid_s == pytest.approx(1.033**2**0.5)


def test_the_marathon_has_a_range_and_no_middle() -> None:
    marathon = row_of(predictions(all_out_of((OCTOBER, HALF_M, 6000.0)), today=TODAY), MARATHON_M)
    assert [format_clock(one) for one in (marathon.low_s, marathon.high_s)] == [
        "3:28:30",
        "3:41:55",
    ]
    assert np.isnan(marathon.mid_s)


def test_a_marathon_that_was_run_stands_for_itself() -> None:
    found = predictions(all_out_of((OCTOBER, MARATHON_M, 13_000.0)), today=TODAY)
    assert row_of(found, MARATHON_M).mid_s == pytest.approx(13_000)


def test_a_distance_out_of_reach_says_why() -> None:
    found = predictions(all_out_of((OCTOBER, 5_000.0, 1200.0)), today=TODAY)
    marathon = row_of(found, MARATHON_M)
    assert np.isnan([marathon.low_s, marathon.mid_s, marathon.high_s]).all()
    assert "within 4.3 times" in marathon.reason
    assert (marathon.source, marathon.source_id) == ("", 0)


def test_ten_kilometres_just_reach_the_marathon() -> None:
    found = predictions(all_out_of((OCTOBER, 10_000.0, 2700.0)), today=TODAY)
    assert format_clock(row_of(found, MARATHON_M).low_s) == "3:27:01"


def test_a_time_outside_the_rule_is_not_told() -> None:
    found = predictions(all_out_of((OCTOBER, HALF_M, 9000.0)), today=TODAY)
    assert "3.5 to 230 minutes" in row_of(found, MARATHON_M).reason


@pytest.mark.parametrize(("seconds", "told"), [(209, False), (211, True), (13_801, False)])
def test_only_efforts_of_3_and_a_half_to_230_minutes_predict(seconds: float, told: bool) -> None:
    found = predictions(all_out_of((OCTOBER, 5_000.0, seconds)), today=TODAY)
    assert (row_of(found, 5_000.0).reason == "") is told


def test_the_nearest_effort_counts_and_of_equally_near_ones_the_fastest() -> None:
    efforts = all_out_of(
        (OCTOBER, 3_000.0, 650.0), (OCTOBER, 10_000.0, 2700.0), (OCTOBER, 10_000.0, 2600.0)
    )
    found = predictions(efforts, today=TODAY)
    assert row_of(found, 15_000.0).source_id == 3
    assert row_of(found, MILE_M).source_id == 1


def test_old_races_predict_nothing_and_every_row_says_so() -> None:
    found = predictions(all_out_of((SPRING, 5_000.0, 1200.0)), today=TODAY)
    assert found.mid_s.isna().all()
    assert found.reason.str.contains("last 26 weeks").all()


def test_nothing_in_nothing_out() -> None:
    efforts = all_out(Runs.empty(), FitnessTests.empty())
    assert efforts.dtypes.equals(AllOut.empty().dtypes)
    assert len(efforts) == len(rated_efforts(efforts, birth_year=1980, sex="male")) == 0
    found = predictions(efforts, today=TODAY)
    assert found.empty
    assert found.dtypes.equals(Predictions.empty().dtypes)
    assert recent_efforts(efforts, today=TODAY) == []


@FEW
@given(races=some_races, which=st.integers(0, 5), faster=st.floats(1.0, 1.2))
def test_a_faster_race_never_predicts_a_slower_time(
    races: list[tuple[str, float, float]], which: int, faster: float
) -> None:
    assume(which < len(races))
    day, metres, seconds = races[which]
    quicker = [*races[:which], (day, metres, seconds / faster), *races[which + 1 :]]
    before, after = (predictions(all_out_of(*one), today=TODAY) for one in (races, quicker))
    told = before.low_s.notna() & after.low_s.notna()
    assert (after.low_s[told] <= before.low_s[told] + 1e-6).all()
    assert (after.high_s[told] <= before.high_s[told] + 1e-6).all()


@FEW
@given(races=some_races)
def test_the_order_of_races_does_not_matter(races: list[tuple[str, float, float]]) -> None:
    efforts = all_out_of(*races)
    turned = AllOut.validate(efforts.iloc[::-1])
    pd.testing.assert_frame_equal(
        predictions(efforts, today=TODAY), predictions(turned, today=TODAY)
    )


def test_races_on_one_curve_give_its_exponent() -> None:
    races = [(metres, riegel(1200, 5_000, metres, 1.09)) for metres in (5_000, 10_000, HALF_M)]
    found = personal_exponent([*races, (5_000, 1500.0)])
    assert found.exponent == pytest.approx(1.09)
    assert (found.races, found.reason) == (3, "")


@pytest.mark.parametrize(
    ("efforts", "words"),
    [
        ([], "there are 0"),
        ([(5_000.0, 1200.0), (5_000.0, 1210.0), (10_000.0, 2500.0)], "there are 2"),
        ([(400.0, 80.0), (5_000.0, 1200.0), (10_000.0, 2500.0)], "there are 2"),
        ([(5_000.0, 1200.0), (6_000.0, 1460.0), (8_000.0, 1980.0)], "at least 2 times"),
        ([(5_000.0, 1500.0), (10_000.0, 2700.0), (15_000.0, 4000.0)], "faster than the shorter"),
    ],
    ids=["none", "two distances", "one too short", "too alike", "longer is faster"],
)
def test_races_that_cannot_give_an_exponent_say_why(
    efforts: list[tuple[float, float]], words: str
) -> None:
    found = personal_exponent(efforts)
    assert found.exponent is None
    assert words in found.reason
