"""Questions after the units of a mapped table, each with its consequence."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

import streamlit as st

from ironstride import units
from ironstride.importers import Mapping
from ironstride.importers.mapped.cells import metres_of, read_time, read_weight
from ironstride.importers.mapped.times import open_shapes
from ironstride.importers.mapped.units import decimal_of, with_units
from ironstride.importers.mapping import MappedDistance, TimeShape
from ironstride.importers.table import Table
from ironstride.importers.text import DecimalSign
from ironstride.records.limits import LIMITS
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.units import WeightUnit

Option = TypeVar("Option", bound=str)
Cell = TypeVar("Cell")
Value = TypeVar("Value")

DISTANCES: dict[MappedDistance, str] = {"km": "kilometres", "mi": "miles", "m": "metres"}
WEIGHTS: dict[WeightUnit, str] = {"kg": "kilograms", "lb": "pounds"}
SHAPES: dict[TimeShape, str] = {
    "h:mm": "hours and minutes", "m:ss": "minutes and seconds",
    "h": "hours", "min": "minutes", "s": "seconds",
}  # fmt: skip


def choose_distance(table: Table, mapping: Mapping, here: Here, key: str) -> Mapping:
    """Ask what distances are in, with the longest run in each unit."""
    cells = set(table.column(mapping.at["distance"]))
    said = []
    for unit, word in DISTANCES.items():
        decimal = decimal_of(table, replace(mapping, distance_unit=unit))
        read = partial(metres_of, decimal=decimal, unit=unit)
        longest = _most(read_each(read, cells), LIMITS["distance_m"].high)
        said.append((word, _far(longest, here)))
    with st.container():
        place = mapping.at["distance"]
        chosen = choose("Distances are in", DISTANCES, mapping.distance_unit, f"{key}-far-{place}")
        st.caption(_consequence("the longest run", said))
    return with_units(table, replace(mapping, distance_unit=chosen))


def _consequence(what: str, said: list[tuple[str, str]]) -> str:
    """Say how much something is in each unit: (unit in words, how much)."""
    (word, amount), *others = said
    more = "".join(f", as {other} {much}" for other, much in others)
    return f"As {word} {what} is {amount}{more}."


def _far(distance_m: float, here: Here) -> str:
    digits = 1 if distance_m >= 1000 else 3
    return units.format_distance(distance_m, here.settings.units.distance, digits)


def choose_shape(table: Table, mapping: Mapping, key: str) -> Mapping:
    """Ask what times are in, unless each of them says it, with one time in each shape."""
    place = mapping.at.get("duration", mapping.at.get("elapsed"))
    cells = [cell for cell in table.column(place) if open_shapes([cell])]
    shapes = {shape: SHAPES[shape] for shape in open_shapes(cells)}
    if not shapes:
        return mapping
    decimal = decimal_of(table, mapping)
    with st.container():
        default = mapping.time_shape if mapping.time_shape in shapes else None
        # The pace shows the shape, so another unit of distance starts the question anew.
        field = f"{key}-shape-{place}-{mapping.distance_unit}"
        chosen = choose("Times are in", shapes, default, field)
        st.caption(plain(next(_time_in_shapes(cells, shapes, decimal), "")))
    return replace(mapping, time_shape=chosen)


def _time_in_shapes(
    cells: Iterable[str], shapes: dict[TimeShape, str], decimal: DecimalSign
) -> Iterator[str]:
    """Yield what each time is in each of the shapes, where it can be read in all of them."""
    for cell in cells:
        seconds = [
            found
            for shape in shapes
            for found in read_each(partial(read_time, shape=shape, decimal=decimal), [cell])
        ]
        if len(seconds) == len(shapes) and all(map(math.isfinite, seconds)):
            said = zip(shapes.values(), map(units.format_clock, seconds), strict=True)
            yield _consequence(cell.strip(), list(said))


def choose_weight(table: Table, mapping: Mapping, here: Here, key: str) -> Mapping:
    """Ask what weights are in, with the heaviest set in each unit."""
    place = mapping.at["weight"]
    cells, decimal = set(table.column(place)), decimal_of(table, mapping)
    said = []
    for unit, word in WEIGHTS.items():
        read = partial(read_weight, decimal=decimal, unit=unit)
        loads = (units.kilograms(*found) for found in read_each(read, cells))
        heaviest = units.format_weight(
            _most(loads, LIMITS["load_kg"].high), here.settings.units.weight
        )
        said.append((word, heaviest))
    with st.container():
        chosen = choose("Weights are in", WEIGHTS, mapping.weight_unit, f"{key}-weight-{place}")
        st.caption(_consequence("the heaviest set", said))
    return replace(mapping, weight_unit=chosen)


def choose(
    label: str, options: dict[Option, str], default: Option | None, key: str
) -> Option | None:
    """Draw a choice among a few words; None until one is chosen."""
    words = tuple(options)
    return st.radio(
        label,
        words,
        index=None if default is None else words.index(default),
        format_func=options.__getitem__,
        horizontal=True,
        key=key,
    )


def read_each(read: Callable[[Cell], Value | None], cells: Iterable[Cell]) -> Iterator[Value]:
    """Yield what can be read; the rows of the rest are rejected later, with a reason."""
    for cell in cells:
        try:
            value = read(cell)
        except ValueError:
            continue
        if value is not None:
            yield value


def _most(values: Iterable[float], limit: float) -> float:
    return max((value for value in values if value <= limit), default=0.0)
