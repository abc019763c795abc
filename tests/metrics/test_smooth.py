"""A smooth line for the eye."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.metrics.smooth import lowess, smooth_line
from tests.metrics.running_tables import FEW

# Stopping distances [ft] of fifty cars at their speeds [mph] (Ezekiel 1930), and what the authors'
# own lowess makes of them with two thirds of the points and three rounds.
CARS = {
    4: (2, 10), 7: (4, 22), 8: (16,), 9: (10,), 10: (18, 26, 34), 11: (17, 28),
    12: (14, 20, 24, 28), 13: (26, 34, 34, 46), 14: (26, 36, 60, 80), 15: (20, 26, 54),
    16: (32, 40), 17: (32, 40, 50), 18: (42, 56, 76, 84), 19: (36, 46, 68),
    20: (32, 48, 52, 56, 64), 22: (66,), 23: (54,), 24: (70, 92, 93, 120), 25: (85,),
}  # fmt: skip
KNOWN = (
    4.965459, 13.124495, 15.858633, 18.579691, 21.280313, 24.129277, 27.119549, 30.027276,
    32.962506, 36.757728, 40.435075, 43.463492, 46.885479, 50.793152, 56.491224, 67.585824,
    73.079695, 78.643164, 84.328698,
)  # fmt: skip


def dated(*values: float) -> tuple[pd.Series, pd.Series]:
    days = pd.Series(pd.date_range("2026-01-01", periods=len(values), freq="3D"))
    return days, pd.Series(values, dtype=float)


def test_the_fifty_cars_give_the_known_line() -> None:
    pairs = np.array([(speed, one) for speed, far in CARS.items() for one in far], float)
    speeds, fitted = lowess(pairs[:, 0], pairs[:, 1], 2 / 3)
    assert speeds.tolist() == list(CARS)
    assert fitted == pytest.approx(KNOWN, abs=1e-6)


def test_a_day_ten_times_too_high_bends_the_line_by_no_more_than_noise() -> None:
    values = [100 * 1.01**n for n in range(20)]
    days, _ = dated(*values)
    line = smooth_line(days, pd.Series([*values[:9], 1000.0, *values[10:]]))
    assert line.value.tolist() == pytest.approx(values, rel=0.04)


def test_days_unknown_are_left_out() -> None:
    values = [100.0, np.nan, *[100.0] * 8]
    line = smooth_line(*dated(*values))
    assert line.value.tolist() == pytest.approx([100] * 9)


@pytest.mark.parametrize("count", [0, 1, 7])
def test_fewer_than_eight_days_have_no_line(count: int) -> None:
    assert smooth_line(*dated(*[100.0] * count)).empty


def test_sessions_all_on_one_moment_are_one_point() -> None:
    moments = pd.Series([pd.Timestamp("2026-01-01")] * 8)
    line = smooth_line(moments, pd.Series([100.0] * 8))
    assert line.value.tolist() == pytest.approx([100])


def test_twenty_years_are_drawn_with_a_hundred_points() -> None:
    line = smooth_line(*dated(*np.linspace(100, 150, 2500)))
    assert len(line) <= 101
    assert line.value.is_monotonic_increasing


@FEW
@given(st.lists(st.floats(50, 200), min_size=8, max_size=40), st.floats(0.5, 2))
def test_scaling_all_loads_scales_the_line(values: list[float], factor: float) -> None:
    days, series = dated(*values)
    one, other = smooth_line(days, series), smooth_line(days, series * factor)
    assert other.value.tolist() == pytest.approx((one.value * factor).tolist(), rel=1e-6)


@FEW
@given(st.lists(st.floats(50, 200), min_size=8, max_size=40))
def test_the_order_of_the_days_does_not_matter(values: list[float]) -> None:
    days, series = dated(*values)
    pd.testing.assert_frame_equal(smooth_line(days[::-1], series[::-1]), smooth_line(days, series))
