"""What the runner changes about exercises: added, described, renamed, made one, put away."""

import sqlite3
from datetime import datetime

from ironstride.records import Exercise, FieldError
from ironstride.records.catalogue import catalogue
from ironstride.store.connection import Log
from ironstride.store.exercises import (
    describe,
    insert_exercise,
    known_id,
    refresh_kinds,
    resolve,
)


def add_exercise(log: Log, exercise: Exercise) -> None:
    """Add an exercise of the runner's own.

    Raises:
        FieldError: an exercise goes by its name already.
    """
    with log.write() as connection:
        refuse_taken(connection, "name", exercise.name)
        insert_exercise(connection, exercise, origin="runner")


def set_exercise(log: Log, told: Exercise) -> None:
    """Say what kind of exercise one is and which muscles it works; no catalogue changes it then.

    Raises:
        KeyError: there is no exercise of this name.
    """
    with log.write() as connection:
        number = known_id(connection, told.name)
        describe(connection, number, told)
        connection.execute("update exercise set origin = 'runner' where id = ?", (number,))


def rename_exercise(log: Log, name: str, new: str) -> None:
    """Call an exercise otherwise; the old name stays one of its names, for files write it.

    Raises:
        KeyError: there is no exercise of this name.
        FieldError: the new name is empty, or another exercise goes by it.
    """
    wanted = new.strip()
    if not wanted:
        raise FieldError("name", "an exercise needs a name")
    with log.write() as connection:
        number = known_id(connection, name)
        if resolve(connection, wanted) != number:
            refuse_taken(connection, "name", wanted)
        before = _name(connection, number)
        connection.execute("delete from exercise_alias where alias = ?", (wanted,))
        connection.execute("update exercise set name = ? where id = ?", (wanted, number))
        # SQLite's own comparison decides whether only capitals changed.
        if resolve(connection, before) is None:
            _keep_name(connection, before, number)


def merge_exercises(log: Log, name: str, into: str) -> None:
    """Make one exercise another: sets, templates, tests, plans, goals and names go over to it.

    So do kind and muscles, where nobody has told those of the other.

    Raises:
        KeyError: one of the two is not known.
        FieldError: both are the same exercise.
    """
    with log.write() as connection:
        one, other = known_id(connection, name), known_id(connection, into)
        if one == other:
            raise FieldError("into", f"{name} and {into} are one exercise already")
        former = _name(connection, one)
        _hand_on_muscles(connection, one, other)
        join(connection, one, other)
        _keep_name(connection, former, other)
        refresh_kinds(connection)


def archive_exercise(log: Log, name: str, at: datetime) -> None:
    """Offer an exercise no longer; what was done of it stays.

    Raises:
        KeyError: there is no exercise of this name.
    """
    _set_archived(log, name, at.isoformat(timespec="seconds"))


def bring_back_exercise(log: Log, name: str) -> None:
    """Offer an archived exercise again.

    Raises:
        KeyError: there is no exercise of this name.
    """
    _set_archived(log, name, None)


def join(connection: sqlite3.Connection, one: int, other: int) -> None:
    """Move all that hangs on one exercise to another, and forget the first."""
    for table in _HANGING:
        connection.execute(
            f"update {table} set exercise_id = ? where exercise_id = ?", (other, one)
        )
    connection.execute("delete from exercise where id = ?", (one,))


def refuse_taken(connection: sqlite3.Connection, field: str, name: str) -> None:
    """Raise FieldError when an exercise goes by a name already."""
    taken = resolve(connection, name)
    if taken is None:
        return
    owner, is_its_own = connection.execute(
        "select name, name = ? from exercise where id = ?", (name.strip(), taken)
    ).fetchone()
    said = f"there is {owner} already" if is_its_own else f"{name.strip()} also means {owner}"
    raise FieldError(field, said)


def _hand_on_muscles(connection: sqlite3.Connection, one: int, other: int) -> None:
    """Describe an exercise that only files named as the one that becomes it."""
    described = connection.execute(_DESCRIBE_AS, (one, other))
    if described.rowcount:
        connection.execute(
            "update exercise_muscle set exercise_id = ? where exercise_id = ?", (other, one)
        )


def _set_archived(log: Log, name: str, at: str | None) -> None:
    with log.write() as connection:
        number = known_id(connection, name)
        connection.execute("update exercise set archived_at = ? where id = ?", (at, number))


def _keep_name(connection: sqlite3.Connection, name: str, number: int) -> None:
    """Keep a name that an exercise bore; the catalogue finds its own by it for good."""
    origin = "catalogue" if any(one.name == name for one in catalogue()) else "runner"
    connection.execute("insert into exercise_alias values (?, ?, ?)", (name, number, origin))


def _name(connection: sqlite3.Connection, number: int) -> str:
    row = connection.execute("select name from exercise where id = ?", (number,)).fetchone()
    return str(row[0])


_HANGING = ("lift_set", "template_set", "fitness_test", "exercise_alias", "plan_exercise", "goal")
_DESCRIBE_AS = """
update exercise set origin = 'runner', kind = told.kind, lower_body = told.lower_body,
  body_mass_fraction = told.body_mass_fraction
from (select * from exercise where id = ?1) told
where exercise.id = ?2 and exercise.origin = 'log'
and exists (select 1 from exercise_muscle where exercise_id = ?1)
and not exists (select 1 from exercise_muscle where exercise_id = ?2)
"""
