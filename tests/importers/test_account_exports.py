"""Garmin's account export and adidas' sessions: JSON in odd units, made metres and seconds."""

import json
from typing import Any

import pytest

from ironstride.importers import Choices, Reading, UnreadableFile, adidas, read_file
from ironstride.importers.garmin_account import NO_ZONE, PARENT
from ironstride.importers.recordings.track import DAMAGED
from ironstride.records import Run, Stream

LOCAL_MS, UTC_MS = 1_777_197_600_000, 1_777_190_400_000
GARMIN: dict[str, Any] = {
    "activityId": 1, "activityType": "running", "startTimeLocal": LOCAL_MS,
    "startTimeGmt": UTC_MS, "distance": 1_000_000.0, "duration": 3_000_000.0,
}  # fmt: skip
ADIDAS: dict[str, Any] = {
    "id": "a-b", "sport_type_id": "1", "start_time": UTC_MS, "end_time": UTC_MS + 3_100_000,
    "start_time_timezone_offset": 7_200_000, "distance": 10_000, "duration": 3_000_000,
}  # fmt: skip


def garmin(*activities: dict[str, Any], zone: str | None = None) -> Reading:
    text = json.dumps([{"summarizedActivitiesExport": activities}])
    return read_file("a.json", text.encode(), Choices(zone=zone))


def only_run(reading: Reading) -> Run:
    (one,) = reading.sessions
    assert isinstance(one.session, Run)
    return one.session


def test_centimetres_and_milliseconds_become_metres_and_seconds() -> None:
    run = only_run(garmin(GARMIN | {"elevationGain": 6400.0, "elapsedDuration": 3_060_000}))
    assert (run.distance_m, run.ascent_m, run.duration_s, run.elapsed_s) == (10_000, 64, 3000, 3060)
    assert (run.started_at.isoformat(), run.utc_offset_min) == ("2026-04-26T10:00:00", 120)


@pytest.mark.parametrize(
    ("said", "steps"), [({"avgDoubleCadence": 170.0}, 170), ({"avgRunCadence": 85.0}, 170)]
)
def test_cadence_is_in_steps_of_both_feet(said: dict[str, float], steps: float) -> None:
    assert only_run(garmin(GARMIN | said)).cadence_spm == steps


def test_a_time_in_utc_only_asks_for_the_zone() -> None:
    said = {name: value for name, value in GARMIN.items() if name != "startTimeLocal"}
    reading = garmin(said)
    assert [question.field for question in reading.questions] == ["zone"]
    assert reading.ignored == {NO_ZONE: 1}
    known = garmin(said, zone="Europe/Berlin")
    assert only_run(known).started_at.hour == 10
    assert known.questions == ()


def test_a_multisport_whole_is_left_to_its_parts() -> None:
    reading = garmin(GARMIN | {"parent": True}, GARMIN | {"activityId": 2})
    assert [one.key for one in reading.sessions] == ["2"]
    assert reading.ignored == {PARENT: 1}


def test_what_came_before_a_damage_of_garmins_list_is_kept() -> None:
    text = json.dumps([{"summarizedActivitiesExport": [GARMIN, GARMIN | {"activityId": 2}]}])
    reading = read_file("a.json", text[:-40].encode(), Choices())
    assert [one.key for one in reading.sessions] == ["1"]
    assert reading.ignored == {DAMAGED: 1}


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="and empty"):
        garmin()


def test_an_impossible_activity_costs_only_itself() -> None:
    reading = garmin(GARMIN | {"distance": 1e9}, GARMIN | {"startTimeLocal": 1e300}, GARMIN)
    assert [error.line for error in reading.rejected] == [1, 2]
    assert len(reading.sessions) == 1


def test_an_adidas_session_has_its_own_offset() -> None:
    run = only_run(read_file("a.json", json.dumps(ADIDAS).encode(), Choices()))
    assert (run.started_at.isoformat(), run.utc_offset_min) == ("2026-04-26T10:00:00", 120)
    assert (run.duration_s, run.elapsed_s, run.distance_m) == (3000, 3100, 10_000)


def test_an_adidas_session_gets_the_points_of_the_files_beside_it() -> None:
    places = [
        {
            "timestamp": UTC_MS + 1000 * s, "latitude": 52.5 + s / 40_000, "longitude": 13.4,
            "altitude": 30, "distance": 3 * s,
        }
        for s in range(0, 3001, 10)
    ]  # fmt: skip
    hearts = [
        {"timestamp": f"2026-04-26 10:{s // 60:02d}:{s % 60:02d} +0200", "heart_rate": 150}
        for s in range(0, 3001, 15)
    ]
    reading = adidas.read_session(
        json.dumps(ADIDAS).encode(), json.dumps(places).encode(), json.dumps(hearts).encode(),
        Choices(),
    )  # fmt: skip
    stream = reading.sessions[0].stream
    assert isinstance(stream, Stream)
    assert stream.columns().keys() >= {"distance_m", "hr_bpm", "latitude"}
    assert reading.sessions[0].session.avg_hr_bpm == 150


def test_points_that_cannot_be_read_cost_only_themselves() -> None:
    reading = adidas.read_session(json.dumps(ADIDAS).encode(), b"[{", b'{"a": 1}', Choices())
    assert reading.ignored == {"file of points that cannot be read": 2}
    assert len(reading.sessions) == 1


def test_half_a_character_in_words_is_a_sign_that_can_be_kept() -> None:
    half = {"notes": "a\ud800b", "name": "\udfff", "description": "\ud800", "activityId": "\ud800"}
    texts = [
        only_run(garmin(GARMIN | half)),
        only_run(read_file("a.json", json.dumps(ADIDAS | half).encode(), Choices())),
    ]
    for run in texts:
        (run.title + run.notes).encode()
    assert texts[1].notes == "a\ufffdb"
    keys = [one.key for one in garmin(GARMIN | half).sessions]
    keys += [one.key for one in read_adidas("\ud800").sessions]
    "".join(keys).encode()


def read_adidas(number: str) -> Reading:
    return read_file("a.json", json.dumps(ADIDAS | {"id": number}).encode(), Choices())
