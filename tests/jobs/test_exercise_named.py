import pytest

from ironstride.jobs.exercise_named import MOST_FOUND, Named, exercise_named, exercises_matching
from ironstride.store import Log, exercise_names, known_exercises


@pytest.mark.parametrize(
    ("typed", "exercise", "guessed"),
    [
        ("squat", "Back squat", False),
        ("SQUAT ", "Back squat", False),
        ("step-up", "Step-up", False),
        ("pull ups", "Pull-up", False),
        ("rdl", "Romanian deadlift", False),
        ("bench", "Bench press", False),
        ("bakc squat", "Back squat", True),
    ],
)
def test_an_exercise_is_found_by_what_runners_type(
    log: Log, typed: str, exercise: str, guessed: bool
) -> None:
    assert exercise_named(typed, known_exercises(log)) == Named(exercise, guessed)


def test_the_runners_own_alias_comes_before_a_short_name() -> None:
    known = {"Bench press": "Bench press", "Bench": "Bench dip", "Bench dip": "Bench dip"}
    assert exercise_named("bench", known) == Named("Bench dip")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rdl", "Romanian deadlift"),
        ("kniebeuge", "Back squat"),
        ("pull up", "Pull-up"),
        ("squat", "Back squat"),
        ("bakc squat", "Back squat"),
        ("nordic ham", "Nordic curl"),
    ],
)
def test_the_search_finds_what_is_meant_first(log: Log, typed: str, first: str) -> None:
    found = exercises_matching(typed, known_exercises(log), exercise_names(log))
    assert found[0] == first
    assert len(found) <= MOST_FOUND


def test_every_exercise_with_all_words_is_found_and_no_other(log: Log) -> None:
    found = exercises_matching("calf raise seated", known_exercises(log), exercise_names(log))
    assert found == ["Seated calf raise"]
    assert exercises_matching("zzz", known_exercises(log), exercise_names(log)) == []


def test_an_exercise_that_is_only_in_the_list_yet_is_found(log: Log) -> None:
    names = ["Sled drag", *exercise_names(log)]
    assert exercises_matching("sled d", known_exercises(log), names)[0] == "Sled drag"


def test_an_exercise_that_is_not_offered_is_not_found(log: Log) -> None:
    names = [name for name in exercise_names(log) if name != "Back squat"]
    found = exercises_matching("squat", known_exercises(log), names)
    assert found
    assert "Back squat" not in found
