"""What the runner changes about exercises, and what a newer catalogue makes of it."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ironstride import store
from ironstride.records import Exercise, FieldError, FitnessTest, Template
from ironstride.records.catalogue import catalogue
from ironstride.store import (
    Log,
    NewFile,
    NewSession,
    exercise_edits,
    exercise_entries,
    open_log,
    prepare_log,
)
from ironstride.store.exercise_entries import ExerciseEntry
from tests.build import lift, squat

AT = datetime(2026, 11, 22, 12, 0)
PRESS = Exercise(name="Sled press", muscles={"quads": 1.0, "calves": 0.5}, lower_body=True)


def entry(log: Log, name: str) -> ExerciseEntry:
    (found,) = [one for one in exercise_entries.exercise_entries(log) if one.exercise.name == name]
    return found


def bring(log: Log, *names: str, key: str = "1") -> None:
    new = NewSession(
        key=key, session=lift(int(key), sets=tuple(squat(exercise=name) for name in names))
    )
    file = NewFile(name="a.csv", sha256="", source="hevy-csv", sessions=(new,))
    store.add_batch(log, [file], AT, lambda *_: None, None)


def content(log: Log) -> list[str]:
    """Return the whole log but the number that every write moves."""
    return [line for line in log.connection.iterdump() if 'INTO "revision"' not in line]


def lifted(log: Log) -> list[str]:
    return list(store.lift_sets(log).exercise)


# adding and describing


def test_an_exercise_of_ones_own_is_added_and_lifted(log: Log) -> None:
    exercise_edits.add_exercise(log, PRESS)
    store.add_session(log, lift(sets=(squat(exercise="sled press", load_kg=0.0),)))
    found = entry(log, "Sled press")
    assert found.exercise == PRESS
    assert (found.origin, found.sessions, found.last) == ("runner", 1, date(2026, 11, 16))


@pytest.mark.parametrize(
    ("name", "says"),
    [(" back SQUAT", "there is Back squat"), ("Kniebeugen", "Kniebeugen also means Back squat")],
)
def test_a_name_that_is_taken_is_refused(log: Log, name: str, says: str) -> None:
    before = content(log)
    with pytest.raises(FieldError, match=says):
        exercise_edits.add_exercise(log, replace(PRESS, name=name))
    with pytest.raises(FieldError, match=says):
        exercise_edits.rename_exercise(log, "Plank", name)
    with pytest.raises(FieldError, match=says):
        store.add_alias(log, "Plank", name)
    assert content(log) == before


def test_what_the_runner_says_of_an_exercise_is_kept_whole(log: Log) -> None:
    held = entry(log, "Back squat").exercise
    told = replace(held, kind="timed", lower_body=False, body_mass_fraction=0.5, muscles={"hip": 1})
    exercise_edits.set_exercise(log, told)
    found = entry(log, "Back squat")
    assert found.exercise == told
    assert found.origin == "runner"


def test_deleted_sessions_do_not_count_as_lifted(log: Log) -> None:
    number = store.add_session(log, lift())
    store.add_session(log, lift(3))
    assert entry(log, "Back squat").sessions == 2
    store.delete_session(log, number, AT)
    found = entry(log, "Back squat")
    assert (found.sessions, found.last) == (1, date(2026, 11, 19))


# names


def test_a_renamed_exercise_keeps_its_history_and_is_found_by_its_old_name(log: Log) -> None:
    bring(log, "Back squat", "Sled march")
    exercise_edits.rename_exercise(log, "Back squat", "Low-bar squat")
    exercise_edits.rename_exercise(log, "Sled march", "Sled walk")
    bring(log, "Back squat", "Sled march", key="2")
    assert lifted(log) == ["Low-bar squat", "Sled walk"] * 2
    assert entry(log, "Low-bar squat").given == ()
    assert entry(log, "Sled walk").given == ("Sled march",)


def test_a_name_changes_back_and_changes_its_capitals(log: Log) -> None:
    before = content(log)
    exercise_edits.rename_exercise(log, "Back squat", "Low-bar squat")
    exercise_edits.rename_exercise(log, "Low-bar squat", "Back squat")
    exercise_edits.rename_exercise(log, "Back squat", "BACK squat")
    assert "Back squat" not in entry(log, "BACK squat").exercise.aliases
    exercise_edits.rename_exercise(log, "back squat", "Back squat")
    store.remove_alias(log, "Low-bar squat")
    assert content(log) == before


def test_capitals_that_sqlite_tells_apart_stay_both_known(log: Log) -> None:
    exercise_edits.add_exercise(log, replace(PRESS, name="Übung"))
    exercise_edits.rename_exercise(log, "Übung", "übung")
    assert store.unknown_exercises(log, ["Übung", "übung"]) == []


def test_an_alias_becomes_the_name(log: Log) -> None:
    exercise_edits.rename_exercise(log, "Back squat", "Kniebeugen")
    found = entry(log, "Kniebeugen").exercise
    assert "Back squat" in found.aliases
    assert "Kniebeugen" not in found.aliases


def test_a_name_is_given_and_taken_away(log: Log) -> None:
    before = content(log)
    store.add_alias(log, "Back squat", " Big one ")
    assert entry(log, "Back squat").given == ("Big one",)
    store.add_session(log, lift(sets=(squat(exercise="big one"),)))
    assert lifted(log) == ["Back squat"]
    store.remove_alias(log, "Big one")
    assert entry(log, "Back squat").given == ()
    log.execute("delete from session")
    assert content(log) == before


def test_an_empty_name_is_refused(log: Log) -> None:
    with pytest.raises(FieldError, match="write the other name first"):
        store.add_alias(log, "Back squat", "  ")
    with pytest.raises(FieldError, match="needs a name"):
        exercise_edits.rename_exercise(log, "Back squat", "  ")


def test_names_of_the_catalogue_and_names_in_files_are_not_taken_away(log: Log) -> None:
    bring(log, "Plank")
    exercise_edits.rename_exercise(log, "Plank", "Forearm hold")
    store.add_alias(log, "Back squat", "Big one")
    bring(log, "Big one", key="2")
    before = content(log)
    for name, says in [
        ("Kniebeugen", "is not a name that you gave"),
        ("Plank", "sessions from your files write Plank"),
        ("Big one", "sessions from your files write Big one"),
    ]:
        with pytest.raises(FieldError, match=says):
            store.remove_alias(log, name)
    assert content(log) == before


# merging


def full(log: Log) -> None:
    """Hang a session, a template, a test and a given name on the front squat."""
    bring(log, "Front squat", "Back squat")
    store.add_session(log, lift(3, sets=(squat(exercise="Front squat"),)))
    store.save_template(log, Template(name="Legs", sets=(squat(exercise="Front squat"),)))
    store.add_fitness_tests(
        log,
        FitnessTest(
            protocol="rep_max", day=date(2026, 11, 1), exercise="Front squat", load_kg=80.0, reps=4
        ),
    )
    store.add_alias(log, "Front squat", "Rack squat")


def test_a_merged_exercise_takes_its_history_along(log: Log) -> None:
    full(log)
    exercise_edits.merge_exercises(log, "Front squat", "Back squat")
    assert set(lifted(log)) == {"Back squat"}
    assert store.templates(log)[0].sets[0].exercise == "Back squat"
    assert list(store.fitness_tests(log).exercise) == ["Back squat"]
    assert "Front squat" not in store.exercise_names(log)
    assert store.known_exercises(log)["Rack squat"] == "Back squat"
    assert store.known_exercises(log)["Frontkniebeuge"] == "Back squat"
    bring(log, "Front squat", "rack squat", key="2")
    assert set(lifted(log)) == {"Back squat"}
    assert store.integrity_problems(log) == []


def test_an_exercise_without_muscles_takes_over_those_of_the_one_that_becomes_it(
    log: Log,
) -> None:
    bring(log, "My own pull-up")
    before = entry(log, "Pull-up").exercise
    exercise_edits.merge_exercises(log, "Pull-up", "My own pull-up")
    found = entry(log, "My own pull-up").exercise
    assert replace(found, name="One", aliases=()) == replace(before, name="One", aliases=())
    held = entry(log, "Plank").exercise
    exercise_edits.merge_exercises(log, "My own pull-up", "Plank")
    assert replace(entry(log, "Plank").exercise, aliases=()) == replace(held, aliases=())


def test_a_merge_is_undone_exactly(log: Log) -> None:
    full(log)
    before = content(log)
    store.keep_for_undo(log)
    exercise_edits.merge_exercises(log, "Front squat", "Back squat")
    assert content(log) != before
    assert store.undo(log, log.revision)
    assert content(log) == before


def test_a_name_from_files_that_becomes_another_takes_templates_and_tests_along(log: Log) -> None:
    bring(log, "Anderson squat")
    store.save_template(log, Template(name="Legs", sets=(squat(exercise="Anderson squat"),)))
    store.rename_to(log, "Anderson squat", "Back squat")
    assert store.templates(log)[0].sets[0].exercise == "Back squat"


def test_an_exercise_is_not_merged_with_itself(log: Log) -> None:
    with pytest.raises(FieldError, match="one exercise already"):
        exercise_edits.merge_exercises(log, "Back squat", "Kniebeugen")
    with pytest.raises(KeyError, match="Nothing"):
        exercise_edits.merge_exercises(log, "Back squat", "Nothing")


# archiving


def test_an_archived_exercise_is_offered_no_more_and_keeps_its_history(log: Log) -> None:
    store.add_session(log, lift())
    before = content(log)
    exercise_edits.archive_exercise(log, "Back squat", AT)
    assert "Back squat" not in store.exercise_names(log)
    assert entry(log, "Back squat").is_archived
    assert set(lifted(log)) == {"Back squat"}
    store.add_session(log, lift(1))
    assert set(lifted(log)) == {"Back squat"}
    store.delete_session(log, 2, AT)
    log.execute("delete from session where id = 2")
    exercise_edits.bring_back_exercise(log, "Back squat")
    assert content(log) == before


def test_an_archived_new_exercise_is_not_asked_about(log: Log) -> None:
    bring(log, "Sled march")
    exercise_edits.archive_exercise(log, "Sled march", AT)
    assert store.without_muscles(log) == []


# a newer catalogue


def newer(log_file: Path, monkeypatch: pytest.MonkeyPatch, *corrected: Exercise) -> None:
    """Open the log with a catalogue in which some exercises say something else."""
    named = {one.name: one for one in corrected}
    kept = tuple(named.pop(one.name, one) for one in catalogue())
    changed = (*kept, *named.values())
    monkeypatch.setattr("ironstride.store.seed.catalogue", lambda: changed)
    prepare_log(log_file)


CORRECTED = Exercise(
    name="Back squat", kind="bodyweight", body_mass_fraction=0.4, muscles={"calves": 1.0}
)


def described(log_file: Path, name: str) -> Exercise:
    with open_log(log_file) as log:
        return replace(entry(log, name).exercise, aliases=())


def test_an_exercise_that_nobody_edited_takes_over_what_was_corrected(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_log(log_file)
    sled = replace(PRESS, name="Sled drag")
    newer(log_file, monkeypatch, CORRECTED, sled)
    assert described(log_file, "Back squat") == CORRECTED
    assert described(log_file, "Sled drag") == sled
    with open_log(log_file) as log:
        assert entry(log, "Back squat").origin == "catalogue"


def test_an_edited_exercise_stays_as_the_runner_said(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Exercise(name="Back squat", muscles={"glutes": 1.0})
    with open_log(log_file) as log:
        exercise_edits.set_exercise(log, told)
    newer(log_file, monkeypatch, CORRECTED)
    assert described(log_file, "Back squat") == told


def test_a_renamed_exercise_is_corrected_and_not_added_again(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(log_file) as log:
        exercise_edits.rename_exercise(log, "Back squat", "Low-bar squat")
        held = store.exercise_names(log)
    newer(log_file, monkeypatch, CORRECTED)
    assert described(log_file, "Low-bar squat") == replace(CORRECTED, name="Low-bar squat")
    with open_log(log_file) as log:
        assert store.exercise_names(log) == held


def test_a_merged_exercise_does_not_come_back_nor_describe_the_other(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(log_file) as log:
        exercise_edits.merge_exercises(log, "Back squat", "Front squat")
        exercise_edits.merge_exercises(log, "Plank", "Side plank")
        exercise_edits.rename_exercise(log, "Side plank", "Planks of all kinds")
        held = store.exercise_names(log)
    before = [described(log_file, name) for name in ("Front squat", "Planks of all kinds")]
    newer(log_file, monkeypatch, CORRECTED, Exercise(name="Plank", muscles={"calves": 1.0}))
    after = [described(log_file, name) for name in ("Front squat", "Planks of all kinds")]
    assert after == before
    with open_log(log_file) as log:
        assert store.exercise_names(log) == held


def test_the_one_that_took_in_others_is_still_corrected_by_its_own_name(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(log_file) as log:
        exercise_edits.merge_exercises(log, "Front squat", "Back squat")
    newer(log_file, monkeypatch, CORRECTED)
    assert described(log_file, "Back squat") == CORRECTED


def test_an_exercise_from_files_is_not_described_by_the_catalogue(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(log_file) as log:
        bring(log, "Sled drag")
    newer(log_file, monkeypatch, replace(PRESS, name="Sled drag"))
    assert described(log_file, "Sled drag") == Exercise(name="Sled drag")
