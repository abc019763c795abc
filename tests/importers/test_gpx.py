"""GPX: tracks with and without sports, gaps and times."""

from datetime import datetime

import pytest

from ironstride.importers import Choices, Reading, UnreadableFile, read_file
from ironstride.importers.recordings.gpx import GUESSED
from ironstride.importers.recordings.track import NO_TIME
from ironstride.records import Run, Stream

DEGREE_M = 111_194.93


def points(speed_mps: float, seconds: int = 1200, begin: int = 0, inner: str = "") -> str:
    """Return points due north from the equator, one every 15 s."""
    return "".join(
        f"<trkpt lat='{speed_mps * s / DEGREE_M:.7f}' lon='-150'>"
        f"<time>2026-01-10T{13 + (begin + s) // 3600}:{(begin + s) // 60 % 60:02d}:{s % 60:02d}Z"
        f"</time>{inner}</trkpt>"
        for s in range(0, seconds + 1, 15)
    )


def read(*tracks: str) -> Reading:
    text = f"<gpx xmlns:a='x'>{''.join(f'<trk>{one}</trk>' for one in tracks)}</gpx>"
    return read_file("mine.gpx", text.encode(), Choices())


def segment(*inner: str) -> str:
    return f"<trkseg>{''.join(inner)}</trkseg>"


def test_distance_is_that_along_the_positions() -> None:
    run = read("<type>running</type>" + segment(points(3.0))).sessions[0].session
    assert isinstance(run, Run)
    assert run.distance_m == pytest.approx(3600, abs=0.5)
    assert (run.duration_s, run.utc_offset_min) == (1200, -600)


@pytest.mark.parametrize(
    ("longitude", "start", "offset_min"),
    [
        ("151.2", datetime(2026, 1, 11, 0, 0), 660),
        ("138.6", datetime(2026, 1, 10, 23, 30), 630),
        ("115.9", datetime(2026, 1, 10, 21, 0), 480),
    ],
)
def test_a_run_abroad_is_of_the_day_it_was_there(
    longitude: str, start: datetime, offset_min: int
) -> None:
    there = points(3.0).replace("lat='0.", "lat='-33.").replace("-150", longitude)
    text = f"<gpx><trk><type>running</type>{segment(there)}</trk></gpx>"
    reading = read_file("mine.gpx", text.encode(), Choices(zone="Europe/Berlin"))
    (one,) = reading.sessions
    assert (one.session.started_at, one.session.utc_offset_min) == (start, offset_min)
    assert reading.questions == ()


@pytest.mark.parametrize(
    ("speed_mps", "sport"), [(3.2, "run"), (1.4, "walk"), (9.0, "other"), (0.0, "other")]
)
def test_a_track_without_a_word_is_told_by_its_pace_and_said_to_be(
    speed_mps: float, sport: str
) -> None:
    reading = read(segment(points(speed_mps)))
    assert [one.session.sport for one in reading.sessions] == [sport]
    assert reading.ignored == {GUESSED: 1}


@pytest.mark.parametrize(
    ("words", "sport"),
    [
        ("<type>9</type>", "run"),
        ("<type>trail_running</type>", "trail"),
        ("<type>cycling</type>", "ride"),
        ("<type>kitesurf</type>", "other"),
        ("<name>Running 12/26/16 11:11 am</name>", "run"),
    ],
)
def test_a_word_stands_above_the_pace(words: str, sport: str) -> None:
    reading = read(words + segment(points(3.2)))
    assert [one.session.sport for one in reading.sessions] == [sport]
    assert reading.ignored == {}


def test_a_gap_between_segments_is_a_pause_without_a_distance() -> None:
    text = segment(points(3.0, 600)) + segment(points(3.0, 600, begin=1200))
    run = read("<type>running</type>" + text).sessions[0].session
    assert isinstance(run, Run)
    assert run.distance_m == pytest.approx(3600, abs=0.5)
    assert (run.duration_s, run.elapsed_s) == (1200, 1800)


@pytest.mark.parametrize(
    "inner",
    [
        "<extensions><a:hr>150</a:hr></extensions>",
        "<extensions><b:TrackPointExtension><b:hr>150</b:hr></b:TrackPointExtension></extensions>",
        "<extensions><heartrate>150</heartrate></extensions>",
    ],
)
def test_heart_rate_is_read_by_local_names_declared_or_not(inner: str) -> None:
    session = read("<type>running</type>" + segment(points(3.0, inner=inner))).sessions[0].session
    assert session.avg_hr_bpm == 150


def test_each_track_is_a_session_of_its_own() -> None:
    tracks = [segment(points(3.0)), segment(points(3.0, begin=7200))]
    assert [one.key for one in read(*tracks).sessions] == [
        "2026-01-10T13:00:00Z ",
        "2026-01-10T15:00:00Z ",
    ]


def test_points_without_a_time_or_a_place_cost_only_themselves() -> None:
    odd = "<trkpt lat='1' lon='1'/><trkpt><time>2026-01-10T13:00:01Z</time></trkpt>"
    reading = read("<type>running</type>" + segment(points(3.0), odd))
    stream = reading.sessions[0].stream
    assert isinstance(stream, Stream)
    assert len(stream) == 82
    assert reading.ignored == {NO_TIME: 1}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<gpx><rte><rtept lat='1' lon='1'/></rte></gpx>", "a route without times"),
        ("<gpx><trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk></gpx>", "without times"),
        ("<gpx/>", "GPX without a track"),
        ("<gpx><trk>", "damaged before its first point"),
    ],
)
def test_a_file_without_a_recording_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read_file("a.gpx", text.encode(), Choices())
