"""Fitness tests in the log."""

import sqlite3
from dataclasses import fields
from datetime import date
from typing import Any

from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests
from ironstride.records import FitnessTest
from ironstride.store.connection import Log
from ironstride.store.exercises import exercise_id
from ironstride.store.tables import frame_of

_PLAIN = tuple(f.name for f in fields(FitnessTest) if f.name not in ("day", "exercise"))
_COLUMNS = ("day", "exercise_id", *_PLAIN)
_MARKS = ", ".join("?" * len(_COLUMNS))


def add_fitness_tests(log: Log, *tests: FitnessTest) -> list[int]:
    """Keep tests, all of them or none, and return their ids."""
    insert = f"insert into fitness_test ({', '.join(_COLUMNS)}) values ({_MARKS})"
    with log.write() as connection:
        kept = [connection.execute(insert, _row(connection, one)).lastrowid for one in tests]
    return [int(number or 0) for number in kept]


def correct_fitness_test(log: Log, test_id: int, test: FitnessTest) -> None:
    """Put a test in the place of what was kept of it.

    Raises:
        KeyError: there is no such test.
    """
    update = f"update fitness_test set ({', '.join(_COLUMNS)}) = ({_MARKS}) where id = ?"
    with log.write() as connection:
        changed = connection.execute(update, (*_row(connection, test), test_id))
        if not changed.rowcount:
            raise KeyError(f"there is no test {test_id}")


def delete_fitness_test(log: Log, test_id: int) -> None:
    """Forget a test."""
    with log.write() as connection:
        connection.execute("delete from fitness_test where id = ?", (test_id,))


def fitness_test(log: Log, test_id: int) -> FitnessTest:
    """Return a test as it was made.

    Raises:
        KeyError: there is no such test.
    """
    row = log.execute(
        "select fitness_test.*, name from fitness_test"
        " left join exercise on exercise.id = exercise_id where fitness_test.id = ?",
        (test_id,),
    ).fetchone()
    if row is None:
        raise KeyError(f"there is no test {test_id}")
    known = {name: row[name] for name in _PLAIN}
    return FitnessTest(day=date.fromisoformat(row["day"]), exercise=row["name"], **known)


def fitness_tests(log: Log) -> DataFrame[FitnessTests]:
    """Return every test, oldest first."""
    return frame_of(
        log,
        "select fitness_test.id as test_id, protocol, day, coalesce(name, '') as exercise,"
        " coalesce(side, '') as side, distance_m, duration_s, avg_hr_bpm, load_kg, reps, hold_s,"
        " hop_m, notes from fitness_test left join exercise on exercise.id = exercise_id"
        " order by day, fitness_test.id",
        FitnessTests,
    )


def _row(connection: sqlite3.Connection, test: FitnessTest) -> tuple[Any, ...]:
    lifted = exercise_id(connection, test.exercise, ()) if test.exercise else None
    return (test.day.isoformat(), lifted, *(getattr(test, name) for name in _PLAIN))
