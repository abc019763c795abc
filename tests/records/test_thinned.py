"""A stream for charts: few samples, nothing invented, a pause where it was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.records import Stream
from ironstride.records.thinned import thinned
from tests.streams import streams


def test_a_sample_a_second_becomes_one_in_five_seconds_and_the_last() -> None:
    stream = Stream(elapsed_s=np.arange(13.0), distance_m=np.arange(13.0) * 3)
    assert thinned(stream).elapsed_s.tolist() == [0, 5, 10, 12]
    assert thinned(stream).columns()["distance_m"].tolist() == [0, 15, 30, 36]


def test_heart_rates_are_means_until_the_next_sample_that_is_kept() -> None:
    bpm = [100, 110, np.nan, 120, 130, 140, 150, np.nan]
    stream = Stream(elapsed_s=np.arange(8.0), hr_bpm=np.array(bpm))
    found = thinned(stream).columns()
    assert found["elapsed_s"].tolist() == [0, 5, 7]
    assert found["hr_bpm"].tolist() == pytest.approx([115, 145, np.nan], nan_ok=True)


def test_a_pause_begins_and_ends_where_it_did() -> None:
    times = np.array([0.0, 1, 2, 3, 64, 65, 66, 70])
    assert thinned(Stream(elapsed_s=times)).elapsed_s.tolist() == [0, 3, 64, 65, 70]


def test_an_unknown_distance_lies_between_its_neighbours_unless_they_are_far_apart() -> None:
    times = np.array([0.0, 4, 5, 9, 10, 50, 90, 91])
    metres = np.array([0.0, 8, np.nan, 18, 20, np.nan, 180, 182])
    found = thinned(Stream(elapsed_s=times, distance_m=metres)).columns()
    assert found["elapsed_s"].tolist() == [0, 5, 10, 50, 90, 91]
    assert found["distance_m"].tolist() == pytest.approx([0, 10, 20, np.nan, 180, 182], nan_ok=True)


def test_half_a_position_is_none() -> None:
    halves = Stream(
        elapsed_s=np.array([0.0, 1, 2]),
        latitude=np.array([52.0, np.nan, np.nan]),
        longitude=np.array([np.nan, 13.0, np.nan]),
    )
    assert [*thinned(halves).columns()] == ["elapsed_s"]


@given(streams())
def test_thinning_keeps_both_ends_and_thins_once(stream: Stream) -> None:
    thin = thinned(stream)
    assert {stream.elapsed_s[0], stream.elapsed_s[-1]} <= {*thin.elapsed_s}
    assert {*thin.elapsed_s} <= {*stream.elapsed_s}
    assert thinned(thin) == thin
    steps = np.diff(stream.elapsed_s)
    assert len(thin) <= np.ptp(np.floor(stream.elapsed_s / 5)) + 2 + (steps > 5).sum()


@given(st.integers(1, 400), st.integers(1, 60))
def test_no_time_without_a_sample_is_longer_than_it_was(number: int, step: int) -> None:
    stream = Stream(elapsed_s=np.arange(0.0, number * step, step))
    assert max(np.diff(thinned(stream).elapsed_s), default=0) <= max(step, 10)
