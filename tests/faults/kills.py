"""Kill -9 at random moments: the log opens, is sound, and holds the state before or after."""

import os
import random
import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from ironstride.store import back_up_now, open_log
from tests.faults.acts import STARTS_FROM
from tests.faults.children import begun, heard, perform
from tests.faults.looking import beside, content, half_copies
from tests.faults.scenes import AT, LOG

LONG_AGO_S = 7200
_OURS = (".db", ".db-wal", ".db-shm")


@dataclass
class Killed:
    """How often an act was killed on its way, what the log held then, and what was wrong.

    One that was done before its moment came is too late to be killed: it is looked at, not counted.
    """

    times: int = 0
    too_late: int = 0
    held: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class States:
    """What the log holds before an act and after it."""

    before: str | None
    after: str | None

    def name(self, found: str | None) -> str:
        """Return which of them was found; a first start may leave a file with nothing in it."""
        if found == self.after:
            return "after"
        is_empty = self.before is None and found is not None and "CREATE" not in found
        return "before" if found == self.before or is_empty else "neither"


def kill_often(act: str, scene: Path, folder: Path, *, times: int, seed: int) -> Killed:
    """Do an act again and again, each time killed at a random moment, and look at what is left."""
    chance = random.Random(f"{seed} {act}")
    states, lasts = _undisturbed(act, scene, folder)
    found = Killed()
    while found.times < times:
        number = found.times + found.too_late
        log_file = _put(act, scene, folder / f"{act} {number}")
        moment = chance.uniform(0, 1.2 * lasts)
        if _killed_at(moment, act, scene, log_file):
            found.times += 1
        else:
            found.too_late += 1
        wrong = _look(act, log_file, states, found)
        found.wrong += [f"{act} {number}, killed after {moment:.4f} s: {one}" for one in wrong]
        shutil.rmtree(log_file.parent)
    return found


def _undisturbed(act: str, scene: Path, folder: Path) -> tuple[States, float]:
    """Do an act in peace three times: return the states around it, and how long it takes [s]."""
    seconds = []
    for number in range(3):
        log_file = _put(act, scene, folder / f"{act} in peace {number}")
        before = content(log_file)
        process, told = begun(perform, act, scene, log_file)
        assert heard(told) == "begins"
        began = time.perf_counter()
        assert heard(told) == "done"
        seconds.append(time.perf_counter() - began)
        process.join()
    return States(before, content(log_file)), min(seconds)


def _put(act: str, scene: Path, folder: Path) -> Path:
    folder.mkdir()
    start = STARTS_FROM.get(act, LOG)
    if start:
        shutil.copy(scene / start, folder / LOG)
    return folder / LOG


def _killed_at(moment: float, act: str, scene: Path, log_file: Path) -> bool:
    """Kill an act some seconds after it began; False when it was done by then."""
    process, told = begun(perform, act, scene, log_file)
    assert heard(told) == "begins"
    is_done = told.poll(moment)
    process.kill()
    process.join()
    told.close()
    return not is_done


def _look(act: str, log_file: Path, states: States, found: Killed) -> list[str]:
    """Return what is wrong with what a kill left, as SQLite, the program and the folder see it."""
    state = states.name(content(log_file))
    found.held[state] += 1
    wrong = [] if state != "neither" else ["the log is neither as before nor as after"]
    with open_log(log_file):
        pass
    opened = content(log_file)
    may_be = {states.after} if act in STARTS_FROM else {states.before, states.after}
    wrong += [] if opened in may_be else ["opening it made something else of it"]
    return wrong + half_copies(log_file, states.before) + _strays(log_file)


def _strays(log_file: Path) -> list[str]:
    """Return what an interrupted copy left that the next one, hours later, does not clear away."""
    for path in log_file.parent.glob("backups/*"):
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - LONG_AGO_S))
    with open_log(log_file) as log:
        back_up_now(log, AT)
    left = [name for name in beside(log_file.parent) if not name.endswith(_OURS)]
    return [f"{name} stays for ever" for name in left]
