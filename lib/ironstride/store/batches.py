"""Imports in the log: a batch goes in whole and is never doubled."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from ironstride.records import KeptStream, Session
from ironstride.records.merging import filled
from ironstride.store.connection import Log
from ironstride.store.exercises import learn_names, refresh_kinds
from ironstride.store.layers import Word, add_layer, hand_over, keep_typed, remake, told
from ironstride.store.preferences import keep_answers
from ironstride.store.sessions import insert_session

Progress = Callable[[int, int], None]
Outcome = Literal["added", "kept", "changed", "merged", "known"]
SameAs = int | tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class NewSession:
    """A session of a file by its source's key, and what was recorded of it.

    `same_as` is the session it is merged into: its id in the log, or the (source, key) of another
    session of the same batch.
    """

    key: str
    session: Session
    same_as: SameAs | None = None
    stream: KeptStream | None = None


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
                word = Word(batch_id, file.source, new.key, new.session, new.stream)
                done[_add(connection, word, new.same_as)] += 1
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


def _add(connection: sqlite3.Connection, word: Word, same_as: SameAs | None) -> Outcome:
    """Add a session, or its source's new word on one that is known."""
    known = connection.execute(_KNOWN, (word.source, word.key)).fetchone()
    if known is not None and (
        known["deleted_by"] == "runner" or known["batch_id"] == word.batch_id
    ):
        return "known"
    if known is not None and known["is_live"]:
        return _change(connection, word, known["session_id"])
    twin = _twin(connection, same_as)
    if known is not None and known["deleted_by"] == "revert":
        return _revive(connection, word, known["session_id"], twin)
    if twin is not None:
        return _merge(connection, word, twin)
    add_layer(connection, insert_session(connection, word.session), word)
    return "added"


def _twin(connection: sqlite3.Connection, same_as: SameAs | None) -> int | None:
    """Return the id of the session that a new one is merged into, if it is still there."""
    sql, values = (_KNOWN, same_as) if isinstance(same_as, tuple) else (_THERE, (same_as,))
    found = connection.execute(sql, values).fetchone()
    return None if found is None or found["deleted_by"] == "revert" else int(found["session_id"])


def _change(connection: sqlite3.Connection, word: Word, session_id: int) -> Outcome:
    """Keep a source's new word where it says more or other than before."""
    before = told(connection, session_id, word.source, word.key)
    if filled(word.session, before) == before:
        return "known"
    add_layer(connection, session_id, word)
    remake(connection, session_id)
    return "changed"


def _merge(connection: sqlite3.Connection, word: Word, twin: int) -> Outcome:
    keep_typed(connection, twin)
    add_layer(connection, twin, word)
    remake(connection, twin)
    return "merged"


def _revive(connection: sqlite3.Connection, word: Word, aside: int, twin: int | None) -> Outcome:
    """Bring back what was set aside as the runner had corrected it, in its twin if it has one."""
    if twin is not None:
        merged = _merge(connection, word, twin)
        hand_over(connection, aside, twin, word)
        return merged
    add_layer(connection, aside, word)
    connection.execute(
        "update session set deleted_at = null, deleted_by = null where id = ?", (aside,)
    )
    return "kept" if remake(connection, aside) else "added"


_KNOWN = """
select session_id, deleted_by, batch_id, deleted_by is null and reverted_at is null as is_live
from session_source join session on session.id = session_id
join import_batch on import_batch.id = batch_id
where source = ? and source_key = ? order by batch_id desc limit 1
"""
_THERE = "select id as session_id, deleted_by from session where id = ?"
