"""Fitness tests in the log."""

from dataclasses import fields
from datetime import date

from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests
from ironstride.records import FitnessTest
from ironstride.store.connection import Log
from ironstride.store.exercises import exercise_id
from ironstride.store.tables import frame_of

_PLAIN = tuple(f.name for f in fields(FitnessTest) if f.name not in ("day", "exercise"))


def add_fitness_test(log: Log, test: FitnessTest) -> int:
    """Keep a test and return its id."""
    columns = ", ".join(("day", "exercise_id", *_PLAIN))
    marks = ", ".join("?" * (len(_PLAIN) + 2))
    with log.write() as connection:
        lifted = exercise_id(connection, test.exercise, ()) if test.exercise else None
        cursor = connection.execute(
            f"insert into fitness_test ({columns}) values ({marks})",
            (test.day.isoformat(), lifted, *(getattr(test, name) for name in _PLAIN)),
        )
    return int(cursor.lastrowid or 0)


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
