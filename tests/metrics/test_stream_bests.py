import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.metrics.bests import stream_bests

steps = st.lists(
    st.tuples(st.floats(0, 60), st.integers(6, 60)), min_size=1, max_size=15
)  # at most 10 m/s


def recorded(pairs: list[tuple[float, int]]) -> tuple[np.ndarray, np.ndarray]:
    metres, seconds = np.array(pairs, dtype=float).T
    return np.append(0, metres.cumsum()), np.append(0, seconds.cumsum())


def test_both_ends_are_read_between_points() -> None:
    # 1 km in 300, 200 and 250 s: the best 1.5 km is the second with half the third.
    best = stream_bests([0, 1000, 2000, 3000], [0, 300, 500, 750], [1000, 1500, 2500])
    assert best.tolist() == [200, 325, 600]


def test_a_steady_run_holds_every_distance_at_its_pace() -> None:
    seconds = np.arange(0, 1201.0)
    best = stream_bests(seconds * 3, seconds, [400, 1000, 3600])
    assert best.tolist() == pytest.approx([400 / 3, 1000 / 3, 1200])


def test_a_distance_longer_than_the_run_has_no_best() -> None:
    assert np.isnan(stream_bests([0, 999], [0, 300], [1000])).all()


def test_a_pause_counts_as_time() -> None:
    metres, seconds = [0, 500, 500, 1000], [0, 100, 400, 500]
    assert stream_bests(metres, seconds, [400, 1000]).tolist() == [80, 500]


def test_a_pause_before_the_start_or_after_the_end_is_no_part_of_a_best() -> None:
    metres, seconds = [0, 0, 1000, 1000], [0, 600, 900, 2000]
    assert stream_bests(metres, seconds, [1000]).tolist() == [300]


def test_a_jump_of_the_position_adds_no_distance() -> None:
    # 100 m in one second out and back again: only the 3 m/s around it are running.
    metres = np.array([0.0, 300, 400, 300, 600])
    seconds = np.array([0.0, 100, 101, 102, 202])
    assert stream_bests(metres, seconds, [600]).tolist() == [202]
    assert np.isnan(stream_bests(metres, seconds, [700])).all()


def test_the_speed_of_the_100_m_record_is_still_running() -> None:
    assert stream_bests([0, 10.44], [0, 1], [10]).tolist() == pytest.approx([10 / 10.44])
    assert np.isnan(stream_bests([0, 10.45], [0, 1], [10])).all()


def test_points_out_of_time_or_unknown_are_left_out() -> None:
    metres = [0, np.nan, 300, 500, 450, 600]
    seconds = [0, 50, 100, 60, np.nan, 200]
    assert stream_bests(metres, seconds, [600]).tolist() == [200]


@pytest.mark.parametrize("metres", [[], [0.0], [np.nan]])
def test_without_two_points_there_is_no_best(metres: list[float]) -> None:
    assert np.isnan(stream_bests(metres, metres, [400])).all()
    assert len(stream_bests(metres, metres, [])) == 0


def test_a_target_of_nothing_has_no_best() -> None:
    assert np.isnan(stream_bests([0, 1000], [0, 300], [0, -5])).all()


@given(pairs=steps, target_m=st.floats(1, 300))
def test_no_stretch_beats_the_best(pairs: list[tuple[float, int]], target_m: float) -> None:
    metres, seconds = recorded(pairs)
    best = stream_bests(metres, seconds, [target_m])[0]
    if metres[-1] < target_m:
        assert np.isnan(best)
        return
    # When each metre mark was last left and first reached, read from the recording.
    starts = np.linspace(0, max(metres[-1] - target_m, 0), 60)
    left = [max(_times_at(metres, seconds, place)) for place in starts]
    reached = [min(_times_at(metres, seconds, place + target_m)) for place in starts]
    assert best <= min(np.array(reached) - left) + 1e-6
    assert best >= target_m / 10.44 - 1e-6


def _times_at(metres: np.ndarray, seconds: np.ndarray, place: float) -> list[float]:
    """Every moment at which a recording that never falls is at a place."""
    place = min(place, metres[-1])
    found = []
    for n in range(1, len(metres)):
        near, far = metres[n - 1], metres[n]
        if near <= place <= far:
            share = 0.0 if far == near else (place - near) / (far - near)
            found.append(seconds[n - 1] + share * (seconds[n] - seconds[n - 1]))
            if far == near:
                found.append(seconds[n])
    return found


@given(
    pairs=steps, target_m=st.floats(1, 300), more=st.tuples(st.floats(0, 60), st.integers(6, 60))
)
def test_running_on_never_makes_a_best_slower(
    pairs: list[tuple[float, int]], target_m: float, more: tuple[float, int]
) -> None:
    before, after = (stream_bests(*recorded(one), [target_m])[0] for one in (pairs, [*pairs, more]))
    assert np.isnan(before) or after <= before + 1e-6


@given(pairs=steps, metres=st.floats(1, 200), more=st.floats(0.5, 50))
def test_a_longer_distance_never_takes_less_time(
    pairs: list[tuple[float, int]], metres: float, more: float
) -> None:
    short, long = stream_bests(*recorded(pairs), [metres, metres + more])
    assert np.isnan(long) or short <= long + 1e-6


@given(pairs=steps, metres=st.floats(1, 100), times=st.integers(2, 5))
def test_a_multiple_of_a_distance_is_never_run_at_a_faster_pace(
    pairs: list[tuple[float, int]], metres: float, times: int
) -> None:
    short, long = stream_bests(*recorded(pairs), [metres, metres * times])
    assert np.isnan(long) or times * short <= long + 1e-6


@given(
    pairs=steps,
    ends=st.lists(st.integers(0, 15), min_size=2, max_size=2, unique=True),
    share=st.floats(0.01, 1),
)
def test_no_lap_beats_the_best_over_as_much_or_less(
    pairs: list[tuple[float, int]], ends: list[int], share: float
) -> None:
    metres, seconds = recorded(pairs)
    begin, end = np.clip(sorted(ends), 0, len(metres) - 1)
    lap_m, lap_s = metres[end] - metres[begin], seconds[end] - seconds[begin]
    if lap_m > 0:
        assert stream_bests(metres, seconds, [lap_m * share])[0] <= lap_s + 1e-6
