"""Opening the log: one connection per unit of work, one way to write."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ironstride.records.exercise import folded

BUSY_TIMEOUT_S = 10.0
_ROOM = 1_000_000
_DAMAGE = ("not a database", "image is malformed", "malformed database", "decode to UTF-8")


class LogError(Exception):
    """The log cannot be used; the message is a sentence for the runner."""


class DamagedLogError(LogError):
    """A file that can no longer be read as the log it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file {path.name} is not a readable log: it is damaged, or is no log at all. "
            "Nothing was changed. A copy from the folder backups beside it can take its place."
        )
        self.path = path


@dataclass(frozen=True)
class Log:
    """An open log; read through `execute`, write inside `write()`."""

    path: Path
    connection: sqlite3.Connection

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Run one statement with its values bound."""
        return self.connection.execute(sql, values)

    @property
    def revision(self) -> int:
        """Return the number that every write moves: the key of every cache."""
        return int(self.execute("select number from revision").fetchone()[0])

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Hold the one write lock; commit all of the block, durably, or nothing of it."""
        self.connection.execute("begin immediate")
        try:
            yield self.connection
            self.connection.execute("update revision set number = number + 1")
            self.connection.execute("commit")
        except BaseException:
            roll_back(self.connection)
            raise


def roll_back(connection: sqlite3.Connection) -> None:
    """Undo what a failed block wrote; on a full disk SQLite has done so by itself."""
    if connection.in_transaction:
        connection.execute("rollback")


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection as the log needs it: WAL, durable commits, foreign keys on."""
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.create_function("folded", 1, folded, deterministic=True)
    try:
        for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
            connection.execute(f"pragma {pragma}")
    except UnicodeDecodeError as why:  # what SQLite says of a damaged schema quotes its bytes
        connection.close()
        raise sqlite3.DatabaseError("malformed database schema") from why
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says about a whole file into a sentence for the runner.

    Raises:
        LogError: the file is no log, is damaged, is locked or cannot be written.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if any(one in str(error) for one in _DAMAGE):
            raise DamagedLogError(path) from error
        sentence = _sentence(str(error), path)
        if sentence is None:
            raise
        raise LogError(sentence) from error


def _sentence(said: str, path: Path) -> str | None:
    if "locked" in said:
        return f"Another program holds the log {path.name}. Close it there, then try again."
    if "readonly" in said:
        return f"The log {path.name} is read-only. Allow writing to the file and its folder."
    if "unable to open" in said:
        return f"The log {path.name} cannot be opened. Check that its folder exists and is yours."
    if "full" in said or ("disk I/O" in said and not _has_room(path)):
        return "The disk is full. Nothing was changed; free some space, then try again."
    if "disk I/O" in said:
        return f"The disk does not take or give {path.name}. Nothing was changed; check the disk."
    return None


def _has_room(path: Path) -> bool:
    """Tell whether the disk has space left; SQLite says of a full one that it fails to open."""
    return path.parent.is_dir() and shutil.disk_usage(path.parent).free >= _ROOM
