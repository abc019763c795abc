"""How much memory a process and its children hold; Linux only, 0 elsewhere."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_LOOK_S = 0.1


def resident_kib(pid: int) -> int:
    """Return the resident memory of a process and its children [KiB]."""
    return sum(_line(Path(f"/proc/{one}/status"), "VmRSS:") for one in _tree(pid))


def peak_kib(process: "subprocess.Popen[str]") -> int:
    """Return the most memory that a process and its children held at once [KiB].

    What several of them share counts once.
    """
    peak = 0
    while process.poll() is None:
        held = (_line(Path(f"/proc/{one}/smaps_rollup"), "Pss:") for one in _tree(process.pid))
        peak = max(peak, sum(held))
        time.sleep(_LOOK_S)
    return peak


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _text(children).split():
            yield from _tree(int(child))


def _line(file: Path, begin: str) -> int:
    lines = _text(file).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(begin)), 0)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
