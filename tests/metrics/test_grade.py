import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.metrics.pace import (
    decoupling_pct,
    efficiency,
    flat_distance_m,
    heart_rate_factor,
    loop_factor,
    minetti_cost,
)

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
    [
        (-0.20, 1.115), (-0.15, 0.959), (-0.10, 0.877), (-0.09, 0.872), (-0.05, 0.888), (0, 1),
        (0.05, 1.214), (0.10, 1.523), (0.15, 1.912), (0.20, 2.358),
    ],
)  # fmt: skip
def test_the_heart_rate_curve_agrees_with_its_figure(grade: float, factor: float) -> None:
    assert heart_rate_factor(grade) == pytest.approx(factor, abs=1e-3)


@pytest.mark.parametrize(
    ("grade", "factor"), [(-0.10, 0.87), (-0.03, 0.94), (0.057, 1.21), (0.10, 1.50), (0.20, 2.3)]
)
def test_another_reading_of_that_figure_is_near(grade: float, factor: float) -> None:
    assert heart_rate_factor(grade) == pytest.approx(factor, abs=0.06)


@pytest.mark.parametrize(
    ("grade", "energy", "heart_rate"),
    [
        (0.02, 1.0051, 1.0082), (0.04, 1.0206, 1.0328), (0.05, 1.0322, 1.0513),
        (0.08, 1.0823, 1.1312), (0.10, 1.1286, 1.2050),
    ],
)  # fmt: skip
def test_a_loop_goes_half_up_and_half_down(grade: float, energy: float, heart_rate: float) -> None:
    climb_m = 10_000 * grade / 2
    assert loop_factor(10_000, climb_m) == pytest.approx(energy, abs=5e-5)
    assert loop_factor(10_000, climb_m, "heart rate") == pytest.approx(heart_rate, abs=5e-5)


def test_a_grade_nobody_measured_has_no_cost() -> None:
    assert np.isnan(minetti_cost([-0.46, 0.46, np.nan])).all()
    assert np.isnan(heart_rate_factor([-0.21, 0.21, np.nan])).all()
    assert np.isnan(loop_factor(0, 10))
    assert np.isnan(loop_factor(1000, np.nan))


def test_grade_zero_changes_nothing() -> None:
    assert heart_rate_factor(0) == 1
    assert loop_factor(5000, 0) == 1
    flat = flat_distance_m(np.array([0.0, 400.0, 900.0]), np.zeros(3))
    assert flat == pytest.approx(900)


def test_up_and_down_again_costs_more_than_the_flat() -> None:
    flat = flat_distance_m(np.array([0.0, 100.0, 200.0]), np.array([0.0, 10.0, 0.0]))
    assert flat == pytest.approx(100 * 1.658 + 100 * 0.598, abs=0.1)


def test_standing_still_and_steps_backwards_add_no_flat_distance() -> None:
    metres = np.array([0.0, 100.0, 100.0, 90.0, 190.0])
    assert flat_distance_m(metres, np.array([0.0, 0.0, 50.0, 50.0, 50.0])) == pytest.approx(200)
    assert flat_distance_m(np.array([]), np.array([])) == 0
    assert flat_distance_m(np.array([5.0]), np.array([0.0])) == 0


@given(grade=grades)
def test_flat_distance_of_one_slope_is_its_cost(grade: float) -> None:
    rise = np.array([0.0, 1000 * grade])
    expected = 1000 * minetti_cost(grade) / 3.6
    assert flat_distance_m(np.array([0.0, 1000.0]), rise) == pytest.approx(float(expected))


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
