"""Reading what the command line names: tables one by one, recordings and archives together."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ironstride import clock
from ironstride.importers import Choices
from ironstride.jobs.archives import (
    Group,
    Progress,
    Step,
    goes_together,
    preview_group,
    read_many,
)
from ironstride.jobs.import_files import FilePreview, Refused, preview, with_answers
from ironstride.store import Log

_START = 64


@dataclass(frozen=True)
class Found:
    """A file or a group, and whether what is said of its rows has lines."""

    preview: FilePreview
    has_lines: bool


@dataclass
class Read:
    """What can be read, what cannot, and what was left unread."""

    found: list[Found] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    unread: tuple[str, ...] = ()


def choices_of(known: argparse.Namespace, zone: str | None = None) -> Choices:
    """Return what was answered on the command line."""
    return Choices(
        distance_unit=known.distance_unit,
        weight_unit=known.weight_unit,
        zone=known.zone or zone,
        date_order=known.date_order,
        doubled=known.doubled,
    )


def read_all(log: Log, paths: Sequence[Path], choices: Choices) -> Read:
    """Read all of them by what was said, and by what was answered before for each source."""
    today = clock.today(choices.zone)
    read = Read()
    together = [path for path in paths if path.is_dir() or goes_together(_start(path))]
    for path in paths:
        if path not in together:
            _add(read, _table(log, path, choices, today))
    if together:
        many = read_many([(one.name or str(one), one) for one in together], choices, _bar())
        read.refused += many.refused
        read.unread = many.unread
        read.found += [_group(log, group, today) for group in many.groups]
    return read


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_START)


def _add(read: Read, one: FilePreview | Refused) -> None:
    if isinstance(one, Refused):
        read.refused.append(one)
    else:
        read.found.append(Found(one, has_lines=True))


def _table(log: Log, path: Path, choices: Choices, today: date) -> FilePreview | Refused:
    content = path.read_bytes()
    found = preview(log, path.name, content, choices, today=today)
    if isinstance(found, Refused) or not found.reading.questions:
        return found
    again = with_answers(log, found.reading, choices)
    return preview(log, path.name, content, again, today=today)


def _group(log: Log, group: Group, today: date) -> Found:
    if group.content is not None and group.reading.questions:
        group = group.again(with_answers(log, group.reading, group.choices))
    return Found(preview_group(log, group, today=today), has_lines=group.content is not None)


def _bar() -> Progress:
    """Return what tells a person at a terminal how far it is, and nobody else."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda step: print(_in_words(step), end="", file=sys.stderr, flush=True)


def _in_words(step: Step) -> str:
    """Return how far a reading is, as a line that the next one covers.

    >>> _in_words(Step(done=50, of=200, seconds=2, share=0.5)).strip()
    '50 of 200 files read, 25 a second, 2 s left'
    """
    left = "" if step.left_s is None else f", {step.left_s:.0f} s left"
    end = "\n" if step.done == step.of else ""
    return f"\r{step.done} of {step.of} files read, {step.per_s:.0f} a second{left}     {end}"
