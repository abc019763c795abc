"""Reading archives, folders and many files: all that they hold, in groups."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from time import perf_counter

from ironstride.importers import Choices
from ironstride.jobs.archives.groups import Group, Many, Told, grouped
from ironstride.jobs.archives.one_file import Job, Reader, jobs_of
from ironstride.jobs.archives.places import ZIP, Given, Place, Places
from ironstride.jobs.archives.steps import Progress, Step
from ironstride.jobs.archives.workers import Workers

_FIT, _GZIP = b".FIT", b"\x1f\x8b"
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")


def goes_together(start: bytes) -> bool:
    r"""Tell by its first bytes whether a file is an archive or a recording, so no table.

    >>> goes_together(b"PK\x03\x04"), goes_together(b"Date,Distance")
    (True, False)
    """
    return (
        start.startswith((*ZIP, _GZIP)) or start[8:12] == _FIT or _MARKUP.match(start) is not None
    )


def read_many(
    given: Sequence[Given], choices: Choices, progress: Progress = lambda _: None
) -> Many:
    """Return what archives, folders and files hold; what cannot be read is told, never raised.

    Recordings are read on both cores. What `progress` raises ends the reading.
    """
    with ExitStack() as closing:
        places = Places(closing).of(given)
        jobs = [job for place in places for job in jobs_of(place)]
        told: dict[int, list[Told]] = defaultdict(list)
        for job, one in _read(jobs, choices, _Counted(jobs, progress)):
            told[id(job.place)].append(one)
        return _many(places, [told[id(place)] for place in places], choices)


def _many(places: Sequence[Place], told: Iterable[list[Told]], choices: Choices) -> Many:
    groups: list[Group] = []
    refused = [one for place in places for one in place.refused]
    for place, every in zip(places, told, strict=True):
        found, bad = grouped(place.name, every, choices)
        groups += found
        refused += bad
    # Tables come first: what was recorded is then compared with the row that names it.
    groups.sort(key=lambda one: one.content is None)
    unread = tuple(place.unread for place in places if place.unread)
    return Many(groups=tuple(groups), refused=tuple(refused), unread=unread)


def _read(jobs: Sequence[Job], choices: Choices, counted: "_Counted") -> Iterator[tuple[Job, Told]]:
    size = sum(job.size for job in jobs)
    with Workers(choices, files=len(jobs), size=size) as workers:
        reader = Reader(workers, choices)
        for job, told in workers.each(jobs, reader.told):
            yield job, told
            counted.one_more(job)


class _Counted:
    """Tells how far the reading is."""

    def __init__(self, jobs: Sequence[Job], progress: Progress) -> None:
        self._of, self._size = len(jobs), sum(job.size for job in jobs) or 1
        self._done, self._read = 0, 0
        self._progress = progress
        self._began = perf_counter()
        self._tell()

    def one_more(self, job: Job) -> None:
        """Count a file that was read."""
        self._done += 1
        self._read += job.size
        self._tell()

    def _tell(self) -> None:
        seconds, share = perf_counter() - self._began, self._read / self._size
        self._progress(Step(done=self._done, of=self._of, seconds=seconds, share=share))
