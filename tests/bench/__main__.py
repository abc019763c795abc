"""Measure what is asked for, keep it, and write tests/bench/README.md anew.

python -m tests.bench --part pages --years 20 --times 3
"""

import argparse
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench import report, results
from tests.bench.association import association
from tests.bench.elements import elements
from tests.bench.imports import imports, reading
from tests.bench.memory import memory
from tests.bench.pages import pages
from tests.bench.recordings import recordings
from tests.bench.start import first, start
from tests.bench.switches import switches

YEARS = (1, 5, 20)
TIMES = 3


def main() -> int:
    """Run the parts that are asked for; one that fails is told and does not stop the others."""
    asked = _asked()
    failed = []
    for name, run in _parts(asked).items():
        if asked.part and name not in asked.part:
            continue
        print(f"{name} …", flush=True)
        began = time.monotonic()
        try:
            with tempfile.TemporaryDirectory() as folder:
                run(Path(folder))
        except Exception:  # noqa: BLE001 - hours of measuring are not lost to one part
            traceback.print_exc()
            failed.append(name)
        print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    report.write()
    print(f"failed: {', '.join(failed)}" if failed else "all measured")
    return 1 if failed else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--part", nargs="*", help="only these: imports, pages, …")
    parser.add_argument("--years", nargs="*", type=int, help=f"logs of these; {YEARS}")
    parser.add_argument("--times", type=int, default=TIMES, help="rounds over all pages")
    parser.add_argument("--fit", type=Path, help="a folder of FIT files to read")
    return parser.parse_args()


def _parts(asked: argparse.Namespace) -> dict[str, Callable[[Path], None]]:
    years = asked.years or YEARS

    def kept(name: str, work: Callable[[Path], dict[str, Any]]) -> Callable[[Path], None]:
        return lambda folder: results.keep(name, work(folder))

    return {
        # Before all that is large: it tells the most memory that this process ever held.
        "imports": kept("imports", imports),
        "recordings": kept("recordings", partial(recordings, samples=asked.fit)),
        "reading": kept("reading", partial(reading, years=max(years))),
        "chance": kept("chance", lambda _folder: association(results.FOLDER)),
        "pages": partial(pages, years=years, times=asked.times),
        "switches": partial(switches, years=years, times=asked.times),
        "elements": kept("elements", partial(elements, times=asked.times)),
        "memory": kept("memory", partial(memory, years=max(years))),
        "start": kept("start", partial(start, years=max(years), times=asked.times)),
        "first": kept("first", first),
    }


if __name__ == "__main__":
    sys.exit(main())
