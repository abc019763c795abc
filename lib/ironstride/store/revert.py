"""Taking an import back: the log becomes what it was, but for what the runner did since."""

import sqlite3
from datetime import datetime

from ironstride.store.connection import Log
from ironstride.store.exercises import refresh_kinds
from ironstride.store.layers import forget_layers

# The sessions of a batch, each with what else stands behind it.
_TOUCHED = """
select id, deleted_by,
  exists (select 1 from session_edit where session_id = id) as is_edited,
  exists (select 1 from session_typed where session_id = id) as is_typed,
  exists (select 1 from session_source join import_batch on import_batch.id = batch_id
          where session_id = session.id and reverted_at is null) as is_live
from session where id in (select session_id from session_source where batch_id = ?)
"""


def revert_batch(log: Log, batch_id: int, at: datetime) -> int:
    """Take an import out of the log and return how many sessions it had brought or changed.

    Sessions that nothing else stands behind go; those that another source or the runner's typing
    stands behind become what they were. What the runner corrected is set aside, so that importing
    again keeps it; what the runner deleted stays deleted.
    """
    moment = at.isoformat(timespec="seconds")
    with log.write() as connection:
        connection.execute(
            "update import_batch set reverted_at = ? where id = ? and reverted_at is null",
            (moment, batch_id),
        )
        touched = connection.execute(_TOUCHED, (batch_id,)).fetchall()
        for row in touched:
            _take_out(connection, row, batch_id)
        _forget_exercises(connection)
        refresh_kinds(connection)
    return sum(row["deleted_by"] is None for row in touched)


def _take_out(connection: sqlite3.Connection, row: sqlite3.Row, batch_id: int) -> None:
    if row["is_live"] or row["is_typed"]:
        forget_layers(connection, row["id"], batch_id)
    elif row["deleted_by"] is None and row["is_edited"]:
        _set_aside(connection, row["id"])
    elif row["deleted_by"] is None:
        connection.execute("delete from session where id = ?", (row["id"],))


def _set_aside(connection: sqlite3.Connection, session_id: int) -> None:
    connection.execute(
        "update session set deleted_by = 'revert', deleted_at = ("
        "   select max(reverted_at) from session_source"
        "   join import_batch on import_batch.id = batch_id where session_id = session.id)"
        " where id = ?",
        (session_id,),
    )


def _forget_exercises(connection: sqlite3.Connection) -> None:
    """Forget exercises that only reverted imports had brought, but those the runner cares for."""
    connection.execute(
        "delete from exercise where origin = 'log' and batch_id in"
        "   (select id from import_batch where reverted_at is not null)"
        " and not exists (select 1 from lift_set where exercise_id = exercise.id)"
        " and not exists (select 1 from exercise_alias where exercise_id = exercise.id)"
    )
