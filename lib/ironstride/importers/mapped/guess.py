"""What an unknown table may hold: which column is what, by its words and by its cells."""

from collections.abc import Callable

from ironstride.importers.mapped.column_content import (
    Cells,
    are_starts,
    are_times_of_day,
    are_whole,
    are_words,
    fits,
    middle,
    middle_clock,
    sample,
)
from ironstride.importers.mapped.header_words import fields_of, is_rate
from ironstride.importers.mapped.layout import COUNTED, fingerprint, with_header
from ironstride.importers.mapped.starts import is_utc
from ironstride.importers.mapped.units import with_units
from ironstride.importers.mapping import FIELDS, MappedKind, Mapping
from ironstride.importers.table import Table

__all__ = ["fingerprint", "guess"]

At = dict[str, int]


def guess(table: Table, kind: MappedKind | None = None) -> Mapping:
    """Return what the columns most likely hold; what is not found has no column.

    Runs unless there are an exercise and its reps, or `kind` says otherwise.
    """
    named = with_header(table)
    chosen = kind or _kind_of(named)
    at = _by_words(named, chosen)
    at |= _by_content(named, chosen, at)
    starts = sample(named, at["start"]) if "start" in at else []
    mapping = _mapping(chosen, at, utc=bool(starts) and all(map(is_utc, starts)))
    return _without_false_time(named, with_units(named, mapping))


def _mapping(kind: MappedKind, at: At, *, utc: bool) -> Mapping:
    return Mapping(kind, tuple((name, at[name]) for name in FIELDS[kind] if name in at), utc=utc)


def _kind_of(table: Table) -> MappedKind:
    found = _by_words(table, "lifts")
    return "lifts" if "exercise" in found and found.keys() & {"reps", "weight", "sets"} else "runs"


def _by_words(table: Table, kind: MappedKind) -> At:
    """Return the column of each field whose words its header says, the best fit first."""
    order = {name: place for place, name in enumerate(FIELDS[kind])}
    offers = sorted(
        (-fit, order[name], place, name)
        for place, header in enumerate(table.header)
        for name, fit in fields_of(header, kind).items()
    )
    at: At = {}
    for _, _, place, name in offers:
        if name not in at and place not in at.values() and fits(name, sample(table, place)):
            at[name] = place
    return _settled(table, at)


def _settled(table: Table, at: At) -> At:
    """Return columns without a time of day beside a start that has one; one time is the time."""
    if "start" in at and _has_times(table, at["start"]):
        at.pop("time_of_day", None)
    if "elapsed" in at and "duration" not in at:
        at["duration"] = at.pop("elapsed")
    return at


def _by_content(table: Table, kind: MappedKind, at: At) -> At:
    """Return columns for what a row cannot be read without, by the looks of their cells."""
    free = {
        place: cells
        for place, header in enumerate(table.header)
        if place not in at.values() and not is_rate(header) and (cells := sample(table, place))
    }
    found: At = {}
    if "start" not in at:
        found |= _first("start", free, are_starts)
    if kind == "runs":
        return found | _runs_by_content(table, at | found, free)
    if "exercise" not in at:
        found |= _first("exercise", free, are_words)
    if not at.keys() & {"reps", "hold"}:
        found |= _first("reps", free, lambda cells: are_whole(cells) and (middle(cells) or 0) <= 30)
    if not at.keys() & {"weight"} and not any(map(_is_named, table.header)):
        found |= _first("weight", free, lambda cells: middle(cells) is not None)
    return found


def _runs_by_content(table: Table, at: At, free: dict[int, Cells]) -> At:
    found: At = {}
    if "duration" not in at:
        found |= _longest_clock(free)
    if "time_of_day" not in at and "start" in at and not _has_times(table, at["start"]):
        found |= _first("time_of_day", free, are_times_of_day) if found else {}
    if "distance" not in at:
        found |= _first("distance", free, _are_distances)
    if "avg_hr" not in at and not any(map(_is_named, table.header)):
        found |= _first("avg_hr", free, lambda cells: 100 <= (middle(cells) or 0) <= 190)
    return found


def _first(name: str, free: dict[int, Cells], look: Callable[[Cells], bool]) -> At:
    """Return the first free column that looks right, and take it."""
    place = next((place for place, cells in free.items() if look(cells)), None)
    if place is None:
        return {}
    del free[place]
    return {name: place}


def _longest_clock(free: dict[int, Cells]) -> At:
    """Return the column of the longest clocks: a pace and most times of day read shorter."""
    lengths = {place: length for place, cells in free.items() if (length := middle_clock(cells))}
    if not lengths:
        return {}
    place = max(lengths, key=lengths.__getitem__)
    del free[place]
    return {"duration": place}


def _are_distances(cells: Cells) -> bool:
    """Tell whether numbers look like kilometres, miles or metres of runs."""
    typical = middle(cells) or 0
    return 1 <= typical <= 60 or 1000 <= typical <= 60_000


def _is_named(header: str) -> bool:
    return not header.startswith(COUNTED)


def _without_false_time(table: Table, mapping: Mapping) -> Mapping:
    """Return a mapping in which a time of day beside a bare date is no duration."""
    at = mapping.at
    if mapping.time_shape is not None or "time_of_day" in at:
        return mapping
    if not at.keys() >= {"start", "duration"} or _has_times(table, at["start"]):
        return mapping
    if not are_times_of_day(sample(table, at["duration"])):
        return mapping
    at["time_of_day"] = at.pop("duration")
    return with_units(table, _mapping(mapping.kind, at, utc=mapping.utc))


def _has_times(table: Table, at: int) -> bool:
    return any(":" in cell for cell in sample(table, at))
