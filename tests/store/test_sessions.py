from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ironstride import store
from ironstride.records import Lift, LiftSet, Session
from ironstride.store import Log, open_log
from tests.build import MORNING, lift, ride, run, squat

AT = datetime(2026, 11, 22, 12, 0)


@pytest.mark.parametrize("made", [run(), run(distance_m=None), lift(), ride(title="Ünï 'x' ;--")])
def test_what_goes_in_comes_out(log: Log, made: Session) -> None:
    assert store.session(log, store.add_session(log, made)) == made


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)


@settings(max_examples=50, deadline=None)
@given(
    minutes=st.integers(0, 10_000_000),
    reps=st.none() | st.integers(0, 500),
    load=st.floats(0, 600),
    hold=st.floats(0.1, 36_000),
    title=_TEXT,
)
def test_any_lift_survives_the_round_trip(
    tmp_path_factory: pytest.TempPathFactory,
    minutes: int,
    reps: int | None,
    load: float,
    hold: float,
    title: str,
) -> None:
    one = LiftSet(exercise="Plank", reps=reps, load_kg=load, hold_s=hold)
    made = Lift(started_at=MORNING + timedelta(minutes=minutes), sets=(one, one), title=title)
    with open_log(tmp_path_factory.mktemp("log") / "training.db") as log:
        assert store.session(log, store.add_session(log, made)) == made


def test_an_alias_finds_its_exercise_and_a_new_name_becomes_one(log: Log) -> None:
    made = lift(sets=(squat(exercise="squat (barbell)"), squat(exercise="My own machine")))
    found = store.session(log, store.add_session(log, made))
    assert isinstance(found, Lift)
    assert [one.exercise for one in found.sets] == ["Back squat", "My own machine"]


def test_sets_are_read_as_of_one_moment_whoever_deletes_meanwhile(log: Log) -> None:
    kept, gone = store.add_session(log, lift()), store.add_session(log, lift())

    def delete_between(statement: str) -> None:
        if "from session where" in statement:
            log.connection.set_trace_callback(None)
            with open_log(log.path) as other:
                store.delete_session(other, gone, AT)

    log.connection.set_trace_callback(delete_between)
    assert set(store.lift_sets(log).session_id) == {kept, gone}
    assert set(store.lift_sets(log).session_id) == {kept}


def test_a_new_exercise_takes_its_kind_from_how_it_is_lifted(log: Log) -> None:
    held = LiftSet(exercise="Odd hold", hold_s=30)
    free = LiftSet(exercise="Odd jump", reps=8)
    store.add_session(log, lift(sets=(held, free, squat(exercise="Odd bar"))))
    assert dict(store.lift_sets(log)[["exercise", "kind"]].to_numpy()) == {
        "Odd hold": "timed",
        "Odd jump": "bodyweight",
        "Odd bar": "weighted",
    }
    for name in ("Odd jump", "Odd hold"):
        store.add_session(log, lift(1, sets=(squat(exercise=name),)))
        assert set(store.lift_sets(log).query("exercise == @name").kind) == {"weighted"}


def test_a_deleted_session_is_gone_from_every_table_and_comes_back_whole(log: Log) -> None:
    kept, gone = store.add_session(log, run()), store.add_session(log, lift())
    store.delete_session(log, gone, AT)
    assert list(store.sessions(log).session_id) == [kept]
    assert store.lift_sets(log).empty
    assert list(store.history(log, store.Wanted(deleted=True)).session_id) == [gone]
    store.restore_session(log, gone)
    assert set(store.sessions(log).session_id) == {kept, gone}
    assert len(store.lift_sets(log)) == 2
    assert store.history(log, store.Wanted(deleted=True)).empty


def test_a_correction_replaces_the_session_and_remembers_the_fields(log: Log) -> None:
    number = store.add_session(log, run())
    store.correct_session(log, number, run(title="Along the river", distance_m=12_000.0))
    assert store.session(log, number) == run(title="Along the river", distance_m=12_000.0)
    edited = {row["field"] for row in log.execute("select field from session_edit")}
    assert edited == {"title", "distance_m"}


def test_a_run_cannot_become_a_lift(log: Log) -> None:
    number = store.add_session(log, run())
    with pytest.raises(ValueError, match="a run cannot become a lift"):
        store.correct_session(log, number, lift())
    assert store.session(log, number) == run()


def test_a_session_that_is_not_there_is_said_so(log: Log) -> None:
    with pytest.raises(KeyError, match="there is no session 7"):
        store.session(log, 7)


def test_the_last_lift_is_the_latest_that_is_not_deleted(log: Log) -> None:
    assert store.last_lift(log) is None
    store.add_session(log, lift(0, title="older"))
    newest = store.add_session(log, lift(3, title="newest"))
    store.delete_session(log, newest, AT)
    found = store.last_lift(log)
    assert found is not None
    assert found.title == "older"


def test_every_write_moves_the_revision_and_no_read_does(log: Log) -> None:
    before = log.revision
    store.add_session(log, run())
    store.history(log)
    assert log.revision == before + 1
