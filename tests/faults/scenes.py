"""Logs to do harm to: one of today, one of the first version, an export and a backup."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from ironstride.importers import Choices
from ironstride.jobs.export import export_log
from ironstride.jobs.import_files import FilePreview, commit, compared, preview
from ironstride.store import Log, add_session, copy_log, open_log
from ironstride.store.migrate import empty_tables
from tests.bench.files import strava, strong
from tests.build import MORNING, lift, run

AT = datetime(2026, 11, 22, 12)
CHOICES = Choices(weight_unit="kg", distance_unit="km", zone="Europe/Berlin")
LOG, OLD, EXPORT, COPY = "training.db", "old.db", "export.json", "copy.db"
ROWS = 300


def look_at(log: Log, name: str, content: bytes) -> list[FilePreview]:
    """Return what a file would bring, as the import page looks at it."""
    found = preview(log, name, content, CHOICES, today=AT.date())
    assert isinstance(found, FilePreview)
    return compared(log, [found])


def make(folder: Path) -> Path:
    """Write the logs and exports that the faults start from, and return their folder."""
    with open_log(folder / LOG) as log:
        commit(log, look_at(log, "activities.csv", strava(ROWS)), at=AT)
        for day in range(20):
            add_session(log, lift(day, notes="by hand"))
        copy_log(log, folder / COPY)
        add_session(log, run(40, title="after the copy"))
        export_log(log, folder / EXPORT)
        add_session(log, run(41, title="after the export"))
    (folder / "strong.csv").write_bytes(strong(20 * ROWS))
    _write_old(folder / OLD)
    return folder


def _write_old(path: Path) -> None:
    """Write a log as the first version did: its tables, with sessions in them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        with closing(empty_tables(1)) as tables:
            tables.backup(old)
        old.execute("begin")
        old.execute("insert into import_batch values (1, '2026-01-01T00:00:00', null)")
        for number in range(1, ROWS):
            _write_run(old, number)
        old.execute("update revision set number = 7")
        old.execute("commit")


def _write_run(old: sqlite3.Connection, number: int) -> None:
    at = (MORNING - timedelta(days=number)).isoformat()
    old.execute(
        "insert into session (id, kind, sport, started_at, duration_s, title)"
        " values (?, 'run', 'run', ?, 3000, 'old')",
        (number, at),
    )
    old.execute(
        "insert into run (session_id, distance_m, type) values (?, 10000, 'easy')", (number,)
    )
    old.execute(
        "insert into session_source (session_id, batch_id, source, source_key, said)"
        " values (?, 1, 'strava-csv', ?, '{}')",
        (number, str(number)),
    )
