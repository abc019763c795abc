"""Taking an import back: the log becomes what it was, but for what the runner did since."""

import sqlite3
from datetime import datetime

from ironstride.store.connection import Log
from ironstride.store.exercises import forget_exercises, refresh_kinds
from ironstride.store.layers import forget_layers, remake

# The sessions of a batch, each with what else stands behind it.
_TOUCHED = """
select session.id, deleted_by, deleted_at >= imported_at as was_deleted_since,
  exists (select 1 from session_edit where session_id = session.id) as is_edited,
  exists (select 1 from session_typed where session_id = session.id) as is_typed,
  exists (select 1 from session_source
          where session_id = session.id and batch_id <> ?1) as is_told,
  exists (select 1 from session_source join import_batch on import_batch.id = batch_id
          where session_id = session.id and reverted_at is null) as is_live
from session join import_batch on import_batch.id = ?1
where session.id in (select session_id from session_source where batch_id = ?1)
"""


def revert_batch(log: Log, batch_id: int, at: datetime) -> int:
    """Take an import out of the log and return how many sessions it had brought or changed.

    Sessions that nothing else stands behind go; those that another source or the runner's typing
    stands behind become what they were. What the runner corrected is set aside, so that importing
    again keeps it; what the runner deleted stays deleted. Taking back twice changes nothing.
    """
    with log.write() as connection:
        taken_back = connection.execute(
            "update import_batch set reverted_at = ? where id = ? and reverted_at is null",
            (at.isoformat(timespec="seconds"), batch_id),
        )
        if not taken_back.rowcount:
            return 0
        touched = connection.execute(_TOUCHED, (batch_id,)).fetchall()
        for row in touched:
            _take_out(connection, row, batch_id)
        forget_exercises(connection, batch_id)
        refresh_kinds(connection)
    return sum(row["deleted_by"] is None for row in touched)


def _take_out(connection: sqlite3.Connection, row: sqlite3.Row, batch_id: int) -> None:
    is_deleted = row["deleted_by"] is not None
    stands = row["is_live"] or row["is_typed"]
    if is_deleted and (row["was_deleted_since"] or not (row["is_told"] or row["is_typed"])):
        remake(connection, row["id"])
    elif row["is_told"] or row["is_typed"]:
        forget_layers(connection, row["id"], batch_id)
    elif not row["is_edited"]:
        connection.execute("delete from session where id = ?", (row["id"],))
    if not (is_deleted or stands):
        _set_aside(connection, row["id"])


def _set_aside(connection: sqlite3.Connection, session_id: int) -> None:
    connection.execute(
        "update session set deleted_by = 'revert', deleted_at = ("
        "   select max(reverted_at) from session_source"
        "   join import_batch on import_batch.id = batch_id where session_id = session.id)"
        " where id = ?",
        (session_id,),
    )
