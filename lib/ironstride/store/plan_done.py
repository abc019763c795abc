"""What became of a planned session: done by a session of the log, skipped, or still open."""

import sqlite3

from ironstride.records import FieldError, Session
from ironstride.store.connection import Log
from ironstride.store.exercises import refresh_kinds
from ironstride.store.plan_rows import read_planned
from ironstride.store.sessions import insert_session


def log_planned(log: Log, plan_id: int, session: Session) -> int:
    """Keep a session that does what was planned, and return the session's id.

    The session is kept in any case; where the planned one is gone, of another kind, or done by
    another session meanwhile, nothing is done by it.
    """
    with log.write() as connection:
        session_id = insert_session(connection, session)
        refresh_kinds(connection)
        connection.execute(
            "update plan set done_session_id = ?, skipped = 0 where id = ? and kind = ?"
            f" and not {_IS_DONE}",
            (session_id, plan_id, session.kind),
        )
    return session_id


def mark_done(log: Log, plan_id: int, session_id: int) -> None:
    """Say that a session of the log did what was planned.

    Raises:
        KeyError: there is no such planned session, or no such session that is not deleted.
        FieldError: it is of another kind, or did what another plan says.
    """
    with log.write() as connection:
        planned = read_planned(connection, plan_id)
        _refuse_unfit(connection, plan_id, session_id, planned.kind)
        connection.execute(
            "update plan set done_session_id = ?, skipped = 0 where id = ?", (session_id, plan_id)
        )


def mark_open(log: Log, plan_id: int) -> None:
    """Take back that a planned session was done or skipped; a session of the log stays.

    Raises:
        KeyError: there is no such planned session.
    """
    _set(log, plan_id, "done_session_id = null, skipped = 0")


def skip_planned(log: Log, plan_id: int, *, skipped: bool = True) -> None:
    """Say that a planned session will not be done, or take that back.

    Raises:
        KeyError: there is no such planned session.
    """
    _set(log, plan_id, f"skipped = {int(skipped)}")


def _set(log: Log, plan_id: int, assignments: str) -> None:
    with log.write() as connection:
        read_planned(connection, plan_id)
        connection.execute(f"update plan set {assignments} where id = ?", (plan_id,))


def _refuse_unfit(connection: sqlite3.Connection, plan_id: int, session_id: int, kind: str) -> None:
    row = connection.execute(
        "select kind, (select day from plan where done_session_id = session.id and plan.id <> ?)"
        " as other from session where id = ? and deleted_at is null",
        (plan_id, session_id),
    ).fetchone()
    if row is None:
        raise KeyError(f"there is no session {session_id}")
    if row["kind"] != kind:
        raise FieldError("session", f"a planned {kind} is done by a {kind} only")
    if row["other"]:
        raise FieldError("session", f"this {kind} is what was planned for {row['other']}")


_IS_DONE = """exists (select 1 from session
  where session.id = plan.done_session_id and deleted_at is null)"""
