import asyncio
import gc
import sys
from pathlib import Path

import pytest

from ironstride import store
from ironstride.store import Log, dump
from ironstride.web.startup import freeze, lifespan, load_rooms, try_log
from tests.build import run


async def _start() -> None:
    async with lifespan(None):
        pass


def test_start_up_creates_the_log(log_file: Path) -> None:
    asyncio.run(_start())
    gc.unfreeze()
    assert log_file.exists()


def test_a_file_that_is_no_log_does_not_stop_the_server(
    log_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log_file.write_bytes(b"not a database, but a letter to my coach" * 100)
    try_log()
    assert "The log cannot be used" in caplog.text
    assert log_file.read_bytes().startswith(b"not a database")


def test_a_log_in_a_folder_that_cannot_be_does_not_stop_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("IRONSTRIDE_LOG", str(tmp_path / "file" / "training.db"))
    try_log()
    assert "The log cannot be used" in caplog.text


def test_start_up_backs_the_log_up_once_a_day(log_file: Path, log: Log) -> None:
    try_log()
    assert store.backups(log_file) == []
    store.add_session(log, run())
    try_log()
    try_log()
    (backup,) = store.backups(log_file)
    assert backup.occasion == "daily"
    assert len(dump.dump_of_file(backup.path).tables["session"]) == 1


def test_a_backup_that_fails_does_not_stop_the_server(
    log_file: Path, log: Log, caplog: pytest.LogCaptureFixture
) -> None:
    store.add_session(log, run())
    (log_file.parent / "backups").touch()
    try_log()
    assert "Today's backup could not be made" in caplog.text


def test_the_rooms_below_the_screen_are_loaded() -> None:
    load_rooms()
    assert {"ironstride.metrics.volume", "ironstride.importers", "pandas", "plotly"} <= set(
        sys.modules
    )


def test_what_is_loaded_is_left_out_of_garbage_collection() -> None:
    freeze()
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    assert frozen > 10_000
