"""What a name in a file means can be confirmed, and changed later in every session."""

from datetime import datetime

import pytest

from ironstride import store
from ironstride.records import Exercise
from ironstride.store import Log, NewFile, NewSession, exercise_edits
from ironstride.store.exercises import resolve
from tests.build import lift, ride, squat

AT = datetime(2026, 11, 22, 12, 0)


def bring(log: Log, *names: str, known: dict[str, str] | None = None, key: str = "1") -> None:
    sets = tuple(squat(exercise=name) for name in names)
    new = NewSession(key=key, session=lift(int(key), sets=sets))
    file = NewFile(name="a.csv", sha256="", source="hevy-csv", sessions=(new,))
    store.add_batch(log, [file], AT, lambda *_: None, known)


def lifted(log: Log) -> list[str]:
    return list(store.lift_sets(log).exercise)


def test_a_name_that_was_confirmed_can_be_changed_later(log: Log) -> None:
    bring(log, "Kniebeuge tief", "Plank", known={"Kniebeuge tief": "Front squat"})
    store.rename_to(log, "Kniebeuge tief", "Back squat")
    assert lifted(log) == ["Back squat", "Plank"]
    bring(log, "Kniebeuge tief", key="2")
    assert lifted(log)[-1] == "Back squat"


def test_other_names_of_the_exercise_stay_with_it(log: Log) -> None:
    bring(log, "Kniebeuge tief", "Front squat", known={"Kniebeuge tief": "Front squat"})
    store.rename_to(log, "Kniebeuge tief", "Back squat")
    assert lifted(log) == ["Back squat", "Front squat"]


def test_a_new_exercise_becomes_one_with_another(log: Log) -> None:
    bring(log, "Anderson squat", "Back squat")
    store.add_session(log, lift(5, sets=(squat(exercise="Anderson squat"),)))
    store.rename_to(log, "Anderson squat", "Back squat")
    assert set(lifted(log)) == {"Back squat"}
    assert "Anderson squat" not in store.exercise_names(log)
    bring(log, "anderson squat", key="2")
    assert set(lifted(log)) == {"Back squat"}


def test_sets_corrected_by_hand_keep_their_exercise(log: Log) -> None:
    bring(log, "Kniebeuge tief", known={"Kniebeuge tief": "Front squat"})
    (number,) = store.sessions(log).session_id
    corrected = lift(1, sets=(squat(exercise="Front squat", reps=3),))
    store.correct_session(log, int(number), corrected)
    store.rename_to(log, "Kniebeuge tief", "Back squat")
    assert lifted(log) == ["Front squat"]


@pytest.mark.parametrize("names", [("Nothing", "Back squat"), ("Back squat", "Nothing")])
def test_a_name_that_nobody_knows_is_refused(log: Log, names: tuple[str, str]) -> None:
    with pytest.raises(KeyError, match="no exercise 'Nothing'"):
        store.rename_to(log, *names)


def test_a_new_exercise_asks_for_its_muscles_until_they_are_told(log: Log) -> None:
    bring(log, "Anderson squat", "Back squat")
    (asked,) = store.without_muscles(log)
    assert (asked.name, asked.sets) == ("Anderson squat", 1)
    exercise_edits.set_exercise(
        log, Exercise(name="Anderson squat", muscles={"quads": 1.0}, lower_body=True)
    )
    assert store.without_muscles(log) == []
    muscles = store.exercise_muscles(log).query("exercise == 'Anderson squat'")
    assert list(zip(muscles.muscle, muscles.share, strict=True)) == [("quads", 1.0)]


def test_the_kind_that_the_runner_told_stays_however_it_is_lifted(log: Log) -> None:
    bring(log, "Chair dip")
    exercise_edits.set_exercise(
        log, Exercise(name="Chair dip", kind="assisted", muscles={"upper": 1.0})
    )
    bring(log, "Chair dip", key="2")
    assert set(store.lift_sets(log).kind) == {"assisted"}


def test_learned_names_are_listed_with_what_they_mean(log: Log) -> None:
    bring(log, "Kniebeuge tief", "Anderson squat", known={"Kniebeuge tief": "Back squat"})
    told = [(one.name, one.exercise) for one in store.learned_names(log)]
    assert told == [("Anderson squat", "Anderson squat"), ("Kniebeuge tief", "Back squat")]


@pytest.mark.parametrize(
    "name", ["übung am gerät", "ÜBUNG AM GERÄT", "U\u0308bung am Gera\u0308t "]
)
def test_a_name_is_known_whatever_the_case_of_its_letters(log: Log, name: str) -> None:
    bring(log, "Übung am Gerät")
    bring(log, name, key="2")
    assert set(lifted(log)) == {"Übung am Gerät"}
    assert store.unknown_exercises(log, [name]) == []
    assert store.unknown_exercises(log, ["Élan", "ÉLAN", "élan"]) == ["Élan"]


@pytest.mark.parametrize("pair", [("Fußheben hart", "FUSSHEBEN HART"), ("FUSSHEBEN", "Fußheben")])
def test_a_sharp_s_is_two_of_them(log: Log, pair: tuple[str, str]) -> None:
    bring(log, pair[0])
    bring(log, pair[1], key="2")
    assert set(lifted(log)) == {pair[0]}


def test_a_name_changes_its_meaning_in_every_spelling(log: Log) -> None:
    bring(log, "Übung", known={"Übung": "Front squat"})
    bring(log, "ÜBUNG", key="2")
    store.rename_to(log, "Übung", "Back squat")
    assert set(lifted(log)) == {"Back squat"}


def test_a_name_changes_its_meaning_in_what_was_typed_before_a_merge_too(log: Log) -> None:
    number = store.add_session(log, lift(1, sets=(squat(exercise="Anderson squat"),)))
    watch = NewSession(key="w", session=ride(1, sport="strength"), same_as=number)
    file = NewFile(name="a.csv", sha256="", source="garmin-csv", sessions=(watch,))
    store.add_batch(log, [file], AT, lambda *_: None)
    store.rename_to(log, "Anderson squat", "Back squat")
    store.rename_to(log, "Anderson squat", "Front squat")
    assert lifted(log) == ["Front squat"]


def test_a_known_name_in_another_case_is_found(log: Log) -> None:
    bring(log, "Übung am Gerät")
    assert resolve(log.connection, "ÜBUNG AM GERÄT") is not None
