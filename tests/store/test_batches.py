from datetime import datetime

import pytest

from ironstride import store
from ironstride.records import Session
from ironstride.store import Log, NewFile, NewSession
from tests.build import lift, ride, run

AT = datetime(2026, 11, 22, 12, 0)


def file(*sessions: Session, name: str = "activities.csv", key: str = "key") -> NewFile:
    return NewFile(
        name=name,
        sha256="0" * 64,
        source="strava-csv",
        sessions=tuple(
            NewSession(key=f"{key} {number}", session=one) for number, one in enumerate(sessions)
        ),
    )


def known_keys(log: Log, source: str) -> set[str]:
    return set(store.said_before(log, source))


def add(log: Log, *sessions: Session) -> int:
    return store.add_batch(log, [file(*sessions)], AT, lambda *_: None).batch_id


def test_files_go_in_as_one_batch_that_says_how_far_it_is(log: Log) -> None:
    told: list[tuple[int, int]] = []
    files = [file(run(), lift()), file(run(1), name="more.csv", key="other")]
    store.add_batch(log, files, AT, lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert len(store.sessions(log)) == 3
    assert known_keys(log, "strava-csv") == {"key 0", "key 1", "other 0"}
    assert known_keys(log, "garmin-csv") == set()
    (batch,) = store.batches(log)
    assert [(one.name, one.added) for one in batch.files] == [
        ("activities.csv", 2),
        ("more.csv", 1),
    ]
    assert batch.added == 3


def test_a_batch_that_stops_half_way_leaves_nothing(log: Log) -> None:
    before = list(log.connection.iterdump())

    def stop(done: int, of: int) -> None:
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        store.add_batch(log, [file(run(), lift())], AT, stop)
    assert list(log.connection.iterdump()) == before


def test_reverting_takes_out_what_the_batch_added_and_nothing_else(log: Log) -> None:
    mine = store.add_session(log, run(5))
    number = add(log, run(), lift())
    store.revert_batch(log, number, AT)
    assert list(store.sessions(log).session_id) == [mine]
    assert store.history(log, store.Wanted(deleted=True)).empty
    (told,) = store.batches(log)
    assert told.reverted
    assert told.added == 2


def test_a_reverted_import_can_be_made_again_read_differently(log: Log) -> None:
    number = add(log, run(distance_m=10_000.0), lift())
    store.revert_batch(log, number, AT)
    assert known_keys(log, "strava-csv") == set()
    add(log, run(distance_m=16_093.44, duration_s=5000.0), lift())
    assert list(store.runs(log).distance_m) == [16_093.44]
    assert len(store.sessions(log)) == 2


def test_what_the_runner_corrected_survives_a_revert_and_a_new_import(log: Log) -> None:
    number = add(log, run())
    (session_id,) = store.runs(log).session_id
    store.correct_session(log, session_id, run(title="Mine"))
    store.revert_batch(log, number, AT)
    add(log, run(distance_m=11_000.0, title="Theirs"))
    assert store.session(log, session_id) == run(distance_m=11_000.0, title="Mine")


@pytest.mark.parametrize("anew", [run(duration_s=1700.0), ride()])
def test_a_correction_that_the_new_reading_contradicts_stays(log: Log, anew: Session) -> None:
    number = add(log, run())
    (session_id,) = store.runs(log).session_id
    store.correct_session(log, session_id, run(distance_m=14_000.0))
    store.revert_batch(log, number, AT)
    add(log, anew)
    assert store.session(log, session_id) == run(distance_m=14_000.0)
    assert list(store.sessions(log).session_id) == [session_id]


def test_what_the_runner_deleted_stays_known_and_stays_deleted(log: Log) -> None:
    number = add(log, run(), lift())
    gone = int(store.runs(log).session_id.iloc[0])
    store.delete_session(log, gone, AT)
    add(log, run(), lift())
    assert list(store.history(log, store.Wanted(deleted=True)).session_id) == [gone]
    assert "key 0" in known_keys(log, "strava-csv")
    store.revert_batch(log, number, AT)
    assert list(store.history(log, store.Wanted(deleted=True)).session_id) == [gone]
    assert "key 0" in known_keys(log, "strava-csv")


def test_the_same_file_committed_twice_adds_once(log: Log) -> None:
    add(log, run(), lift())
    add(log, run(), lift())
    assert len(store.sessions(log)) == 2
    assert [(one.added, one.files[0].known) for one in store.batches(log)] == [(0, 2), (2, 0)]


def test_what_stays_as_corrected_by_hand_is_counted(log: Log) -> None:
    number = add(log, run(), lift())
    (session_id,) = store.runs(log).session_id
    store.correct_session(log, session_id, run(title="Mine"))
    assert store.revert_batch(log, number, AT) == 2
    again = store.add_batch(log, [file(run(), lift())], AT, lambda *_: None)
    assert (again.sessions, again.kept) == (2, 1)
