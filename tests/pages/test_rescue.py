"""A damaged log as the runner meets it: what can be saved, what can be put back, on any page."""

from datetime import datetime
from pathlib import Path

import pytest

from ironstride import store
from ironstride.store import Log, open_log
from tests.build import run
from tests.pages.conftest import Visit

PAGE = 4096


@pytest.fixture
def backed_up(log: Log) -> Path:
    for day in range(50):
        store.add_session(log, run(day, notes="x" * 900))
    store.back_up_now(log, datetime(2026, 11, 22, 12))
    log.connection.close()
    return log.path


def test_a_backup_is_put_back_from_any_page(visit: Visit, backed_up: Path) -> None:
    damaged = b"garbage " * 999
    backed_up.write_bytes(damaged)
    app = visit("review/running")
    assert "is not a readable log" in app.error[0].value
    assert "Nothing of the damaged file can be read." in [one.value for one in app.markdown]
    next(one for one in app.button if one.label == "Put back").click().run()
    assert not app.exception
    assert not app.error
    assert "Your log is as it was on" in app.success[0].value
    with open_log(backed_up) as log:
        assert len(store.runs(log)) == 50
    (kept,) = backed_up.parent.glob("training-damaged-*.db")
    assert kept.read_bytes() == damaged


def test_what_can_be_read_becomes_the_log(visit: Visit, backed_up: Path) -> None:
    backed_up.write_bytes(backed_up.read_bytes()[: -4 * PAGE])
    app = visit("manage/data")
    (said,) = [one.value for one in app.text if "It holds" in one.value]
    next(one for one in app.button if one.label == "Make this my log").click().run()
    assert not app.exception
    assert "Your log is what could be read." in app.success[0].value
    with open_log(backed_up) as log:
        assert 0 < len(store.runs(log)) < 50
        assert f"{len(store.runs(log))} sessions" in said
        assert store.integrity_problems(log) == []


def test_a_damaged_backup_is_refused_where_it_is_offered(visit: Visit, backed_up: Path) -> None:
    backed_up.write_bytes(b"garbage " * 999)
    (backup,) = store.backups(backed_up)
    backup.path.write_bytes(b"garbage " * 999)
    app = visit("today/today")
    next(one for one in app.button if one.label == "Put back").click().run()
    assert backup.path.name in app.error[1].value
    assert backed_up.read_bytes() == b"garbage " * 999
