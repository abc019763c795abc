"""A program that is killed in the middle of a write leaves the log as it was before or after."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ironstride import store
from ironstride.store import open_log
from tests.build import run

WRITER = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from ironstride.records import Run
from ironstride.store import NewFile, NewSession, add_batch, open_log

first = datetime(2020, 1, 1, 7)
runs = tuple(
    NewSession(
        key=str(n),
        session=Run(started_at=first + timedelta(hours=n), distance_m=10_000, duration_s=3000),
    )
    for n in range(2000)
)
many = NewFile(name="many.csv", sha256="", source="strava-csv", sessions=runs)

def told(done, of):
    if done == int(sys.argv[2]):
        print("now", flush=True)
        sys.stdin.readline()

with open_log(Path(sys.argv[1])) as log:
    add_batch(log, [many], first, told)
"""


@pytest.mark.parametrize("at", [1, 700, 2000])
def test_a_killed_import_leaves_nothing_half_written(log_file: Path, at: int) -> None:
    with open_log(log_file) as log:
        store.add_session(log, run())
        before = list(log.connection.iterdump())
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(log_file), str(at)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "now\n"
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    connection = sqlite3.connect(log_file)
    assert connection.execute("pragma integrity_check").fetchone()[0] == "ok"
    assert list(connection.iterdump()) == before
    connection.close()
