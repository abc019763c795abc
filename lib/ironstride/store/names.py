"""What the names in files mean: learned, changed, and the muscles of exercises that were new."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ironstride.records import Exercise, ExerciseKind, Muscle
from ironstride.records.exercise import folded
from ironstride.store.connection import Log
from ironstride.store.exercises import refresh_kinds, resolve
from ironstride.store.layers import remake


@dataclass(frozen=True, kw_only=True)
class Learned:
    """A name as a file writes it, the exercise it means, and how often that was lifted."""

    name: str
    exercise: str
    sets: int


def learned_names(log: Log) -> list[Learned]:
    """Return the names that the runner confirmed, and new exercises under their own name."""
    rows = log.execute(_LEARNED)
    return [Learned(name=row[0], exercise=row[1], sets=row[2]) for row in rows]


def without_muscles(log: Log) -> list[Learned]:
    """Return the exercises that came with files or forms and whose muscles nobody has told."""
    return [one for one in learned_names(log) if one.name == one.exercise]


def set_exercise(
    log: Log, name: str, kind: ExerciseKind, muscles: Mapping[Muscle, float], *, lower_body: bool
) -> None:
    """Say what kind of exercise one is and which muscles it works.

    Raises:
        KeyError: there is no exercise of this name.
        ValueError: a kind or a muscle is none.
    """
    told = Exercise(name=name, kind=kind, muscles=dict(muscles), lower_body=lower_body)
    with log.write() as connection:
        number = _number(connection, name)
        connection.execute(
            "update exercise set kind = ?, lower_body = ?, origin = 'runner' where id = ?",
            (told.kind, int(told.lower_body), number),
        )
        connection.execute("delete from exercise_muscle where exercise_id = ?", (number,))
        connection.executemany(
            "insert into exercise_muscle values (?, ?, ?)",
            [(number, muscle, share) for muscle, share in told.muscles.items()],
        )


def rename_to(log: Log, name: str, exercise: str) -> None:
    """Let a name mean another exercise from now on, in every session that is there already.

    Sessions whose sets the runner corrected by hand keep them. An exercise that went by this name
    becomes one with the other.

    Raises:
        KeyError: one of the two is not known.
    """
    with log.write() as connection:
        target = _number(connection, exercise)
        before = _number(connection, name)
        if before == target:
            return
        is_exercise = connection.execute(
            "select 1 from exercise where id = ? and folded(name) = folded(?)", (before, name)
        ).fetchone()
        if is_exercise:
            _join(connection, before, target)
        connection.execute(
            "insert or replace into exercise_alias values (?, ?, 'runner')", (name, target)
        )
        for session_id in _telling(connection, name):
            remake(connection, session_id)
        refresh_kinds(connection)


def _number(connection: sqlite3.Connection, name: str) -> int:
    found = resolve(connection, name)
    if found is None:
        raise KeyError(f"there is no exercise {name!r}")
    return found


def _join(connection: sqlite3.Connection, one: int, other: int) -> None:
    """Move the sets and the names of one exercise to another, and forget the first."""
    for table in ("lift_set", "exercise_alias"):
        connection.execute(
            f"update {table} set exercise_id = ? where exercise_id = ?", (other, one)
        )
    connection.execute("delete from exercise where id = ?", (one,))


def _telling(connection: sqlite3.Connection, name: str) -> Iterable[int]:
    """Return the sessions in which a source or the runner wrote this name."""
    rows = connection.execute(
        "select distinct session_id from ("
        "   select session_id, said from session_source"
        "   union all select session_id, said from session_typed), json_each(said, '$.sets')"
        " where folded(json_extract(value, '$.exercise')) = ?",
        (folded(name),),
    ).fetchall()
    return [int(row[0]) for row in rows]


_LEARNED = """
select alias, name, (select count(*) from lift_set where exercise_id = exercise.id)
from exercise_alias join exercise on exercise.id = exercise_id
where exercise_alias.origin = 'runner'
union all
select name, name, (select count(*) from lift_set where exercise_id = exercise.id)
from exercise where origin = 'log'
and not exists (select 1 from exercise_muscle where exercise_id = exercise.id)
order by 1 collate nocase
"""
