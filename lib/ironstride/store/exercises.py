"""Exercises in the log: found by name or alias, added when they are new."""

import sqlite3
from collections.abc import Iterable
from typing import Literal

from ironstride.records import Exercise, ExerciseKind, LiftSet
from ironstride.store.connection import Log

Origin = Literal["catalogue", "log"]


def exercise_names(log: Log) -> list[str]:
    """Return every exercise's name, those lifted most often first."""
    rows = log.execute(
        "select name from exercise left join lift_set on exercise_id = exercise.id"
        " group by exercise.id order by count(lift_set.id) desc, name"
    )
    return [row[0] for row in rows]


def resolve(connection: sqlite3.Connection, name: str) -> int | None:
    """Return the id of the exercise that goes by a name or an alias, whatever its case."""
    row = connection.execute(
        "select id from exercise where name = ?1"
        " union all select exercise_id from exercise_alias where alias = ?1 limit 1",
        (name.strip(),),
    ).fetchone()
    return None if row is None else int(row[0])


def insert_exercise(connection: sqlite3.Connection, exercise: Exercise, origin: Origin) -> int:
    """Add an exercise with its muscles and those aliases that nobody else has."""
    cursor = connection.execute(
        "insert into exercise (name, kind, lower_body, body_mass_fraction, origin)"
        " values (?, ?, ?, ?, ?)",
        (
            exercise.name.strip(),
            exercise.kind,
            int(exercise.lower_body),
            exercise.body_mass_fraction,
            origin,
        ),
    )
    new = int(cursor.lastrowid or 0)
    shares = [(new, muscle, share) for muscle, share in exercise.muscles.items()]
    connection.executemany("insert into exercise_muscle values (?, ?, ?)", shares)
    free = [alias for alias in exercise.aliases if resolve(connection, alias) is None]
    connection.executemany(
        "insert into exercise_alias values (?, ?)", [(alias, new) for alias in free]
    )
    return new


def exercise_id(connection: sqlite3.Connection, name: str, sets: Iterable[LiftSet]) -> int:
    """Return the id of a set's exercise; a new one takes its kind from how it was lifted."""
    kind = _kind([one for one in sets if one.exercise == name])
    known = resolve(connection, name)
    if known is None:
        return insert_exercise(connection, Exercise(name=name.strip(), kind=kind), origin="log")
    if kind == "weighted":
        connection.execute(
            "update exercise set kind = 'weighted'"
            " where id = ? and origin = 'log' and kind in ('bodyweight', 'timed')",
            (known,),
        )
    return known


def _kind(sets: list[LiftSet]) -> ExerciseKind:
    if any(one.load_kg > 0 and one.reps for one in sets):
        return "weighted"
    return "bodyweight" if any(one.reps for one in sets) else "timed"
