"""Sessions in the log: add, read one, correct."""

import sqlite3

from ironstride.records import Lift, Run, Session
from ironstride.store.connection import Log
from ironstride.store.exercises import exercise_id, refresh_kinds
from ironstride.store.rows import (
    LAP_FIELDS,
    RUN_FIELDS,
    SESSION_FIELDS,
    SET_FIELDS,
    session_values,
    to_record,
)
from ironstride.store.rows import values as record_values


def add_session(log: Log, session: Session) -> int:
    """Keep one session for good and return its id."""
    with log.write() as connection:
        session_id = insert_session(connection, session)
        refresh_kinds(connection)
    return session_id


def session(log: Log, session_id: int) -> Session:
    """Return one session as it was made, deleted or not.

    Raises:
        KeyError: there is no such session.
    """
    return read_session(log.connection, session_id)


def is_live(log: Log, session_id: int) -> bool:
    """Tell whether there is such a session and it is not deleted."""
    found = log.execute(
        "select 1 from session where id = ? and deleted_at is null", (session_id,)
    ).fetchone()
    return found is not None


def correct_session(log: Log, session_id: int, corrected: Session) -> None:
    """Replace a session by the runner's correction and remember which fields changed.

    Raises:
        KeyError: there is no such session.
        ValueError: the correction is of another kind.
    """
    with log.write() as connection:
        before = read_session(connection, session_id)
        if before.kind != corrected.kind:
            raise ValueError(f"a {before.kind} cannot become a {corrected.kind}")
        changed = [
            (session_id, name)
            for name in vars(corrected)
            if getattr(before, name) != getattr(corrected, name)
        ]
        connection.executemany("insert or ignore into session_edit values (?, ?)", changed)
        replace_session(connection, session_id, corrected)
        refresh_kinds(connection)


def last_lift(log: Log) -> Lift | None:
    """Return the latest lift session, for "repeat last session"."""
    row = log.execute(
        "select id from session where kind = 'lift' and deleted_at is null"
        " order by started_at desc limit 1"
    ).fetchone()
    found = None if row is None else session(log, row[0])
    return found if isinstance(found, Lift) else None


def insert_session(connection: sqlite3.Connection, new: Session) -> int:
    """Insert a session and what hangs below it; the caller holds the transaction."""
    columns = ", ".join(("kind", *SESSION_FIELDS))
    marks = ", ".join("?" * (len(SESSION_FIELDS) + 1))
    cursor = connection.execute(
        f"insert into session ({columns}) values ({marks})",
        session_values(new),
    )
    session_id = int(cursor.lastrowid or 0)
    _insert_details(connection, session_id, new)
    return session_id


def replace_session(connection: sqlite3.Connection, session_id: int, new: Session) -> None:
    """Replace a session's rows; the caller holds the transaction."""
    assignments = ", ".join(f"{name} = ?" for name in ("kind", *SESSION_FIELDS))
    connection.execute(
        f"update session set {assignments} where id = ?",
        (*session_values(new), session_id),
    )
    for table in ("run", "lap", "lift_set"):
        connection.execute(f"delete from {table} where session_id = ?", (session_id,))
    _insert_details(connection, session_id, new)


def read_session(connection: sqlite3.Connection, session_id: int) -> Session:
    """Return the record of a session's rows.

    Raises:
        KeyError: there is no such session.
    """
    key = (session_id,)
    row = connection.execute("select * from session where id = ?", key).fetchone()
    if row is None:
        raise KeyError(f"there is no session {session_id}")
    run = connection.execute("select * from run where session_id = ?", key).fetchone()
    laps = connection.execute(
        "select * from lap where session_id = ? order by position", key
    ).fetchall()
    sets = connection.execute(
        "select lift_set.*, name from lift_set join exercise on exercise.id = exercise_id"
        " where session_id = ? order by position",
        key,
    ).fetchall()
    return to_record(row, run, laps, sets)


def _insert_details(connection: sqlite3.Connection, session_id: int, new: Session) -> None:
    if isinstance(new, Run):
        marks = ", ".join("?" * (len(RUN_FIELDS) + 1))
        connection.execute(
            f"insert into run (session_id, {', '.join(RUN_FIELDS)}) values ({marks})",
            (session_id, *record_values(new, RUN_FIELDS)),
        )
        laps = enumerate(record_values(lap, LAP_FIELDS) for lap in new.laps)
        connection.executemany(
            "insert into lap (session_id, position, distance_m, duration_s) values (?, ?, ?, ?)",
            [(session_id, position, *values) for position, values in laps],
        )
    if isinstance(new, Lift):
        _insert_sets(connection, session_id, new)


def _insert_sets(connection: sqlite3.Connection, session_id: int, lift: Lift) -> None:
    names = dict.fromkeys(one.exercise for one in lift.sets)
    ids = {name: exercise_id(connection, name, lift.sets) for name in names}
    columns = ", ".join(("session_id", "position", "exercise_id", *SET_FIELDS))
    marks = ", ".join("?" * (len(SET_FIELDS) + 3))
    rows = [
        (session_id, position, ids[one.exercise], *record_values(one, SET_FIELDS))
        for position, one in enumerate(lift.sets)
    ]
    connection.executemany(
        f"insert into lift_set ({columns}) values ({marks})",
        rows,
    )
