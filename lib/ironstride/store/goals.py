"""Goals in the log, marked races among them."""

import sqlite3
from dataclasses import fields
from datetime import date
from typing import Any

from pandera.typing.pandas import DataFrame

from ironstride.frames.goals import Goals, Races
from ironstride.records import Goal
from ironstride.store.connection import Log
from ironstride.store.exercises import exercise_id, refresh_kinds
from ironstride.store.rows import values
from ironstride.store.tables import frame_of

_PLAIN = tuple(f.name for f in fields(Goal) if f.name not in ("by", "exercise"))
_COLUMNS = ", ".join((*_PLAIN, "by_day", "exercise_id"))
_MARKS = ", ".join("?" * (len(_PLAIN) + 2))


def add_goal(log: Log, goal: Goal) -> int:
    """Keep a goal and return its id."""
    with log.write() as connection:
        cursor = connection.execute(
            f"insert into goal ({_COLUMNS}) values ({_MARKS})", _row(connection, goal)
        )
    return int(cursor.lastrowid or 0)


def correct_goal(log: Log, goal_id: int, goal: Goal) -> None:
    """Put a goal in the place of what was kept of it.

    Raises:
        KeyError: there is no such goal.
    """
    update = f"update goal set ({_COLUMNS}) = ({_MARKS}) where id = ?"
    with log.write() as connection:
        if not connection.execute(update, (*_row(connection, goal), goal_id)).rowcount:
            raise KeyError(f"there is no goal {goal_id}")


def delete_goal(log: Log, goal_id: int) -> None:
    """Forget a goal."""
    with log.write() as connection:
        connection.execute("delete from goal where id = ?", (goal_id,))


def goal(log: Log, goal_id: int) -> Goal:
    """Return a goal as it was set.

    Raises:
        KeyError: there is no such goal.
    """
    row = log.execute(
        "select goal.*, name from goal left join exercise on exercise.id = exercise_id"
        " where goal.id = ?",
        (goal_id,),
    ).fetchone()
    if row is None:
        raise KeyError(f"there is no goal {goal_id}")
    known: dict[str, Any] = {name: row[name] for name in _PLAIN}
    known["since"] = date.fromisoformat(row["since"])
    known["by"] = date.fromisoformat(row["by_day"]) if row["by_day"] else None
    return Goal(exercise=row["name"] or "", **known)


def goals(log: Log) -> DataFrame[Goals]:
    """Return every goal that has a target, in the order they were set.

    A marked race with a target is one over its distance, by its day.
    """
    return frame_of(
        log,
        "select goal.id as goal_id, iif(goal.kind = 'race', 'race time', goal.kind) as kind,"
        " target, coalesce(name, '') as exercise, muscle, distance_m, since, by_day as \"by\""
        " from goal left join exercise on exercise.id = exercise_id"
        " where target is not null order by goal.id",
        Goals,
    )


def races(log: Log) -> DataFrame[Races]:
    """Return every marked race by its day."""
    return frame_of(
        log,
        "select id as goal_id, by_day as day, distance_m, target as target_s, title"
        " from goal where kind = 'race' order by by_day, id",
        Races,
    )


def _row(connection: sqlite3.Connection, goal: Goal) -> tuple[Any, ...]:
    number = exercise_id(connection, goal.exercise, ()) if goal.exercise else None
    refresh_kinds(connection)
    return (*values(goal, _PLAIN), goal.by and goal.by.isoformat(), number)
