"""Copies of the whole log beside it: taken while others read and write, put back whole."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Literal

from ironstride.store.connection import Log, LogError, plain_words
from ironstride.store.dump import (
    dump_now,
    dump_of_file,
    one_moment,
    opened_to_read,
    refuse_damaged,
)
from ironstride.store.migrate import back_up, bring_up_to_date

FOLDER = "backups"
KEPT_DAYS = 14
_DAILY = "day"
_UNDO = "undo"

Occasion = Literal["daily", "asked", "update"]
# What follows the log's own name: training-day-2026-11-16.db, training-2026-11-16-120000.db, …
_NAMES: dict[Occasion, str] = {
    "daily": rf"{_DAILY}-\d{{4}}-\d\d-\d\d",
    "asked": r"\d{4}-\d\d-\d\d-\d{6}(-\d+)?",
    "update": r"before-.+-r\d+",
}


@dataclass(frozen=True, kw_only=True)
class Backup:
    """A copy of the log: its file, why and when it was taken, and its size [bytes]."""

    path: Path
    occasion: Occasion
    taken_at: datetime
    size: int


def folder_of(log_file: Path) -> Path:
    """Return the folder where a log's backups lie."""
    return log_file.parent / FOLDER


def back_up_daily(log: Log, today: date) -> Path | None:
    """Copy the log once a day and keep the last fourteen days.

    None when today's copy is there, or when nothing was ever written.

    Raises:
        LogError: the copy cannot be written.
    """
    target = folder_of(log.path) / f"{log.path.stem}-{_DAILY}-{today.isoformat()}.db"
    if target.exists() or log.revision == 0:
        return None
    try:
        _copy(log, target)
    except LogError as why:
        raise LogError(f"Today's backup could not be made. {why}") from why
    for old in _days_before(target, log.path)[: 1 - KEPT_DAYS]:
        old.unlink(missing_ok=True)
    return target


def back_up_now(log: Log, at: datetime) -> Path:
    """Copy the log into a new file named after the moment, and return it."""
    name = f"{log.path.stem}-{at:%Y-%m-%d-%H%M%S}"
    more = ("" if number == 1 else f"-{number}" for number in count(1))
    free = (folder_of(log.path) / f"{name}{one}.db" for one in more)
    target = next(path for path in free if not path.exists())
    _copy(log, target)
    return target


def copy_log(log: Log, target: Path) -> None:
    """Copy the log into a new file and read the copy back, row by row.

    Raises:
        FileExistsError: there is a file of this name already.
        LogError: the copy cannot be written, or is not what the log holds.
    """
    if target.exists():
        raise FileExistsError(17, "is there already", str(target))
    with one_moment(log.connection):
        _copy(log, target)
        held = dump_now(log.connection)
    if dump_of_file(target) != held:
        raise LogError("The copy is not what the log holds. Delete the copy and try again.")


def backups(log_file: Path) -> list[Backup]:
    """Return the copies of a log, the newest first."""
    found = (
        Backup(
            path=path,
            occasion=occasion,
            taken_at=datetime.fromtimestamp(path.stat().st_mtime).replace(microsecond=0),  # noqa: DTZ006 - shown on this machine's own clock
            size=path.stat().st_size,
        )
        for path, occasion in _found(log_file)
    )
    return sorted(found, key=lambda one: (one.taken_at, one.path.name), reverse=True)


def restore_backup(log: Log, source: Path) -> None:
    """Put a copy in the place of the whole log, brought up to date first.

    Raises:
        LogError: the file is no log, is damaged, or was written by a newer version.
    """
    with closing(copied_to_memory(source)) as copied, plain_words(log.path):
        _take_over(log, copied)


def copied_to_memory(source: Path) -> sqlite3.Connection:
    """Return a sound copy of a log in memory, brought up to date: the file is never written.

    Raises:
        LogError: the file is no log, is damaged, or was written by a newer version.
    """
    with plain_words(source):
        copy = _copied(source)
        try:
            refuse_damaged(copy, source)
            bring_up_to_date(copy)
        except BaseException:
            copy.close()
            raise
    return copy


def keep_for_undo(log: Log) -> None:
    """Copy the log as it stands before an act that can be undone.

    Raises:
        LogError: the copy cannot be written.
    """
    _copy(log, _kept_for_undo(log))


def undo(log: Log, revision: int) -> bool:
    """Put back the log as `keep_for_undo` copied it, unless it was changed after `revision`.

    Nor when more than one write lies between: another window wrote meanwhile, and its writing would
    be lost; or the copy is another window's, for an act of its own.
    """
    source = _kept_for_undo(log)
    if log.revision != revision or not source.exists() or _revision_of(source) != revision - 1:
        return False
    restore_backup(log, source)
    source.unlink()
    return True


def integrity_problems(log: Log) -> list[str]:
    """Return what SQLite finds wrong with the file, nothing when all is well."""
    found = [str(row[0]) for row in log.execute("pragma integrity_check") if row[0] != "ok"]
    broken = log.execute("pragma foreign_key_check").fetchall()
    return found + [f"a row of {row[0]} points nowhere" for row in broken]


def _copy(log: Log, target: Path) -> None:
    with plain_words(target):
        back_up(log.connection, target)


def _kept_for_undo(log: Log) -> Path:
    return folder_of(log.path) / f"{log.path.stem}-{_UNDO}.db"


def _revision_of(file: Path) -> int:
    with plain_words(file), closing(opened_to_read(file)) as opened:
        return int(opened.execute("select number from revision").fetchone()[0])


def _days_before(target: Path, log_file: Path) -> list[Path]:
    """Return the other daily copies, the next to go first: those of days to come, then the oldest.

    A clock that once ran ahead leaves such copies; they must not crowd out those of today.
    """
    days = (path for path, occasion in _found(log_file) if occasion == "daily")
    return sorted((path for path in days if path != target), key=lambda path: (path < target, path))


def _found(log_file: Path) -> Iterator[tuple[Path, Occasion]]:
    """Yield the copies of this log; another log beside it has copies of its own."""
    folder = folder_of(log_file)
    for path in folder.iterdir() if folder.is_dir() else ():
        for occasion, name in _NAMES.items():
            if re.fullmatch(rf"{re.escape(log_file.stem)}-{name}\.db", path.name):
                yield path, occasion


def _copied(source: Path) -> sqlite3.Connection:
    """Return a copy of a file in memory."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closing(opened_to_read(source)) as opened:
        opened.backup(copy)
    return copy


def _take_over(log: Log, copied: sqlite3.Connection) -> None:
    """Write the copy over the log in one transaction, its revision above both."""
    above = max(log.revision, copied.execute("select number from revision").fetchone()[0]) + 1
    copied.execute("update revision set number = ?", (above,))
    copied.backup(log.connection, progress=_refuse_to_wait)


def _refuse_to_wait(status: int, _remaining: int, _total: int) -> None:
    """Give up after one busy timeout: Python would try for ever."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")
