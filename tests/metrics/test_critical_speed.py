import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.metrics.prediction import critical_speed, distance_time_line, lasting_minutes
from ironstride.units import format_pace
from tests.metrics.effort_tables import clock

DANIELS_50 = [(1500.0, clock("5:24")), (3000.0, clock("11:33")), (5000.0, clock("19:57"))]


def on_a_line(speed: float, d_prime: float, *times: float) -> list[tuple[float, float]]:
    return [(speed * seconds + d_prime, seconds) for seconds in times]


def test_a_row_of_daniels_table_has_the_published_critical_speed() -> None:
    found = critical_speed(DANIELS_50)
    assert found.reason == ""
    assert found.speed_mps == pytest.approx(4.007, abs=5e-4)
    assert found.d_prime_m == pytest.approx(209.7, abs=0.05)
    assert found.r2 == pytest.approx(1, abs=1e-4)
    assert found.speed_mps is not None
    assert format_pace(found.speed_mps, 1, "km") == "4:10 /km"
    assert 42_195 / (found.speed_mps * 0.848) == pytest.approx(clock("3:26:59"), abs=2)


def test_the_line_of_400_800_and_5000_metres_is_the_published_one() -> None:
    efforts = [(400.0, clock("1:20")), (800.0, clock("2:50")), (5000.0, clock("20:00"))]
    found = critical_speed(efforts)
    assert found.speed_mps == pytest.approx(4.095, abs=5e-4)
    assert found.d_prime_m == pytest.approx(87.5, abs=0.05)
    assert found.efforts == tuple(efforts)


@pytest.mark.parametrize(("n", "told"), [(0, "there are 0"), (1, "there is 1"), (2, "there are 2")])
def test_below_three_efforts_it_says_how_many_there_are(n: int, told: str) -> None:
    found = critical_speed(DANIELS_50[:n])
    assert found.speed_mps is None
    assert told in found.reason


@pytest.mark.parametrize("outside", [119.0, 1201.0])
def test_an_effort_outside_2_to_20_minutes_is_left_aside(outside: float) -> None:
    efforts = on_a_line(4.0, 200.0, 200.0, 600.0, outside)
    assert "there are 2" in critical_speed(lasting_minutes(efforts)).reason


def test_2_and_20_minutes_still_count() -> None:
    efforts = on_a_line(4.0, 200.0, 120.0, 600.0, 1200.0)
    assert lasting_minutes(efforts) == efforts


@pytest.mark.parametrize("d_prime", [-40.0, -1.0, 601.0, 700.0])
def test_a_d_prime_nobody_has_is_refused_with_its_value(d_prime: float) -> None:
    found = critical_speed(on_a_line(4.0, d_prime, 200.0, 600.0, 1000.0))
    assert found.speed_mps is None
    assert f"{d_prime:.0f} m" in found.reason


def test_efforts_off_the_line_are_refused() -> None:
    jogged = [(1500.0, 324.0), (3000.0, 1100.0), (5000.0, 1197.0)]
    assert "do not lie on one line" in critical_speed(jogged).reason


@pytest.mark.parametrize(("short_m", "taken"), [(275, True), (300, False)])
def test_the_line_holds_to_an_r2_of_99_percent(short_m: float, taken: bool) -> None:
    # R² of 0.9902 and 0.9884, by hand.
    found = critical_speed([(1000.0, 200.0), (2600.0 - short_m, 600.0), (4200.0, 1000.0)])
    assert (found.reason == "") is taken


def test_three_times_the_same_effort_is_no_line() -> None:
    assert critical_speed([(1500.0, 324.0)] * 3).speed_mps is None
    assert np.isnan(distance_time_line([(1500.0, 324.0)] * 3)).all()
    assert np.isnan(distance_time_line([])).all()


@given(
    speed=st.floats(2.5, 6),
    d_prime=st.floats(1, 599),
    times=st.lists(st.integers(120, 1200), min_size=3, max_size=8, unique=True),
)
def test_efforts_on_a_line_give_that_line_in_any_order(
    speed: float, d_prime: float, times: list[int]
) -> None:
    efforts = on_a_line(speed, d_prime, *times)
    found = critical_speed(efforts)
    assert found.speed_mps == pytest.approx(speed)
    assert found.d_prime_m == pytest.approx(d_prime, abs=1e-6)
    assert critical_speed(random.Random(1).sample(efforts, len(efforts))) == found
