"""Points to sessions: distance along positions, moving time, climb, odd clocks and odd values."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.importers import Choices
from ironstride.importers.recordings.columns import Points, in_time, stream_of
from ironstride.importers.recordings.measures import climb_m, mean_of, moving_s, track_m
from ironstride.importers.recordings.points import NO_LAP, LapMark, Said, session_of
from ironstride.records import Lift, LiftSet, Other, Run, Sport

START_S = 1_777_788_000.0
ONE_DEGREE_M = 111_195.1  # of latitude, on a sphere of 6 371.0088 km


def steady(seconds: int, *, mps: float = 3.0, every_s: float = 1.0, **more: Any) -> Points:
    at = np.arange(0, seconds + 1, every_s)
    return Points(time_s=START_S + at, distance_m=mps * at, **more)


def run_of(said: Said, points: Points | None, left_out: Counter[str] | None = None) -> Run:
    counted = Counter[str]() if left_out is None else left_out
    session, _ = session_of(said, points, Choices(zone="Europe/Berlin"), counted)
    assert isinstance(session, Run)
    return session


def test_positions_give_the_distance_where_the_file_has_none() -> None:
    at = np.arange(0.0, 601, 10)
    latitude = 52 + at * 3 / ONE_DEGREE_M
    points = Points(time_s=START_S + at, latitude=latitude, longitude=np.full(len(at), 10.0))
    assert run_of(Said(sport="run"), points).distance_m == pytest.approx(1800, abs=0.5)


def test_a_jump_of_the_position_adds_no_distance() -> None:
    at = np.arange(0.0, 101)
    latitude = 3 * at / ONE_DEGREE_M
    latitude[50] += 0.01
    far = track_m(latitude, np.zeros(101), at, np.zeros(101), 10.44)
    assert far[-1] == pytest.approx(294, abs=0.1)


def test_the_way_between_two_parts_of_a_track_is_not_run() -> None:
    at = np.arange(0.0, 61)
    latitude = 52 + 3 * at / ONE_DEGREE_M
    latitude[31:] += 0.001
    starts = np.zeros(61, bool)
    starts[[0, 31]] = True
    points = Points(
        time_s=START_S + at, latitude=latitude, longitude=np.full(61, 10.0), starts_part=starts
    )
    stream = stream_of(points, START_S, "run")
    assert stream is not None
    assert stream.distance_m is not None
    assert stream.distance_m[-1] == pytest.approx(177, abs=0.1)


def test_standing_is_no_moving_time() -> None:
    at = np.arange(0.0, 301)
    metres = np.concatenate([3 * at[:101], np.full(100, 300.0), 300 + 3 * at[1:101]])
    assert moving_s(at, metres) == pytest.approx(200, abs=8)


def test_a_gap_that_was_run_through_is_moving_time() -> None:
    assert moving_s(np.array([0.0, 1, 2, 302, 303]), np.array([0.0, 3, 6, 906, 909])) == 303


def test_pauses_that_the_file_tells_count_before_slow_steps() -> None:
    said = Said(
        sport="run", pauses=((START_S + 100, START_S + 150), (START_S + 290, START_S + 400))
    )
    run = run_of(said, steady(300))
    assert (run.elapsed_s, run.duration_s) == (300, 240)


def test_a_file_that_only_sums_up_needs_no_points() -> None:
    said = Said(sport="treadmill", start_s=START_S, elapsed_s=1900, moving_s=1800, distance_m=5000)
    run = run_of(said, None)
    assert (run.distance_m, run.duration_s, run.elapsed_s, run.surface) == (
        5000, 1800, 1900, "treadmill",
    )  # fmt: skip


def test_a_treadmill_without_a_sensor_has_time_and_heart_rate() -> None:
    at = np.arange(0.0, 601)
    points = Points(time_s=START_S + at, hr_bpm=np.full(601, 140.0))
    run = run_of(Said(sport="treadmill"), points)
    assert (run.distance_m, run.duration_s, run.avg_hr_bpm) == (None, 600, 140)


def test_hills_are_climbed_and_noise_is_not() -> None:
    at = np.arange(0.0, 3601)
    hills = 100 + 20 * np.sin(2 * np.pi * at / 720)
    assert climb_m(at, hills) == pytest.approx(200, abs=6)
    noise = np.random.default_rng(7).normal(0, 3, len(at))
    assert climb_m(at, 100 + noise) == 0
    assert climb_m(at, hills + noise) == pytest.approx(200, abs=12)


def test_a_climb_that_the_file_sums_up_counts_first() -> None:
    points = steady(600, altitude_m=np.linspace(0, 60, 601))
    assert run_of(Said(sport="run", ascent_m=0.0), points).ascent_m == 0
    assert run_of(Said(sport="run"), points).ascent_m == pytest.approx(57.5, abs=1)


def test_points_that_cover_little_of_a_session_do_not_speak_for_all_of_it() -> None:
    points = steady(600, altitude_m=np.linspace(0, 60, 601))
    assert run_of(Said(sport="run", elapsed_s=620, distance_m=1860), points).ascent_m == 57.5
    run = run_of(Said(sport="run", elapsed_s=3600, distance_m=10_800), points)
    assert (run.ascent_m, run.duration_s) == (None, 3600)


def test_unknown_and_impossible_values_are_left_out() -> None:
    hr = np.full(61, 150.0)
    hr[:10] = 0
    hr[20] = 255
    points = steady(60, hr_bpm=hr, latitude=np.zeros(61), longitude=np.zeros(61))
    stream = stream_of(points, START_S, "run")
    assert stream is not None
    assert stream.hr_bpm is not None
    assert np.isnan(stream.hr_bpm).sum() == 11
    assert stream.latitude is None
    assert run_of(Said(sport="run"), points).max_hr_bpm == 150


@pytest.mark.parametrize(("sport", "cadence"), [("run", 176.0), ("walk", 176.0), ("ride", None)])
def test_strides_are_doubled_to_steps_on_foot_alone(sport: Sport, cadence: float | None) -> None:
    stream = stream_of(steady(60, cadence=np.full(61, 88.0)), START_S, sport)
    assert stream is not None
    steps = None if stream.cadence_spm is None else stream.cadence_spm[0]
    assert steps == cadence


def test_points_in_another_order_are_the_same_stream() -> None:
    points = steady(60, hr_bpm=np.arange(100.0, 161))
    mixed = points.at(np.ones(61, bool))
    order = np.random.default_rng(3).permutation(61)
    assert mixed.distance_m is not None
    assert mixed.hr_bpm is not None
    mixed = Points(
        time_s=mixed.time_s[order], distance_m=mixed.distance_m[order], hr_bpm=mixed.hr_bpm[order]
    )
    assert stream_of(mixed, START_S, "run") == stream_of(points, START_S, "run")


def test_a_distance_that_steps_back_never_falls() -> None:
    metres = np.array([0.0, 10, 8, 20, np.nan, 30])
    points = Points(time_s=START_S + np.arange(6.0), distance_m=metres)
    stream = stream_of(points, START_S, "run")
    assert stream is not None
    assert stream.distance_m is not None
    assert stream.distance_m.tolist()[:4] == [0, 10, 10, 20]


def test_laps_without_a_distance_have_that_of_their_points() -> None:
    marks = tuple(
        LapMark(start_s=START_S + a, end_s=START_S + b)
        for a, b in ((0, 100), (100, 300), (300, 300))
    )
    left_out: Counter[str] = Counter()
    run = run_of(Said(sport="run", laps=marks), steady(300), left_out)
    assert [(lap.distance_m, lap.duration_s) for lap in run.laps] == [(300, 100), (600, 200)]
    assert +left_out == {NO_LAP: 1}


def test_a_start_far_from_all_points_is_not_believed() -> None:
    run = run_of(Said(sport="run", start_s=START_S - 9e6, elapsed_s=300), steady(300))
    assert run.started_at.date().isoformat() == "2026-05-03"


def test_sets_make_a_lift_session_whatever_the_points_hold() -> None:
    said = Said(sport="strength", sets=(LiftSet(exercise="Squat", reps=5),), moving_s=1800)
    session, stream = session_of(said, steady(60), Choices(zone="UTC"), Counter())
    assert isinstance(session, Lift)
    assert session.duration_s == 1800
    assert stream is not None


def test_without_any_time_there_is_no_session() -> None:
    with pytest.raises(ValueError, match="when it started"):
        session_of(Said(sport="run"), None, Choices(), Counter())
    with pytest.raises(ValueError, match="when it started"):
        session_of(Said(sport="run"), Points(time_s=np.full(3, np.nan)), Choices(), Counter())


def test_a_pace_that_nobody_runs_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="pace must be possible"):
        session_of(Said(sport="run"), steady(600, mps=20), Choices(), Counter())
    session, _ = session_of(Said(sport="ride"), steady(600, mps=20), Choices(), Counter())
    assert isinstance(session, Other)


def test_means_are_over_time_not_over_samples() -> None:
    at = np.array([0.0, 1, 2, 3, 11])
    assert mean_of(at, np.array([100.0, 100, 100, 200, np.nan])) == pytest.approx(1900 / 11)


finite = st.floats(-1e12, 1e12) | st.sampled_from([np.nan, np.inf, -np.inf, 0.0, START_S])


@given(
    rows=st.lists(st.tuples(*[finite] * 8), max_size=30),
    start=st.none() | finite,
    sport=st.sampled_from(["run", "ride", "strength", "walk"]),
)
def test_any_points_give_a_session_or_a_sentence(
    rows: list[tuple[float, ...]], start: float | None, sport: Sport
) -> None:
    columns = np.array(rows, float).reshape(-1, 8).T
    names = (
        "time_s", "distance_m", "hr_bpm", "altitude_m", "cadence", "latitude", "longitude",
        "temperature_c",
    )  # fmt: skip
    points = Points(**dict(zip(names, columns, strict=True)))
    try:
        session, stream = session_of(Said(sport=sport, start_s=start), points, Choices(), Counter())
    except ValueError:
        return
    assert session.started_at.year >= 1900
    assert stream is None or len(stream) <= len(rows)


def test_only_points_near_all_others_are_kept() -> None:
    left_out: Counter[str] = Counter()
    times = np.array([0.0, 1, 2, 3, 1e9, np.nan]) + START_S
    assert len(in_time(Points(time_s=times), left_out).time_s) == 4
    assert left_out.total() == 1
