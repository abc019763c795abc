"""A damaged log: what of it can still be read, and a sound file in its place."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from glob import escape
from pathlib import Path

from ironstride.store.around_damage import around_damage
from ironstride.store.backups import copied_to_memory
from ironstride.store.connection import LogError, plain_words
from ironstride.store.dump import Dump, columns_of, dump_now, opened_to_read
from ironstride.store.migrate import empty_tables, make_private
from ironstride.store.opening import open_log
from ironstride.store.replace import WORDS, replace_log

_BESIDE = ("-wal", "-shm")
_MOMENT, _DAY = "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d"
_WITHOUT_THEIR_RUN = """
delete from session where (kind = 'run') <> (id in (select session_id from run))
"""

_COLUMNS = """
select tables.name, columns.name from sqlite_schema tables, pragma_table_info(tables.name) columns
where tables.type = 'table' and tables.name not like '\\_%' escape '\\'
and (columns.name like '%\\_at' escape '\\' or columns.name like '%\\_on' escape '\\'
  or columns.name in ('day', 'since', 'by_day'))
"""


def readable(log_file: Path) -> Dump | None:
    """Return every row of a damaged log that can be read and makes sense; None where none can."""
    try:
        with closing(opened_to_read(log_file)) as damaged:
            # SQLite reads nothing of a file that is shorter than it says, unless it is told this.
            damaged.execute("pragma writable_schema = on")
            version = int(damaged.execute("pragma user_version").fetchone()[0])
            with closing(empty_tables(version)) as sound:
                _fill(sound, damaged, version)
                return dump_now(sound)
    except (sqlite3.DatabaseError, LogError):
        return None


def save_readable(log_file: Path, at: datetime) -> Path:
    """Put a log of what can be read in the place of a damaged one; return where that is kept.

    Raises:
        LogError: nothing can be read, or the folder does not take the file.
    """
    found = readable(log_file)
    if found is None:
        raise LogError("Nothing of the damaged file can be read. It was left as it is.")
    with _made_beside(log_file) as new:
        with open_log(new) as log:
            replace_log(log, found)
        return _take_place(new, log_file, at)


def put_in_place(log_file: Path, backup: Path, at: datetime) -> Path:
    """Put a backup in the place of a damaged log; return where that is kept.

    Raises:
        LogError: the backup is damaged as well, or the folder does not take the file.
    """
    with _made_beside(log_file) as new:
        with closing(copied_to_memory(backup)) as sound:
            make_private(new)
            with closing(sqlite3.connect(new)) as file:
                sound.backup(file)
        return _take_place(new, log_file, at)


@contextmanager
def _made_beside(log_file: Path) -> Iterator[Path]:
    """Name the file that is to take the log's place; what fails on the way leaves none of it."""
    new = log_file.with_name(f"{log_file.stem}-{os.getpid()}.partial")
    try:
        with plain_words(log_file):
            yield new
    except OSError as why:
        raise LogError(f"{log_file.parent} cannot be written: {why.strerror}.") from why
    finally:
        for left in log_file.parent.glob(f"{escape(new.name)}*"):
            left.unlink(missing_ok=True)


def _take_place(new: Path, log_file: Path, at: datetime) -> Path:
    """Keep the damaged file under another name, then let the new one take its place.

    There is a file at every moment, and never a sound one beside the other's write-ahead log.
    """
    kept = log_file.with_name(f"{log_file.stem}-damaged-{at:%Y-%m-%d-%H%M%S}{log_file.suffix}")
    shutil.copy2(log_file, kept)
    for end in _BESIDE:
        path = log_file.with_name(log_file.name + end)
        if path.exists():
            path.replace(kept.with_name(kept.name + end))
    new.replace(log_file)
    return kept


def _fill(sound: sqlite3.Connection, damaged: sqlite3.Connection, version: int) -> None:
    """Fill sound tables with the rows that can be read and that their rules allow."""
    sound.execute("begin")
    for table, columns in columns_of(version).items():
        names = ", ".join(f'"{one.name}"' for one in columns)
        marks = ", ".join("?" * len(columns))
        sound.execute(f'delete from "{table}"')
        rows = around_damage(damaged, table, names, _keys(sound, table))
        sound.executemany(f'insert or ignore into "{table}" ({names}) values ({marks})', rows)
    sound.execute("insert or ignore into revision values (1, 0)")
    # So that the exercises that could not be read come in again from the catalogue.
    sound.execute("delete from setting where name = 'catalogue'")
    _remove_senseless(sound)
    sound.execute(_WITHOUT_THEIR_RUN)
    while orphans := sound.execute("pragma foreign_key_check").fetchall():
        for table in {row[0] for row in orphans}:
            _remove_orphans(sound, table)
    sound.execute("commit")


def _remove_senseless(sound: sqlite3.Connection) -> None:
    """Take out the rows with a day, a moment or a word that none is, as flipped bits make them."""
    for table, column in sound.execute(_COLUMNS).fetchall():
        shape = _MOMENT if column.endswith("_at") else _DAY
        sound.execute(
            f'delete from "{table}" where "{column}" is not null'
            f' and strftime(?, "{column}") is not "{column}"',
            (shape,),
        )
    for (table, column), allowed in WORDS.items():
        marks = ", ".join("?" * len(allowed))
        sound.execute(f'delete from "{table}" where "{column}" not in ({marks})', allowed)


def _keys(sound: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table's primary key."""
    keys = sound.execute("select name from pragma_table_info(?) where pk order by pk", (table,))
    return [name for (name,) in keys]


def _remove_orphans(sound: sqlite3.Connection, table: str) -> None:
    """Take out the rows of a table that point at what could not be read."""
    links = sound.execute(f'pragma foreign_key_list("{table}")').fetchall()
    for number in {link[0] for link in links}:
        pairs = [link for link in links if link[0] == number]
        parent = pairs[0][2]
        keys = [link[4] for link in pairs] if pairs[0][4] else _keys(sound, parent)
        same = " and ".join(
            f'"{table}"."{link[3]}" = up."{key}"' for link, key in zip(pairs, keys, strict=True)
        )
        said = " and ".join(f'"{link[3]}" is not null' for link in pairs)
        sound.execute(
            f'delete from "{table}" where {said}'
            f' and not exists (select 1 from "{parent}" up where {same})'
        )
