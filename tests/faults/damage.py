"""A damaged log: garbage in its header, an end that is missing, pages and bytes turned over."""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ironstride.store import DamagedLogError, LogError, integrity_problems, open_log, rescue
from tests.faults.children import open_page, told_by
from tests.faults.hindrances import nothing
from tests.faults.scenes import AT, COPY, LOG

PAGE = 4096
PAGES = ("today/today", "manage/data", "manage/history", "review/strength", "review/running")


def header(content: bytearray, chance: random.Random) -> None:
    content[: chance.randrange(16, 200)] = chance.randbytes(100)


def end(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def page(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(1, len(content) // PAGE) * PAGE
    content[at : at + PAGE] = bytes(255 - one for one in content[at : at + PAGE])


def bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(20):
        content[chance.randrange(PAGE, len(content))] ^= 1 << chance.randrange(8)


HARMS: dict[str, Callable[[bytearray, random.Random], None]] = {
    "header garbage": header,
    "truncated": end,
    "a flipped page": page,
    "twenty flipped bits": bits,
}


@dataclass
class Damaged:
    """How often a log was damaged, what the page said, what was saved, and what was wrong."""

    times: int = 0
    drawn: int = 0
    said: Counter[str] = field(default_factory=Counter)
    saved: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def damage_often(harm: str, scene: Path, folder: Path, *, times: int, seed: int) -> Damaged:
    """Damage a log again and again; see what a page says, what is saved, and the way back."""
    chance = random.Random(f"{seed} {harm}")
    found = Damaged()
    for number in range(times):
        log_file = folder / f"{harm} {number}" / LOG
        (log_file.parent / "backups").mkdir(parents=True)
        shutil.copy(scene / COPY, log_file.parent / "backups" / "training-2026-11-22-120000.db")
        content = bytearray((scene / LOG).read_bytes())
        HARMS[harm](content, chance)
        log_file.write_bytes(content)
        found.times += 1
        wrong = _read(log_file, chance.choice(PAGES), found) + _save(log_file, found)
        found.wrong += [f"{harm} {number}: {one}" for one in wrong]
        shutil.rmtree(log_file.parent)
    return found


def _read(log_file: Path, name: str, found: Damaged) -> list[str]:
    """Open a page of the damaged log: it works, or says what can be done, without a traceback."""
    read = told_by(open_page, name, log_file, nothing, ())
    if read == "broke off" or read["exception"]:
        return [f"{name} shows a traceback: {read}"]
    if not read["error"]:
        found.drawn += 1
        return []
    found.said[read["error"][0]] += 1
    return [] if "Put back" in read["button"] else [f"no backup is offered: {read}"]


def _save(log_file: Path, found: Damaged) -> list[str]:
    """Save what can be read, then put the backup in its place: both are sound logs."""
    dump = rescue.readable(log_file)
    found.saved.append(len(dump.tables["session"]) if dump else 0)
    try:
        rescue.save_readable(log_file, AT)
        wrong = _problems(log_file)
    except DamagedLogError:
        wrong = ["what was saved is damaged"]
    except LogError as why:
        wrong = []
        found.said[str(why)] += 1
    backup = log_file.parent / "backups" / "training-2026-11-22-120000.db"
    rescue.put_in_place(log_file, backup, AT.replace(hour=13))
    return wrong + _problems(log_file)


def _problems(log_file: Path) -> list[str]:
    with open_log(log_file) as log:
        return integrity_problems(log)
