from datetime import datetime
from typing import Any

import pytest

from ironstride import standards
from ironstride.records import Exercise, FieldError, Lift, LiftSet, Other, Run
from tests.build import MORNING, lift, run, squat


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"distance_m": -3.0}, "distance_m", "distance must be above 0 m, got -3"),
        ({"distance_m": 0.0}, "distance_m", "distance must be above 0 m"),
        (
            {"distance_m": 400_000.0, "duration_s": 200_000.0},
            "distance_m",
            "at most 330 km, got 400 km",
        ),
        ({"distance_m": float("nan")}, "distance_m", "distance must be a number"),
        ({"distance_m": float("inf")}, "distance_m", "distance must be a number"),
        ({"duration_s": 0.0}, "duration_s", "time must be above 0 s"),
        ({"duration_s": 400_000.0}, "duration_s", "time must be at most 100:00:00"),
        ({"duration_s": 1500.0}, "duration_s", "faster than the world standard"),
        ({"duration_s": 20_000.0}, "duration_s", "pace must be faster than 30:00 /km"),
        ({"distance_m": None, "duration_s": None}, "duration_s", "needs a distance or a time"),
        ({"avg_hr_bpm": 20.0}, "avg_hr_bpm", "average heart rate must be at least 30 bpm"),
        ({"avg_hr_bpm": 180.0, "max_hr_bpm": 170.0}, "avg_hr_bpm", "must not be above the maximum"),
        ({"ascent_m": 5000.0}, "ascent_m", "climb must be at most 40 % of the distance"),
        ({"rpe": 11.0}, "rpe", "RPE must be at most 10"),
        ({"rpe": 7.3}, "rpe", "RPE must be a whole or half number"),
        ({"temperature_c": 70.0}, "temperature_c", "temperature must be at most 60 °C"),
        ({"elapsed_s": 1000.0}, "duration_s", "moving time must not be above elapsed time"),
        ({"started_at": datetime(1891, 4, 3)}, "started_at", "start must be in 1900 or later"),
        ({"started_at": MORNING.replace(microsecond=5)}, "started_at", "to the second"),
    ],
)
def test_a_run_that_cannot_have_happened_cannot_be_built(
    wrong: dict[str, Any], field: str, said: str
) -> None:
    with pytest.raises(FieldError, match=said) as refused:
        run(**wrong)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"exercise": "  "}, "needs the name of its exercise"),
        ({"reps": None}, "needs reps or a hold"),
        ({"reps": 501}, "reps must be at most 500"),
        ({"reps": 5.5}, "reps must be a whole number"),
        ({"load_kg": -1.0}, "weight must be at least 0 kg"),
        ({"load_kg": 601.0}, "weight must be at most 600 kg"),
        ({"hold_s": 0.0}, "hold must be above 0 s"),
        ({"rir": 11.0}, "reps in reserve must be at most 10"),
        ({"side": "middle"}, "side must be one of left, right"),
        ({"set_type": "hard"}, "set type must be one of"),
    ],
)
def test_a_set_that_cannot_have_been_lifted_cannot_be_built(
    wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        squat(**wrong)


def test_a_day_does_not_hold_more_than_fifty_sets_of_one_exercise() -> None:
    with pytest.raises(ValueError, match="more than 50 sets of Back squat"):
        lift(sets=(squat(),) * 51)
    assert len(lift(sets=(squat(),) * 50).sets) == 50


@pytest.mark.parametrize("wrong", [{"name": ""}, {"kind": "odd"}, {"muscles": {"ear": 1.0}}])
def test_an_exercise_of_no_kind_cannot_be_built(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"needs a name|must be one of"):
        Exercise(**{"name": "Squat"} | wrong)


def test_a_ride_is_not_a_run() -> None:
    with pytest.raises(ValueError, match="sport must be one of run, trail"):
        run(sport="ride")
    assert Other(started_at=MORNING, sport="ride").kind == "other"


def test_what_is_unusual_is_doubted_and_not_refused() -> None:
    assert run().doubts() == []
    assert run(distance_m=70_000.0, duration_s=25_000.0).doubts() == [
        "distance of 70 km is unusual: please check it"
    ]
    assert run(duration_s=1650.0).doubts() == ["a pace of 2:45 /km is unusual"]
    assert run(avg_hr_bpm=192.0).doubts(max_hr_bpm=188) == [
        "an average heart rate of 192 bpm is above your maximum of 188 bpm"
    ]
    assert lift(sets=(squat(reps=60),)).doubts() == [
        "Back squat: reps of 60 is unusual: please check it"
    ]
    assert lift(sets=(squat(),) * 16).doubts() == ["16 sets of Back squat are unusual"]


def test_open_standards_join_track_and_road_and_fall_with_distance() -> None:
    speeds = [standards.open_speed(metres) for metres in (100, 400, 1609.34, 5000, 42_195, 400_000)]
    assert speeds == sorted(speeds, reverse=True)
    assert standards.open_speed(5000) == pytest.approx(5000 / 769)
    assert Run(started_at=MORNING, distance_m=5000, duration_s=769).kind == "run"


def test_kinds_are_told_apart() -> None:
    assert (run().kind, lift().kind, Lift(started_at=MORNING).sets) == ("run", "lift", ())
    assert LiftSet(exercise="Plank", hold_s=60).reps is None
