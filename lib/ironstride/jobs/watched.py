"""A folder that the runner chose: which of its files came since they were last dealt with."""

from collections.abc import Iterable
from pathlib import Path

from ironstride.importers import UnreadableFile
from ironstride.jobs.archives.layouts import OTHER, is_wanted
from ironstride.jobs.archives.members import paths_of_folder
from ironstride.store import Log, keep_watched_until, watched_until


def new_files(log: Log, folder: Path) -> list[Path]:
    """Return the files that came into a folder, or changed, since the last that was settled.

    A folder that is not there, or holds too many files, has none.
    """
    until = watched_until(log)
    try:
        every = paths_of_folder(folder)
    except (OSError, UnreadableFile):
        return []
    wanted = [path for name, path in every if is_wanted(OTHER, name, nested=False)]
    return [one for one in wanted if arrived_s(one) > until]


def settle(log: Log, files: Iterable[Path], left: Iterable[Path] = ()) -> None:
    """Offer files no more: they were imported or waved away; those `left` are offered again."""
    before = min(map(arrived_s, left), default=float("inf"))
    times = [one for one in map(arrived_s, files) if one < before]
    if times:
        keep_watched_until(log, max(watched_until(log), *times))


def arrived_s(file: Path) -> float:
    """Return when a file came to where it is, or was written last [s since 1970]; 0 when gone."""
    try:
        # When it was written first may be years ago: a copy keeps that.
        return file.stat().st_ctime
    except OSError:
        return 0.0
