from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.metrics.efficiency import decoupling_pct, efficiency
from ironstride.metrics.grade import loop_factor, loop_grade, minetti_cost
from ironstride.metrics.stream_steps import Way, flat_so_far

grades = st.floats(-0.45, 0.45)


@pytest.mark.parametrize(
    ("grade", "cost"),
    [
        (-0.45, 4.032), (-0.30, 2.462), (-0.20, 1.800), (-0.181, 1.781), (-0.10, 2.152),
        (-0.05, 2.746), (0, 3.600), (0.05, 4.685), (0.10, 5.968), (0.20, 9.007),
        (0.30, 12.579), (0.45, 19.426),
    ],
)  # fmt: skip
def test_the_energy_cost_agrees_with_the_polynomial_of_2002(grade: float, cost: float) -> None:
    assert minetti_cost(grade) == pytest.approx(cost, abs=5e-4)


@pytest.mark.parametrize(
    ("grade", "factor"), [(-0.10, 0.598), (-0.05, 0.763), (0.05, 1.301), (0.10, 1.658)]
)
def test_cost_is_measured_against_level_ground(grade: float, factor: float) -> None:
    assert minetti_cost(grade) / minetti_cost(0) == pytest.approx(factor, abs=1e-3)


def test_no_grade_is_cheaper_than_one_of_18_percent_downhill() -> None:
    grade = np.linspace(-0.45, 0.45, 9001)
    assert grade[minetti_cost(grade).argmin()] == pytest.approx(-0.181, abs=5e-4)


@pytest.mark.parametrize(
    ("grade", "factor"),
    [(0.02, 1.0051), (0.04, 1.0206), (0.05, 1.0322), (0.08, 1.0823), (0.10, 1.1286)],
)
def test_a_loop_goes_half_up_and_half_down(grade: float, factor: float) -> None:
    runs = pd.DataFrame({"distance_m": [10_000.0], "ascent_m": [10_000 * grade / 2]})
    assert loop_grade(runs).tolist() == pytest.approx([grade])
    assert loop_factor(loop_grade(runs)).tolist() == pytest.approx([factor], abs=5e-5)


def test_a_grade_nobody_measured_has_no_cost() -> None:
    assert np.isnan(minetti_cost([-0.46, 0.46, np.nan])).all()


def test_a_loop_without_distance_or_climb_has_no_grade() -> None:
    runs = pd.DataFrame({"distance_m": [np.nan, 1000.0], "ascent_m": [10.0, np.nan]})
    assert loop_grade(runs).isna().all()


def flat_m(distance_m: Sequence[float], altitude_m: Sequence[float]) -> float:
    metres = np.array(distance_m, dtype=float)
    return float(flat_so_far(Way(metres, metres, metres), np.array(altitude_m, dtype=float))[-1])


def test_grade_zero_changes_nothing() -> None:
    assert loop_factor(pd.Series([0.0])).tolist() == [1]
    assert flat_m([0, 400, 900], [7, 7, 7]) == pytest.approx(900)


def test_up_and_down_again_costs_more_than_the_flat() -> None:
    flat = flat_m([0, 100, 200], [0, 10, 0])
    assert flat == pytest.approx(100 * 1.658 + 100 * 0.598, abs=0.1)


def test_standing_still_adds_no_flat_distance() -> None:
    assert flat_m([0, 100, 100, 200], [0, 0, 50, 50]) == pytest.approx(200)


@given(grade=grades)
def test_flat_distance_of_one_slope_is_its_cost(grade: float) -> None:
    expected = 1000 * minetti_cost(grade) / 3.6
    assert flat_m([0, 1000], [0, 1000 * grade]) == pytest.approx(float(expected))


@pytest.mark.parametrize(
    ("first", "second", "percent"),
    [((330, 145), (335, 152), 6.03), ((300, 150), (300, 156), 3.85), ((300, 150), (300, 150), 0)],
)
def test_decoupling_agrees_with_the_worked_examples(
    first: tuple[float, float], second: tuple[float, float], percent: float
) -> None:
    halves = [efficiency(1000 / pace, bpm) for pace, bpm in (first, second)]
    assert decoupling_pct(*halves) == pytest.approx(percent, abs=5e-3)


def test_a_faster_second_half_at_the_same_heart_rate_is_negative() -> None:
    assert decoupling_pct(efficiency(3.0, 150), efficiency(3.1, 150)) < 0


def test_efficiency_rises_with_effort_alone() -> None:
    assert efficiency(3.2, 156) / efficiency(2.8, 144) == pytest.approx(1.055, abs=5e-4)


def test_without_a_heart_rate_there_is_no_efficiency() -> None:
    assert np.isnan(efficiency(3.0, 0))
    assert np.isnan(efficiency(3.0, np.nan))
    assert np.isnan(decoupling_pct(np.nan, 0.02))
