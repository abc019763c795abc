"""Putting other rows in the place of the whole log: checked first, then in one transaction."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import get_args

from pandera.errors import SchemaError

from ironstride.records.exercise import Muscle
from ironstride.records.fitness_test import Protocol
from ironstride.records.limits import refuse_other
from ironstride.records.run import RunType, Surface
from ironstride.records.session import Sport
from ironstride.store.check_ins import check_ins
from ironstride.store.connection import Log, LogError
from ironstride.store.dump import Column, Dump, Row, columns_of
from ironstride.store.fitness_tests import fitness_tests
from ironstride.store.goals import goals, races
from ironstride.store.imports import batches
from ironstride.store.migrate import bring_up_to_date, empty_tables, newest_version
from ironstride.store.plan_frames import planned, planned_exercises
from ironstride.store.preferences import read_settings
from ironstride.store.readable import refuse_unreadable
from ironstride.store.streams import heart_seconds, stream_bests
from ironstride.store.tables import exercise_muscles, lift_sets, runs, sessions
from ironstride.store.templates import templates
from ironstride.store.training_blocks import training_blocks
from ironstride.store.watch_answers import watch_changes

# Every write moves it upwards, so that nothing cached of the log before is taken for the new one.
_REVISION = "revision"
_READERS = (
    sessions, runs, lift_sets, exercise_muscles, check_ins, fitness_tests, templates,
    read_settings, batches, refuse_unreadable, training_blocks, watch_changes, planned,
    planned_exercises, goals, races, stream_bests, heart_seconds,
)  # fmt: skip

# Words that the pages show and no CHECK of a table knows.
WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("session", "sport"): get_args(Sport),
    ("run", "type"): get_args(RunType),
    ("run", "surface"): get_args(Surface),
    ("exercise_muscle", "muscle"): get_args(Muscle),
    ("check_in_soreness", "muscle"): get_args(Muscle),
    ("fitness_test", "protocol"): get_args(Protocol),
}


def refuse_unusable(dump: Dump) -> None:
    """Build a log of these rows in memory and read it, as a restore would.

    Raises:
        LogError: the rows do not make a log.
    """
    _rebuilt(dump).close()


def replace_log(log: Log, dump: Dump) -> None:
    """Put the rows in the place of everything in the log, brought up to date, or change nothing.

    Raises:
        LogError: the rows do not make a log.
    """
    with closing(_rebuilt(dump)) as rebuilt:
        _take_over(log, rebuilt)


def empty_log(log: Log) -> None:
    """Take everything out of the log: it is as new."""
    with closing(empty_tables(newest_version())) as new:
        bring_up_to_date(new)
        _take_over(log, new)


def _rebuilt(dump: Dump) -> sqlite3.Connection:
    """Return these rows as an up-to-date log in memory."""
    connection = empty_tables(dump.version)
    try:
        _fill(connection, dump)
        bring_up_to_date(connection)
        _read_all(connection)
    except (sqlite3.DatabaseError, ValueError, OverflowError, TypeError, SchemaError) as why:
        connection.close()
        said = str(why).splitlines()[0][:200] if str(why) else "a value is missing"
        raise LogError(f"What it holds does not make a log: {said}. Nothing was changed.") from why
    except BaseException:
        connection.close()
        raise
    return connection


def _fill(connection: sqlite3.Connection, dump: Dump) -> None:
    shapes = columns_of(dump.version)
    connection.execute("begin")
    for table in shapes:
        connection.execute(f'delete from "{table}"')
    for table, columns in shapes.items():
        _insert(connection, table, columns, dump.tables[table])
    broken = connection.execute("pragma foreign_key_check").fetchone()
    if broken:
        raise ValueError(f"a row of {broken[0]} points nowhere")
    if connection.execute("select count(*) from revision").fetchone()[0] != 1:
        raise ValueError("its table revision must have one row")
    connection.execute("commit")


def _read_all(connection: sqlite3.Connection) -> None:
    """Read all that the pages read, which refuses moments and words that no page can show."""
    for (table, column), allowed in WORDS.items():
        for (word,) in connection.execute(
            f'select distinct "{column}" from "{table}" where "{column}" is not null'
        ):
            refuse_other(column, word, allowed)
    connection.row_factory = sqlite3.Row
    for read in _READERS:
        read(Log(Path(), connection))


def _take_over(log: Log, other: sqlite3.Connection) -> None:
    """Write another log's rows over all of this one's in one transaction."""
    shapes = {
        name: held for name, held in columns_of(newest_version()).items() if name != _REVISION
    }
    with log.write() as connection:
        connection.execute("pragma defer_foreign_keys = on")
        for table in shapes:
            connection.execute(f'delete from "{table}"')
        for table, columns in shapes.items():
            _insert(connection, table, columns, _all_of(other, table, columns))


def _all_of(connection: sqlite3.Connection, table: str, columns: list[Column]) -> list[Row]:
    names = ", ".join(f'"{one.name}"' for one in columns)
    return [tuple(row) for row in connection.execute(f'select {names} from "{table}"')]


def _insert(
    connection: sqlite3.Connection, table: str, columns: list[Column], rows: list[Row]
) -> None:
    names = ", ".join(f'"{one.name}"' for one in columns)
    marks = ", ".join("?" * len(columns))
    connection.executemany(f'insert into "{table}" ({names}) values ({marks})', rows)
