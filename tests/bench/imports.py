"""Imports beside sqlite-utils, and reading and computing on a long log."""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

from ironstride import clock, store
from ironstride.importers import Choices
from ironstride.jobs.import_files import FilePreview, commit, compared, preview
from ironstride.metrics.index import strength_index
from ironstride.metrics.reference_pace import speed_at_reference_hr
from ironstride.metrics.sets import weekly_sets
from ironstride.metrics.strength import session_bests
from ironstride.metrics.volume import weekly_volume
from ironstride.store import open_log
from tests.bench.files import strava, strong
from tests.bench.logs import write_log

CHOICES = Choices(weight_unit="kg", zone="Europe/Berlin")
TODAY = clock.today(None)


def imports(folder: Path) -> dict[str, Any]:
    """Measure previewing and storing large files [ms], beside sqlite-utils in the same run."""
    found: dict[str, Any] = {}
    for name, content in (
        ("5 000 Strava rows", strava(5000)),
        ("10 000 Strong rows", strong(10_000)),
        ("200 000 Strong rows", strong(200_000)),
    ):
        previewed, stored = _import_timed(folder / f"{len(content)}.db", content)
        beside = _sqlite_utils(folder, content)
        found[f"preview {name} [ms]"] = round(1000 * previewed)
        found[f"store {name} [ms]"] = round(1000 * stored)
        found[f"sqlite-utils insert --csv {name} [ms]"] = round(1000 * beside)
        found[f"preview and store {name}, times sqlite-utils"] = round(
            (previewed + stored) / beside, 2
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found | {"peak memory of the imports [MB]": peak // 1024}


def _import_timed(log_file: Path, content: bytes) -> tuple[float, float]:
    with open_log(log_file) as log:
        started = time.perf_counter()
        looked_at = preview(log, "list.csv", content, CHOICES, today=TODAY)
        if not isinstance(looked_at, FilePreview):
            raise TypeError(looked_at.why)
        files = compared(log, [looked_at])
        previewed = time.perf_counter()
        commit(log, files, at=datetime.combine(TODAY, datetime.min.time()))
        return previewed - started, time.perf_counter() - previewed


def _sqlite_utils(folder: Path, content: bytes) -> float:
    """Return how long sqlite-utils takes for the same file [s], its own start included.

    Strava writes some headers twice, which sqlite-utils refuses: it is told to make up its own.
    """
    file = folder / "same.csv"
    file.write_bytes(content)
    words = ["insert", str(folder / "same.db"), "same", str(file), "--csv", "--no-headers"]
    started = time.perf_counter()
    command = [sys.executable, "-m", "sqlite_utils", *words, "--replace", "--silent"]
    subprocess.run(command, check=True)
    return time.perf_counter() - started


def reading(folder: Path, years: int) -> dict[str, Any]:
    """Measure frames and metrics on a log of some years [ms]."""
    path = folder / "reading.db"
    write_log(path, years)
    with open_log(path) as log:
        runs, sets = store.runs(log), store.lift_sets(log)
        found: dict[str, Any] = {
            "years": years,
            "runs [ms]": timed(lambda: store.runs(log)),
            "lift_sets [ms]": timed(lambda: store.lift_sets(log)),
            "history [ms]": timed(lambda: store.history(log)),
        }
    return found | {
        "runs in it": len(runs),
        "sets in it": len(sets),
        "weekly_volume [ms]": timed(lambda: weekly_volume(runs, today=TODAY)),
        "speed_at_reference_hr [ms]": timed(
            lambda: speed_at_reference_hr(runs, reference_hr_bpm=149, today=TODAY)
        ),
        "weekly_sets [ms]": timed(lambda: weekly_sets(sets, today=TODAY)),
        "session_bests [ms]": timed(lambda: session_bests(sets)),
        "strength_index [ms]": timed(lambda: strength_index(sets, today=TODAY)),
    }


def timed(work: Callable[[], object], times: int = 5) -> float:
    """Return the median of some runs [ms]."""
    seen = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        seen.append(1000 * (time.perf_counter() - started))
    return round(median(seen), 1)
