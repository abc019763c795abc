"""Bringing a log up to date: back up, migrate, seed the catalogue, all or nothing."""

import hashlib
import json
import sqlite3
from dataclasses import asdict
from pathlib import Path

from sqlite_utils import Database

from ironstride.records.catalogue import catalogue
from ironstride.store.connection import LogError, connect, plain_words, roll_back
from ironstride.store.exercises import add_aliases, by_index, insert_exercise
from ironstride.store.schema import migrations


def prepare_log(path: Path) -> None:
    """Create the log, or bring it up to date after a backup of the file beside it.

    Raises:
        LogError: the log was written by a newer version, or cannot be opened or written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LogError(f"The folder {path.parent} cannot be made: {error.strerror}.") from error
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


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the whole log into a new file while others may read and write."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    copy = sqlite3.connect(partial)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    partial.replace(target)


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    if not is_current(connection):
        _migrate(path, connection)
    connection.execute("begin immediate")
    try:
        _seed(connection)
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
    connection.execute("pragma foreign_keys = off")
    connection.execute("begin immediate")
    try:
        _apply(db, connection)
        connection.execute("commit")
    except BaseException:
        roll_back(connection)
        raise
    connection.execute("pragma foreign_keys = on")


def _apply(db: Database, connection: sqlite3.Connection) -> None:
    migrations.apply(db)
    broken = connection.execute("pragma foreign_key_check").fetchall()
    if broken:
        raise LogError(f"The log holds {len(broken)} rows that point nowhere; nothing was changed.")
    connection.execute(f"pragma user_version = {len(_names())}")


def _seed(connection: sqlite3.Connection) -> None:
    """Add the exercises and aliases that the log does not know yet, once per catalogue."""
    text = json.dumps([asdict(one) for one in catalogue()], sort_keys=True)
    version = hashlib.sha256(text.encode()).hexdigest()
    held = connection.execute("select value from setting where name = 'catalogue'").fetchone()
    if held and held[0] == version:
        return
    for exercise in catalogue():
        known = by_index(connection, exercise.name)
        if known is None:
            insert_exercise(connection, exercise, origin="catalogue")
        else:
            add_aliases(connection, known, exercise.aliases)
    connection.execute("insert or replace into setting values ('catalogue', ?)", (version,))


def _database(connection: sqlite3.Connection) -> Database:
    return Database(connection, strict=True, execute_plugins=False)


def _names() -> list[str]:
    with Database(memory=True, execute_plugins=False) as empty:
        return [migration.name for migration in migrations.pending(empty)]
