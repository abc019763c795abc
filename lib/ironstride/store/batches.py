"""Imports in the log: a batch goes in whole, is reverted whole, and is never doubled."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from ironstride.records import Session
from ironstride.store.connection import Log
from ironstride.store.rows import SESSION_FIELDS, values
from ironstride.store.sessions import insert_session, read_session, replace_session

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class NewBatch:
    """What an import brings: where from, what is new by its source's key, what was left out."""

    imported_at: datetime
    file_name: str
    file_sha256: str
    source: str
    sessions: tuple[tuple[str, Session], ...]
    known: int
    rejected: int


@dataclass(frozen=True, kw_only=True)
class Batch:
    """One import as the log remembers it."""

    id: int
    imported_at: datetime
    file_name: str
    source: str
    added: int
    known: int
    rejected: int
    reverted: bool


def known_keys(log: Log, source: str) -> frozenset[str]:
    """Return the keys of a source that the log holds, deleted ones too, reverted ones not."""
    rows = log.execute(
        "select source_key from session_source join session on session.id = session_id"
        " where source = ? and deleted_by is not 'revert'",
        (source,),
    )
    return frozenset(row[0] for row in rows)


def add_batches(log: Log, batches: Iterable[NewBatch], progress: Progress) -> list[int]:
    """Write batches in one transaction, telling `progress` (done, all) as it goes."""
    wanted = list(batches)
    total = sum(len(batch.sessions) for batch in wanted)
    done, ids = 0, []
    with log.write() as connection:
        for batch in wanted:
            ids.append(_insert_batch(connection, batch))
            for key, session in batch.sessions:
                _insert_sourced(connection, ids[-1], batch.source, key, session)
                done += 1
                progress(done, total)
    return ids


def batches(log: Log) -> list[Batch]:
    """Return every import, newest first."""
    rows = log.execute("select * from import_batch order by id desc")
    return [
        Batch(
            id=row["id"],
            imported_at=datetime.fromisoformat(row["imported_at"]),
            file_name=row["file_name"],
            source=row["source"],
            added=row["added"],
            known=row["known"],
            rejected=row["rejected"],
            reverted=row["reverted_at"] is not None,
        )
        for row in rows
    ]


def revert_batch(log: Log, batch_id: int, at: datetime) -> None:
    """Take everything a batch added out of the log; what the runner had deleted stays deleted."""
    moment = at.isoformat(timespec="seconds")
    with log.write() as connection:
        connection.execute(
            "update import_batch set reverted_at = ? where id = ? and reverted_at is null",
            (moment, batch_id),
        )
        connection.execute(
            "update session set deleted_at = ?, deleted_by = 'revert' where deleted_at is null"
            " and id in (select session_id from session_source where batch_id = ?)",
            (moment, batch_id),
        )


def _insert_batch(connection: sqlite3.Connection, batch: NewBatch) -> int:
    cursor = connection.execute(
        "insert into import_batch"
        " (imported_at, file_name, file_sha256, source, added, known, rejected)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (
            batch.imported_at.isoformat(timespec="seconds"),
            batch.file_name,
            batch.file_sha256,
            batch.source,
            len(batch.sessions),
            batch.known,
            batch.rejected,
        ),
    )
    return int(cursor.lastrowid or 0)


def _insert_sourced(
    connection: sqlite3.Connection, batch_id: int, source: str, key: str, session: Session
) -> None:
    reverted = connection.execute(
        "select session_id from session_source where source = ? and source_key = ?", (source, key)
    ).fetchone()
    said = json.dumps(dict(zip(SESSION_FIELDS, values(session, SESSION_FIELDS), strict=True)))
    if reverted is not None:
        _bring_back(connection, reverted[0], batch_id, said, session)
        return
    session_id = insert_session(connection, session)
    connection.execute(
        "insert into session_source (session_id, batch_id, source, source_key, said)"
        " values (?, ?, ?, ?, ?)",
        (session_id, batch_id, source, key, said),
    )


def _bring_back(
    connection: sqlite3.Connection, session_id: int, batch_id: int, said: str, session: Session
) -> None:
    """Read a reverted session anew, keeping the fields that the runner had corrected."""
    before = read_session(connection, session_id)
    edited = connection.execute(
        "select field from session_edit where session_id = ?", (session_id,)
    )
    kept = {row[0]: getattr(before, row[0]) for row in edited}
    replace_session(connection, session_id, replace(session, **kept))
    connection.execute(
        "update session set deleted_at = null, deleted_by = null where id = ?", (session_id,)
    )
    connection.execute(
        "update session_source set batch_id = ?, said = ? where session_id = ?",
        (batch_id, said, session_id),
    )
