"""Files on the command line: tell what they hold, bring them into the log."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ironstride import clock
from ironstride.cli.reading import Found, choices_of, read_all
from ironstride.importers import read_file
from ironstride.importers.text import printable
from ironstride.jobs.archives import read_many
from ironstride.jobs.import_files import FilePreview, commit, compared
from ironstride.jobs.inspect import summary
from ironstride.jobs.match_exercises import suggest, unknown_names
from ironstride.settings import log_path
from ironstride.store import Log, known_exercises, open_log, read_settings

CANNOT_READ = 2
_ZIP = b"PK"


def inspect_file(known: argparse.Namespace, _rest: list[str]) -> int:
    """Print what a file, an archive or a folder holds."""
    for number, found in enumerate(_summaries(known.file, known)):
        if known.json:
            print(json.dumps(found, ensure_ascii=False))
            continue
        if number:
            print()
        for name, value in found.items():
            print(f"{name}: {value}")
    return 0


def _summaries(path: Path, known: argparse.Namespace) -> list[dict[str, object]]:
    """Return one summary for a file, one for each group of an archive or a folder."""
    choices = choices_of(known)
    if path.is_dir() or _start(path) == _ZIP:
        found = read_many([(path.name, path)], choices)
        for why in (*(one.why for one in found.refused), *found.unread):
            print(why, file=sys.stderr)
        return [summary(group.reading, group.name) for group in found.groups]
    name = printable(path.name)
    return [summary(read_file(name, path.read_bytes(), choices), name)]


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_ZIP))


def import_files(known: argparse.Namespace, _rest: list[str]) -> int:
    """Bring files into the log, unless one of them leaves something open."""
    with open_log(log_path()) as log:
        return 0 if bring(log, known.files, known) else CANNOT_READ


def bring(log: Log, paths: Sequence[Path], known: argparse.Namespace) -> bool:
    """Import files, archives and folders as one batch; return whether nothing was left aside."""
    zone = known.zone or read_settings(log).zone
    read = read_all(log, paths, choices_of(known, zone))
    for why in read.unread:
        print(why)
    for refused in read.refused:
        print(refused.why, file=sys.stderr)
    found = compared(log, [one.preview for one in read.found])
    names = _suggested(log, found)
    told = [_told(file, known.likely, one) for file, one in zip(found, read.found, strict=True)]
    if any([*told, _told_names(names, known)]):
        print("Nothing was written: answer this and import again.", file=sys.stderr)
        return False
    apart = () if known.likely == "merge" else None
    accepted = names if known.names == "accept" else {}
    commit(log, found, at=clock.now(zone), apart=apart, names=accepted)
    return not read.refused


def _told(file: FilePreview, likely: str | None, found: Found) -> bool:
    """Print what a file brings; return whether it leaves something open."""
    rejected = file.reading.rejected
    print(
        f"{file.name}: {len(file.new)} new, {len(file.changed)} changed, {file.known} known, "
        f"{len(rejected)} rejected"
    )
    for row in rejected:
        place = f", line {row.line}" if found.has_lines else ""
        print(f"{file.name}{place}: {row.reason}", file=sys.stderr)
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
