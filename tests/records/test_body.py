"""What no body shows, and what a protocol does not measure, is refused with a sentence."""

from datetime import date
from typing import Any

import pytest

from ironstride.records import CheckIn, FieldError, FitnessTest, Lap, Run, Template
from tests.build import run, squat

DAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({}, "body_mass_kg", "at least one thing"),
        ({"body_mass_kg": 24.9}, "body_mass_kg", "body mass must be at least 25 kg"),
        ({"sleep_h": 25.0}, "sleep_h", "sleep must be at most 24 h"),
        ({"pain": 11}, "pain", "pain must be at most 10"),
        ({"pain_note": "knee"}, "pain", "say how strong"),
        ({"soreness": {"calves": 4}}, "soreness", "soreness must be 0 to 3"),
        ({"soreness": {"tail": 1}}, None, "muscle must be one of"),
    ],
)
def test_a_check_in_refuses(said: dict[str, Any], field: str | None, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence) as refusal:
        CheckIn(day=DAY, **said)
    if field:
        assert isinstance(refusal.value, FieldError)
        assert refusal.value.field == field


def test_an_unusual_body_mass_is_doubted() -> None:
    assert CheckIn(day=DAY, body_mass_kg=38).doubts() == [
        "body mass of 38 kg is unusual: please check it"
    ]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"protocol": "plank"}, "this test needs hold"),
        ({"protocol": "plank", "hold_s": 60.0, "reps": 3}, "this test has no reps"),
        ({"protocol": "side_plank", "hold_s": 60.0}, "this test needs side"),
        (
            {"protocol": "time_trial", "distance_m": 1400.0, "duration_s": 300.0},
            "a time trial is 1.5 to 10 km long",
        ),
        (
            {"protocol": "rep_max", "exercise": "Squat", "load_kg": 100.0, "reps": 6},
            "this test takes 3 to 5 reps",
        ),
        ({"protocol": "calf_raises", "reps": 0, "side": "left"}, "at least one rep"),
        ({"protocol": "juggling"}, "protocol must be one of"),
    ],
)
def test_a_fitness_test_refuses(said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        FitnessTest(day=DAY, **said)


@pytest.mark.parametrize(
    ("name", "sets", "sentence"),
    [(" ", (squat(),), "a name"), ("x" * 81, (squat(),), "80 characters"), ("Legs", (), "one set")],
)
def test_a_template_refuses(name: str, sets: tuple[Any, ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Template(name=name, sets=sets)


def test_a_lap_needs_a_distance_and_a_time() -> None:
    with pytest.raises(ValueError, match="distance must be above 0 m"):
        Lap(distance_m=0, duration_s=60)


def test_only_a_race_has_the_name_of_one() -> None:
    with pytest.raises(ValueError, match="only a run of type race"):
        run(type="easy", race="City run")


def test_laps_that_do_not_add_up_are_doubted() -> None:
    half = Lap(distance_m=5000.0, duration_s=1500.0)
    assert Run(**vars(run(laps=(half, half)))).doubts() == []
    assert run(laps=(half,)).doubts() == [
        "the laps add up to 5.00 km, not to the distance of the run"
    ]


def test_laps_of_the_whole_run_are_held_against_its_time() -> None:
    half, slow = (Lap(distance_m=5000.0, duration_s=seconds) for seconds in (1500.0, 2000.0))
    assert run(laps=(half, half), duration_s=2800.0, elapsed_s=3000.0).doubts() == []
    assert run(laps=(half, slow)).doubts() == [
        "the laps add up to 58:20, not to the time of the run"
    ]
