"""Planned sessions as rows: written, read back as they were made, placed in their day."""

import sqlite3
from dataclasses import fields
from datetime import date

from ironstride.records import PlannedExercise, PlannedSession
from ironstride.records.planned_session import LAST_PLACE
from ironstride.store.exercises import exercise_id, refresh_kinds, resolve
from ironstride.store.rows import values

_PLAIN = tuple(f.name for f in fields(PlannedSession) if f.name not in ("order", "exercises"))
_COLUMNS = ", ".join((*_PLAIN, "place"))
_MARKS = ", ".join("?" * (len(_PLAIN) + 1))
_DOSE = tuple(f.name for f in fields(PlannedExercise) if f.name != "exercise")
_DOSE_COLUMNS = ", ".join(("plan_id", "position", "exercise_id", *_DOSE))
_DOSE_MARKS = ", ".join("?" * (len(_DOSE) + 3))


def insert_planned(connection: sqlite3.Connection, new: PlannedSession) -> int:
    """Insert a planned session with its exercises; the caller holds the transaction."""
    cursor = connection.execute(f"insert into plan ({_COLUMNS}) values ({_MARKS})", _row(new))
    number = int(cursor.lastrowid or 0)
    _insert_exercises(connection, number, new)
    return number


def update_planned(connection: sqlite3.Connection, plan_id: int, new: PlannedSession) -> None:
    """Put a planned session in the place of another; the caller holds the transaction."""
    connection.execute(
        f"update plan set ({_COLUMNS}) = ({_MARKS}) where id = ?", (*_row(new), plan_id)
    )
    connection.execute("delete from plan_exercise where plan_id = ?", (plan_id,))
    _insert_exercises(connection, plan_id, new)


def read_planned(connection: sqlite3.Connection, plan_id: int) -> PlannedSession:
    """Return a planned session as it was made.

    Raises:
        KeyError: there is no such planned session.
    """
    row = connection.execute("select * from plan where id = ?", (plan_id,)).fetchone()
    if row is None:
        raise KeyError(f"there is no planned session {plan_id}")
    known = {name: row[name] for name in _PLAIN}
    known |= {"day": date.fromisoformat(row["day"]), "legs": bool(row["legs"])}
    lines = connection.execute(
        "select plan_exercise.*, name from plan_exercise"
        " join exercise on exercise.id = exercise_id where plan_id = ? order by position",
        (plan_id,),
    )
    return PlannedSession(order=row["place"], exercises=tuple(map(_exercise, lines)), **known)


def place_on(
    connection: sqlite3.Connection, day: date, planned: PlannedSession, besides: int = 0
) -> int:
    """Return the place that a session comes to have on a day: a run first, a lift after all."""
    if planned.kind == "run":
        return 1
    row = connection.execute(
        "select coalesce(max(place), 0) + 1 from plan where day = ? and id <> ?",
        (day.isoformat(), besides),
    ).fetchone()
    return min(int(row[0]), LAST_PLACE)


def _row(planned: PlannedSession) -> tuple[object, ...]:
    return (*values(planned, _PLAIN), planned.order)


def _insert_exercises(
    connection: sqlite3.Connection, plan_id: int, planned: PlannedSession
) -> None:
    names = [one.exercise for one in planned.exercises]
    is_new = any(resolve(connection, name) is None for name in names)
    rows = [
        (
            plan_id,
            position,
            exercise_id(connection, one.exercise, one.as_sets()),
            *values(one, _DOSE),
        )
        for position, one in enumerate(planned.exercises)
    ]
    connection.executemany(
        f"insert into plan_exercise ({_DOSE_COLUMNS}) values ({_DOSE_MARKS})", rows
    )
    if is_new:
        refresh_kinds(connection)


def _exercise(row: sqlite3.Row) -> PlannedExercise:
    known = {name: row[name] for name in _DOSE} | {"own": bool(row["own"])}
    return PlannedExercise(exercise=row["name"], **known)
