"""Nobody else on the machine reads the log, its copies or its exports."""

import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from ironstride import store
from ironstride.jobs.export import export_log
from ironstride.store import rescue
from tests.build import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


@pytest.fixture(autouse=True)
def _open_handed() -> Iterator[None]:
    """Let new files be read by all where nothing is said, as most systems do."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {one.name: one.stat().st_mode & 0o777 for one in folder.rglob("*") if one.is_file()}


def test_a_new_log_and_what_sqlite_puts_beside_it_are_private(log_file: Path) -> None:
    with store.open_log(log_file) as log:
        store.add_session(log, run())
        assert modes(log_file.parent) == dict.fromkeys(
            ("training.db", "training.db-wal", "training.db-shm"), 0o600
        )


def test_every_copy_of_the_log_is_private(log_file: Path) -> None:
    with store.open_log(log_file) as log:
        store.add_session(log, run())
        store.back_up_daily(log, date(2026, 11, 16))
        store.back_up_now(log, datetime(2026, 11, 16))
        store.keep_for_undo(log)
        for ending in ("zip", "json", "db"):
            export_log(log, log_file.with_name(f"whole.{ending}"))
    found = modes(log_file.parent)
    assert len(found) == 7
    assert set(found.values()) == {0o600}


def test_a_log_that_the_runner_opened_to_others_stays_open_to_them(log_file: Path) -> None:
    with store.open_log(log_file):
        log_file.chmod(0o640)
    with store.open_log(log_file) as log:
        store.add_session(log, run())
    assert log_file.stat().st_mode & 0o777 == 0o640


def test_a_log_that_a_backup_or_what_could_be_read_made_whole_is_private(log_file: Path) -> None:
    with store.open_log(log_file) as log:
        store.add_session(log, run())
        copy = store.back_up_now(log, datetime(2026, 11, 16))
    rescue.put_in_place(log_file, copy, datetime(2026, 11, 17))
    assert log_file.stat().st_mode & 0o777 == 0o600
    rescue.save_readable(log_file, datetime(2026, 11, 18))
    assert set(modes(log_file.parent).values()) == {0o600}
