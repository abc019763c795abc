"""Measure imports, frames, metrics and pages; print and keep the results."""

import json
import platform
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from ironstride import store
from ironstride.importers import Choices
from ironstride.jobs.demo_log import write_demo_log
from ironstride.jobs.import_files import FilePreview, commit, preview
from ironstride.metrics.index import strength_index
from ironstride.metrics.reference_pace import speed_at_reference_hr
from ironstride.metrics.sets import weekly_sets
from ironstride.metrics.strength import session_bests
from ironstride.metrics.volume import weekly_volume
from ironstride.store import open_log
from tests.bench.files import strava, strong

RESULTS = Path(__file__).with_name("results")
TODAY = date(2026, 11, 22)
CHOICES = Choices(weight_unit="kg", zone="Europe/Berlin")
YEARS = 20


def main() -> None:
    """Run every measurement and write one JSON file."""
    with tempfile.TemporaryDirectory() as folder:
        results = imports(Path(folder)) | reading(Path(folder))
    results["python"] = platform.python_version()
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(results, indent=2), encoding="utf-8")
    for name, value in results.items():
        print(f"{name:50} {value}")


def imports(folder: Path) -> dict[str, Any]:
    """Measure previewing and storing large files [ms]."""
    found = {}
    for name, content in (
        ("5 000 Strava rows", strava(5000)),
        ("10 000 Strong rows", strong(10_000)),
    ):
        with open_log(folder / f"{len(content)}.db") as log:
            started = time.perf_counter()
            looked_at = preview(log, "list.csv", content, CHOICES, today=TODAY)
            previewed = time.perf_counter()
            if not isinstance(looked_at, FilePreview):
                raise TypeError(looked_at.why)
            commit(log, [looked_at], at=datetime(2026, 11, 22))
            stored = time.perf_counter()
        found[f"preview {name} [ms]"] = round(1000 * (previewed - started))
        found[f"store {name} [ms]"] = round(1000 * (stored - previewed))
    return found


def reading(folder: Path) -> dict[str, Any]:
    """Measure frames and metrics on a log of twenty years [ms]."""
    path = folder / "demo.db"
    sessions = write_demo_log(path, today=TODAY, years=YEARS)
    with open_log(path) as log:
        runs, sets = store.runs(log), store.lift_sets(log)
        found: dict[str, Any] = {
            f"sessions in {YEARS} years": sessions,
            "runs [ms]": timed(lambda: store.runs(log)),
            "lift_sets [ms]": timed(lambda: store.lift_sets(log)),
            "history [ms]": timed(lambda: store.history(log)),
        }
    return found | {
        "sets": len(sets),
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


if __name__ == "__main__":
    main()
