"""Importing: look first, then write all files as batches in one transaction, or revert one."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from ironstride.importers import Choices, Reading, Sourced, UnreadableFile, read_file
from ironstride.store import Log, NewBatch, Progress, add_batches, known_keys

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
    log: Log, name: str, content: bytes, choices: Choices, read: Reader = read_file
) -> FilePreview | Refused:
    """Read a file without writing anything and compare it with the log."""
    safe = PurePath(name).name
    try:
        reading = read(safe, content, choices)
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
) -> list[int]:
    """Write the new sessions of every file as one batch a file, all in one transaction.

    The log may have moved since the preview: what it knows by now is left out. A file that
    brings nothing new leaves no batch behind.
    """
    fresh = [_fresh(log, file) for file in without_repeats(previews)]
    return add_batches(log, [_batch(file, at) for file in fresh if file.new], progress)


def _fresh(log: Log, file: FilePreview) -> FilePreview:
    known = known_keys(log, file.reading.source)
    new = tuple(one for one in file.new if one.key not in known)
    return FilePreview(name=file.name, sha256=file.sha256, reading=file.reading, new=new)


def _batch(file: FilePreview, at: datetime) -> NewBatch:
    return NewBatch(
        imported_at=at,
        file_name=file.name,
        file_sha256=file.sha256,
        source=file.reading.source,
        sessions=tuple((one.key, one.session) for one in file.new),
        known=file.known,
        rejected=len(file.reading.rejected),
    )
