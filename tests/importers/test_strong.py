"""What Strong's export does beyond its samples."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.lift_sets import CARDIO, RUNNING
from ironstride.importers.lifts import NO_DURATION
from ironstride.importers.strong import REST
from ironstride.records import Lift, LiftSet

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
ANDROID = (
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
    "Distance (meters);Seconds;Notes;Workout Notes"
)


def read(header: str, *rows: str, choices: Choices | None = None) -> Reading:
    return read_file("strong.csv", "\n".join([header, *rows]).encode(), choices or Choices())


def sets(reading: Reading) -> list[LiftSet]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [one for lift in lifts for one in lift.sets]


def row(order: str = "1", *, duration: str = "45m", **cells: str) -> str:
    said = {"exercise": "Squat", "weight": "100", "reps": "5", "distance": "0", "seconds": "0"}
    said |= cells
    return f"2024-05-31 12:24:39,Legs,{duration},{said['exercise']},{order}," + ",".join(
        [said["weight"], said["reps"], said["distance"], said["seconds"], ""]
    )


def weight_read_as(reading: Reading) -> str:
    return next(one.read_as for one in reading.read_from if one.value == "weight")


def test_one_workout_has_one_key_in_every_layout() -> None:
    android = '"12";2024-05-31 12:24:39;Legs;2700;Squat;1;100.0;5;;;;;'
    keys = {one.key for one in read(HEADER, row()).sessions}
    assert keys == {one.key for one in read(ANDROID, android).sessions}


def test_workouts_of_one_moment_are_told_apart_by_their_number() -> None:
    reading = read(
        ANDROID,
        "12;2024-05-31 12:00:00;Legs;2700;Squat;1;100;5;;;;;",
        "13;2024-05-31 12:00:00;Legs;1800;Squat;1;90;5;;;;;",
    )
    assert [one.session.duration_s for one in reading.sessions] == [2700, 1800]


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [
        ("31min", 1860), ("1h 5min", 3900), ("1 h 46 min", 6360), ("20s", 20), ("60m", 3600),
        ("1 Std. 5 Min.", 3900), ("45 seg", 45), ("1 h 5 min 20 seg", 3920), ("1 uur 5 min", 3900),
        ("1 ora 5 min", 3900), ("2700", 2700), ("1\u202fh 2\u202fmin", 3720), ("", None),
    ],
)  # fmt: skip
def test_durations_are_read_in_the_words_of_the_app(duration: str, seconds: float | None) -> None:
    assert read(HEADER, row(duration=duration)).sessions[0].session.duration_s == seconds


def test_a_duration_that_cannot_be_read_costs_no_set() -> None:
    reading = read(HEADER, row(duration="a while"), row("2", duration="a while"))
    assert len(sets(reading)) == 2
    assert reading.sessions[0].session.duration_s is None
    assert reading.ignored == {NO_DURATION: 1}
    assert reading.rejected == ()


@pytest.mark.parametrize("order", ["Rest Timer", "Ruhezeit", "Minuteur de repos", "REST_TIMER"])
def test_a_rest_is_no_set_whatever_its_row_holds(order: str) -> None:
    reading = read(HEADER, row(), row(order, weight="0", reps="90"))
    assert len(sets(reading)) == 1
    assert reading.ignored == {REST: 1}


def test_a_rest_in_a_language_that_is_not_known_is_no_set() -> None:
    reading = read(HEADER, row(), row("Dinlenme", weight="0", reps="0", seconds="90"))
    assert reading.ignored == {REST: 1}


def test_a_hold_without_a_set_number_is_a_set() -> None:
    reading = read(HEADER, row("", exercise="Plank", weight="", reps="", seconds="60"))
    assert [one.hold_s for one in sets(reading)] == [60]


@pytest.mark.parametrize("order", ["0", "01", "12", "1.0"])
def test_a_numbered_set_is_a_working_set_from_whatever_number_on(order: str) -> None:
    reading = read(HEADER, row(order))
    assert [one.set_type for one in sets(reading)] == ["work"]
    assert reading.ignored == {}


@pytest.mark.parametrize(
    "header",
    [
        "workout_name,date,exercise_name,set_order,reps,weight",
        "WORKOUT NAME,DATE,EXERCISE NAME,SET ORDER,REPS,WEIGHT(KG)",
        "Nom de l\u2019entraînement,Date,Nom de l\u2019exercice,Ordre de la série,Réps,Poids",
        "Workout-Name,Datum,Name der Übung,Reihenfolge festlegen,Wiederh.,Gewicht",
    ],
)
def test_a_header_is_known_by_its_meaning(header: str) -> None:
    reading = read(header, "Legs,2024-05-31 12:24:39,Squat,1,5,100")
    assert reading.source == "strong-csv"
    assert [(one.reps, one.load_kg) for one in sets(reading)] == [(5, 100)]


def test_a_unit_beside_the_weight_stands_above_the_choice() -> None:
    header = HEADER.replace("Weight", "Weight,Weight Unit")
    rows = [row(weight="100,lbs"), row("2", weight="100,"), row("3", weight="100,kg")]
    loads = [one.load_kg for one in sets(read(header, *rows, choices=Choices(weight_unit="kg")))]
    assert loads == pytest.approx([45.359237, 100, 100])


def test_a_unit_is_asked_for_where_a_row_leaves_it_out() -> None:
    header = HEADER.replace("Weight", "Weight,Weight Unit")
    stated, open_row = row(weight="100,kg"), row("2", weight="90,")
    assert read(header, stated).questions == ()
    assert [one.field for one in read(header, stated, open_row).questions] == ["weight_unit"]


def test_where_a_weight_comes_from_names_its_unit_and_who_said_it() -> None:
    chosen = Choices(weight_unit="lb")
    per_row = HEADER.replace("Weight", "Weight,Weight Unit")
    assert weight_read_as(read(HEADER, row())) == "kg (not stated)"
    assert weight_read_as(read(HEADER, row(), choices=chosen)) == "lb (chosen)"
    assert weight_read_as(read(HEADER.replace("Weight", "kg"), row())) == "kg (header)"
    assert weight_read_as(read(per_row, row(weight="100,kg"))) == "kg or lb, per row"


@pytest.mark.parametrize(
    ("column", "distance", "reason"),
    [
        ("mi", "0.7", RUNNING),
        ("mi", "0.6", CARDIO),
        ("km", "1", RUNNING),
        ("km", "0.9", CARDIO),
        ("Distance (meters)", "999", CARDIO),
        ("Distance (meters)", "1000", RUNNING),
        ("Distance", "2.5", RUNNING),
    ],
)
def test_a_kilometre_of_running_is_named_apart(column: str, distance: str, reason: str) -> None:
    ran = row(exercise="Running (Treadmill)", weight="", reps="", distance=distance, seconds="600")
    reading = read(HEADER.replace("Distance", column), ran, row("2"))
    assert reading.ignored == {reason: 1}
    assert [one.session.kind for one in reading.sessions] == ["lift"]


@pytest.mark.parametrize("exercise", ["Cycling", "Rowing (Machine)", "Walking", "Treadmill Walk"])
def test_other_ways_over_a_kilometre_are_not_running(exercise: str) -> None:
    moved = row(exercise=exercise, weight="", reps="", distance="5", seconds="1800")
    reading = read(HEADER, moved)
    assert reading.ignored == {CARDIO: 1}
    assert [one.session.kind for one in reading.sessions] == ["other"]


def test_assistance_is_kept_as_it_is_written() -> None:
    reading = read(HEADER, row(exercise="Pull Up (Assisted)", weight="25", reps="8"))
    assert [(one.exercise, one.load_kg) for one in sets(reading)] == [("Pull Up (Assisted)", 25)]
