"""Bringing a log up to date: back up, migrate, seed the catalogue, all or nothing."""

import os
import re
import sqlite3
import threading
from contextlib import suppress
from glob import escape
from pathlib import Path

from sqlite_utils import Database

from ironstride.store.connection import LogError, connect, plain_words, roll_back
from ironstride.store.schema import migrations
from ironstride.store.seed import seed

_PARTIAL = ".partial"
_OWN_PARTIAL = re.compile(r".+\.\d+-\d+\.partial(-\w+)?")  # others name unfinished files so, too
_ABANDONED_S = 3600.0


def prepare_log(path: Path) -> None:
    """Create the log, or bring it up to date after a backup of the file beside it.

    Raises:
        LogError: the log was written by a newer version, or cannot be opened or written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LogError(f"The folder {path.parent} cannot be made: {error.strerror}.") from error
    if not path.exists():
        make_private(path)
    with plain_words(path):
        connection = connect(path)
        try:
            _prepare(path, connection)
        finally:
            connection.close()


def is_current(connection: sqlite3.Connection) -> bool:
    """Tell whether this version can use the log as it is.

    Raises:
        LogError: the log was written by a newer version, or by another program.
    """
    version = int(connection.execute("pragma user_version").fetchone()[0])
    known = len(_names())
    if version > known:
        raise LogError(
            "This log was written by a newer version of Ironstride. "
            "Update Ironstride to open it; nothing was changed."
        )
    if version == 0 and _is_foreign(connection):
        raise LogError("This file is another program's database, not a log. Nothing was changed.")
    return version == known


def _is_foreign(connection: sqlite3.Connection) -> bool:
    names = {row[0] for row in connection.execute("select name from sqlite_schema")}
    return bool(names) and "_sqlite_migrations" not in names


def newest_version() -> int:
    """Return the version of the tables that this program writes."""
    return len(_names())


def empty_tables(version: int) -> sqlite3.Connection:
    """Return the empty tables of a version of the log, in memory.

    Raises:
        LogError: there is no such version yet.
    """
    names = _names()
    if not 1 <= version <= len(names):
        raise LogError(
            "This was written by a newer version of Ironstride. "
            "Update Ironstride to use it; nothing was changed."
        )
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrations.apply(_database(connection), stop_before=names[version : version + 1])
    connection.execute(f"pragma user_version = {version}")
    return connection


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Migrate and seed a log that nobody else has open."""
    if is_current(connection):
        _seed_whole(connection)
    else:
        _change_tables(connection)


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the whole log into a new file while others may read and write.

    Raises:
        LogError: the folder does not take the copy.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy_whole(connection, target)
    except OSError as why:
        raise LogError(
            f"A copy of the log cannot be written into {target.parent}: {why.strerror}. "
            "Nothing was changed."
        ) from why


def _copy_whole(connection: sqlite3.Connection, target: Path) -> None:
    # Two tabs may copy at once: each writes a file of its own first.
    partial = target.with_name(f"{target.name}.{os.getpid()}-{threading.get_ident()}{_PARTIAL}")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)  # a folder that takes no file says so here, by its own name
    copy = sqlite3.connect(partial)
    try:
        connection.backup(copy)
        _clear_abandoned(partial)
        copy.execute("pragma journal_mode = delete")  # one file, readable without its folder
    except BaseException:
        copy.close()
        for left in partial.parent.glob(
            f"{escape(partial.name)}*"
        ):  # SQLite's own files beside it, too
            left.unlink(missing_ok=True)
        raise
    copy.close()
    partial.replace(target)


def _clear_abandoned(partial: Path) -> None:
    """Remove what copies left that were killed long before this one."""
    written_at = partial.stat().st_mtime
    for path in partial.parent.glob(f"*{_PARTIAL}*"):
        if not _OWN_PARTIAL.fullmatch(path.name):
            continue
        with suppress(FileNotFoundError):  # another tab clears as well
            if abs(written_at - path.stat().st_mtime) > _ABANDONED_S:
                path.unlink()


def make_private(path: Path) -> None:
    """Make an empty file that nobody but its owner reads; what SQLite puts beside it is as private.

    Where it cannot be made, SQLite says so when it tries.
    """
    with suppress(OSError):
        path.touch(mode=0o600)


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    if is_current(connection):
        _seed_whole(connection)
    else:
        _migrate(path, connection)


def _seed_whole(connection: sqlite3.Connection) -> None:
    connection.execute("begin immediate")
    try:
        seed(connection)
        connection.execute("commit")
    except BaseException:
        roll_back(connection)
        raise


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    db = _database(connection)
    pending = migrations.pending(db)
    if pending and migrations.applied(db):
        revision = connection.execute("select number from revision").fetchone()[0]
        name = f"{path.stem}-before-{pending[0].name}-r{revision}.db"
        back_up(connection, path.parent / "backups" / name)
    _change_tables(connection)


def _change_tables(connection: sqlite3.Connection) -> None:
    connection.execute("pragma foreign_keys = off")
    connection.execute("begin immediate")
    try:
        # With its catalogue, or a kill in between would leave a log that knows no exercise.
        _apply(_database(connection), connection)
        connection.execute("commit")
    except BaseException:
        roll_back(connection)
        raise
    connection.execute("pragma foreign_keys = on")


def _apply(db: Database, connection: sqlite3.Connection) -> None:
    migrations.apply(db)
    seed(connection)
    broken = connection.execute("pragma foreign_key_check").fetchall()
    if broken:
        raise LogError(f"The log holds {len(broken)} rows that point nowhere; nothing was changed.")
    connection.execute(f"pragma user_version = {len(_names())}")


def _database(connection: sqlite3.Connection) -> Database:
    return Database(connection, strict=True, execute_plugins=False)


def _names() -> list[str]:
    with Database(memory=True, execute_plugins=False) as empty:
        return [migration.name for migration in migrations.pending(empty)]
