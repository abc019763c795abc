"""FIT: what a watch wrote comes out, whole or damaged, however many sessions there are."""

from datetime import datetime
from pathlib import Path

import fitdecode
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ironstride.importers import Choices, UnreadableFile
from ironstride.importers.base import Reading
from ironstride.importers.recordings import fit
from ironstride.importers.recordings.fit_decode import BAD_CHECKSUM, COLUMNS, DAMAGED, decoded
from ironstride.importers.recordings.fit_sessions import CHANGE_OF_SPORT
from ironstride.importers.recordings.fit_sets import GUESSED as BY_THE_WATCH
from ironstride.importers.recordings.fit_sets import UNKNOWN
from ironstride.importers.recordings.gpx import GUESSED
from ironstride.records import Lift, LiftSet, Other, Run, Stream
from tests.importers.fit_files import (
    FILES,
    START_S,
    a_duathlon,
    a_run,
    a_strength_session,
    add_points,
    begun,
)
from tests.importers.fit_writer import EPOCH_S, FitWriter

SAMPLES = Path(__file__).parent / "samples" / "fit"


def read(data: bytes, choices: Choices | None = None) -> Reading:
    return fit.read_file(data, choices or Choices())


def the_run(data: bytes, choices: Choices | None = None) -> tuple[Run, Stream]:
    (one,) = read(data, choices).sessions
    assert isinstance(one.session, Run)
    assert isinstance(one.stream, Stream)
    return one.session, one.stream


@pytest.mark.parametrize("name", FILES)
def test_the_samples_are_what_the_writer_writes(name: str) -> None:
    assert (SAMPLES / f"{name}.fit").read_bytes() == FILES[name]().written()


def test_what_the_watch_says_in_sum_counts_first() -> None:
    run, stream = the_run(a_run().written())
    assert run.started_at == datetime(2026, 5, 3, 8, 0)
    assert run.utc_offset_min == 120
    assert (run.duration_s, run.elapsed_s, run.distance_m) == (300, 310, 903.5)
    assert (run.ascent_m, run.avg_hr_bpm, run.max_hr_bpm) == (12, 134, 139)
    assert (run.cadence_spm, run.temperature_c) == (168, 18)
    assert [(lap.distance_m, lap.duration_s) for lap in run.laps] == [(450, 150), (450, 150)]
    assert len(stream) == 61
    assert stream.distance_m is not None
    assert stream.distance_m[-1] == 900
    assert stream.cadence_spm is not None
    assert stream.cadence_spm[0] == 168


def test_without_a_summary_the_points_say_what_was_run() -> None:
    writer = begun().add("sport", sport=1, sub_sport=3)
    run, _ = the_run(add_points(writer).written())
    assert run.sport == "trail"
    assert run.surface == "trail"
    assert (run.distance_m, run.duration_s, run.elapsed_s) == (900, 300, 300)
    assert run.avg_hr_bpm == pytest.approx(134.4, abs=0.2)
    assert run.started_at == datetime(2026, 5, 3, 8, 0)


@pytest.mark.parametrize(
    ("sub_sport", "sport", "surface"),
    [(0, "run", None), (1, "treadmill", "treadmill"), (2, "run", "road"), (3, "trail", "trail"),
     (4, "track", "track"), (58, "virtual", None), (250, "run", None)],
)  # fmt: skip
def test_the_ground_is_the_watchs(sub_sport: int, sport: str, surface: str | None) -> None:
    run, _ = the_run(a_run(sub_sport=sub_sport).written())
    assert (run.sport, run.surface) == (sport, surface)


def test_a_watch_that_does_not_know_its_zone_is_asked_where_it_was() -> None:
    run, _ = the_run(a_run(ahead_s=0).written(), Choices(zone="America/New_York"))
    assert (run.started_at.hour, run.utc_offset_min) == (8, 120)


def test_indoors_the_runners_zone_counts_and_is_asked_for() -> None:
    data = add_points(begun().add("sport", sport=1, sub_sport=1), at_place=False).written()
    asked = read(data)
    assert [one.field for one in asked.questions] == ["zone"]
    assert asked.ignored == {}
    run, _ = the_run(data, Choices(zone="America/New_York"))
    assert (run.started_at.hour, run.utc_offset_min) == (2, -240)
    assert read(data, Choices(zone="America/New_York")).questions == ()


def test_pauses_of_the_timer_are_no_moving_time() -> None:
    writer = begun().add("sport", sport=1, sub_sport=0)
    add_points(writer, 31)
    add_points(writer, 31, start_s=START_S + 300, from_m=450)
    for at, kind in ((0, 0), (150, 4), (300, 0), (450, 4)):
        writer.add("event", timestamp=START_S + at, event=0, event_type=kind)
    run, _ = the_run(writer.written())
    assert (run.elapsed_s, run.duration_s) == (450, 300)


def test_a_session_of_strength_has_its_sets_and_no_rests() -> None:
    (one,) = read(a_strength_session().written()).sessions
    assert isinstance(one.session, Lift)
    assert one.session.sets == (
        LiftSet(exercise="Barbell bench press", reps=8, load_kg=60),
        LiftSet(exercise=f"Squat ({BY_THE_WATCH})", reps=6),
        LiftSet(exercise=UNKNOWN, reps=12, load_kg=20),
        LiftSet(exercise=f"Plank ({BY_THE_WATCH})", hold_s=45),
    )
    assert (one.session.avg_hr_bpm, one.session.duration_s) == (107, 1200)
    assert isinstance(one.stream, Stream)
    assert one.stream.columns().keys() == {"elapsed_s", "hr_bpm"}


def test_a_name_the_runner_gave_an_exercise_is_kept() -> None:
    writer = a_strength_session()
    writer.add("exercise_title", exercise_category=0, exercise_name=1, wkt_step_name="My bench")
    (one,) = read(writer.written()).sessions
    assert isinstance(one.session, Lift)
    assert one.session.sets[0].exercise == "My bench"


def test_several_sessions_share_a_file_and_none_of_their_points() -> None:
    reading = read(a_duathlon().written())
    ride, run = reading.sessions
    assert reading.ignored == {CHANGE_OF_SPORT: 1}
    assert isinstance(ride.session, Other)
    assert isinstance(run.session, Run)
    assert (ride.session.sport, run.session.distance_m) == ("ride", 900)
    assert isinstance(ride.stream, Stream)
    assert isinstance(run.stream, Stream)
    assert (len(ride.stream), len(run.stream)) == (120, 60)
    assert run.stream.distance_m is not None
    assert run.stream.distance_m[0] == 2.5  # the way from the last point of the change
    assert run.stream.elapsed_s[0] == 0
    assert (ride.key, run.key) == (f"3003-{START_S:.0f}-0", f"3003-{START_S:.0f}-2")


def test_a_last_session_that_was_never_summed_up_is_not_lost() -> None:
    *_, run = read(a_duathlon(last_summed=False).written()).sessions
    assert isinstance(run.session, Run)
    assert run.session.duration_s == 290
    assert isinstance(run.stream, Stream)
    assert len(run.stream) == 59


def test_files_in_a_chain_are_all_read() -> None:
    data = a_run().written() + a_strength_session().written()
    assert [one.session.kind for one in read(data).sessions] == ["run", "lift"]


def test_joining_loses_nothing() -> None:
    one, two = a_run().written(), a_duathlon().written()
    apart = [session for data in (one, two) for session in read(data).sessions]
    together = read(one + two).sessions
    assert [(s.key, s.session, s.stream) for s in together] == [
        (s.key, s.session, s.stream) for s in apart
    ]


@given(first=st.integers(15, 45))
def test_a_recording_split_in_two_files_is_all_there_in_the_joined_one(first: int) -> None:
    (whole,) = read(add_points(begun(), 60).written()).sessions
    halves = [
        add_points(begun(serial), points, start_s=START_S + at * 5, from_m=at * 15).written()
        for serial, points, at in ((1, first, 0), (2, 60 - first, first))
    ]
    reading = read(halves[0] + halves[1])
    assert not reading.rejected
    parts = [one.stream for one in reading.sessions]
    joined: dict[str, list[float]] = {"elapsed_s": [], "distance_m": [], "cadence_spm": []}
    for part, before in zip(parts, (0, first), strict=True):
        assert isinstance(part, Stream)
        held = part.columns()
        joined["elapsed_s"] += [*(held["elapsed_s"] + before * 5)]
        joined["distance_m"] += [*(held["distance_m"] + before * 15)]
        joined["cadence_spm"] += [*held["cadence_spm"]]
    assert isinstance(whole.stream, Stream)
    known = whole.stream.columns()
    assert joined == {name: [*known[name]] for name in joined}


def night_run(start_s: float, ahead_s: int) -> FitWriter:
    """Return a run at a moment in UTC by a watch whose clock is ahead."""
    writer = add_points(begun(), start_s=start_s)
    return writer.add("activity", timestamp=start_s + 300, local_timestamp=start_s + 300 + ahead_s)


MIDNIGHT_S = START_S - 6 * 3600  # 2026-05-03 00:00 UTC


@pytest.mark.parametrize(
    ("before_s", "ahead_min", "start"),
    [
        (7260, 120, datetime(2026, 5, 2, 23, 59)),
        (7140, 120, datetime(2026, 5, 3, 0, 1)),
        (60, 345, datetime(2026, 5, 3, 5, 44)),
        (-6 * 3600, -420, datetime(2026, 5, 2, 23, 0)),
        (11 * 3600, 765, datetime(2026, 5, 3, 1, 45)),
    ],
)
def test_the_day_is_that_of_the_clock_on_the_wrist(
    before_s: int, ahead_min: int, start: datetime
) -> None:
    data = night_run(MIDNIGHT_S - before_s, ahead_min * 60).written()
    run, _ = the_run(data, Choices(zone="America/New_York"))
    assert (run.started_at, run.utc_offset_min) == (start, ahead_min)


def test_times_squeezed_into_headers_are_read() -> None:
    writer = begun().add("sport", sport=1, sub_sport=0)
    writer.add("record", timestamp=START_S, heart_rate=120)
    for n in range(1, 100):
        writer.add_later(int(START_S) + n - EPOCH_S, 120 + n % 5)
    run, stream = the_run(writer.written())
    assert run.elapsed_s == 99
    assert list(np.diff(stream.elapsed_s)) == [1.0] * 99


def test_a_field_of_an_app_does_not_stand_in_for_the_watchs_own() -> None:
    writer = begun().add("sport", sport=1, sub_sport=0)
    writer.add("developer_data_id", developer_data_index=0)
    writer.add(
        "field_description",
        developer_data_index=0,
        field_definition_number=0,
        fit_base_type_id=2,
        field_name="heart_rate",
    )
    for n in range(10):
        writer.add_with_own(140, 99, timestamp=START_S + n)
    reading = read(writer.written())
    assert reading.ignored == {}
    assert reading.sessions[0].session.avg_hr_bpm == 140


def test_points_of_one_moment_are_one_sample() -> None:
    writer = begun().add("sport", sport=1, sub_sport=0)
    for n in range(20):
        writer.add("record", timestamp=START_S + n, distance=3 * n)
        writer.add("record", timestamp=START_S + n, heart_rate=130)
    run, stream = the_run(writer.written())
    assert len(stream) == 20
    assert (run.avg_hr_bpm, run.distance_m) == (130, 57)


def test_a_clock_that_leaps_by_years_loses_that_point_alone() -> None:
    writer = begun().add("sport", sport=1, sub_sport=0)
    add_points(writer, 30)
    writer.add("record", timestamp=START_S + 9e7, distance=445)
    add_points(writer, 31, start_s=START_S + 150, from_m=450)
    reading = read(writer.written())
    assert list(reading.ignored.values()) == [1]
    (one,) = reading.sessions
    assert one.session.elapsed_s == 300


def test_a_watch_without_a_date_says_so() -> None:
    writer = FitWriter().add("file_id", type=4, serial_number=1, time_created=START_S)
    add_points(writer, start_s=EPOCH_S + 500)
    writer.add(
        "session", timestamp=EPOCH_S + 900, start_time=EPOCH_S + 500, total_timer_time=300, sport=1
    )
    reading = read(writer.written())
    assert [one.reason for one in reading.rejected] == [
        "the recording does not say when it started"
    ]


def test_a_file_cut_short_gives_what_came_before() -> None:
    data = a_run().written()
    reading = read(data[: len(data) // 2])
    (one,) = reading.sessions
    whole = read(data).sessions[0]
    assert reading.ignored == {DAMAGED: 1, GUESSED: 1}
    assert one.key == whole.key
    assert isinstance(one.stream, Stream)
    assert isinstance(whole.stream, Stream)
    assert 20 < len(one.stream) < 61
    assert np.array_equal(one.stream.elapsed_s, whole.stream.elapsed_s[: len(one.stream)])


def test_where_damage_took_the_sport_the_pace_tells_it() -> None:
    reading = read(add_points(begun()).written()[:-30])
    assert reading.ignored == {DAMAGED: 1, GUESSED: 1}
    assert isinstance(reading.sessions[0].session, Run)


def test_a_battery_that_failed_leaves_the_length_unwritten() -> None:
    reading = read(add_points(begun().add("sport", sport=1, sub_sport=0)).written(size=0)[:-2])
    assert reading.ignored in ({DAMAGED: 1}, {BAD_CHECKSUM: 1})
    assert isinstance(reading.sessions[0].session, Run)
    assert reading.sessions[0].session.distance_m == 900


def test_a_wrong_checksum_alone_loses_nothing() -> None:
    data = a_run().written()
    reading = read(data[:-2] + b"\0\0")
    assert reading.ignored == {BAD_CHECKSUM: 1}
    assert reading.sessions == read(data).sessions


def test_a_workout_to_be_followed_is_no_session() -> None:
    with pytest.raises(UnreadableFile, match="a workout to be followed"):
        read(begun(kind=5).written())


def test_damage_before_the_first_point_is_said() -> None:
    with pytest.raises(UnreadableFile, match="nothing was recorded before the damage"):
        read(a_run().written()[:20])


def points_by_fitdecode(data: bytes) -> list[dict[str, float]]:
    rows = []
    for frame in fitdecode.FitReader(data):
        if isinstance(frame, fitdecode.FitDataMessage) and frame.name == "record":
            fields = {name: frame.get_value(name, fallback=None) for name in COLUMNS}
            row = {k: v for k, v in fields.items() if v is not None}
            row["timestamp"] = row["timestamp"].timestamp()
            for place in {"position_lat", "position_long"} & row.keys():
                row[place] *= 180 / 2**31
            rows.append(row)
    return rows


@pytest.mark.parametrize("name", FILES)
def test_fitdecode_agrees_on_every_point(name: str) -> None:
    data = FILES[name]().written()
    found = decoded(data).points
    rows = points_by_fitdecode(data)
    assert len(rows) == len(found["timestamp"]) > 20
    for name, column in found.items():
        expected = [row.get(name, np.nan) for row in rows]
        assert np.allclose(column, expected, rtol=0, atol=1e-6, equal_nan=True), name


@pytest.mark.parametrize("name", ["run", "duathlon"])
def test_a_large_file_says_the_same_by_way_of_columns(name: str) -> None:
    data = FILES[name]().written()
    assert decoded(data, most_parsed=0).messages == decoded(data).messages


def test_a_file_larger_than_any_watch_writes_is_refused() -> None:
    data = a_run().written(size=13 << 20) + bytes(13 << 20)
    with pytest.raises(UnreadableFile, match="more than 6 MB"):
        read(data)


@given(data=st.binary(max_size=400))
@example(data=b"")
@settings(max_examples=100, deadline=None)
def test_any_bytes_behind_a_header_are_read_or_refused(data: bytes) -> None:
    for start in (b"\x0e\x20\x34\x08\xff\x00\x00\x00.FIT\0\0", a_run().written()):
        try:
            kinds = {one.session.kind for one in read(start + data).sessions}
        except UnreadableFile:
            continue
        assert kinds <= {"run", "lift", "other"}


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_any_damage_is_survived(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([one().written() for one in FILES.values()])))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(12, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        reading = read(bytes(whole))
    except UnreadableFile:
        return
    assert len({one.key for one in reading.sessions}) == len(reading.sessions)
