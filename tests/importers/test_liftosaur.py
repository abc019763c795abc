"""What Liftosaur's history says, beyond its samples."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.lifts import NOT_DONE
from ironstride.records import Lift, LiftSet

HEADER = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit,Completed Reps Time,Notes"
)


def read(*rows: str, **chosen: str) -> Reading:
    text = "\n".join([HEADER, *rows])
    return read_file("mine.csv", text.encode(), Choices(**chosen))  # type: ignore[arg-type]  # units


def sets(reading: Reading) -> list[LiftSet]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [one for lift in lifts for one in lift.sets]


def row(**changed: str) -> str:
    cells = {
        "start": "2026-03-01T10:00:00.000Z", "program": "GZCLP", "day": "Day 1",
        "exercise": "Squat", "warmup": "0", "required": "5", "reps": "5", "amrap": "0",
        "required_rpe": "", "rpe": "", "weight": "225", "unit": "lb", "done": "225",
        "done_unit": "lb", "time": "", "notes": "",
    } | changed  # fmt: skip
    return ",".join(cells.values())


@pytest.mark.parametrize(
    ("changed", "load_kg"),
    [
        ({}, 102.058283),
        ({"done": "100", "done_unit": "kg"}, 100),
        ({"done": "", "done_unit": ""}, 102.058283),
        ({"done": "0", "done_unit": ""}, 0),
        ({"done": "", "done_unit": "", "weight": "", "unit": ""}, 0),
    ],
)
def test_the_weight_that_was_moved_stands_above_the_one_asked_for(
    changed: dict[str, str], load_kg: float
) -> None:
    reading = read(row(**changed))
    assert sets(reading)[0].load_kg == pytest.approx(load_kg)
    assert [one.field for one in reading.questions] == ["zone"]


def test_reps_asked_for_are_no_reps_done() -> None:
    reading = read(row(), row(reps=""))
    assert len(sets(reading)) == 1
    assert reading.ignored == {NOT_DONE: 1}


def test_a_unit_that_nobody_can_convert_costs_only_its_row() -> None:
    reading = read(row(), row(done_unit="stone"))
    assert [error.line for error in reading.rejected] == [3]
    assert "weight unit must be kg or lb, got 'stone'" in reading.rejected[0].reason
    assert len(sets(reading)) == 1


def test_a_weight_without_a_unit_is_asked_about() -> None:
    reading = read(row(done_unit="", unit=""), zone="UTC")
    assert [one.field for one in reading.questions] == ["weight_unit"]


def test_as_many_reps_as_possible_is_a_working_set() -> None:
    one = sets(read(row(amrap="1", reps="9", rpe="9.5")))[0]
    assert (one.set_type, one.reps, one.rir) == ("work", 9, 0.5)


def test_a_workout_lasts_to_its_last_set() -> None:
    reading = read(
        row(time="2026-03-01T10:41:00.000Z"),
        row(time="2026-03-01T10:05:00.000Z"),
        row(time="not a time"),
    )
    assert reading.sessions[0].session.duration_s == 2460
