"""Reading one file of a place: unpacked and hashed here, decoded where it can do no harm."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from threading import Lock
from typing import BinaryIO, cast

from ironstride.importers import Choices, UnreadableFile, read_open
from ironstride.importers.decoding import unpacked
from ironstride.jobs.archives.groups import Told
from ironstride.jobs.archives.limits import MOST_IN_ALL
from ironstride.jobs.archives.members import Member
from ironstride.jobs.archives.outcome import Refusal, Task, outcome
from ironstride.jobs.archives.places import Place
from ironstride.jobs.archives.workers import Workers

_POINTS = {"gps-data": "places", "heart-rate-data": "hearts"}
_TABLE = re.compile(r"\.(?:csv|tsv|txt|json)$", re.IGNORECASE)


@dataclass(frozen=True)
class Job:
    """A file to be read: its place, which one of it, and the files of a session's points."""

    place: Place
    number: int
    member: Member
    places: Member | None = None
    hearts: Member | None = None

    @property
    def size(self) -> int:
        """Return how many bytes it has, as its archive says."""
        return sum(one.size for one in (self.member, self.places, self.hearts) if one)


def jobs_of(place: Place) -> Iterator[Job]:
    """Yield the files of a place; those with the points of another go with it."""
    points: dict[tuple[str, str], Member] = {}
    others: list[tuple[int, Member]] = []
    for number, member in enumerate(place.members, start=1):
        path = PurePosixPath(member.name)
        kind = _POINTS.get(path.parent.name.lower())
        if kind is None:
            others.append((number, member))
        else:
            points[kind, path.name] = member
    for number, member in others:
        name = PurePosixPath(member.name).name
        of_it = {kind: one for kind in _POINTS.values() if (one := points.get((kind, name)))}
        yield Job(place, number, member, **of_it)


class Reader:
    """Reads files as long as they do not unpack to more than one reading may hold."""

    def __init__(self, workers: Workers, choices: Choices) -> None:
        self._workers = workers
        self._choices = choices
        self._left = MOST_IN_ALL
        self._lock = Lock()

    def told(self, job: Job) -> Told:
        """Return what a file says, or why it cannot be read."""
        try:
            return self._streamed(job) if job.member.too_large else self._whole(job)
        except UnreadableFile as why:
            said = str(why).removeprefix(f"{job.member.name}: ")
            return Told(job.number, job.member.name, "", Refusal(said))

    def _streamed(self, job: Job) -> Told:
        """Read what is too large to be held."""
        name = job.member.name
        with job.member.opened() as file:
            found = read_open(name, cast("BinaryIO", file), self._choices)
            return Told(job.number, name, file.sha256, found)

    def _whole(self, job: Job) -> Told:
        packed = job.member.content()
        content = self._unpacked(packed)
        name, sha256 = job.member.name, hashlib.sha256(content).hexdigest()
        points = (self._points(job.places), self._points(job.hearts))
        task = Task(name, content, *points)
        if _TABLE.search(name) and points == (None, None):
            return Told(job.number, name, sha256, outcome(task, self._choices), content)
        return Told(job.number, name, sha256, self._workers.read(task))

    def _points(self, member: Member | None) -> bytes | None:
        """Return a file of points; a session can do without one that is damaged."""
        try:
            return None if member is None else member.content()
        except UnreadableFile:
            return b""

    def _unpacked(self, packed: bytes) -> bytes:
        content = unpacked(packed)
        with self._lock:
            self._left -= len(content)
            if self._left < 0:
                raise UnreadableFile(
                    f"the files before it unpack to {MOST_IN_ALL >> 30} GB: please import it apart"
                )
        return content
