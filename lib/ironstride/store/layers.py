"""The sources of a session: what each said, and the one session that they make together."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from ironstride.records import Session
from ironstride.records.merging import TYPED, Layer, merged
from ironstride.store.said import from_said, to_said
from ironstride.store.sessions import read_session, replace_session


def add_layer(
    connection: sqlite3.Connection, session_id: int, batch_id: int, source: str, key: str, said: str
) -> None:
    """Keep what a source says of a session, beside what it said in earlier imports."""
    connection.execute(
        "insert into session_source (session_id, batch_id, source, source_key, said)"
        " values (?, ?, ?, ?, ?)",
        (session_id, batch_id, source, key, said),
    )


def keep_typed(connection: sqlite3.Connection, session_id: int) -> None:
    """Keep what the runner typed, before the first file is merged into it."""
    sourced = connection.execute(
        "select 1 from session_source where session_id = ?", (session_id,)
    ).fetchone()
    if sourced is None:
        connection.execute(
            "insert into session_typed (session_id, said) values (?, ?)",
            (session_id, to_said(read_session(connection, session_id))),
        )


def remake(connection: sqlite3.Connection, session_id: int) -> bool:
    """Make a session anew from what its sources say now, and return whether a correction stays.

    What the runner corrected by hand stays; where it contradicts what the sources say (a
    corrected distance beside a new time that nobody could run), the session stays as it is.
    """
    before = read_session(connection, session_id)
    anew = merged(_layers(connection, session_id))
    corrected = _with_edits(before, anew, _edited(connection, session_id))
    if corrected != before:
        replace_session(connection, session_id, corrected)
    return corrected != anew


def forget_layers(connection: sqlite3.Connection, session_id: int, batch_id: int) -> None:
    """Forget what one import said of a session; alone again, what was typed stands for itself."""
    connection.execute(
        "delete from session_source where session_id = ? and batch_id = ?", (session_id, batch_id)
    )
    remake(connection, session_id)
    connection.execute(
        "delete from session_typed where session_id = ?1"
        " and not exists (select 1 from session_source where session_id = ?1)",
        (session_id,),
    )


def _layers(connection: sqlite3.Connection, session_id: int) -> Iterable[Layer]:
    """Yield what was typed and the latest word of each source."""
    typed = connection.execute(
        "select said from session_typed where session_id = ?", (session_id,)
    ).fetchone()
    if typed is not None:
        yield Layer(TYPED, from_said(typed[0]))
    # SQLite takes the other columns from the row that holds the maximum.
    latest = connection.execute(
        "select source, said, max(batch_id) from session_source where session_id = ?"
        " group by source, source_key",
        (session_id,),
    )
    for row in latest:
        yield Layer(row[0], from_said(row[1]))


def _edited(connection: sqlite3.Connection, session_id: int) -> list[str]:
    rows = connection.execute("select field from session_edit where session_id = ?", (session_id,))
    return [row[0] for row in rows]


def _with_edits(before: Session, anew: Session, edited: list[str]) -> Session:
    kept = {name: getattr(before, name) for name in edited}
    if not kept:
        return anew
    try:
        return replace(anew, **kept) if type(before) is type(anew) else before
    except ValueError:
        return before
