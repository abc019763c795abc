"""What cannot be written, is held by another program, or was written by a newer version."""

import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.faults.children import begun, heard, open_page, told_by, try_act
from tests.faults.hindrances import nothing, obey_permissions
from tests.faults.looking import beside, content
from tests.faults.scenes import LOG, OLD


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Something that refuses the log: how it is made, what is tried, what is to be read then."""

    made: Callable[[Path], Any]
    says: str
    page: str = "manage/data"
    presses: tuple[str, ...] = ()
    start: str = LOG
    act: str = "form save"


@contextmanager
def read_only_file(log_file: Path) -> Iterator[None]:
    log_file.chmod(0o444)
    yield


@contextmanager
def read_only_folder(log_file: Path) -> Iterator[None]:
    log_file.parent.chmod(0o555)
    yield
    log_file.parent.chmod(0o755)


@contextmanager
def no_place_for_backups(log_file: Path) -> Iterator[None]:
    folder = log_file.parent / "backups"
    folder.mkdir(mode=0o555)
    yield
    folder.chmod(0o755)


def hold(log_file: Path, locking: str, telling: Connection) -> None:
    """Hold the write lock of a log, or with the locking mode `exclusive` all of it, for good."""
    other = sqlite3.connect(log_file, isolation_level=None)
    other.execute(f"pragma locking_mode = {locking}")
    other.execute("begin exclusive")
    telling.send("held")
    signal.pause()


@contextmanager
def _held(locking: str, log_file: Path) -> Iterator[None]:
    process, told = begun(hold, log_file, locking)
    assert heard(told) == "held"
    yield
    process.kill()
    process.join()
    told.close()


@contextmanager
def from_a_newer_version(log_file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(log_file)) as opened:
        opened.execute("pragma user_version = 99")
    yield


REFUSALS = {
    "read-only file": Refusal(
        made=read_only_file, says="is read-only", page="manage/settings", presses=("Save settings",)
    ),
    "read-only folder": Refusal(made=read_only_folder, says="is read-only"),
    "folder that takes no backup": Refusal(
        made=no_place_for_backups,
        says="A copy of the log cannot be written into",
        presses=("Back up now",),
        act="backup",
    ),
    "no backup before a migration": Refusal(
        made=no_place_for_backups,
        says="A copy of the log cannot be written into",
        start=OLD,
        act="migration",
    ),
    "write lock held by another program": Refusal(
        made=partial(_held, "normal"),
        says="Another program holds the log",
        page="manage/settings",
        presses=("Save settings",),
    ),
    "whole log held by another program": Refusal(
        made=partial(_held, "exclusive"), says="Another program holds the log"
    ),
    "log from a newer version": Refusal(made=from_a_newer_version, says="newer version"),
}


def refuse(name: str, scene: Path, folder: Path) -> list[str]:
    """Try to use a log that is refused; return what was wrong with what was said and left."""
    one = REFUSALS[name]
    log_file = folder / name / LOG
    log_file.parent.mkdir(parents=True)
    shutil.copy(scene / one.start, log_file)
    before = content(log_file)
    with one.made(log_file):
        files = _files(log_file)
        said = told_by(try_act, one.act, scene, log_file, obey_permissions, nothing)
        read = told_by(open_page, one.page, log_file, obey_permissions, one.presses)
        wrong = [] if said.startswith("refused: ") and one.says in said else [f"the act: {said}"]
        wrong += _unreadable(read, one.says)
        left = _files(log_file) - files
    if _rows(content(log_file)) != _rows(before):
        wrong.append("the log was changed")
    return wrong + [f"{path} was left" for path in left]


def _rows(held: str | None) -> str:
    """Return what a log holds without its version, which is what a newer one changes."""
    return (held or "").partition("\n")[2]


def _files(log_file: Path) -> set[str]:
    """Return the files in the log's folder but SQLite's own and whole backups."""
    ours = (".db-wal", ".db-shm", ".db")
    return {name for name in beside(log_file.parent) if not name.endswith(ours)}


def _unreadable(read: Any, says: str) -> list[str]:
    """Return what is wrong with how a page said it."""
    if read == "broke off" or read["exception"]:
        return [f"the page shows a traceback: {read}"]
    told = " ".join((*read["error"], *read["warning"]))
    return [] if says in told else [f"the page says {told!r}"]
