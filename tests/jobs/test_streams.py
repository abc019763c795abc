"""What is computed of a recording when it comes in, from every sample of it."""

from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given, settings

from ironstride import store
from ironstride.importers import Choices, Sourced
from ironstride.jobs.import_files import FilePreview, commit, compared, preview
from ironstride.jobs.streams import kept_stream, with_kept
from ironstride.metrics import recording
from ironstride.records import Stream
from ironstride.store import Log
from ironstride.store.packing import unpack
from tests.build import ride, run
from tests.streams import kept, samples_of, steady, streams

NOW = datetime(2026, 11, 22, 12, 0)
BERLIN = Choices(zone="Europe/Berlin", distance_unit="km")
GARMIN = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Elapsed Time\n"
    "Running,2025-06-04 07:30:11,false,Berlin,2.00,150,00:10:00,150,170,00:10:00\n"
)


def gpx() -> str:
    """Return a run due north at 12 km/h, a point every ten seconds."""
    points = "".join(
        f'<trkpt lat="{52 + n * 0.0003:.4f}" lon="13.0"><ele>40</ele>'
        f"<time>2025-06-04T05:{30 + (n * 10 + 11) // 60}:{(n * 10 + 11) % 60:02}Z</time></trkpt>"
        for n in range(61)
    )
    return (
        '<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1" creator="x">'
        f"<trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    )


def bring(log: Log, name: str, text: str) -> int:
    found = preview(log, name, text.encode(), BERLIN, today=date(2026, 11, 22))
    assert isinstance(found, FilePreview)
    done = commit(log, compared(log, [found]), at=NOW)
    assert done is not None
    return done.batch_id


def test_a_recording_on_top_of_the_row_of_its_run_and_taken_back(log: Log) -> None:
    bring(log, "garmin.csv", GARMIN)
    (number,) = store.sessions(log).session_id
    before = store.session(log, int(number))
    batch = bring(log, "run.gpx", gpx())
    assert store.sessions(log).session_id.tolist() == [number]
    found = store.samples(log, int(number))
    assert (found.elapsed_s.tolist(), set(found.altitude_m)) == ([*range(0, 601, 10)], {40})
    assert found.distance_m.iloc[-1] == pytest.approx(2001.5, abs=1)
    assert store.stream_bests(log).distance_m.tolist() == [400, 800, 1000, 1609.344]
    store.revert_batch(log, batch, NOW)
    assert store.session(log, int(number)) == before
    assert store.samples(log, int(number)).empty
    assert store.stream_bests(log).empty


def test_bests_and_time_at_heart_rate_come_from_every_sample() -> None:
    times = np.arange(0.0, 301)
    # A second at 180 bpm in every five is lost in the means that are kept.
    bpm = np.where(times % 5 == 4, 180.0, 140.0)
    found = kept(Stream(elapsed_s=times, distance_m=times * 4, hr_bpm=bpm))
    assert dict(found.heart_seconds) == {140: 240, 180: 60}
    assert dict(found.bests) == pytest.approx({400: 100, 800: 200, 1000: 250})
    assert found.samples == len(unpack(found.data)) == 61
    assert set(unpack(found.data).columns()["hr_bpm"]) == {140, 148}
    assert found.elapsed_s == 300


def test_a_ride_has_no_bests_of_running() -> None:
    one = kept_stream(Sourced("1", 1, ride(), stream=steady()))
    assert one is not None
    assert one.bests == ()
    assert one.heart_seconds == ((150, 1000.0),)


def test_no_recording_or_a_single_sample_keeps_nothing() -> None:
    point = Stream(elapsed_s=np.array([3.0]), hr_bpm=np.array([100.0]))
    assert with_kept(Sourced("1", 1, run())).stream is None
    assert with_kept(Sourced("1", 1, run(), stream=point)).stream is None


def test_what_is_kept_already_stays_as_it_is() -> None:
    once = with_kept(Sourced("1", 1, run(), stream=steady()))
    assert with_kept(once) == once


def test_a_recording_of_a_belt_without_a_sensor_keeps_its_heart_rate() -> None:
    times = np.arange(0.0, 61)
    found = kept(Stream(elapsed_s=times, hr_bpm=np.full(61, 130.0)))
    assert found.bests == ()
    assert found.heart_seconds == ((130, 60.0),)


def test_a_stretch_that_nobody_can_run_is_no_best() -> None:
    # 400 m at 10 m/s is 40 s: faster than the record, slower than what is cut off as a jump.
    metres = np.append(np.arange(0.0, 401, 10), 400 + np.arange(3.0, 1000, 3))
    found = kept(Stream(elapsed_s=np.arange(float(len(metres))), distance_m=metres))
    assert 400.0 not in dict(found.bests)


@given(streams())
@settings(deadline=None, max_examples=50)
def test_whatever_was_recorded_can_be_kept_and_shown(stream: Stream) -> None:
    found = kept_stream(Sourced("1", 1, run(), stream=stream))
    if found is None:
        assert len(stream) == 1
        return
    samples = samples_of(**unpack(found.data).columns())
    whole = recording.splits(samples, every_m=1000)
    assert len(recording.sample_lines(samples)) <= 1000
    assert whole.duration_s.sum() <= found.elapsed_s + 0.1 * len(samples)
    recording.decoupling(samples)
    recording.flat_pace(samples)
    slower = [seconds for _, seconds in found.bests]
    assert slower == sorted(slower)
