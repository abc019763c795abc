"""Rows of sets to lift sessions: which belong together, what they share, what stays open."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from ironstride.importers.base import RowError, Sourced
from ironstride.importers.build import Dropped, Said
from ironstride.importers.lift_sets import CARDIO, RUNNING, UNKNOWN_TYPE, SaidSet, SetRow, set_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip
from ironstride.records import Lift, LiftSet, Other

__all__ = [
    "CARDIO",
    "NOT_DONE",
    "RECENT",
    "UNKNOWN_TYPE",
    "Head",
    "Log",
    "SetRow",
    "length_of",
    "notes_of",
    "picker",
    "read_log",
    "read_workouts",
    "workouts",
]

NOT_DONE = "set not done"
NO_DURATION = "duration that cannot be read"
TIMER_LEFT_ON = "duration above 6 h: the timer was left on"
LONGEST_LIFT_S = 6 * 3600
# How many rows to remember: a log repeats the sets of last week, not those of years ago.
RECENT = 4096


@dataclass(frozen=True)
class Head:
    """What the rows of one workout share; `left_out` has the reason of what could not be read."""

    key: str
    started_at: datetime
    title: str
    notes: str = ""
    duration_s: float | None = None
    time_known: bool = True
    utc_offset_min: int | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Log:
    """How a source's rows are read: which belong together, what they share, what each says."""

    group: Callable[[Row], tuple[str, ...]]
    head: Callable[[list[Row]], Head]
    set_row: Callable[[Row, Dropped], SetRow | None]


def picker(
    table: Table, at: Mapping[str, int], names: Sequence[str]
) -> Callable[[Row], tuple[str, ...]]:
    """Return what takes two or more cells out of a row, empty where the layout has none.

    >>> picker(Table(("Reps", "kg"), ()), {"reps": 0}, ("reps", "rpe"))(Row(2, ["5", "100"]))
    ('5', '')
    """
    width = len(table.header)
    pick = itemgetter(*(at.get(name, width) for name in names))
    return lambda row: pick([*row.cells, ""])


def workouts(rows: Iterable[Row], group: Callable[[Row], tuple[str, ...]]) -> list[list[Row]]:
    """Return the rows of each workout, in the order of their first rows."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(group(row), []).append(row)
    return list(groups.values())


def read_log(rows: Iterable[Row], log: Log) -> Said:
    """Return the sessions of a lift log, the rows that cannot be, and what was left out."""
    return read_workouts(workouts(rows, log.group), log)


def read_workouts(groups: Iterable[list[Row]], log: Log) -> Said:
    """Return the same of rows that are parted into workouts."""
    made, refused, left_out = said = Said([], [], Counter())
    # Most sets of a log are done many times over: one frozen set stands for all equal ones.
    read_set = lru_cache(RECENT)(set_of)
    for group in groups:
        try:
            head = log.head(group)
        except ValueError as error:
            refused += [RowError(row.line, str(error)) for row in group]
            continue
        left_out.update(head.left_out)
        made += _workout(head, group, log, read_set, refused, left_out)
    return said


def length_of(read: Callable[[], float | None]) -> tuple[float | None, tuple[str, ...]]:
    """Return the length of a workout [s], and the reason where what is written is none.

    >>> length_of(lambda: 3600.0), length_of(lambda: -60.0)
    ((3600.0, ()), (None, ('duration that cannot be read',)))
    """
    try:
        seconds = read()
    except ValueError:
        return None, (NO_DURATION,)
    return (None, (NO_DURATION,)) if seconds and seconds < 0 else (seconds or None, ())


def notes_of(own: str, remarks: Iterable[tuple[str, str]]) -> str:
    r"""Return a workout's own notes and, below, each remark once behind its exercise.

    >>> notes_of("tired", [("Squat", "left knee"), ("Squat", "left knee"), ("Plank", "")])
    'tired\nSquat: left knee'
    """
    lines = dict.fromkeys(
        f"{exercise}: {said.strip()}" for exercise, said in remarks if said.strip()
    )
    return "\n".join(line for line in (own.strip(), *lines) if line)


def _workout(
    head: Head,
    group: list[Row],
    log: Log,
    read_set: Callable[[SetRow], SaidSet],
    refused: list[RowError],
    left_out: Dropped,
) -> Iterator[Sourced]:
    """Yield the lift of a workout; one of nothing but cardio is another sport's session."""
    sets: list[LiftSet] = []
    has_moved = False
    for row in group:
        try:
            said = log.set_row(row, left_out)
            one, reasons = read_set(said) if said is not None else (None, ())
        except ValueError as error:
            refused.append(RowError(row.line, str(error)))
            continue
        for reason in reasons:
            left_out[reason] += 1
            has_moved = has_moved or reason in (CARDIO, RUNNING)
        if one is not None:
            sets.append(one)
    if not sets and not has_moved:
        return
    try:
        yield Sourced(head.key, group[0].line, _session(head, tuple(sets), left_out))
    except ValueError as error:
        refused.append(RowError(group[0].line, str(error)))


def _session(head: Head, sets: tuple[LiftSet, ...], left_out: Dropped) -> Lift | Other:
    duration_s = head.duration_s or None
    if duration_s and duration_s > LONGEST_LIFT_S:
        left_out[TIMER_LEFT_ON] += 1
        duration_s = None
    shared: dict[str, Any] = {
        "started_at": head.started_at,
        "time_known": head.time_known,
        "utc_offset_min": head.utc_offset_min,
        "duration_s": duration_s,
        "title": clip(head.title, MAX_TITLE),
        "notes": clip(head.notes, MAX_NOTES),
    }
    return Lift(sets=sets, **shared) if sets else Other(**shared)
