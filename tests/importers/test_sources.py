"""What one source alone does, beyond its samples."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.lifts import CARDIO
from ironstride.records import Lift, LiftSet, Run

GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR"
HEVY = "title,start_time,end_time,exercise_title,set_type,weight_kg,reps,duration_seconds"
STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"


def read(header: str, *rows: str, **chosen: str) -> Reading:
    text = "\n".join([header, *rows])
    return read_file("mine.csv", text.encode(), Choices(**chosen))  # type: ignore[arg-type]  # units


def sets(reading: Reading) -> list[LiftSet]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [one for lift in lifts for one in lift.sets]


def garmin(time: str, *more: str) -> str:
    return ",".join(["Running,2025-11-06 16:16:43,false,Park,10.00,700", time, "150,170", *more])


def hevy(exercise: str, weight: str, reps: str, seconds: str) -> str:
    return f'A,"28 Mar 2025, 17:29",,{exercise},normal,{weight},{reps},{seconds}'


def strong(order: str, weight: str, reps: str, seconds: str = "0", rpe: str = "") -> str:
    return f"2025-08-03 13:04:33,A,5m,Squat,{order},{weight},{reps},0,{seconds},{rpe}"


def test_what_the_data_shows_stands_above_what_was_chosen() -> None:
    header = GARMIN + ",Avg Run Cadence,Avg Stride Length"
    reading = read(header, garmin("00:52:00", "172", "1.12"), distance_unit="mi")
    run = reading.sessions[0].session
    assert isinstance(run, Run)
    assert run.distance_m == 10_000


def test_a_weight_whose_unit_is_in_the_header_is_not_changed_by_a_choice() -> None:
    reading = read(HEVY, hevy("Squat", "100", "5", ""), weight_unit="lb")
    assert sets(reading)[0].load_kg == 100


def test_a_list_without_a_run_asks_for_no_unit() -> None:
    reading = read(GARMIN, garmin("00:52:00").replace("Running", "Yoga"))
    assert reading.questions == ()
    assert reading.sessions[0].session.sport == "yoga"


def test_an_unknown_sport_is_kept_as_other() -> None:
    reading = read(GARMIN, garmin("00:52:00").replace("Running", "Underwater Hockey"))
    assert reading.sessions[0].session.sport == "other"


def test_body_weight_alone_asks_for_no_unit() -> None:
    assert read(STRONG, strong("1", "0", "8.0")).questions == ()


@pytest.mark.parametrize(
    ("exercise", "seconds"),
    [("Treadmill", "300"), ("Laufband", "300"), ("Esteira", "60"), ("ランニング", "900")],
)
def test_time_on_an_endurance_exercise_is_no_set(exercise: str, seconds: str) -> None:
    reading = read(HEVY, hevy(exercise, "", "", seconds), hevy("Squat", "100", "5", ""))
    assert [one.exercise for one in sets(reading)] == ["Squat"]
    assert reading.ignored == {CARDIO: 1}


@pytest.mark.parametrize(
    ("exercise", "weight", "seconds"),
    [
        ("Plank", "", "75"),
        ("Plank", "0", "1200"),
        ("Wall Sit", "", "60"),
        ("Farmers Walk", "30", "40"),
        ("Walking Lunge", "", "45"),
    ],
)
def test_time_without_reps_is_a_hold(exercise: str, weight: str, seconds: str) -> None:
    held = sets(read(HEVY, hevy(exercise, weight, "", seconds)))[0]
    assert (held.reps, held.hold_s) == (None, float(seconds))


def test_equal_set_rows_are_sets_of_their_own() -> None:
    assert len(sets(read(HEVY, *[hevy("Pull Up", "", "8", "")] * 3))) == 3


@pytest.mark.parametrize(("rpe", "rir"), [("8.5", 1.5), ("10", 0), ("", None), ("0", None)])
def test_a_sets_rpe_becomes_reps_in_reserve(rpe: str, rir: float | None) -> None:
    assert sets(read(STRONG, strong("1", "100", "5", rpe=rpe)))[0].rir == rir


def test_an_impossible_rpe_is_left_out_and_counted() -> None:
    reading = read(STRONG, strong("1", "100", "5", rpe="85"))
    assert sets(reading)[0].rir is None
    assert reading.ignored == {"RPE outside what is possible": 1}


def test_a_set_of_unknown_kind_is_a_working_set_and_counted() -> None:
    reading = read(STRONG, strong("A", "60", "8"), strong("Ruhezeit", "0", "0", "90"))
    assert [one.set_type for one in sets(reading)] == ["work"]
    assert reading.ignored == {
        "set type that is not known, read as a working set": 1,
        "rest timer row": 1,
    }


def test_two_workouts_of_one_name_and_minute_stay_two() -> None:
    first = 'A,"28 Mar 2025, 17:29","28 Mar 2025, 17:40",Squat,normal,100,5,'
    reading = read(HEVY, first, first.replace("17:40", "17:50"))
    keys = {one.session.duration_s: one.key for one in reading.sessions}
    assert keys == {1260: "2025-03-28T17:29 A", 660: "2025-03-28T17:29 A #2"}


def test_a_workout_with_too_many_sets_of_one_exercise_is_refused_in_one_line() -> None:
    reading = read(HEVY, *[hevy("Squat", "100", "5", "")] * 51)
    assert reading.sessions == ()
    assert [(error.line, error.reason) for error in reading.rejected] == [
        (2, "more than 50 sets of Squat in one session")
    ]


def test_hours_above_23_show_that_two_parts_are_minutes_and_seconds() -> None:
    reading = read(GARMIN, garmin("52:10"), distance_unit="km")
    assert reading.sessions[0].session.duration_s == 3130
