"""The sources of a session: what each said, and the one session that they make together."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ironstride.records import KeptStream, Session
from ironstride.records.merging import TYPED, Layer, merged
from ironstride.store.said import from_said, last_word, to_said
from ironstride.store.sessions import read_session, replace_session
from ironstride.store.streams import add_stream


@dataclass(frozen=True)
class Word:
    """What a source says of a session in one import, and what it recorded of it."""

    batch_id: int
    source: str
    key: str
    session: Session
    stream: KeptStream | None = None


def add_layer(connection: sqlite3.Connection, session_id: int, word: Word) -> None:
    """Keep what a source says of a session, beside what it said in earlier imports."""
    connection.execute(
        "insert into session_source (session_id, batch_id, source, source_key, said)"
        " values (?, ?, ?, ?, ?)",
        (session_id, word.batch_id, word.source, word.key, to_said(word.session)),
    )
    if word.stream is not None:
        add_stream(connection, (word.source, word.key, word.batch_id), word.stream)


def told(connection: sqlite3.Connection, session_id: int, source: str, key: str) -> Session:
    """Return what imports that stand have told of a session under one key."""
    rows = connection.execute(_WORDS, (session_id,))
    return last_word(
        row["said"]
        for row in rows
        if (row["source"], row["source_key"], row["reverted_at"]) == (source, key, None)
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
    _forget_typed(connection, session_id)


def forget_reverted(connection: sqlite3.Connection, session_id: int) -> None:
    """Forget what imports said that were taken back; with none left the session is the runner's."""
    connection.execute(
        "delete from session_source where session_id = ? and batch_id in"
        " (select id from import_batch where reverted_at is not null)",
        (session_id,),
    )
    if any(_layers(connection, session_id)):
        remake(connection, session_id)
    _forget_typed(connection, session_id)


def hand_over(connection: sqlite3.Connection, aside: int, twin: int, word: Word) -> None:
    """Give a twin what the runner had corrected in a session that is set aside."""
    edited = _edited(connection, aside)
    if edited:
        corrected = _with_edits(read_session(connection, aside), word.session, edited)
        key = f"{word.source} {word.key}"
        add_layer(connection, twin, Word(word.batch_id, TYPED, key, corrected))
        remake(connection, twin)


def _forget_typed(connection: sqlite3.Connection, session_id: int) -> None:
    connection.execute(
        "delete from session_typed where session_id = ?1"
        " and not exists (select 1 from session_source where session_id = ?1)",
        (session_id,),
    )


def _layers(connection: sqlite3.Connection, session_id: int) -> Iterator[Layer]:
    """Yield what was typed and the last word of each source.

    What reverted imports said counts only where nothing else does: in a session that is deleted.
    """
    typed = connection.execute(
        "select said from session_typed where session_id = ?", (session_id,)
    ).fetchone()
    if typed is not None:
        yield Layer(TYPED, from_said(typed[0]))
    every = connection.execute(_WORDS, (session_id,)).fetchall()
    live = [row for row in every if row["reverted_at"] is None]
    counted = live if live or typed is not None else every
    for (source, _), words in groupby(counted, key=lambda row: (row["source"], row["source_key"])):
        yield Layer(source, last_word(row["said"] for row in words))


def _edited(connection: sqlite3.Connection, session_id: int) -> list[str]:
    rows = connection.execute("select field from session_edit where session_id = ?", (session_id,))
    return [row[0] for row in rows]


def _with_edits(before: Session, anew: Session, edited: list[str]) -> Session:
    if not edited:
        return anew
    if not all(hasattr(anew, name) for name in edited):
        return before
    try:
        return replace(anew, **{name: getattr(before, name) for name in edited})
    except ValueError:
        return before


_WORDS = """
select source, source_key, said, reverted_at
from session_source join import_batch on import_batch.id = batch_id
where session_id = ? order by source, source_key, batch_id
"""
