"""Fitness tests judged against the one before, and the runner's own typical error."""

from datetime import date, timedelta
from math import log
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests
from ironstride.frames.fitness import JudgedTests
from ironstride.metrics.fitness import (
    CANNOT_TELL,
    MAY_BE_NOISE,
    MORE_THAN_NOISE,
    PRACTICE,
    TOO_SMALL,
    judged_tests,
    lines,
)
from ironstride.metrics.own_error import own_errors
from tests.metrics.running_tables import FEW

FIRST = date(2026, 1, 5)
EMPTY: dict[str, Any] = {
    "exercise": "", "side": "", "notes": "", "distance_m": None, "duration_s": None,
    "avg_hr_bpm": None, "load_kg": None, "reps": None, "hold_s": None, "hop_m": None,
}  # fmt: skip


def table_of(
    protocol: str, *measured: dict[str, Any], days_apart: int = 40
) -> DataFrame[FitnessTests]:
    rows = [
        EMPTY | {"test_id": at + 1, "protocol": protocol, "day": FIRST + timedelta(days_apart * at)}
        | one
        for at, one in enumerate(measured)
    ]  # fmt: skip
    return FitnessTests.validate(pd.DataFrame(rows))


def judged(
    protocol: str, *measured: dict[str, Any], days_apart: int = 40
) -> DataFrame[JudgedTests]:
    return judged_tests(table_of(protocol, *measured, days_apart=days_apart))


def trial(duration_s: float, distance_m: float = 5000.0) -> dict[str, Any]:
    return {"distance_m": distance_m, "duration_s": duration_s}


def lift(load_kg: float, reps: int = 5, exercise: str = "Back squat") -> dict[str, Any]:
    return {"load_kg": load_kg, "reps": reps, "exercise": exercise}


def verdict_of(protocol: str, *measured: dict[str, Any]) -> str:
    """Judge the last of a few tests; the first one is doubled, for it is practice."""
    return str(judged(protocol, measured[0], *measured).verdict.iloc[-1])


@pytest.mark.parametrize(
    ("protocol", "distance_m", "expected"),
    [
        ("time_trial", 5000, [2.8, -2.8, 5.6, -5.3]),
        ("time_trial", 1500, [4.7, -4.5, 9.4, -8.6]),
        ("submaximal_run", None, [5.1, -4.9, 10.3, -9.3]),
        ("rep_max", None, [6.0, -5.6, 12.1, -10.8]),
        ("calf_raises", None, [20.2, -16.8, 43.4, -30.3]),
        ("plank", None, [15.9, -13.7, 65.8, -39.7]),
        ("side_plank", None, [21.9, -17.9, 81.9, -45.0]),
        ("hop", None, [5.8, -5.5, 11.8, -10.5]),
    ],
)
def test_the_lines_of_each_protocol(
    protocol: str, distance_m: float | None, expected: list[float]
) -> None:
    found = [100 * np.expm1(sign * one) for one in lines(protocol, distance_m) for sign in (1, -1)]
    assert found == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize(
    ("protocol", "measured", "value"),
    [
        ("time_trial", trial(1250), 4.0),
        ("submaximal_run", trial(600, 2100) | {"avg_hr_bpm": 148}, 3.5),
        ("rep_max", lift(100, 5), 114.583),
        ("rep_max", lift(100, 3), 107.941),
        ("calf_raises", {"reps": 25, "side": "left"}, 25),
        ("plank", {"hold_s": 95.0}, 95),
        ("side_plank", {"hold_s": 70.0, "side": "right"}, 70),
        ("hop", {"hop_m": 1.45, "side": "right"}, 1.45),
    ],
)
def test_what_each_protocol_measures(protocol: str, measured: dict[str, Any], value: float) -> None:
    assert judged(protocol, measured).value.tolist() == [pytest.approx(value, abs=1e-3)]


@pytest.mark.parametrize(
    ("duration_s", "change", "verdict"),
    [
        (1170, 0.025318, TOO_SMALL),
        (1155, 0.038221, MAY_BE_NOISE),
        (1130, 0.060108, MORE_THAN_NOISE),
        (1230, -0.024693, TOO_SMALL),
        (1250, -0.040822, MAY_BE_NOISE),
        (1280, -0.064539, MORE_THAN_NOISE),
    ],
)
def test_a_time_trial_is_judged_on_both_sides_of_both_lines(
    duration_s: float, change: float, verdict: str
) -> None:
    last = judged("time_trial", trial(1300), trial(1200), trial(duration_s)).iloc[-1]
    assert last.change == pytest.approx(change, abs=1e-5)
    assert last.verdict == verdict
    assert last.against == pd.Timestamp(FIRST + timedelta(40))


def test_the_first_test_is_practice_and_the_second_has_nothing_to_compare_with() -> None:
    found = judged("time_trial", trial(1300), trial(1200), trial(1130))
    assert found.verdict.tolist() == [PRACTICE, CANNOT_TELL, MORE_THAN_NOISE]
    assert found.change.isna().tolist() == [True, True, False]


def test_each_side_and_each_lift_has_its_own_practice() -> None:
    sides = [{"hop_m": 1.4, "side": side} for side in ("left", "right")]
    assert judged("hop", *sides).verdict.tolist() == [PRACTICE, PRACTICE]
    lifts = [lift(100), lift(120, exercise="Deadlift")]
    assert judged("rep_max", *lifts).verdict.tolist() == [PRACTICE, PRACTICE]


@pytest.mark.parametrize(
    ("distance_m", "compared"), [(5100, True), (4900, True), (5101, False), (4899, False)]
)
def test_a_time_trial_is_compared_within_two_per_cent_of_the_distance(
    distance_m: float, compared: bool
) -> None:
    found = judged("time_trial", trial(1300), trial(1200), trial(1200, distance_m)).iloc[-1]
    assert (found.verdict != CANNOT_TELL) == compared
    assert found.reference == (5000 if compared else distance_m)


@pytest.mark.parametrize(("bpm", "compared"), [(150, True), (146, True), (151, False)])
def test_a_submaximal_run_is_compared_at_the_same_heart_rate_only(
    bpm: float, compared: bool
) -> None:
    before = trial(600, 2000) | {"avg_hr_bpm": 148}
    after = trial(600, 2300) | {"avg_hr_bpm": bpm}
    expected = MORE_THAN_NOISE if compared else CANNOT_TELL
    assert verdict_of("submaximal_run", before, after) == expected


@pytest.mark.parametrize("other", [lift(130, reps=3), lift(130, exercise="Front squat")])
def test_other_reps_and_other_lifts_are_not_compared(other: dict[str, Any]) -> None:
    assert pd.isna(judged("rep_max", lift(100), lift(100), other).change.iloc[-1])


def test_a_test_is_compared_with_the_previous_one_and_never_with_the_best() -> None:
    found = judged("rep_max", lift(100), lift(100), lift(120), lift(104), lift(105))
    assert found.change.iloc[-1] == pytest.approx(log(105 / 104))
    assert found.verdict.iloc[-1] == TOO_SMALL


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [(4, 5, TOO_SMALL), (5, 7, MAY_BE_NOISE), (25, 29, TOO_SMALL), (25, 36, MORE_THAN_NOISE)],
)
def test_calf_raises_must_differ_by_two(before: int, after: int, verdict: str) -> None:
    raised = [{"reps": reps, "side": "left"} for reps in (before, after)]
    assert verdict_of("calf_raises", *raised) == verdict


@pytest.mark.parametrize("protocol", ["plank", "side_plank"])
@pytest.mark.parametrize(
    ("after", "verdict"), [(110, TOO_SMALL), (150, CANNOT_TELL), (190, MORE_THAN_NOISE)]
)
def test_between_the_lines_of_a_plank_nothing_can_be_told(
    protocol: str, after: float, verdict: str
) -> None:
    held = [{"hold_s": hold_s, "side": "left"} for hold_s in (100.0, after)]
    assert verdict_of(protocol, *held) == verdict


def test_a_lift_without_a_weight_has_no_value_and_no_verdict() -> None:
    found = judged("rep_max", lift(0), lift(0), lift(50))
    assert found.value.isna().tolist() == [True, True, False]
    assert found.verdict.tolist() == [PRACTICE, CANNOT_TELL, CANNOT_TELL]


def test_tests_written_down_later_are_judged_in_the_order_of_their_days() -> None:
    tests = table_of("plank", {"hold_s": 100.0}, {"hold_s": 90.0}, {"hold_s": 80.0})
    turned = FitnessTests.validate(tests.iloc[::-1].reset_index(drop=True))
    assert judged_tests(turned).hold_s.tolist() == [100.0, 90.0, 80.0]


def test_no_test_gives_no_row() -> None:
    assert judged_tests(FitnessTests.empty()).empty


def test_four_close_pairs_make_an_own_error_worked_out_by_hand() -> None:
    # Σd² = 4 · 0.1² = 0.04; TE² = 0.04 ÷ 8 = 0.005; line 2 = 2.7764 · √2 · √0.005.
    holds = [100.0 * np.exp(0.1 * (at % 2)) for at in range(8)]
    found = judged("plank", {"hold_s": 80.0}, *({"hold_s": one} for one in [*holds, 130.0]),
                   days_apart=7)  # fmt: skip
    assert found.own_error.tolist() == [False] * 9 + [True]
    assert found.line_1.iloc[-1] == pytest.approx(0.1, abs=1e-9)
    assert found.line_2.iloc[-1] == pytest.approx(0.27764, abs=1e-5)
    assert found.verdict.iloc[-1] == MAY_BE_NOISE


def test_tests_far_apart_speak_from_ten_on_and_a_steady_trend_drops_out() -> None:
    days = np.datetime64("2025-01-01") + 40 * np.arange(12).astype("timedelta64[D]")
    error, freedom = own_errors(days, 0.05 * np.arange(12.0))
    assert np.isnan(error[:10]).all()
    assert error[10:] == pytest.approx([0, 0], abs=1e-9)
    assert freedom[10:] == pytest.approx([18 * 8 / 35, 18 * 9 / 35])


def test_the_error_of_tests_far_apart_is_the_one_they_were_made_with() -> None:
    noise = np.random.default_rng(4).normal(0, 0.03, 4000)
    days = np.datetime64("1900-01-01") + 40 * np.arange(4000).astype("timedelta64[D]")
    assert own_errors(days, noise)[0][-1] == pytest.approx(0.03, rel=0.05)


def test_a_pair_shares_no_test_with_another_pair() -> None:
    days = np.datetime64("2026-01-01") + 7 * np.arange(9).astype("timedelta64[D]")
    assert own_errors(days, np.arange(9.0))[1][-1] == 4


def test_an_own_error_is_never_taken_for_less_than_half_the_published_one() -> None:
    same = [lift(100)] * 9
    found = judged("rep_max", *same, lift(105), days_apart=7).iloc[-1]
    assert found.own_error
    assert found.line_1 == pytest.approx(0.5 * lines("rep_max")[0])
    assert found.verdict == MAY_BE_NOISE


@FEW
@given(st.lists(st.floats(5, 600), min_size=1, max_size=25), st.integers(1, 60))
def test_adding_a_test_never_changes_an_earlier_verdict(
    holds: list[float], days_apart: int
) -> None:
    measured = [{"hold_s": hold_s} for hold_s in holds]
    every = judged("plank", *measured, days_apart=days_apart)
    fewer = judged("plank", *measured[: len(holds) // 2 + 1], days_apart=days_apart)
    assert every.verdict.tolist()[: len(fewer)] == fewer.verdict.tolist()
    assert (every.line_2 > every.line_1).all()
