"""MapMyRun's list, beyond its samples."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.mapmyrun import plain_notes
from ironstride.records import Run

HEADER = (
    "Date Submitted,Workout Date,Activity Type,Distance ({unit}),Workout Time (seconds),"
    "Avg Heart Rate,Notes,Link"
)


def read(*rows: str, unit: str = "km") -> Reading:
    text = "\n".join([HEADER.format(unit=unit), *rows])
    return read_file("user1_workout_history.csv", text.encode(), Choices())


def row(
    date: str = "May 6, 2025",
    sport: str = "Run",
    link: str = "http://www.mapmyfitness.com/workout/8550000001",
) -> str:
    return f'"{date}","{date}",{sport},5.0,1620,,,{link}'


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 6, 2025", "2025-05-06"),
        ("Aug. 31, 2019", "2019-08-31"),
        ("Sept. 3, 2019", "2019-09-03"),
        ("July 9, 2019", "2019-07-09"),
        ("Jan. 2, 2021", "2021-01-02"),
    ],
)
def test_every_way_to_write_a_day_is_read(text: str, day: str) -> None:
    session = read(row(text)).sessions[0].session
    assert (session.started_at.isoformat(), session.time_known) == (f"{day}T00:00:00", False)


@pytest.mark.parametrize(("unit", "metres"), [("km", 5000), ("mi", 8046.72)])
def test_the_header_names_the_unit(unit: str, metres: float) -> None:
    session = read(row(), unit=unit).sessions[0].session
    assert isinstance(session, Run)
    assert session.distance_m == metres


def test_a_workout_is_known_by_the_number_in_its_link() -> None:
    assert read(row()).sessions[0].key == "8550000001"


def test_without_a_link_day_type_distance_and_time_are_the_key() -> None:
    reading = read(row(link=""), row(link=""))
    assert [one.key for one in reading.sessions] == [
        "2025-05-06 run 5.0 1620",
        "2025-05-06 run 5.0 1620 #2",
    ]


@pytest.mark.parametrize(
    ("word", "sport"),
    [("Run", "run"), ("Indoor Run / Jog", "treadmill"), ("Treadmill", "treadmill"),
     ("Walk", "walk"), ("Weight Workout", "strength"), ("Bike Ride", "ride"),
     ("Yoga Class", "yoga"), ("Kite Skiing", "other")],
)  # fmt: skip
def test_its_words_name_their_sport(word: str, sport: str) -> None:
    session = read(row(sport=word)).sessions[0].session
    assert (session.sport, session.title) == (sport, word if sport == "other" else "")


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("b''", ""),
        (r'b"didn\'t stop"', "didn't stop"),
        (r"b'\xf0\x9f\x98\x80'", "\U0001f600"),
        (r"b'\xff half'", "\ufffd half"),
        (r"b'back\\slash'", "back\\slash"),
        ("b'é'", "b'é'"),
        ("bring water", "bring water"),
    ],
)
def test_notes_written_as_bytes_are_read_as_typed(written: str, typed: str) -> None:
    assert plain_notes(written) == typed
