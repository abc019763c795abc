"""The whole log as plain rows: what every export is made of and what a restore puts back."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ironstride.store.connection import Log, LogError, plain_words
from ironstride.store.migrate import empty_tables, is_current

Row = tuple[object, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, what it holds (TEXT, INTEGER, REAL), whether it may be null.

    >>> Column("reps", "INTEGER", may_be_null=True).name
    'reps'
    """

    name: str
    holds: str
    may_be_null: bool


@dataclass(frozen=True)
class Dump:
    """Every row of every table as one moment held them, and the version of the tables.

    A row has its values in the order of `columns_of(version)`.
    """

    version: int
    tables: Mapping[str, list[Row]]


def columns_of(version: int) -> dict[str, list[Column]]:
    """Return the columns of every table as a version of the log has them.

    Raises:
        LogError: there is no such version yet.
    """
    with closing(empty_tables(version)) as empty:
        return {name: _columns(empty, name) for name in _names(empty)}


def dump(log: Log) -> Dump:
    """Return the whole log as one moment holds it."""
    with one_moment(log.connection):
        return dump_now(log.connection)


def dump_of_file(path: Path) -> Dump:
    """Return what the SQLite file of a log holds; the file is only read.

    Raises:
        LogError: the file is no log, is damaged, or was written by a newer version.
    """
    try:
        with plain_words(path), closing(opened_to_read(path)) as connection:
            refuse_damaged(connection, path)
            with one_moment(connection):
                return dump_now(connection)
    except sqlite3.DatabaseError as why:
        raise LogError(f"{path.name} cannot be read: {why}. Nothing was changed.") from why


def opened_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write and trusts nothing that the file's schema says."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.isolation_level = None
    connection.execute("pragma trusted_schema = off")
    return connection


def refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is no log of this version or an older one, or that is not sound.

    Raises:
        LogError: the file is no log, is damaged, or was written by a newer version.
    """
    is_current(connection)
    if connection.execute("pragma user_version").fetchone()[0] < 1:
        raise LogError(f"{path.name} is no log. Nothing was changed.")
    if connection.execute("pragma integrity_check").fetchone()[0] != "ok":
        raise LogError(f"{path.name} is damaged. Nothing was changed.")


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """See the log in this block as it was at its beginning, whoever writes meanwhile."""
    connection.execute("begin")
    try:
        connection.execute("pragma schema_version").fetchone()  # the first read holds the moment
        yield
    finally:
        connection.execute("rollback")


def dump_now(connection: sqlite3.Connection) -> Dump:
    """Return the whole log; of one moment when called within `one_moment`."""
    version = int(connection.execute("pragma user_version").fetchone()[0])
    wanted = columns_of(version)
    return Dump(version, {name: _rows(connection, name, wanted[name]) for name in wanted})


def _rows(connection: sqlite3.Connection, table: str, wanted: list[Column]) -> list[Row]:
    held = {one.name for one in _columns(connection, table)}
    if not {one.name for one in wanted} <= held:
        raise LogError(
            f"This is no log: its table {table} is missing or another program's. "
            "Nothing was changed."
        )
    names = ", ".join(f'"{one.name}"' for one in wanted)
    return [tuple(row) for row in connection.execute(f'select {names} from "{table}"')]


def _names(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "select name from sqlite_schema where type = 'table'"
        " and substr(name, 1, 1) <> '_' and name not like 'sqlite%' order by name"
    )
    return [row[0] for row in rows]


def _columns(connection: sqlite3.Connection, table: str) -> list[Column]:
    """Return a table's columns; a view or a virtual table of this name has none."""
    rows = connection.execute(
        'select info.name, info.type, not info."notnull" and not info.pk'
        " from sqlite_schema made, pragma_table_info(made.name) info"
        " where made.type = 'table' and made.name = ? and made.sql not like 'create virtual%'",
        (table,),
    )
    return [Column(row[0], row[1], bool(row[2])) for row in rows]
