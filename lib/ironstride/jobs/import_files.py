"""Importing: look first, then write all files as batches in one transaction, or revert one."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import PurePath

from ironstride.importers import (
    Choices,
    Reading,
    RowError,
    Sourced,
    UnreadableFile,
    read_file,
)
from ironstride.store import Added, Log, NewFile, Progress, add_batch, known_keys

Reader = Callable[[str, bytes, Choices], Reading]


@dataclass(frozen=True, kw_only=True)
class FilePreview:
    """What a file would bring: its reading and the part of it that the log does not hold yet."""

    name: str
    sha256: str
    reading: Reading
    new: tuple[Sourced, ...]

    @property
    def known(self) -> int:
        """Return how many of its sessions the log already knows, deleted ones among them."""
        return len(self.reading.sessions) - len(self.new)


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A file that cannot be read at all, with the sentence that says why."""

    name: str
    why: str


def preview(
    log: Log, name: str, content: bytes, choices: Choices, *, today: date, read: Reader = read_file
) -> FilePreview | Refused:
    """Read a file without writing anything and compare it with the log on the local day `today`."""
    safe = PurePath(name).name
    try:
        reading = _without_future(read(safe, content, choices), today)
    except UnreadableFile as why:
        return Refused(name=safe, why=str(why))
    known = known_keys(log, reading.source)
    new = tuple(one for one in reading.sessions if one.key not in known)
    return FilePreview(
        name=safe, sha256=hashlib.sha256(content).hexdigest(), reading=reading, new=new
    )


def without_repeats(previews: Iterable[FilePreview]) -> list[FilePreview]:
    """Return the previews with each session new only in the first file that brings it."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for file in previews:
        source = file.reading.source
        new = tuple(one for one in file.new if (source, one.key) not in seen)
        seen.update((source, one.key) for one in new)
        kept.append(FilePreview(name=file.name, sha256=file.sha256, reading=file.reading, new=new))
    return kept


def commit(
    log: Log, previews: Iterable[FilePreview], *, at: datetime, progress: Progress = lambda *_: None
) -> Added | None:
    """Write the new sessions of all files as one batch in one transaction.

    Files that bring nothing new leave no trace; when none does there is no batch.
    """
    files = [_new_file(file) for file in without_repeats(previews) if file.new]
    return add_batch(log, files, at, progress) if files else None


def _new_file(file: FilePreview) -> NewFile:
    return NewFile(
        name=file.name,
        sha256=file.sha256,
        source=file.reading.source,
        sessions=tuple((one.key, one.session) for one in file.new),
        known=file.known,
        rejected=len(file.reading.rejected),
    )


def _without_future(reading: Reading, today: date) -> Reading:
    """Return a reading without sessions after tomorrow: some zone may be a day ahead."""
    end = datetime.combine(today, time()) + timedelta(days=2)
    late = tuple(
        RowError(one.line, f"start must not be in the future, got {one.session.started_at}")
        for one in reading.sessions
        if one.session.started_at >= end
    )
    return replace(
        reading,
        sessions=tuple(one for one in reading.sessions if one.session.started_at < end),
        rejected=tuple(sorted((*reading.rejected, *late), key=lambda row: row.line)),
    )
