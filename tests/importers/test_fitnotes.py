"""What FitNotes' exports say, beyond their samples."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.lifts import NOT_DONE
from ironstride.records import Lift, LiftSet

ANDROID = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"
IOS = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,"
    "IsWarmup,RPE,RIR,Categories,Note"
)


def read(header: str, *rows: str, **chosen: str) -> Reading:
    text = "\n".join([header, *rows])
    return read_file("mine.csv", text.encode(), Choices(**chosen))  # type: ignore[arg-type]  # units


def sets(reading: Reading) -> list[LiftSet]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [one for lift in lifts for one in lift.sets]


def ios(exercise: str = "Squat", equipment: str = "Barbell", **changed: str) -> str:
    cells = {
        "start": "2025-02-23T10:00:00Z", "end": "2025-02-23T11:00:00Z", "reps": "5",
        "weight": '"80,0"', "time": "", "status": "Done", "rpe": "", "rir": "",
    } | changed  # fmt: skip
    named = f'Legs,{cells["start"]},{cells["end"]},"94,0",{exercise},{equipment}'
    done = f"{cells['reps']},{cells['weight']},{cells['time']},,{cells['status']},false"
    return f"{named},{done},{cells['rpe']},{cells['rir']},Quads,"


def test_all_sets_of_a_day_are_one_workout_in_their_order() -> None:
    reading = read(
        ANDROID,
        "2025-07-22,Squat,Legs,100,kgs,5,,,,",
        "2025-07-24,Squat,Legs,105,kgs,5,,,,",
        "2025-07-22,Deadlift,Back,120,kgs,3,,,,",
    )
    first = reading.sessions[0].session
    assert isinstance(first, Lift)
    assert [one.exercise for one in first.sets] == ["Squat", "Deadlift"]
    assert not first.time_known


def test_a_unit_in_the_row_stands_above_the_one_chosen() -> None:
    reading = read(ANDROID, "2025-07-22,Squat,Legs,100,kgs,5,,,,", weight_unit="lb")
    assert sets(reading)[0].load_kg == 100


def test_a_unit_is_asked_once_and_the_answer_is_taken() -> None:
    row = "2025-07-22,Squat,Legs,100,,5,,,,"
    assert [one.field for one in read(ANDROID, row).questions] == ["weight_unit"]
    answered = read(ANDROID, row, weight_unit="lb")
    assert answered.questions == ()
    assert sets(answered)[0].load_kg == pytest.approx(45.359237)


def test_body_weight_alone_asks_for_no_unit() -> None:
    assert read(ANDROID, "2025-07-22,Pull Up,Back,0.0,,8,,,,").questions == ()


def test_a_bad_row_of_a_day_costs_only_itself() -> None:
    reading = read(
        ANDROID, "2025-07-22,Squat,Legs,100,kgs,five,,,,", "2025-07-22,Squat,Legs,100,kgs,5,,,,"
    )
    assert len(sets(reading)) == 1
    assert [error.line for error in reading.rejected] == [2]


@pytest.mark.parametrize(
    ("equipment", "name"),
    [
        ("Barbell", "Squat (Barbell)"),
        ("Bodyweight", "Squat"),
        ("", "Squat"),
        ("squat", "Squat"),
    ],
)
def test_equipment_tells_two_exercises_of_one_name_apart(equipment: str, name: str) -> None:
    assert sets(read(IOS, ios(equipment=equipment)))[0].exercise == name


@pytest.mark.parametrize(
    ("rpe", "rir", "expected"),
    [('"8,5"', "", 1.5), ("", "0", 0.0), ("", "3", 3.0), ("9", "2", 2.0), ("", "", None)],
)
def test_reps_in_reserve_stand_above_the_rpe(rpe: str, rir: str, expected: float | None) -> None:
    assert sets(read(IOS, ios(rpe=rpe, rir=rir)))[0].rir == expected


def test_a_set_that_was_only_planned_is_counted_not_stored() -> None:
    reading = read(IOS, ios(), ios(status="NotStarted"))
    assert len(sets(reading)) == 1
    assert reading.ignored == {NOT_DONE: 1}


def test_a_hold_written_as_one_rep_is_a_hold() -> None:
    held = sets(read(IOS, ios("Plank", "", reps="1", weight='"0,0"', time="00:01:30")))[0]
    assert (held.reps, held.hold_s) == (None, 90.0)


def test_the_zone_moves_the_start_but_not_the_key() -> None:
    at_home, elsewhere = (
        read(IOS, ios(start="2025-07-01T23:30:00Z", end=""), zone=zone).sessions[0]
        for zone in ("America/New_York", "Asia/Tokyo")
    )
    assert at_home.key == elsewhere.key
    assert at_home.session.started_at.isoformat() == "2025-07-01T19:30:00"
    assert elsewhere.session.started_at.isoformat() == "2025-07-02T08:30:00"
    assert (at_home.session.utc_offset_min, elsewhere.session.utc_offset_min) == (-240, 540)
