from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames import Runs
from ironstride.metrics.volume import eddington, eddington_number
from ironstride.units import METRES_PER_MILE
from tests.metrics.running_tables import runs_of

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "number"),
    [
        (list(range(10, 101, 10)), 10),
        ([5, 5, 5, 10, 10, 3], 5),
        ([21, 21, 21, 10, 8, 6, 5], 6),
        ([], 0),
        ([1.2] * 30, 1),
        ([0.9], 0),
    ],
)
def test_the_number_is_of_days_and_of_units(days: list[float], number: int) -> None:
    assert eddington_number(days) == number


def test_the_runs_of_a_day_count_together() -> None:
    runs = runs_of(
        {"started_at": "2026-11-17 07:00", "distance_m": 900.0},
        {"started_at": "2026-11-17 19:00", "distance_m": 1_100.0},
        {"started_at": "2026-11-18", "distance_m": 2_000.0},
    )
    assert eddington(runs, today=SUNDAY).number == 2


def test_the_next_number_takes_the_days_that_are_still_missing() -> None:
    runs = runs_of(
        *({"started_at": f"2026-11-{day}", "distance_m": 2_500.0} for day in (16, 17)),
        {"started_at": "2026-11-18", "distance_m": 4_000.0},
    )
    told = eddington(runs, today=SUNDAY)
    assert (told.number, told.days_to_next) == (2, 2)


def test_miles_are_larger_than_kilometres() -> None:
    miles = [{"started_at": f"2026-11-{day}", "distance_m": 5 * METRES_PER_MILE}
             for day in range(10, 18)]  # fmt: skip
    assert eddington(runs_of(*miles), today=SUNDAY, unit="mi").number == 5
    assert eddington(runs_of(*miles), today=SUNDAY, unit="km").number == 8


@pytest.mark.parametrize("kept", [2, 1])
def test_miles_that_a_file_kept_to_the_decimetre_still_count_as_such(kept: int) -> None:
    three = round(3 * METRES_PER_MILE, kept)
    assert three < 3 * METRES_PER_MILE
    runs = runs_of(
        *({"started_at": f"2026-11-{day}", "distance_m": three} for day in (16, 17, 18)),
    )
    told = eddington(runs, today=SUNDAY, unit="mi")
    assert (told.number, told.days_to_next) == (3, 4)
    assert (
        eddington(runs_of({"started_at": "2026-11-16", "distance_m": 999.0}), today=SUNDAY).number
        == 0
    )


def test_a_day_of_exactly_the_next_number_is_one_of_its_days() -> None:
    runs = runs_of(*({"started_at": f"2026-11-{day}", "distance_m": 3_000.0} for day in (16, 17)))
    assert eddington(runs, today=SUNDAY).days_to_next == 1


def test_a_run_without_distance_or_in_the_future_counts_for_nothing() -> None:
    runs = runs_of(
        {"started_at": "2026-11-17", "duration_s": 3_600.0},
        {"started_at": "2026-11-23", "distance_m": 9_000.0},
    )
    assert eddington(runs, today=SUNDAY).number == 0
    assert eddington(Runs.empty(), today=SUNDAY).days_to_next == 1


@given(days=st.lists(st.floats(0, 60), max_size=40), more=st.floats(0, 60))
def test_another_day_adds_at_most_one(days: list[float], more: float) -> None:
    before = eddington_number(days)
    assert before <= eddington_number([*days, more]) <= before + 1


@given(days=st.lists(st.floats(0, 60), max_size=40))
def test_the_number_is_the_largest_that_is_reached(days: list[float]) -> None:
    number = eddington_number(days)
    assert sum(day >= number for day in days) >= number
    assert sum(day >= number + 1 for day in days) < number + 1
