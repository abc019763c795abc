"""When sessions began and how long they took, as the log has it."""

from ironstride import store
from ironstride.store import Log
from tests.build import MORNING, lift, ride, run


def test_every_session_that_is_not_deleted_has_its_times(log: Log) -> None:
    store.add_session(log, lift(time_known=False))
    store.add_session(log, run(elapsed_s=3_100.0))
    store.delete_session(log, store.add_session(log, ride()), MORNING)
    times = store.session_times(log)
    assert times.kind.tolist() == ["run", "lift"]
    assert times.started_at.tolist()[0] == MORNING
    assert times.time_known.tolist() == [True, False]
    assert times.duration_s.tolist() == [3_000.0, 2_700.0]
    assert times.elapsed_s.iloc[0] == 3_100.0
    assert times.elapsed_s.isna().tolist() == [False, True]


def test_an_empty_log_has_no_times(log: Log) -> None:
    assert store.session_times(log).empty
