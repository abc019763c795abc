"""What the names of exercises mean: learned from files, given, changed, taken away."""

import sqlite3
from dataclasses import dataclass

from ironstride.records import FieldError
from ironstride.records.exercise import folded
from ironstride.store.connection import Log
from ironstride.store.exercise_edits import join, refuse_taken
from ironstride.store.exercises import known_id, refresh_kinds
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


def rename_to(log: Log, name: str, exercise: str) -> None:
    """Let a name mean another exercise from now on, in every session that is there already.

    Sessions whose sets the runner corrected by hand keep them. An exercise that went by this name
    becomes one with the other.

    Raises:
        KeyError: one of the two is not known.
    """
    with log.write() as connection:
        target = known_id(connection, exercise)
        before = known_id(connection, name)
        if before == target:
            return
        is_exercise = connection.execute(
            "select 1 from exercise where id = ? and folded(name) = folded(?)", (before, name)
        ).fetchone()
        if is_exercise:
            join(connection, before, target)
        connection.execute(
            "insert or replace into exercise_alias values (?, ?, 'runner')", (name, target)
        )
        for session_id in _telling(connection, name):
            remake(connection, session_id)
        refresh_kinds(connection)


def add_alias(log: Log, name: str, alias: str) -> None:
    """Let an exercise go by one more name.

    Raises:
        KeyError: there is no such exercise.
        FieldError: the other name is empty, or an exercise goes by it already.
    """
    if not alias.strip():
        raise FieldError("alias", "write the other name first")
    with log.write() as connection:
        number = known_id(connection, name)
        refuse_taken(connection, "alias", alias)
        connection.execute(
            "insert into exercise_alias values (?, ?, 'runner')", (alias.strip(), number)
        )


def remove_alias(log: Log, alias: str) -> None:
    """Forget a name that the runner gave.

    Raises:
        FieldError: the name is none that the runner gave, or sessions from files write it.
    """
    with log.write() as connection:
        if _telling(connection, alias):
            raise FieldError(
                "alias", f"sessions from your files write {alias}: say what it means instead"
            )
        gone = connection.execute(
            "delete from exercise_alias where alias = ? and origin = 'runner'", (alias,)
        )
        if not gone.rowcount:
            raise FieldError("alias", f"{alias} is not a name that you gave")


def _telling(connection: sqlite3.Connection, name: str) -> list[int]:
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
from exercise where origin = 'log' and archived_at is null
and not exists (select 1 from exercise_muscle where exercise_id = exercise.id)
order by 1 collate nocase
"""
