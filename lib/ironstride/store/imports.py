"""What the log remembers of imports: batches, files, and what each source said last."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from ironstride.records import Session
from ironstride.store.connection import Log
from ironstride.store.said import last_word


@dataclass(frozen=True, kw_only=True)
class ImportedFile:
    """One file of an import as the log remembers it."""

    name: str
    source: str
    added: int
    changed: int
    merged: int
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


def said_before(log: Log, source: str) -> dict[str, Session | None]:
    """Return the last word of a source on each session it told, by key; None on deleted ones.

    What reverted imports said is left out: their files are new again.
    """
    rows = log.execute(_SAID, (source,))
    return {key: _known(list(told)) for key, told in groupby(rows, itemgetter("source_key"))}


def _known(told: list[sqlite3.Row]) -> Session | None:
    """Return what the session told last under a key is known as."""
    if told[-1]["deleted_by"]:
        return None
    number = told[-1]["session_id"]
    return last_word(row["said"] for row in told if row["session_id"] == number)


def imported_before(log: Log, sha256: str) -> datetime | None:
    """Return when a file of these very bytes was imported last and not taken back, if ever."""
    found = log.execute(
        "select max(imported_at) from import_batch join import_file on batch_id = import_batch.id"
        " where file_sha256 = ? and reverted_at is null",
        (sha256,),
    ).fetchone()
    return None if found[0] is None else datetime.fromisoformat(found[0])


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


def brought(log: Log, batch_id: int) -> frozenset[int]:
    """Return the sessions that came into the log with an import: no other told them before."""
    rows = log.execute(_BROUGHT, (batch_id, batch_id))
    return frozenset(row[0] for row in rows)


def import_not_seen(log: Log) -> Batch | None:
    """Return the newest import, unless it was taken back or the runner has seen what it changed."""
    newest = next(iter(batches(log)), None)
    seen = log.execute("select value from setting where name = 'import_seen'").fetchone()
    if newest is None or newest.reverted or (seen and int(seen[0]) >= newest.id):
        return None
    return newest


def see_import(log: Log, batch_id: int) -> None:
    """Remember that the runner has seen what an import changed."""
    with log.write() as connection:
        connection.execute(
            "insert or replace into setting values ('import_seen', ?)", (str(batch_id),)
        )


def _files(log: Log, batch_id: int) -> Iterable[ImportedFile]:
    rows = log.execute("select * from import_file where batch_id = ? order by id", (batch_id,))
    for row in rows:
        yield ImportedFile(
            name=row["file_name"],
            source=row["source"],
            added=row["added"],
            changed=row["changed"],
            merged=row["merged"],
            known=row["known"],
            rejected=row["rejected"],
        )


_SAID = """
select source_key, session_id, said, deleted_by
from session_source join session on session.id = session_id
join import_batch on import_batch.id = batch_id
where source = ? and (deleted_by = 'runner' or deleted_by is null and reverted_at is null)
order by source_key, batch_id
"""
_BROUGHT = """
select distinct told.session_id
from session_source told join session on session.id = told.session_id
where told.batch_id = ? and deleted_at is null
  and told.session_id not in (select session_id from session_typed)
  and not exists (
    select 1 from session_source earlier join import_batch on import_batch.id = earlier.batch_id
    where earlier.session_id = told.session_id and earlier.batch_id < ? and reverted_at is null)
"""
