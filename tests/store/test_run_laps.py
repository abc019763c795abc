from pathlib import Path

from ironstride import store
from ironstride.frames import RunLaps
from ironstride.records import Lap
from ironstride.store import open_log
from tests.build import MORNING, run

LAPS = (Lap(distance_m=1000.0, duration_s=300.0), Lap(distance_m=400.0, duration_s=90.0))


def test_the_laps_of_all_runs_are_read_in_their_order(tmp_path: Path) -> None:
    with open_log(tmp_path / "log.db") as log:
        first = store.add_session(log, run(1, laps=LAPS))
        second = store.add_session(log, run(0, laps=LAPS[1:]))
        store.add_session(log, run(2))
        found = store.run_laps(log)
    assert found.to_numpy().tolist() == [
        [first, 0, 1000.0, 300.0], [first, 1, 400.0, 90.0], [second, 0, 400.0, 90.0],
    ]  # fmt: skip


def test_the_laps_of_a_deleted_run_are_left_out(tmp_path: Path) -> None:
    with open_log(tmp_path / "log.db") as log:
        store.delete_session(log, store.add_session(log, run(laps=LAPS)), MORNING)
        found = store.run_laps(log)
    assert found.empty
    assert found.dtypes.equals(RunLaps.empty().dtypes)


def test_runs_know_their_time_with_pauses(tmp_path: Path) -> None:
    with open_log(tmp_path / "log.db") as log:
        store.add_session(log, run(elapsed_s=3100.0))
        store.add_session(log, run(1))
        assert store.runs(log).elapsed_s.fillna(0).tolist() == [3100, 0]
