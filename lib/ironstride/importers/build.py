"""One row's values to a checked session; a side value that cannot be is left out and counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, NamedTuple

from ironstride.importers.base import RowError, Sourced
from ironstride.importers.table import Row
from ironstride.importers.text import DecimalSign, read_number
from ironstride.records import Other, Run, Sport, Surface
from ironstride.records.limits import LIMITS, MOST_CLIMB, NAMES

# What a run can do without; its start, distance and time are what it is, and reject the row.
SIDE_VALUES = (
    "elapsed_s", "rpe", "avg_hr_bpm", "max_hr_bpm", "ascent_m", "cadence_spm", "temperature_c",
)  # fmt: skip
_SURFACES: dict[Sport, Surface] = {"trail": "trail", "track": "track", "treadmill": "treadmill"}

Dropped = Counter[str]


class Said(NamedTuple):
    """What rows said: sessions, the rows that were refused, the reason of all that was left out."""

    made: list[Sourced]
    refused: list[RowError]
    left_out: Dropped


def each(rows: Iterable[Row], make: Callable[[Row, Dropped], Sourced]) -> Said:
    """Return what `make` does of each row, the rows it refused, and what it had to drop."""
    made, refused, left_out = said = Said([], [], Counter())
    for row in rows:
        dropped: Dropped = Counter()
        try:
            made.append(make(row, dropped))
        except ValueError as error:
            refused.append(RowError(row.line, str(error)))
        else:
            left_out.update(dropped)
    return said


def numbered(made: Iterable[Sourced]) -> Iterator[Sourced]:
    """Yield sessions with keys of their own: the n-th equal key gets `#n`, or the next one free."""
    every = list(made)
    # A title can end in "#2" too.
    given = {one.key for one in every}
    nth: Counter[str] = Counter()
    for one in every:
        nth[one.key] += 1
        if nth[one.key] == 1:
            yield one
            continue
        while (key := f"{one.key} #{nth[one.key]}") in given:
            nth[one.key] += 1
        yield replace(one, key=key)


def side_number(cell: str, decimal: DecimalSign, field: str, dropped: Dropped) -> float | None:
    """Return a number that a session can do without; what is none is dropped and counted."""
    try:
        return read_number(cell, decimal)
    except ValueError:
        dropped[f"{NAMES[field]} that is not a number"] += 1
        return None


def session(sport: Sport, values: dict[str, Any], dropped: Dropped) -> Run | Other:
    """Return a run, or another sport's session; count in `dropped` each value it had to leave out.

    Raises:
        ValueError: its start, distance or time cannot be.
    """
    kind = Run if sport in Run.sports else Other
    known = {one.name for one in fields(kind)}
    kept = {name: value for name, value in values.items() if name in known}
    dropped.update(_drop_impossible(kept))
    if kind is Run:
        kept["surface"] = _SURFACES.get(sport)
    return kind(sport=sport, **kept)


def _drop_impossible(kept: dict[str, Any]) -> Iterator[str]:
    """Take out of `kept` what no body shows, and yield the reason of each."""
    for name in SIDE_VALUES:
        if not _is_possible(name, kept.get(name)):
            kept[name] = None
            yield f"{NAMES[name]} outside what is possible"
    if (kept.get("avg_hr_bpm") or 0) > (kept.get("max_hr_bpm") or 999):
        kept |= {"avg_hr_bpm": None, "max_hr_bpm": None}
        yield "average heart rate above the maximum"
    distance_m, ascent_m = kept.get("distance_m"), kept.get("ascent_m")
    if distance_m and ascent_m and ascent_m > MOST_CLIMB * distance_m:
        kept["ascent_m"] = None
        yield "climb above 40 % of the distance"
    if (kept.get("duration_s") or 0) > (kept.get("elapsed_s") or float("inf")) + 1:
        kept["duration_s"] = kept["elapsed_s"]
        yield "moving time above the elapsed time"


def _is_possible(name: str, value: float | None) -> bool:
    if name == "rpe" and value is not None and value * 2 % 1:
        return False
    try:
        LIMITS[name].refuse(NAMES[name], value)
    except ValueError:
        return False
    return True
