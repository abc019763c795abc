"""Imports in the log: a batch goes in whole and is never doubled."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from ironstride.records import Session
from ironstride.records.merging import filled
from ironstride.store.connection import Log
from ironstride.store.exercises import learn_names, refresh_kinds
from ironstride.store.layers import add_layer, keep_typed, remake
from ironstride.store.preferences import keep_answers
from ironstride.store.said import from_said, to_said
from ironstride.store.sessions import insert_session

Progress = Callable[[int, int], None]
Outcome = Literal["added", "kept", "changed", "merged", "known"]
SameAs = int | tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class NewSession:
    """A session of a file by its source's key.

    `same_as` is the session it is merged into: its id in the log, or the (source, key) of another
    session of the same batch.
    """

    key: str
    session: Session
    same_as: SameAs | None = None


@dataclass(frozen=True, kw_only=True)
class NewFile:
    """What one file brings: its sessions, how many were left out, what the runner answered."""

    name: str
    sha256: str
    source: str
    sessions: tuple[NewSession, ...]
    known: int = 0
    rejected: int = 0
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Added:
    """What a batch brought: its id and how many sessions are new, changed or merged.

    `kept` of them stay, in part, as the runner had corrected them by hand.
    """

    batch_id: int
    sessions: int
    changed: int
    merged: int
    kept: int


def add_batch(
    log: Log,
    files: Iterable[NewFile],
    at: datetime,
    progress: Progress,
    names: Mapping[str, str] | None = None,
) -> Added:
    """Write the files as one batch in one transaction and return what it brought.

    `progress` is told (sessions done, of all) as it goes; `names` says which exercise of the log
    each new exercise name means, and is remembered. What the log knows unchanged is left out.
    """
    wanted = list(files)
    total = sum(len(file.sessions) for file in wanted)
    every: Counter[Outcome] = Counter()
    with log.write() as connection:
        batch_id = _insert_batch(connection, at)
        last = connection.execute("select max(id) from exercise").fetchone()[0]
        learn_names(connection, names or {})
        for file in wanted:
            done: Counter[Outcome] = Counter()
            for new in file.sessions:
                done[_add(connection, batch_id, file.source, new)] += 1
                progress(every.total() + done.total(), total)
            _insert_file(connection, batch_id, file, done)
            keep_answers(connection, file.source, file.answers)
            every += done
        connection.execute(
            "update exercise set batch_id = ? where id > ? and origin = 'log'", (batch_id, last)
        )
        refresh_kinds(connection)
    return Added(
        batch_id=batch_id,
        sessions=every["added"] + every["kept"],
        changed=every["changed"],
        merged=every["merged"],
        kept=every["kept"],
    )


def _insert_batch(connection: sqlite3.Connection, at: datetime) -> int:
    cursor = connection.execute(
        "insert into import_batch (imported_at) values (?)", (at.isoformat(timespec="seconds"),)
    )
    return int(cursor.lastrowid or 0)


def _insert_file(
    connection: sqlite3.Connection, batch_id: int, file: NewFile, done: Counter[Outcome]
) -> None:
    counts = {
        "added": done["added"] + done["kept"],
        "changed": done["changed"],
        "merged": done["merged"],
        "known": done["known"] + file.known,
        "rejected": file.rejected,
    }
    connection.execute(
        "insert into import_file (batch_id, file_name, file_sha256, source,"
        f" {', '.join(counts)}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (batch_id, file.name, file.sha256, file.source, *counts.values()),
    )


def _add(connection: sqlite3.Connection, batch_id: int, source: str, new: NewSession) -> Outcome:
    """Add a session, or its source's new word on one that is known."""
    known = connection.execute(
        "select session_id, said, deleted_by, max(batch_id) as batch_id"
        " from session_source join session on session.id = session_id"
        " where source = ? and source_key = ?",
        (source, new.key),
    ).fetchone()
    if known["session_id"] is not None:
        return _add_known(connection, batch_id, source, new, known)
    twin = _twin(connection, new.same_as)
    if twin is None:
        session_id = insert_session(connection, new.session)
        add_layer(connection, session_id, batch_id, source, new.key, to_said(new.session))
        return "added"
    keep_typed(connection, twin)
    add_layer(connection, twin, batch_id, source, new.key, to_said(new.session))
    remake(connection, twin)
    return "merged"


def _twin(connection: sqlite3.Connection, same_as: SameAs | None) -> int | None:
    """Return the id of the session that a new one is merged into, if it is still there."""
    if isinstance(same_as, tuple):
        sql = "select session_id from session_source where source = ? and source_key = ?"
        found = connection.execute(sql, same_as).fetchone()
    else:
        found = connection.execute("select id from session where id = ?", (same_as,)).fetchone()
    return None if found is None else int(found[0])


def _add_known(
    connection: sqlite3.Connection, batch_id: int, source: str, new: NewSession, known: sqlite3.Row
) -> Outcome:
    """Keep a source's new word where it says more or other than before; revive a reverted one."""
    if known["deleted_by"] == "runner" or known["batch_id"] == batch_id:
        return "known"
    session_id = int(known["session_id"])
    if known["deleted_by"] == "revert":
        add_layer(connection, session_id, batch_id, source, new.key, to_said(new.session))
        connection.execute(
            "update session set deleted_at = null, deleted_by = null where id = ?", (session_id,)
        )
        return "kept" if remake(connection, session_id) else "added"
    said = to_said(filled(new.session, from_said(known["said"])))
    if said == known["said"]:
        return "known"
    add_layer(connection, session_id, batch_id, source, new.key, said)
    remake(connection, session_id)
    return "changed"
