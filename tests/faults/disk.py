"""A disk that is full: a small one of the test's own, or a limit on the size of each file."""

import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.faults.acts import STARTS_FROM
from tests.faults.children import told_by, try_act
from tests.faults.hindrances import fill_disk, limit_files, nothing
from tests.faults.looking import beside, content, half_copies
from tests.faults.scenes import LOG

DISK_BYTES = 16_000_000
_FILLS = "filled.bin"


@dataclass
class Filled:
    """What an act said on a disk with little left, and what was wrong afterwards."""

    how: str = ""
    said: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Mount a disk of 16 MB on a folder; False where this machine does not allow it."""
    words = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]
    try:
        is_mounted = subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        is_mounted = False
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", str(folder)], check=True)


def fill_often(act: str, scene: Path, folder: Path, *, times: int, seed: int) -> Filled:
    """Do an act with ever so little space left, from none up to what it takes."""
    chance = random.Random(f"{seed} {act}")
    folder.mkdir(exist_ok=True)
    with small_disk(folder) as is_mounted:
        found = Filled(how="a tmpfs of 16 MB" if is_mounted else "RLIMIT_FSIZE")
        log_file = _put(act, scene, folder)
        before = content(log_file)
        told_by(try_act, act, scene, log_file, nothing, nothing)
        after, takes = content(log_file), _size(folder)
        for number in range(times):
            log_file = _put(act, scene, folder)
            free = chance.randrange(5 * takes // 2) if number else 0
            fill = (
                partial(fill_disk, folder, _FILLS, free)
                if is_mounted
                else partial(limit_files, free)
            )
            said = told_by(try_act, act, scene, log_file, nothing, fill)
            (folder / _FILLS).unlink(missing_ok=True)
            found.said[said] += 1
            wrong = [said] if said == "broke off" else []
            wrong += _look(log_file, said, before, after)
            found.wrong += [f"{act} {number} with {free} bytes left: {one}" for one in wrong]
    return found


def _put(act: str, scene: Path, folder: Path) -> Path:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    start = STARTS_FROM.get(act, LOG)
    if start:
        shutil.copy(scene / start, folder / LOG)
    return folder / LOG


def _size(folder: Path) -> int:
    return sum((folder / name).stat().st_size for name in beside(folder))


def _look(log_file: Path, said: str, before: str | None, after: str | None) -> list[str]:
    """Return what is wrong with what a full disk left."""
    held = content(log_file)
    may_be = (after,) if said == "done" else (before,)
    is_empty = before is None and held is not None and "CREATE" not in held
    wrong = [] if held in may_be or is_empty else ["the log is not as it was"]
    return (
        wrong
        + half_copies(log_file, before)
        + [f"{name} stays" for name in beside(log_file.parent) if "partial" in name]
    )
