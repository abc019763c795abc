"""Importing: look first, then write all files as one batch in one transaction."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import PurePath
from typing import Any

from ironstride.importers import (
    Choices,
    Mapping,
    Reading,
    RowError,
    Sourced,
    UnknownTable,
    UnreadableFile,
    read_file,
)
from ironstride.importers.mapped.layout import fingerprint
from ironstride.importers.table import Table
from ironstride.importers.text import printable
from ironstride.jobs.duplicates import Duplicate, Pool
from ironstride.jobs.likeness import slot_of, slot_of_entry
from ironstride.jobs.streams import kept_stream
from ironstride.records.merging import filled
from ironstride.store import (
    Added,
    Log,
    NewFile,
    NewSession,
    Progress,
    SameAs,
    add_batch,
    answers,
    calendar,
    column_mapping,
    imported_before,
    said_before,
)

_ANSWERED = ("distance_unit", "weight_unit", "date_order")

Reader = Callable[[str, bytes, Choices], Reading]


@dataclass(frozen=True, kw_only=True)
class FilePreview:
    """What a file would bring: what the log does not hold yet, or holds otherwise.

    `duplicates` are those of the new sessions that another session looks like.
    """

    name: str
    sha256: str
    reading: Reading
    choices: Choices
    new: tuple[Sourced, ...]
    changed: tuple[Sourced, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    imported_at: datetime | None = None

    @property
    def known(self) -> int:
        """Return how many of its sessions the log knows as they are, deleted ones among them."""
        return len(self.reading.sessions) - len(self.new) - len(self.changed)


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A file that cannot be read at all, with the sentence that says why."""

    name: str
    why: str


def preview(
    log: Log, name: str, content: bytes, choices: Choices, *, today: date, read: Reader = read_file
) -> FilePreview | Refused:
    """Read a file without writing anything and compare it with the log on the local day `today`."""
    safe = printable(PurePath(name).name)
    try:
        choices, reading = _read(log, safe, content, choices, read)
    except UnreadableFile as why:
        return Refused(name=safe, why=str(why))
    sha256 = hashlib.sha256(content).hexdigest()
    return preview_reading(log, safe, sha256, reading, choices, today=today)


def preview_reading(
    log: Log, name: str, sha256: str, reading: Reading, choices: Choices, *, today: date
) -> FilePreview:
    """Compare what was read with the log on the local day `today`."""
    reading = _without_future(reading, today)
    before = said_before(log, reading.source)
    return FilePreview(
        name=name,
        sha256=sha256,
        reading=reading,
        choices=choices,
        new=tuple(one for one in reading.sessions if one.key not in before),
        changed=tuple(
            one
            for one in reading.sessions
            if (said := before.get(one.key)) and filled(one.session, said) != said
        ),
        imported_at=imported_before(log, sha256),
    )


def remembered_mapping(log: Log, table: Table) -> Mapping | None:
    """Return what the runner said of a header like this; an older version's word may not hold."""
    before = column_mapping(log, fingerprint(table))
    try:
        return None if before is None else Mapping.from_text(before)
    except ValueError:
        return None


def _read(
    log: Log, name: str, content: bytes, choices: Choices, read: Reader
) -> tuple[Choices, Reading]:
    """Read a file, an unknown table by the mapping that was said of its header before."""
    try:
        return choices, read(name, content, choices)
    except UnknownTable as unknown:
        mapping = remembered_mapping(log, unknown.table)
        if mapping is None:
            raise
        by_mapping = replace(choices, mapping=mapping)
        return by_mapping, read(name, content, by_mapping)


def with_answers(log: Log, reading: Reading, choices: Choices) -> Choices:
    """Return the choices with what the runner answered before where this reading asks again."""
    before = answers(log, reading.source)
    asked = [one.field for one in reading.questions if getattr(choices, one.field) is None]
    known: dict[str, Any] = {name: before[name] for name in asked if name in before}
    return replace(choices, **known)


def compared(log: Log, previews: Sequence[FilePreview]) -> list[FilePreview]:
    """Return the previews with their duplicates, each session in the first file that brings it."""
    if not previews:  # a page that is only opened need not read a calendar of twenty years
        return []
    pool = Pool(map(slot_of_entry, calendar(log)))
    seen: set[tuple[str, str]] = set()
    kept = []
    for file in previews:
        source = file.reading.source
        new = tuple(one for one in file.new if (source, one.key) not in seen)
        changed = tuple(one for one in file.changed if (source, one.key) not in seen)
        seen |= {(source, one.key) for one in (*new, *changed)}
        found = pool.take([slot_of(source, one) for one in new])
        kept.append(replace(file, new=new, changed=changed, duplicates=tuple(found)))
    return kept


def commit(
    log: Log,
    previews: Sequence[FilePreview],
    *,
    at: datetime,
    apart: Collection[SameAs] | None = None,
    names: dict[str, str] | None = None,
    progress: Progress = lambda *_: None,
) -> Added | None:
    """Write what all files bring as one batch in one transaction.

    `apart` are the refs of duplicates to be kept beside the session they look like, by default all
    that are not surely the same; the others are merged into it. `names` says which exercise each
    new exercise name means. Files that bring nothing leave no trace; when none does there is no
    batch.
    """
    kept = unsure(previews) if apart is None else apart
    files = [_new_file(file, kept) for file in previews if file.new or file.changed]
    return add_batch(log, files, at, progress, names) if files else None


def unsure(previews: Iterable[FilePreview]) -> set[SameAs]:
    """Return the refs of the duplicates that may be another session after all."""
    return {one.new.ref for file in previews for one in file.duplicates if not one.sure}


def _new_file(file: FilePreview, apart: Collection[SameAs]) -> NewFile:
    twins: dict[SameAs, SameAs] = {
        one.new.ref: one.other.ref for one in file.duplicates if one.new.ref not in apart
    }
    source = file.reading.source
    sessions = [
        NewSession(
            key=one.key,
            session=one.session,
            same_as=twins.get((source, one.key)),
            stream=kept_stream(one),
        )
        for one in (*file.new, *file.changed)
    ]
    own: set[SameAs | None] = {(source, one.key) for one in file.new}
    # What is merged into another session of its file comes after that one.
    return NewFile(
        name=file.name,
        sha256=file.sha256,
        source=source,
        sessions=tuple(sorted(sessions, key=lambda one: one.same_as in own)),
        known=file.known,
        rejected=len(file.reading.rejected),
        answers={name: said for name in _ANSWERED if (said := getattr(file.choices, name))},
    )


def _without_future(reading: Reading, today: date) -> Reading:
    """Return a reading without sessions after tomorrow: some zone may be a day ahead."""
    end = datetime.combine(today, time()) + timedelta(days=2)
    late = tuple(
        RowError(
            one.line,
            _said_of(one, f"start must not be in the future, got {one.session.started_at}"),
        )
        for one in reading.sessions
        if one.session.started_at >= end
    )
    return replace(
        reading,
        sessions=tuple(one for one in reading.sessions if one.session.started_at < end),
        rejected=tuple(sorted((*reading.rejected, *late), key=lambda row: row.line)),
    )


def _said_of(one: Sourced, reason: str) -> str:
    """Return a reason with the name of the recording it is about, where there is one."""
    return f"{one.recording}: {reason}" if one.stream is not None and one.recording else reason
