"""One recorded run: splits, halves, pace on the flat, time in zones, lines to draw."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import HeartSeconds, SampleLines, Samples, Splits
from ironstride.metrics.heart_seconds import heart_seconds
from ironstride.metrics.recording import (
    decoupling,
    flat_pace,
    sample_lines,
    splits,
    zone_seconds,
)
from ironstride.metrics.zones import maximum_zones, threshold_zones
from tests.streams import samples_of

EMPTY = Samples.empty()
# Steps of (seconds, metres): running, walking, standing, gaps.
steps = st.lists(
    st.tuples(st.sampled_from([1.0, 5, 10, 40, 900]), st.floats(0, 60)), min_size=1, max_size=60
)


def walked(pairs: list[tuple[float, float]]) -> DataFrame[Samples]:
    seconds, metres = np.array(pairs).T
    return samples_of(
        elapsed_s=np.append(0, seconds.cumsum()), distance_m=np.append(0, metres.cumsum())
    )


def even(seconds: int, mps: float = 3.0, **more: float | np.ndarray) -> DataFrame[Samples]:
    times = np.arange(0.0, seconds + 1, 5)
    columns = {name: np.broadcast_to(value, times.shape) for name, value in more.items()}
    return samples_of(elapsed_s=times, distance_m=times * mps, **columns)


def test_each_split_has_its_own_time_and_heart_rate_and_the_last_is_what_is_left() -> None:
    times = np.arange(0.0, 1001, 5)
    metres = np.where(times <= 500, 4 * times, 2000 + 2 * (times - 500))
    bpm = np.where(times < 500, 150.0, 130.0)
    found = splits(samples_of(elapsed_s=times, distance_m=metres, hr_bpm=bpm), every_m=1200)
    assert found.distance_m.tolist() == [1200, 1200, 600]
    assert found.duration_s.tolist() == [300, 400, 300]
    assert found.avg_hr_bpm.tolist() == [150, 140, 130]
    assert found.rise_m.isna().all()
    assert found.flat_distance_m.isna().all()


def test_standing_counts_in_elapsed_time_only() -> None:
    found = splits(walked([(300, 1000), (120, 0), (300, 1000)]), every_m=1000)
    assert found.duration_s.tolist() == [300, 300]
    assert found.elapsed_s.tolist() == [300, 420]


def test_a_gap_that_somebody_ran_through_is_running() -> None:
    assert splits(walked([(300, 1000), (300, 1000)]), every_m=1000).duration_s.tolist() == [300] * 2


def test_a_rest_of_a_few_metres_is_no_split() -> None:
    assert len(splits(walked([(300, 1009)]), every_m=1000)) == 1
    assert len(splits(walked([(300, 1010)]), every_m=1000)) == 2
    assert splits(walked([(3, 8)]), every_m=1000).distance_m.tolist() == [8]


def test_without_a_distance_or_a_sample_there_are_no_splits() -> None:
    assert splits(EMPTY, every_m=1000).empty
    assert splits(samples_of(elapsed_s=[0, 5], hr_bpm=[100, 120]), every_m=1000).empty
    assert splits(walked([(60, 0)]), every_m=1000).empty


def test_a_hill_costs_what_its_grade_costs() -> None:
    # Up at 5 % costs 4.685 / 3.6 of the flat, on a mountain that is even from end to end.
    times = np.arange(0.0, 1001, 5)
    hill = samples_of(elapsed_s=times, distance_m=3 * times, altitude_m=0.15 * times)
    found = splits(hill, every_m=1500)
    assert found.rise_m.tolist() == pytest.approx([75, 75])
    assert found.flat_distance_m.tolist() == pytest.approx([1500 * 4.685 / 3.6] * 2, rel=1e-4)
    assert flat_pace(hill) == pytest.approx(1000 / 3 / (4.685 / 3.6), rel=1e-4)


def test_level_ground_has_the_pace_that_was_run_and_no_altitude_has_none() -> None:
    assert flat_pace(even(600, altitude_m=30.0)) == pytest.approx(1000 / 3)
    assert flat_pace(even(600)) is None
    assert flat_pace(even(60, altitude_m=30.0)) is None
    assert flat_pace(EMPTY) is None


def test_an_altitude_that_wavers_makes_little_of_level_ground() -> None:
    noise = np.random.default_rng(9).normal(0, 1.5, 721)
    level = flat_pace(even(3600, altitude_m=100 + noise))
    assert level == pytest.approx(1000 / 3, rel=0.03)


@given(steps, st.floats(50, 900))
def test_splits_add_up_to_the_run(pairs: list[tuple[float, float]], every_m: float) -> None:
    samples = walked(pairs)
    found = splits(samples, every_m=every_m)
    whole_m, whole_s = samples.distance_m.iloc[-1], samples.elapsed_s.iloc[-1]
    assert (found.distance_m <= every_m + 1e-6).all()
    assert (found.duration_s <= found.elapsed_s + 1e-6).all()
    assert found.distance_m.sum() <= whole_m + 1e-6
    assert found.elapsed_s.sum() <= whole_s + 1e-6
    moving_m = sum(metres for seconds, metres in pairs if metres >= 0.5 * seconds)
    assert found.distance_m.sum() >= moving_m - 10 - 1e-6
    Splits.validate(found)


def test_decoupling_is_that_of_the_two_halves() -> None:
    # SCIENCE A6: 5:30 /km at 145 bpm, then 5:35 at 152, is 6.03 %.
    times = np.arange(0.0, 2401, 5)
    first, second = 1000 / 330, 1000 / 335
    metres = np.where(times <= 1200, first * times, first * 1200 + second * (times - 1200))
    bpm = np.where(times < 1200, 145.0, 152.0)
    found = decoupling(samples_of(elapsed_s=times, distance_m=metres, hr_bpm=bpm))
    assert found is not None
    assert (found.first_mps, found.second_mps) == pytest.approx((first, second))
    assert (found.first_hr_bpm, found.second_hr_bpm) == (145, 152)
    assert found.pct == pytest.approx(6.03, abs=0.005)


def test_a_pause_or_a_missing_heart_rate_moves_no_half() -> None:
    plain = decoupling(even(2400, hr_bpm=150.0))
    paused = even(2400, hr_bpm=150.0)
    paused["elapsed_s"] = paused.elapsed_s + np.where(paused.index > 100, 600.0, 0.0)
    assert plain is not None
    assert decoupling(paused) == plain
    assert plain.pct == pytest.approx(0)


def test_under_twenty_minutes_with_a_heart_rate_it_cannot_be_told() -> None:
    assert decoupling(even(1195, hr_bpm=150.0)) is None
    assert decoupling(even(1200, hr_bpm=150.0)) is not None
    assert decoupling(even(2400)) is None
    assert decoupling(EMPTY) is None
    assert decoupling(samples_of(elapsed_s=[0, 5], hr_bpm=[120, 120])) is None


def test_time_in_zones_adds_up_to_the_time_with_a_heart_rate() -> None:
    heart = pd.DataFrame(
        {"session_id": 1, "bpm": [80, 100, 139, 140, 200], "seconds": [5.0, 10, 20, 30, 40]}
    )
    frame = DataFrame[HeartSeconds](HeartSeconds.validate(heart))
    found = zone_seconds(frame, maximum_zones(max_hr_bpm=200))
    assert found.zone.tolist() == ["below", "1", "2", "3", "4", "5"]
    assert found.seconds.tolist() == [5, 10, 20, 30, 0, 40]
    assert found.share.sum() == pytest.approx(1)
    assert found.high_bpm.iloc[:2].tolist() == [99, 119]
    assert np.isnan(found.high_bpm.iloc[-1])
    # Friel's first zone begins at 0: nothing is below it.
    assert zone_seconds(frame, threshold_zones(threshold_hr_bpm=170)).zone.iloc[0] == "1"


def test_without_a_heart_rate_no_zone_has_a_share() -> None:
    found = zone_seconds(HeartSeconds.empty(), maximum_zones(max_hr_bpm=200))
    assert found.seconds.tolist() == [0] * 5
    assert found.share.isna().all()


def test_a_heart_rate_holds_until_the_next_sample_but_not_over_a_pause() -> None:
    assert heart_seconds([0, 4, 100, 101], [120, 121.4, 150, 90]) == {120: 4, 121: 10, 150: 1}
    assert heart_seconds([], []) == heart_seconds([3], [120]) == {}


@given(st.lists(st.tuples(st.floats(0.1, 9), st.floats(30, 230)), min_size=1))
def test_all_times_at_a_heart_rate_are_the_whole_time(pairs: list[tuple[float, float]]) -> None:
    seconds, bpm = np.array(pairs).T
    found = heart_seconds(np.append(0, seconds.cumsum()), np.append(bpm, 100))
    assert sum(found.values()) == pytest.approx(seconds.sum(), abs=1e-3 * len(pairs) + 1e-6)


def test_a_line_has_the_speed_over_half_a_minute() -> None:
    times = np.arange(0.0, 101, 5)
    metres = np.where(times <= 50, 2 * times, 100 + 4 * (times - 50))
    found = sample_lines(samples_of(elapsed_s=times, distance_m=metres)).set_index("elapsed_s")
    assert found.speed_mps[[0, 35, 50, 65, 100]].tolist() == [2, 2, 3, 4, 4]


def test_a_line_breaks_in_a_pause_and_not_in_a_gap() -> None:
    paused = sample_lines(walked([(5, 15), (600, 3), (5, 15)]))
    assert paused.elapsed_s.tolist() == [0, 5, 305, 605, 610]
    assert paused.speed_mps.isna().tolist() == [False, False, True, False, False]
    tunnel = sample_lines(walked([(5, 15), (60, 180), (5, 15)]))
    assert tunnel.speed_mps.tolist() == pytest.approx([3] * 4)


def test_a_long_run_has_as_many_rows_as_can_be_drawn() -> None:
    found = sample_lines(even(6 * 3600, hr_bpm=140.0))
    assert 800 <= len(found) <= 1000
    assert set(found.hr_bpm) == {140}
    assert found.speed_mps.tolist() == pytest.approx([3] * len(found))
    assert len(sample_lines(walked([(60, 0)] * 3000))) <= 1000
    assert sample_lines(EMPTY).empty
    assert len(sample_lines(samples_of(elapsed_s=[0]))) == 1


@given(steps, st.integers(20, 100))
def test_no_line_is_longer_than_asked_or_runs_backwards(
    pairs: list[tuple[float, float]], most: int
) -> None:
    found = sample_lines(walked(pairs), most)
    assert len(found) <= most
    assert found.elapsed_s.is_monotonic_increasing
    assert found.distance_m.is_monotonic_increasing
    SampleLines.validate(found)
