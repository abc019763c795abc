"""What the times of a mapped table are in, once for the table: hours, minutes or seconds."""

from collections.abc import Callable, Iterable
from statistics import median
from typing import TypeVar

from ironstride.importers.mapped.cells import metres_of, numbers, read_time, split_unit
from ironstride.importers.mapped.header_words import unit_in, words_of
from ironstride.importers.mapping import Mapping, TimeShape
from ironstride.importers.table import Table
from ironstride.importers.text import DecimalSign
from ironstride.importers.unit_words import LEADING_S, TIMES

Value = TypeVar("Value")

# What half of a runner's runs lie within: the shapes differ sixty times, so one of them fits.
_PACE_S = (150, 1200)
_TIME_S = (300, 4 * 3600)


def time_shape(table: Table, mapping: Mapping, decimal: DecimalSign) -> TimeShape | None:
    """Return what two-part clocks and bare numbers mean: by the header, else by the pace.

    None when there is no column of times, or neither shows it.
    """
    name = "duration" if "duration" in mapping.at else "elapsed"
    cells = table.column(mapping.at.get(name))
    shapes = open_shapes(cells)
    if not cells or not shapes:
        return "m:ss" if cells else None
    named = time_shape_in(table.header[mapping.at[name]])
    if named:
        by_lead = {LEADING_S[shape]: shape for shape in shapes}
        return by_lead.get(LEADING_S[named], by_lead[60])
    fitting = [one for one in shapes if _is_plausible(table, mapping, cells, one, decimal)]
    return fitting[0] if len(fitting) == 1 else None


def time_shape_in(header: str) -> TimeShape | None:
    """Return the shape of times that a header names, or None.

    >>> time_shape_in("Time (hh:mm:ss)"), time_shape_in("Zeit [min]"), time_shape_in("Time")
    ('m:ss', 'min', None)
    """
    words = set(words_of(header))
    if words & {"mm", "min"} and words & {"ss", "sec"}:
        return "m:ss"
    if words & {"h", "hh"} and words & {"mm", "m", "min"}:
        return "h:mm"
    return unit_in(header, TIMES)


def open_shapes(cells: Iterable[str]) -> tuple[TimeShape, ...]:
    """Return what times could be written in; nothing when each of them says it by itself.

    >>> open_shapes(["45:30", "1:02:03"]), open_shapes(["45", "62.5"]), open_shapes(["0:45:30"])
    (('h:mm', 'm:ss'), ('h', 'min', 's'), ())
    """
    two_parts = plain = 0
    for cell in cells:
        two_parts += cell.count(":") == 1 and _or_none(_clock, cell) is not None
        plain += ":" not in cell and not split_unit(cell)[1] and _is_number(cell)
    if plain > two_parts:
        return ("h", "min", "s")
    return ("h:mm", "m:ss") if two_parts else ()


def _clock(cell: str) -> float | None:
    return read_time(cell, "m:ss", ".")


def _is_number(cell: str) -> bool:
    return any(True for sign in (".", ",") for _ in numbers([cell], sign))


def _is_plausible(
    table: Table, mapping: Mapping, cells: list[str], shape: TimeShape, decimal: DecimalSign
) -> bool:
    """Tell whether times read in a shape are those of runs, by pace where there are distances."""
    unit = mapping.distance_unit or "km"
    times = [_or_none(lambda one: read_time(one, shape, decimal), cell) for cell in cells]
    distances = [
        _or_none(lambda one: metres_of(one, decimal, unit), cell)
        for cell in table.column(mapping.at.get("distance"))
    ]
    paces = [t / d * 1000 for t, d in zip(times, distances, strict=False) if t and d]
    low, high = _PACE_S if paces else _TIME_S
    values = paces or [time for time in times if time]
    return bool(values) and low <= median(values) <= high


def _or_none(read: Callable[[str], Value | None], cell: str) -> Value | None:
    try:
        return read(cell)
    except ValueError:
        return None
