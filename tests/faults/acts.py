"""What is done to a log while something goes wrong, each as a page or a command does it."""

from collections.abc import Callable
from pathlib import Path

from ironstride.jobs.import_files import commit
from ironstride.jobs.restore import read_export, restore
from ironstride.store import (
    back_up_daily,
    back_up_now,
    correct_session,
    keep_for_undo,
    open_log,
    prepare_log,
    restore_backup,
)
from tests.build import lift, squat
from tests.faults.scenes import AT, COPY, EXPORT, OLD, look_at

Ready = Callable[[], None]


def bring(scene: Path, log_file: Path, ready: Ready) -> None:
    """Import a list of 300 lift sessions of twenty sets each."""
    with open_log(log_file) as log:
        found = look_at(log, "strong.csv", (scene / "strong.csv").read_bytes())
        ready()
        commit(log, found, at=AT)


def save(scene: Path, log_file: Path, ready: Ready) -> None:
    """Save a form: a lift session of twenty sets, corrected."""
    corrected = lift(3, title="corrected", sets=(squat(exercise="Zercher squat"),) * 20)
    ready()
    with open_log(log_file) as log:
        correct_session(log, 301, corrected)


def migrate(scene: Path, log_file: Path, ready: Ready) -> None:
    """Open a log of the first version: back it up, migrate it, seed the catalogue."""
    ready()
    prepare_log(log_file)


def create(scene: Path, log_file: Path, ready: Ready) -> None:
    """Open a log that is not there yet."""
    ready()
    prepare_log(log_file)


def back_up(scene: Path, log_file: Path, ready: Ready) -> None:
    """Take the copy of the day, one that is asked for, and the one for undo."""
    ready()
    with open_log(log_file) as log:
        back_up_daily(log, AT.date())
        back_up_now(log, AT)
        keep_for_undo(log)


def put_back(scene: Path, log_file: Path, ready: Ready) -> None:
    """Put a backup in the place of the log."""
    ready()
    with open_log(log_file) as log:
        restore_backup(log, scene / COPY)


def restore_export(scene: Path, log_file: Path, ready: Ready) -> None:
    """Back up, then put an export in the place of the log."""
    found = read_export(scene / EXPORT)
    ready()
    with open_log(log_file) as log:
        restore(log, found, AT)


ACTS: dict[str, Callable[[Path, Path, Ready], None]] = {
    "import": bring,
    "form save": save,
    "migration": migrate,
    "first start": create,
    "backup": back_up,
    "put back": put_back,
    "restore": restore_export,
}

# The log that an act starts from, where that is not one of today.
STARTS_FROM = {"migration": OLD, "first start": None}
