from datetime import datetime

from ironstride import store
from ironstride.records import Session
from ironstride.store import Log, NewBatch
from tests.build import lift, run

AT = datetime(2026, 11, 22, 12, 0)


def batch(*sessions: Session) -> NewBatch:
    return NewBatch(
        imported_at=AT,
        file_name="activities.csv",
        file_sha256="0" * 64,
        source="strava-csv",
        sessions=tuple((f"key {number}", one) for number, one in enumerate(sessions)),
        known=0,
        rejected=0,
    )


def add(log: Log, *sessions: Session) -> int:
    (number,) = store.add_batches(log, [batch(*sessions)], lambda *_: None)
    return number


def test_a_batch_goes_in_whole_and_says_how_far_it_is(log: Log) -> None:
    told: list[tuple[int, int]] = []
    store.add_batches(log, [batch(run(), lift())], lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    assert len(store.sessions(log)) == 2
    assert store.known_keys(log, "strava-csv") == {"key 0", "key 1"}
    assert store.known_keys(log, "garmin-csv") == frozenset()


def test_a_batch_that_stops_half_way_leaves_nothing(log: Log) -> None:
    before = list(log.connection.iterdump())

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    try:
        store.add_batches(log, [batch(run(), lift())], stop)
    except KeyboardInterrupt:
        assert list(log.connection.iterdump()) == before
    else:
        raise AssertionError


def test_reverting_takes_out_what_the_batch_added_and_nothing_else(log: Log) -> None:
    mine = store.add_session(log, run(5))
    number = add(log, run(), lift())
    store.revert_batch(log, number, AT)
    assert list(store.sessions(log).session_id) == [mine]
    assert store.history(log, deleted=True).empty
    (told,) = store.batches(log)
    assert told.reverted
    assert told.added == 2


def test_a_reverted_import_can_be_made_again_read_differently(log: Log) -> None:
    number = add(log, run(distance_m=10_000.0), lift())
    store.revert_batch(log, number, AT)
    assert store.known_keys(log, "strava-csv") == frozenset()
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


def test_what_the_runner_deleted_stays_known_and_stays_deleted(log: Log) -> None:
    number = add(log, run(), lift())
    gone = int(store.runs(log).session_id.iloc[0])
    store.delete_session(log, gone, AT)
    assert "key 0" in store.known_keys(log, "strava-csv")
    store.revert_batch(log, number, AT)
    assert list(store.history(log, deleted=True).session_id) == [gone]
    assert "key 0" in store.known_keys(log, "strava-csv")


def test_a_second_file_of_the_same_source_adds_to_it(log: Log) -> None:
    add(log, run())
    second = NewBatch(
        imported_at=AT,
        file_name="more.csv",
        file_sha256="1" * 64,
        source="strava-csv",
        sessions=(("other key", run(1)),),
        known=1,
        rejected=0,
    )
    store.add_batches(log, [second], lambda *_: None)
    assert [one.file_name for one in store.batches(log)] == ["more.csv", "activities.csv"]
    assert len(store.runs(log)) == 2
