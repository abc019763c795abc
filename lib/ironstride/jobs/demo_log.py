"""Writing the demo log: a made-up athlete in a file of its own."""

from datetime import date, datetime, time
from pathlib import Path

from ironstride.jobs.demo import DEMO_SEED, demo_sessions
from ironstride.settings import Settings
from ironstride.store import NewBatch, add_batches, open_log, save_settings


def write_demo_log(
    path: Path, *, today: date, years: int = 3, effect: float = 0.30, seed: int = DEMO_SEED
) -> int:
    """Write a new demo log and return its number of sessions.

    Raises:
        FileExistsError: there is a file already; the demo never touches a log.
    """
    if path.exists():
        raise FileExistsError(f"{path.name} is there already")
    made = demo_sessions(today=today, years=years, effect=effect, seed=seed)
    batch = NewBatch(
        imported_at=datetime.combine(today, time()),
        file_name="demo",
        file_sha256="",
        source="demo",
        sessions=tuple((str(number), one) for number, one in enumerate(made)),
        known=0,
        rejected=0,
    )
    with open_log(path) as log:
        add_batches(log, [batch], lambda *_: None)
        save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=52))
    return len(made)
