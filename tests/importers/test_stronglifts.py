"""What StrongLifts' exports say, beyond their samples."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.lifts import NOT_DONE
from ironstride.records import Lift, LiftSet

CURRENT = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Exercise,Sets×Reps,Duration (hours),"
    "Start Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG)"
)
WIDE = "Date,Note,Workout,Body Weight,Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2"


def read(header: str, *rows: str, **chosen: str) -> Reading:
    text = "\n".join([header, *rows])
    return read_file("mine.csv", text.encode(), Choices(**chosen))  # type: ignore[arg-type]  # units


def sets(reading: Reading) -> list[LiftSet]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [one for lift in lifts for one in lift.sets]


def current(marks: str, *cells: str, start: str = "7:00 AM", note: str = "") -> str:
    return f"2026/08/11,1,Workout A,Squat,{marks},1,{start},{note},{','.join(cells)}"


@pytest.mark.parametrize(
    ("marks", "cells", "reps"),
    [
        ("5/0", ("5", "60", "0", "60"), [5, 0]),
        ("5/-", ("5", "60", "0", "60"), [5]),
        ("2×5", ("5", "60", "-", "60"), [5]),
        ("1×5", ("5", "60", "", ""), [5]),
        ("-/5", ("0", "60", "5", "60"), [5]),
    ],
)
def test_a_dash_is_a_set_not_done_and_a_zero_one_that_failed(
    marks: str, cells: tuple[str, ...], reps: list[int]
) -> None:
    assert [one.reps for one in sets(read(CURRENT, current(marks, *cells)))] == reps


def test_sets_not_done_are_counted() -> None:
    assert read(CURRENT, current("5/-", "5", "60", "0", "60")).ignored == {NOT_DONE: 1}


def test_two_workouts_of_a_day_stay_two() -> None:
    row = current("1×5", "5", "60", "", "")
    later = current("1×5", "5", "60", "", "", start="6:00 PM")
    starts = [one.session.started_at.hour for one in read(CURRENT, row, later).sessions]
    assert starts == [7, 18]


def test_without_a_time_only_the_day_is_known() -> None:
    session = read(CURRENT, current("1×5", "5", "60", "", "", start="")).sessions[0].session
    assert not session.time_known
    assert session.duration_s == 3600


def test_a_note_beside_every_exercise_is_the_workouts_own() -> None:
    row = current("1×5", "5", "60", "", "", note="tired")
    both = read(CURRENT, row, row.replace("Squat", "Deadlift"))
    assert both.sessions[0].session.notes == "tired"


@pytest.mark.parametrize(
    ("body", "cells", "load_kg"),
    [
        ("84KG", "62.5,140", 62.5),
        ("183lb", "62.5,140", 63.502932),
        ("", "62.5,140", 62.5),
        ("84KG", ",140", 63.502932),
        ("183lb", "62.5,", 62.5),
        ("", ",140lb", 63.502932),
        ("", "140lb,", 63.502932),
    ],
)
def test_of_two_weights_that_of_the_accounts_unit_is_read(
    body: str, cells: str, load_kg: float
) -> None:
    reading = read(WIDE, f"07/25/16,,A,{body},Squat,{cells},5,5")
    assert sets(reading)[0].load_kg == pytest.approx(load_kg)


def test_a_weight_column_without_a_unit_is_asked_about() -> None:
    header = WIDE.replace("Weight (KG),Weight (LB)", "Weight")
    reading = read(header, "07/25/16,,A,,Squat,140,5,5")
    assert [one.field for one in reading.questions] == ["weight_unit"]


def test_the_key_does_not_hang_on_the_order_of_day_and_month() -> None:
    row = "02/05/17,,A,84KG,Squat,60,,5,5"
    by_day, by_month = (read(WIDE, row, date_order=order) for order in ("day", "month"))
    assert by_day.sessions[0].key == by_month.sessions[0].key
    assert by_day.sessions[0].session.started_at.month == 5
    assert by_month.sessions[0].session.started_at.month == 2


def test_a_set_that_cannot_be_costs_only_itself() -> None:
    reading = read(WIDE, "07/25/16,,A,84KG,Squat,60,,five,5")
    assert len(sets(reading)) == 1
    assert [error.line for error in reading.rejected] == [2]
