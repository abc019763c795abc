"""Workouts that a file holds twice over: asked about, never halved unasked."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.doubled import HALVED
from ironstride.records import Lift

HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Seconds"
SETS = ["Squat,1,100,5,0", "Squat,2,100,5,0", "Bench Press,1,60,8,0"]
PLANK, REST = "Plank,1,0,0,60", "Squat,Rest Timer,0,0,120"


def read(*workouts: list[str], doubled: str | None = None) -> Reading:
    rows = [
        f"2024-08-{day:02} 09:00:00,Legs,{one}"
        for day, sets in enumerate(workouts, start=3)
        for one in sets
    ]
    choices = Choices(doubled=doubled)  # type: ignore[arg-type]  # a word of the parametrisation
    return read_file("strong.csv", "\n".join([HEADER, *rows]).encode(), choices)


def names(reading: Reading) -> list[list[str]]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [[f"{one.exercise} {one.load_kg:g}" for one in lift.sets] for lift in lifts]


def test_the_question_says_how_many_sets_hang_on_it() -> None:
    reading = read(SETS * 2, SETS, [*SETS, PLANK] * 2)
    (question,) = reading.questions
    assert question.field == "doubled"
    assert question.why == (
        "2 of 3 workouts hold every row twice, the first on 3 August 2024: "
        "halved, they have 7 sets, kept, 14 sets"
    )


def test_without_an_answer_nothing_is_halved() -> None:
    assert len(names(read(SETS * 2))[0]) == 6


def test_kept_is_not_asked_again() -> None:
    reading = read(SETS * 2, doubled="keep")
    assert (len(names(reading)[0]), reading.questions, reading.ignored) == (6, (), {})


@pytest.mark.parametrize(
    "rows",
    [SETS * 2, [one for one in SETS for _ in range(2)]],
    ids=["one after the other", "each row twice"],
)
def test_a_halved_workout_is_the_one_that_was_done(rows: list[str]) -> None:
    reading = read(rows, doubled="halve")
    assert names(reading) == names(read(SETS))
    assert reading.ignored == {HALVED: 3}
    assert reading.questions == ()


def test_equal_sets_of_a_doubled_workout_stay_as_many_as_were_done() -> None:
    circuit = [*SETS, "Squat,1,100,5,0"]
    assert names(read(circuit * 2, doubled="halve")) == names(read(circuit))


def test_of_three_equal_rows_two_are_kept() -> None:
    assert len(names(read(SETS * 3, doubled="halve"))[0]) == 6


def test_rests_are_halved_with_their_sets() -> None:
    reading = read([*SETS, REST, REST] * 2, doubled="halve")
    assert names(reading) == names(read(SETS))
    assert reading.ignored == {HALVED: 5, "rest timer row": 2}


@pytest.mark.parametrize(
    "rows",
    [
        [*SETS, SETS[0]],
        [SETS[0]] * 6,
        SETS[:2] * 3,
        [*SETS * 2, PLANK],
        ["Running,1,0,0,600", "Rowing,1,0,0,600", "Cycling,1,0,0,600"] * 2,
    ],
    ids=["a lone pair", "one set many times", "two sets in turn", "a row alone", "cardio"],
)
def test_what_is_not_doubled_is_neither_asked_about_nor_halved(rows: list[str]) -> None:
    assert read(rows).questions == ()
    assert names(read(rows, doubled="halve")) == names(read(rows))


def test_keys_do_not_depend_on_the_answer() -> None:
    workouts = (SETS * 2, SETS)
    keys = [one.key for one in read(*workouts).sessions]
    assert keys == [one.key for one in read(*workouts, doubled="halve").sessions]
