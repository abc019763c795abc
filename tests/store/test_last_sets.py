from datetime import timedelta

from ironstride import store
from ironstride.records import LiftSet
from ironstride.store import Log, Move
from tests.build import MORNING, lift, squat

TOMORROW = MORNING + timedelta(days=1)


def test_last_time_is_the_latest_session_before_with_all_its_sets(log: Log) -> None:
    store.add_session(log, lift(-14, sets=(squat(load_kg=90.0),)))
    store.add_session(log, lift(-7))
    store.add_session(log, lift(-3, sets=(LiftSet(exercise="Plank", hold_s=45),)))
    found = store.last_time(log, ["Back squat", "Plank"], TOMORROW)
    assert found["Back squat"].started_at == lift(-7).started_at
    assert found["Back squat"].sets == lift().sets
    assert found["Back squat"].loads_kg == (100.0, 90.0)
    assert found["Plank"].sets == (LiftSet(exercise="Plank", hold_s=45),)
    assert found["Plank"].loads_kg == ()


def test_only_what_was_before_the_moment_counts(log: Log) -> None:
    store.add_session(log, lift(-7))
    store.add_session(log, lift(0, sets=(squat(load_kg=120.0),)))
    assert store.last_time(log, ["Back squat"], lift(0).started_at)["Back squat"].loads_kg == (
        100.0,
    )
    assert store.last_time(log, ["Back squat"], lift(-7).started_at) == {}


def test_an_alias_finds_its_exercise_and_a_stranger_nothing(log: Log) -> None:
    store.add_session(log, lift(-7))
    found = store.last_time(log, ["squat", "No such lift"], TOMORROW)
    assert list(found) == ["squat"]
    assert {one.exercise for one in found["squat"].sets} == {"Back squat"}


def test_deleted_sessions_are_not_last_time(log: Log) -> None:
    store.add_session(log, lift(-7))
    deleted = store.add_session(log, lift(-1, sets=(squat(load_kg=300.0),)))
    store.delete_session(log, deleted, TOMORROW)
    found = store.last_time(log, ["Back squat"], TOMORROW)["Back squat"]
    assert found.started_at == lift(-7).started_at
    assert found.loads_kg == (100.0,)


def test_warm_ups_and_failed_attempts_are_no_working_loads(log: Log) -> None:
    store.add_session(log, lift(-7, sets=(squat(set_type="warmup"), squat(reps=0, load_kg=150.0))))
    assert store.last_time(log, ["Back squat"], TOMORROW)["Back squat"].loads_kg == ()


def test_every_exercise_says_how_it_is_loaded(log: Log) -> None:
    found = store.moves(log)
    assert set(found) == set(store.exercise_names(log))
    assert found["Pull-up"] == Move(kind="bodyweight", body_mass_fraction=0.95)
    assert found["Plank"].kind == "timed"
