"""The whole log on the command line: write it out, put it back."""

import argparse
import sys
from pathlib import Path

from ironstride import clock
from ironstride.cli.files import CANNOT_READ
from ironstride.jobs.export import export_log
from ironstride.jobs.restore import Held, held, read_export, restore
from ironstride.settings import log_path
from ironstride.store import LogError, open_log, read_settings


def export(known: argparse.Namespace, _rest: list[str]) -> int:
    """Write the whole log into a new file."""
    path = log_path()
    if not path.exists():
        raise LogError(f"there is no log at {path}")
    with open_log(path) as log:
        for table, rows in export_log(log, known.file).items():
            print(f"{table}: {rows} rows")
    return 0


def bring_back(known: argparse.Namespace, _rest: list[str]) -> int:
    """Tell what an export holds; put it in the place of the log when it is empty, or when told."""
    found = read_export(known.file)
    _tell(known.file, held(found))
    with open_log(log_path()) as log:
        if log.revision and not known.replace:
            print(
                "Your log is not empty. Say --replace to put this in its place; "
                "a backup of it is made first.",
                file=sys.stderr,
            )
            return CANNOT_READ
        backup = restore(log, found, clock.now(read_settings(log).zone))
    print(f"restored; the log before is in {backup}")
    return 0


def _tell(path: Path, what: Held) -> None:
    span = f", {what.first:%Y-%m-%d} to {what.last:%Y-%m-%d}" if what.first and what.last else ""
    print(
        f"{path.name}: {what.sessions} sessions{span}, {what.deleted} deleted, "
        f"{what.check_ins} check-ins, {what.tests} tests, version {what.version} of the tables"
    )
