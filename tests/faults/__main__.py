"""Do every fault in full, print what was seen, and write it into README.md."""

import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.browser.conftest import CHROMIUM
from tests.faults import clocks, damage, disk, kills, refusals, windows
from tests.faults.acts import ACTS
from tests.faults.scenes import make
from tests.faults.table import Row, written

SEED = int(os.environ.get("SEED", "10"))
KILLS = int(os.environ.get("KILLS", "200"))
TIMES = int(os.environ.get("TIMES", "50"))
SECONDS = float(os.environ.get("SECONDS", "60"))
README = Path(__file__).with_name("README.md")


def main() -> int:
    """Run them all; 1 when anything was wrong."""
    rows = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "scene").mkdir()
        scene = make(folder / "scene")
        for rows_of in (_kills, _disks, _refusals, _damages, _clocks, _windows):
            for row in rows_of(scene, folder):
                print(row.line(), flush=True)
                rows.append(row)
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    chosen = f"SEED={SEED} KILLS={KILLS} TIMES={TIMES} SECONDS={SECONDS:.0f}"
    README.write_text(written(rows, versions, chosen), encoding="utf-8")
    return any(row.wrong for row in rows)


Rows = Callable[[Path, Path], Iterator[Row]]


def _kills(scene: Path, folder: Path) -> Iterator[Row]:
    for act in ACTS:
        found = kills.kill_often(act, scene, folder, times=KILLS, seed=SEED)
        held = ", ".join(f"{count} × {state}" for state, count in found.held.most_common())
        yield Row(
            fault=f"kill -9: {act}",
            made="SIGKILL at a random moment between the begin and 1.2 × the usual end",
            times=f"{found.times}, and {found.too_late} that were done before",
            must="opens; sound; exactly the state before or after; no half copy, no stray file",
            seen=held,
            wrong=found.wrong,
        )


def _disks(scene: Path, folder: Path) -> Iterator[Row]:
    for act in ACTS:
        found = disk.fill_often(act, scene, folder / "disk", times=TIMES, seed=SEED)
        done = found.said.pop("done", 0)
        yield Row(
            fault=f"disk full: {act}",
            made=f"{found.how}, from no space to more than enough",
            times=str(TIMES),
            must="a sentence and the state before, or done; no half copy stays",
            seen=f"{sum(found.said.values())} × refused, {done} × done",
            wrong=found.wrong,
        )


def _refusals(scene: Path, folder: Path) -> Iterator[Row]:
    for name, one in refusals.REFUSALS.items():
        yield Row(
            fault=name,
            made=f"on the real file, or by another process; tried: {one.act}, page {one.page}",
            times="1 act, 1 page",
            must="a sentence from the act and on the page; nothing changed, nothing left",
            seen=f"“… {one.says} …”",
            wrong=refusals.refuse(name, scene, folder),
        )


def _damages(scene: Path, folder: Path) -> Iterator[Row]:
    for harm in damage.HARMS:
        found = damage.damage_often(harm, scene, folder, times=TIMES, seed=SEED)
        some = sum(saved > 0 for saved in found.saved)
        yield Row(
            fault=f"damaged log: {harm}",
            made="at a random place of the file",
            times=str(TIMES),
            must="no traceback on any page; what can be saved is said; a backup can be put back",
            seen=f"sessions saved in {some}; page drawn as before in {found.drawn}",
            wrong=found.wrong,
        )


def _clocks(_scene: Path, folder: Path) -> Iterator[Row]:
    for name, steps in clocks.CHANGES.items():
        yield Row(
            fault=name,
            made="the process's clock and TZ, a process for each step",
            times=f"{len(steps)} steps",
            must="every save is there, undo works, one daily copy for each day, Today is drawn",
            seen="as it must be",
            wrong=clocks.change(name, folder),
        )


def _windows(_scene: Path, folder: Path) -> Iterator[Row]:
    if CHROMIUM is None:
        print("No Chromium: two windows are left out", file=sys.stderr)
        return
    found = windows.write_together(folder, SECONDS)
    yield Row(
        fault="two browser windows write",
        made=f"both press Save run at the same time, for {SECONDS:.0f} s, on one server",
        times=f"{found.times} saves in each",
        must="every save is told and in the log, no traceback",
        seen=f"{found.held} runs in the log; {found.again} presses made again",
        wrong=found.wrong,
    )


if __name__ == "__main__":
    sys.exit(main())
