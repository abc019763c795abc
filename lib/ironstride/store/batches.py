"""Imports in the log: a batch goes in whole, is reverted whole, and is never doubled."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from ironstride.records import Session
from ironstride.store.connection import Log
from ironstride.store.rows import SESSION_FIELDS, values
from ironstride.store.sessions import insert_session, read_session, replace_session

Progress = Callable[[int, int], None]
Outcome = Literal["added", "kept", "known"]


@dataclass(frozen=True, kw_only=True)
class NewFile:
    """What one file brings: its sessions by their source's key, and what was left out."""

    name: str
    sha256: str
    source: str
    sessions: tuple[tuple[str, Session], ...]
    known: int
    rejected: int


@dataclass(frozen=True, kw_only=True)
class Added:
    """What a batch brought: its id, how many sessions, and how many stay as corrected by hand."""

    batch_id: int
    sessions: int
    kept: int


@dataclass(frozen=True, kw_only=True)
class ImportedFile:
    """One file of an import as the log remembers it."""

    name: str
    source: str
    added: int
    known: int
    rejected: int


@dataclass(frozen=True, kw_only=True)
class Batch:
    """One import as the log remembers it."""

    id: int
    imported_at: datetime
    reverted: bool
    files: tuple[ImportedFile, ...]

    @property
    def added(self) -> int:
        """Return how many sessions the import added."""
        return sum(file.added for file in self.files)


def known_keys(log: Log, source: str) -> frozenset[str]:
    """Return the keys of a source that the log holds, deleted ones too, reverted ones not."""
    rows = log.execute(
        "select source_key from session_source join session on session.id = session_id"
        " where source = ? and deleted_by is not 'revert'",
        (source,),
    )
    return frozenset(row[0] for row in rows)


def add_batch(log: Log, files: Iterable[NewFile], at: datetime, progress: Progress) -> Added:
    """Write the files as one batch in one transaction and return what it brought.

    `progress` is told (sessions done, of all) as it goes. What the log knows by then is left out.
    """
    wanted = list(files)
    total = sum(len(file.sessions) for file in wanted)
    done: list[Outcome] = []
    with log.write() as connection:
        batch_id = _insert_batch(connection, at)
        for file in wanted:
            before = len(done)
            for key, session in file.sessions:
                done.append(_add_sourced(connection, batch_id, file.source, key, session))
                progress(len(done), total)
            _insert_file(connection, batch_id, file, known=done[before:].count("known"))
    known, kept = done.count("known"), done.count("kept")
    return Added(batch_id=batch_id, sessions=total - known, kept=kept)


def batches(log: Log) -> list[Batch]:
    """Return every import, newest first."""
    rows = log.execute("select * from import_batch order by id desc").fetchall()
    return [
        Batch(
            id=row["id"],
            imported_at=datetime.fromisoformat(row["imported_at"]),
            reverted=row["reverted_at"] is not None,
            files=tuple(_files(log, row["id"])),
        )
        for row in rows
    ]


def revert_batch(log: Log, batch_id: int, at: datetime) -> int:
    """Take everything a batch added out of the log and return how many sessions that were.

    What the runner had deleted stays deleted.
    """
    moment = at.isoformat(timespec="seconds")
    with log.write() as connection:
        connection.execute(
            "update import_batch set reverted_at = ? where id = ? and reverted_at is null",
            (moment, batch_id),
        )
        taken = connection.execute(
            "update session set deleted_at = ?, deleted_by = 'revert' where deleted_at is null"
            " and id in (select session_id from session_source where batch_id = ?)",
            (moment, batch_id),
        )
    return taken.rowcount


def _files(log: Log, batch_id: int) -> Iterable[ImportedFile]:
    rows = log.execute("select * from import_file where batch_id = ? order by id", (batch_id,))
    for row in rows:
        yield ImportedFile(
            name=row["file_name"],
            source=row["source"],
            added=row["added"],
            known=row["known"],
            rejected=row["rejected"],
        )


def _insert_batch(connection: sqlite3.Connection, at: datetime) -> int:
    cursor = connection.execute(
        "insert into import_batch (imported_at) values (?)", (at.isoformat(timespec="seconds"),)
    )
    return int(cursor.lastrowid or 0)


def _insert_file(
    connection: sqlite3.Connection, batch_id: int, file: NewFile, *, known: int
) -> None:
    added = len(file.sessions) - known
    connection.execute(
        "insert into import_file (batch_id, file_name, file_sha256, source, added, known, rejected)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (batch_id, file.name, file.sha256, file.source, added, file.known + known, file.rejected),
    )


def _add_sourced(
    connection: sqlite3.Connection, batch_id: int, source: str, key: str, session: Session
) -> Outcome:
    """Add a session, or read a reverted one anew; one that is known is left alone."""
    known = connection.execute(
        "select session_id, deleted_by from session_source join session on session.id = session_id"
        " where source = ? and source_key = ?",
        (source, key),
    ).fetchone()
    said = json.dumps(dict(zip(SESSION_FIELDS, values(session, SESSION_FIELDS), strict=True)))
    if known is not None and known["deleted_by"] != "revert":
        return "known"
    if known is not None:
        return _bring_back(connection, known["session_id"], batch_id, said, session)
    connection.execute(
        "insert into session_source (session_id, batch_id, source, source_key, said)"
        " values (?, ?, ?, ?, ?)",
        (insert_session(connection, session), batch_id, source, key, said),
    )
    return "added"


def _bring_back(
    connection: sqlite3.Connection, session_id: int, batch_id: int, said: str, session: Session
) -> Outcome:
    """Read a reverted session anew, keeping what the runner had corrected by hand."""
    merged = _with_edits(connection, session_id, session)
    replace_session(connection, session_id, merged)
    connection.execute(
        "update session set deleted_at = null, deleted_by = null where id = ?", (session_id,)
    )
    connection.execute(
        "update session_source set batch_id = ?, said = ? where session_id = ?",
        (batch_id, said, session_id),
    )
    return "added" if merged == session else "kept"


def _with_edits(connection: sqlite3.Connection, session_id: int, session: Session) -> Session:
    """Return the new reading with the runner's fields in it.

    Where the two contradict each other (a corrected distance beside a new time that nobody could
    run), the session stays as the runner left it.
    """
    before = read_session(connection, session_id)
    edited = connection.execute(
        "select field from session_edit where session_id = ?", (session_id,)
    ).fetchall()
    kept = {row[0]: getattr(before, row[0]) for row in edited}
    if kept and type(before) is not type(session):
        return before
    try:
        return replace(session, **kept)
    except ValueError:
        return before
