"""A program that is killed in the middle of a write leaves the log as it was before or after."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ironstride.store import open_log, prepare_log

WRITER = """
import sqlite3
import sys
from datetime import datetime, timedelta
from pathlib import Path
from ironstride.records import Lift, LiftSet, Run
from ironstride.store import NewFile, NewSession, add_batch, open_log, revert_batch

first = datetime(2020, 1, 1, 7)
written = 0

def bring(log, source):
    sets = (LiftSet(exercise=f"Lift of {source}", reps=5),)
    told = [Lift(started_at=first, sets=sets)]
    for hours in range(600):
        start = first + timedelta(hours=hours)
        told.append(Run(started_at=start, distance_m=10_000, duration_s=3000, title=source))
    twins = range(1, 300) if source != "strava-csv" else ()
    sessions = tuple(
        NewSession(key=str(n), session=one, same_as=n if n in twins else None)
        for n, one in enumerate(told)
    )
    many = NewFile(name="many.csv", sha256="", source=source, sessions=sessions)
    add_batch(log, [many], first, lambda *_: None)

def stop(statement):
    global written
    written += statement.startswith(("insert", "update", "delete"))
    if sys.argv[3] in (str(written), statement):
        print("now", flush=True)
        sys.stdin.readline()

with open_log(Path(sys.argv[1])) as log:
    if sys.argv[2] == "prepare":
        bring(log, "strava-csv")
        bring(log, "garmin-csv")
    else:
        log.connection.set_trace_callback(stop)
        bring(log, "runkeeper-csv") if sys.argv[2] == "import" else revert_batch(log, 2, first)
"""


def write(log_file: Path, what: str, stop: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(log_file), what, stop],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def content(log_file: Path) -> list[str]:
    connection = sqlite3.connect(log_file)
    try:
        assert connection.execute("pragma integrity_check").fetchone()[0] == "ok"
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a log with an import, and half of another merged into it."""
    path = tmp_path_factory.mktemp("filled") / "training.db"
    prepare_log(path)
    with write(path, "prepare") as writer:
        assert writer.wait() == 0
    return path


@pytest.mark.parametrize("what", ["import", "revert"])
@pytest.mark.parametrize("stop", ["500", "commit"])
def test_a_killed_write_leaves_nothing_half_done(
    filled: Path, log_file: Path, what: str, stop: str
) -> None:
    shutil.copy(filled, log_file)
    before = content(log_file)
    with write(log_file, what, stop) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "now\n"
        writer.send_signal(signal.SIGKILL)
    assert content(log_file) == before
    with write(log_file, what, "never") as writer:
        assert writer.wait() == 0
    with open_log(log_file) as log:
        merged = "select count(*) from session_source where session_id = 2"
        assert log.execute(merged).fetchone()[0] == {"import": 3, "revert": 1}[what]
