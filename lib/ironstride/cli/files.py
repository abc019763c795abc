"""Files on the command line: tell what one holds, bring some into the log."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ironstride import clock
from ironstride.importers import Choices, read_file
from ironstride.jobs.import_files import (
    FilePreview,
    Refused,
    commit,
    compared,
    preview,
    with_answers,
)
from ironstride.jobs.inspect import summary
from ironstride.jobs.match_exercises import suggest, unknown_names
from ironstride.settings import log_path
from ironstride.store import Log, known_exercises, open_log, read_settings

CANNOT_READ = 2


def inspect_file(known: argparse.Namespace, _rest: list[str]) -> int:
    """Print what a file holds."""
    content = known.file.read_bytes()
    found = summary(read_file(known.file.name, content, _choices(known)), known.file.name)
    if known.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for name, value in found.items():
        print(f"{name}: {value}")
    return 0


def import_files(known: argparse.Namespace, _rest: list[str]) -> int:
    """Bring files into the log, unless one of them leaves something open."""
    with open_log(log_path()) as log:
        zone = known.zone or read_settings(log).zone
        read = [_read(log, path, _choices(known, zone)) for path in known.files]
        for refused in (one for one in read if isinstance(one, Refused)):
            print(refused.why, file=sys.stderr)
        found = compared(log, [one for one in read if isinstance(one, FilePreview)])
        names = _suggested(log, found)
        open_points = [*(_told(file, known.likely) for file in found), _told_names(names, known)]
        if any(open_points):
            print("Nothing was written: answer this and import again.", file=sys.stderr)
            return CANNOT_READ
        apart = () if known.likely == "merge" else None
        accepted = names if known.names == "accept" else {}
        commit(log, found, at=clock.now(zone), apart=apart, names=accepted)
    return CANNOT_READ if len(found) < len(read) else 0


def _read(log: Log, path: Path, choices: Choices) -> FilePreview | Refused:
    """Read a file by what was said, and by what was answered before for its source."""
    content, today = path.read_bytes(), clock.today(choices.zone)
    found = preview(log, path.name, content, choices, today=today)
    if isinstance(found, Refused) or not found.reading.questions:
        return found
    again = with_answers(log, found.reading, choices)
    return preview(log, path.name, content, again, today=today)


def _told(file: FilePreview, likely: str | None) -> bool:
    """Print what a file brings; return whether it leaves something open."""
    rejected = file.reading.rejected
    print(
        f"{file.name}: {len(file.new)} new, {len(file.changed)} changed, {file.known} known, "
        f"{len(rejected)} rejected"
    )
    for row in rejected:
        print(f"{file.name}, line {row.line}: {row.reason}", file=sys.stderr)
    for question in file.reading.questions:
        option = question.field.replace("_", "-")
        print(f"{file.name}: {question.why}. Say it with --{option}.", file=sys.stderr)
    return bool(file.reading.questions) | _told_twins(file, likely)


def _told_twins(file: FilePreview, likely: str | None) -> bool:
    """Print which sessions look like others; return whether one is left to be decided."""
    for one in file.duplicates:
        start = f"{one.new.started_at:%Y-%m-%d %H:%M}"
        verb = "is" if one.sure else "may be"
        print(f"{file.name}: {start} {verb} the one at {one.other.started_at}: {one.why}")
    is_open = likely is None and not all(one.sure for one in file.duplicates)
    if is_open:
        print(f"{file.name}: say with --likely whether to merge what may be one.", file=sys.stderr)
    return is_open


def _suggested(log: Log, found: Sequence[FilePreview]) -> dict[str, str]:
    """Return the exercise that each unknown name may mean."""
    sessions = [one.session for file in found for one in (*file.new, *file.changed)]
    every = suggest(unknown_names(log, sessions), known_exercises(log))
    return {name: one.exercise for name, one in every.items() if one is not None}


def _told_names(names: dict[str, str], known: argparse.Namespace) -> bool:
    """Print what unknown names may mean; return whether that is left to be confirmed."""
    for name, exercise in names.items():
        print(f"exercise {name!r} may be {exercise!r}")
    if names and known.names is None:
        print("Say with --names whether to accept these names.", file=sys.stderr)
        return True
    return False


def _choices(known: argparse.Namespace, zone: str | None = None) -> Choices:
    return Choices(
        distance_unit=known.distance_unit,
        weight_unit=known.weight_unit,
        zone=known.zone or zone,
        date_order=known.date_order,
        doubled=known.doubled,
    )
