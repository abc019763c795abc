"""How much longer a log must be: check values from the table, and what no log can show."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.metrics.missed import missed_in_ten
from ironstride.metrics.power import Pace, Planned, found_share, power_needed
from ironstride.standards.detection import detection


def test_a_cell_is_the_count_of_the_table() -> None:
    table = detection("on/off", "weekly heart rate")
    count = table.found[table.effects.index(0.3)][table.weeks.index(104)]
    assert found_share(0.3, 104) == count / table.logs


def test_between_two_lengths_and_two_effects_lies_a_straight_line() -> None:
    corners = [found_share(effect, weeks) for effect in (0.2, 0.3) for weeks in (104, 130)]
    assert found_share(0.25, 117) == pytest.approx(np.mean(corners))


def test_under_a_year_nothing_is_found_and_above_five_nothing_more() -> None:
    assert found_share(0.5, 51) == 0.0
    assert found_share(0.5, 52) > 0.1
    assert found_share(0.3, 1000) == found_share(0.3, 260)
    assert found_share(2.0, 104) == found_share(0.5, 104)


def test_the_weeks_still_missing_and_those_there_make_the_length_at_which_8_of_10_are_found() -> (
    None
):
    needed = power_needed(0.3, weeks_so_far=104, pattern="on/off")
    assert needed.more_weeks is not None
    enough = 104 + needed.more_weeks
    assert found_share(0.3, enough) >= 0.8 > found_share(0.3, enough - 1)


@pytest.mark.parametrize("weeks", [104, 260])
def test_as_often_as_wanted_is_often_enough(weeks: int) -> None:
    wanted = found_share(0.3, weeks)
    needed = power_needed(0.3, weeks_so_far=0, pattern="on/off", wanted=wanted)
    assert needed.more_weeks == weeks


def test_going_on_as_now_is_with_the_pace_as_it_is_measured_now() -> None:
    needed = power_needed(0.3, weeks_so_far=60, pattern="on/off", pace="weekly test")
    assert needed.found_now == found_share(0.3, 60, pace="weekly test")
    assert needed.more_weeks is not None
    assert needed.weekly is not None
    assert 60 + needed.more_weeks == needed.weekly.weeks


def test_a_log_that_is_long_enough_takes_no_more_weeks() -> None:
    needed = power_needed(0.3, weeks_so_far=300, pattern="on/off")
    assert (needed.more_weeks, needed.found_now) == (0, found_share(0.3, 260))


def test_a_small_effect_is_not_within_five_years() -> None:
    needed = power_needed(0.1, weeks_so_far=60)
    assert (needed.more_weeks, needed.monthly, needed.weekly) == (None, None, None)


def test_a_beginners_gain_never_tells() -> None:
    assert power_needed(0.5, weeks_so_far=0, pattern="rise and plateau").more_weeks is None


def test_a_plan_counts_its_blocks_of_12_weeks_and_its_tests() -> None:
    needed = power_needed(0.3, weeks_so_far=0)
    assert needed.monthly == Planned(weeks=212, blocks=18, tests=53)
    assert needed.weekly == Planned(weeks=124, blocks=11, tests=124)


def test_an_empty_log_has_found_nothing() -> None:
    assert power_needed(0.3, weeks_so_far=0).found_now == 0.0


@pytest.mark.parametrize(
    ("effect", "weeks", "wanted"), [(0, 1, 0.8), (-0.1, 1, 0.8), (0.3, -1, 0.8), (0.3, 1, 1.0)]
)
def test_what_makes_no_sense_is_refused(effect: float, weeks: int, wanted: float) -> None:
    with pytest.raises(ValueError, match="nothing to look for"):
        power_needed(effect, weeks_so_far=weeks, wanted=wanted)


@given(st.floats(0.01, 1), st.integers(0, 400), st.floats(0.1, 0.9))
def test_asking_for_less_never_takes_longer(effect: float, weeks: int, wanted: float) -> None:
    often = power_needed(effect, weeks_so_far=weeks, wanted=wanted)
    seldom = power_needed(effect, weeks_so_far=weeks, wanted=wanted / 2)
    assert 0 <= often.found_now <= 1
    assert often.more_weeks is None or (
        seldom.more_weeks is not None and seldom.more_weeks <= often.more_weeks
    )


@pytest.mark.parametrize(
    ("pace", "missed"),
    [
        ("weekly heart rate", (9, 9, 8, 7, 5, 2, 2)),
        ("weekly test", (7, 7, 6, 3, 1, 1, 1)),
        ("monthly test", (10, 10, 8, 7, 4, 1, 1)),
    ],
)
def test_a_benefit_is_missed_as_often_as_the_table_missed_it(
    pace: Pace, missed: tuple[int, ...]
) -> None:
    assert tuple(missed_in_ten(weeks, pace) for weeks in (30, 52, 78, 104, 156, 260, 600)) == missed


def test_half_the_benefit_and_strength_that_only_wanders_are_missed_more_often() -> None:
    assert missed_in_ten(156) < missed_in_ten(156, effect=0.15)
    assert missed_in_ten(156) < missed_in_ten(156, pattern="wandering")


@pytest.mark.parametrize("pace", ["weekly heart rate", "weekly test", "monthly test"])
def test_more_weeks_never_miss_more(pace: Pace) -> None:
    missed = [missed_in_ten(weeks, pace) for weeks in range(0, 400, 4)]
    assert np.all(np.diff(missed) <= 0)
