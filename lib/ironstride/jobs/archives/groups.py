"""What many files say, in groups: one for each table, one for the recordings of each kind."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from ironstride import units
from ironstride.importers import Choices, Reading, RowError, Sourced, adidas, read_file
from ironstride.importers.recordings import fit, gpx, tcx
from ironstride.jobs.archives.outcome import Refusal
from ironstride.jobs.import_files import FilePreview, Refused, preview_reading
from ironstride.records import KeptStream
from ironstride.store import Log

AGAIN = "recording that another file holds too"
_ENDINGS = {".fit": fit.SOURCE, ".tcx": tcx.SOURCE, ".gpx": gpx.SOURCE}
_KINDS = {source: ending[1:].upper() for ending, source in _ENDINGS.items()} | {
    adidas.SOURCE: "adidas"
}
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Group:
    """What belongs together: the recordings of one kind, or one table, whose bytes are kept.

    Lines of sessions and of rejected rows are those of the table, or the number of the file.
    """

    name: str
    sha256: str
    reading: Reading
    choices: Choices
    content: bytes | None = None

    def again(self, choices: Choices) -> "Group":
        """Return the group of a table read anew, as other choices want it.

        Raises:
            ValueError: it is of recordings, of which only the names are kept.
        """
        if self.content is None:
            raise ValueError("recordings are read anew with all of their archive")
        return replace(self, reading=read_file(self.name, self.content, choices), choices=choices)


@dataclass(frozen=True, kw_only=True)
class Many:
    """What many files hold: groups, files that cannot be read, and what was left unread."""

    groups: tuple[Group, ...] = ()
    refused: tuple[Refused, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """Return one hash of all that was read."""
        return hashed(group.sha256 for group in self.groups)


@dataclass(frozen=True)
class Told:
    """A file of an archive, which one it is, the hash of its content, and its outcome."""

    number: int
    name: str
    sha256: str
    outcome: Reading | Refusal
    content: bytes | None = field(default=None, repr=False)


def preview_group(log: Log, group: Group, *, today: date) -> FilePreview:
    """Compare a group with the log on the local day `today`, without writing anything."""
    return preview_reading(log, group.name, group.sha256, group.reading, group.choices, today=today)


def hashed(every: Iterable[str]) -> str:
    """Return one hash of many, whatever order they come in; of one alone its own."""
    sorted_ones = sorted(every)
    if len(sorted_ones) == 1:
        return sorted_ones[0]
    return hashlib.sha256("".join(sorted_ones).encode()).hexdigest()


def grouped(
    place: str, every: Iterable[Told], choices: Choices
) -> tuple[list[Group], list[Refused]]:
    """Return the groups of a place's files, tables first, and the files that cannot be read."""
    groups: list[Group] = []
    refused: list[Refused] = []
    recordings: dict[str, list[Told]] = defaultdict(list)
    for told in sorted(every, key=lambda one: one.number):
        source = _recorded(told)
        if source is not None:
            recordings[source].append(told)
        elif isinstance(told.outcome, Reading):
            groups.append(_table(place, told, told.outcome, choices))
        else:
            refused.append(
                Refused(name=told.name, why=f"{_within(place, told)}: {told.outcome.why}")
            )
    groups += [_recordings(place, of, files, choices) for of, files in recordings.items()]
    return groups, refused


def _recorded(told: Told) -> str | None:
    """Return which kind of recording a file is; a damaged one is known by its name only."""
    if isinstance(told.outcome, Reading):
        return told.outcome.source if told.outcome.source in _KINDS else None
    name = told.name.lower().removesuffix(".gz")
    return next((source for ending, source in _ENDINGS.items() if name.endswith(ending)), None)


def _table(place: str, told: Told, reading: Reading, choices: Choices) -> Group:
    return Group(
        name=_within(place, told),
        sha256=told.sha256,
        reading=reading,
        choices=choices,
        content=told.content,
    )


def _recordings(place: str, source: str, files: Sequence[Told], choices: Choices) -> Group:
    read = [(one, one.outcome) for one in files if isinstance(one.outcome, Reading)]
    left_out: Counter[str] = Counter()
    rejected: list[RowError] = []
    for one in files:
        if isinstance(one.outcome, Reading):
            left_out.update(one.outcome.ignored)
            rejected += [
                RowError(one.number, f"{one.name}: {row.reason}") for row in one.outcome.rejected
            ]
        elif one.outcome.sound:
            left_out[one.outcome.why] += 1
        else:
            rejected.append(RowError(one.number, f"{one.name}: {one.outcome.why}"))
    every = [replace(said, line=one.number) for one, found in read for said in found.sessions]
    sessions = _each_once(every, left_out)
    return Group(
        name=_name(place, source, files),
        sha256=hashed(one.sha256 for one in files),
        reading=Reading(
            source,
            sessions,
            tuple(rejected),
            dict(+left_out),
            _first(one for _, found in read for one in found.questions)[:1],
            _first(one for _, found in read for one in found.read_from),
        ),
        choices=choices,
    )


def _name(place: str, source: str, files: Sequence[Told]) -> str:
    if len(files) == 1:
        return _within(place, files[0])
    what = f"{units.count(len(files), 'recording')} ({_KINDS[source]})"
    return f"{place}: {what}" if place else what


def _within(place: str, told: Told) -> str:
    return f"{place}: {told.name}" if place else told.name


def _each_once(every: Iterable[Sourced], left_out: Counter[str]) -> tuple[Sourced, ...]:
    """Return each session once, in the file that recorded most of it."""
    best: dict[str, Sourced] = {}
    for one in every:
        known = best.get(one.key)
        left_out[AGAIN] += known is not None
        if known is None or _samples(one) > _samples(known):
            best[one.key] = one
    return tuple(best.values())


def _samples(one: Sourced) -> int:
    return one.stream.samples if isinstance(one.stream, KeptStream) else 0


def _first(every: Iterable[T]) -> tuple[T, ...]:
    """Return each value once, in the order they were first seen."""
    return tuple(dict.fromkeys(every))
