"""The log of some years that everything is measured on: 7 000 runs, 100 000 sets in twenty."""

from datetime import datetime, time, timedelta
from pathlib import Path

from ironstride import clock, store
from ironstride.importers import Choices
from ironstride.jobs.demo_log import write_demo_log
from ironstride.jobs.import_files import FilePreview, commit, compared, preview
from ironstride.records.run import Run
from ironstride.store import Log, open_log
from tests.bench.files import strava, strong
from tests.bench.hours import an_hour

CHOICES = Choices(weight_unit="kg", zone="Europe/Berlin")
# With those of the demo, which runs and lifts less than the most eager, 350 and 5 000 a year.
RUNS_A_YEAR = 108
SETS_A_YEAR = 3250
RECORDED_S = 3600


def write_log(path: Path, years: int) -> int:
    """Write the made-up runner's log with more runs and sets; return its one recorded session."""
    today = clock.today(None)
    write_demo_log(path, today=today, years=years)
    first = datetime.combine(today, time(21)) - timedelta(days=365 * years)
    with open_log(path) as log:
        bring(log, "runs.csv", strava(RUNS_A_YEAR * years, first=first, hours_apart=81))
        bring(log, "sets.csv", strong(SETS_A_YEAR * years, first=first, hours_apart=54))
        before = set(store.sessions(log).session_id)
        bring(log, "run.fit", an_hour(RECORDED_S))
        [recorded] = set(store.sessions(log).session_id) - before
    return int(recorded)


def bring(log: Log, name: str, content: bytes) -> None:
    """Bring a file into a log as it is proposed."""
    looked_at = preview(log, name, content, CHOICES, today=clock.today(None))
    if not isinstance(looked_at, FilePreview):
        raise TypeError(looked_at.why)
    commit(log, compared(log, [looked_at]), at=clock.now(None))


def log_a_run(path: Path, number: int) -> None:
    """Write one more run, so that nothing computed before holds any longer."""
    day = clock.today(None) - timedelta(days=30 + number)
    run = Run(started_at=datetime.combine(day, time(4)), distance_m=5000.0, duration_s=1800.0)
    with open_log(path) as log:
        store.add_session(log, run)


def told(path: Path) -> dict[str, int]:
    """Return how much a log holds."""
    with open_log(path) as log:
        return {"runs": len(store.runs(log)), "sets": len(store.lift_sets(log))}
