"""The units of a mapped table: what it shows is chosen already, the rest is asked for."""

from dataclasses import replace
from typing import Any, Literal

import streamlit as st

from ironstride.importers import Choices, Mapping
from ironstride.importers.mapped.starts import Starts
from ironstride.importers.mapped.units import has_open_weights, with_units
from ironstride.importers.mapping import ClimbUnit, TemperatureUnit
from ironstride.importers.table import Table
from ironstride.ui.page import Here
from ironstride.ui.unit_questions import (
    choose,
    choose_distance,
    choose_shape,
    choose_weight,
    read_each,
)
from ironstride.ui.words import plain

CLIMBS: dict[ClimbUnit, str] = {"m": "metres", "ft": "feet"}
DEGREES: dict[TemperatureUnit, str] = {"C": "°C", "F": "°F"}
ORDERS: dict[Literal["day", "month"], str] = {"day": "the day", "month": "the month"}
CLOCKS: dict[Literal["local", "utc"], str] = {"local": "local time", "utc": "UTC"}
UNIT_OF = {
    "distance": "distance_unit", "duration": "time_shape", "weight": "weight_unit",
    "climb": "climb_unit", "temperature": "temperature_unit",
}  # fmt: skip
MOMENT = "%d %b %Y, %H:%M"


def choose_units(
    table: Table, begun: Mapping, chosen: Mapping, here: Here, key: str
) -> tuple[Mapping, str | None]:
    """Draw the units that the chosen columns need; return the mapping and what is missing."""
    mapping = _with_defaults(table, begun, chosen)
    with st.grid(2, min_column_width=260):
        mapping = _choose_moments(table, mapping, here, key)
        if "distance" in mapping.at:
            mapping = choose_distance(table, mapping, here, key)
        if mapping.at.keys() & {"duration", "elapsed"}:
            mapping = choose_shape(table, mapping, key)
        if has_open_weights(table, mapping):
            mapping = choose_weight(table, mapping, here, key)
        mapping = _choose_side_units(mapping, key)
    return mapping, _missing(table, mapping)


def _with_defaults(table: Table, begun: Mapping, chosen: Mapping) -> Mapping:
    """Return a mapping with the units it began with, but those of columns chosen anew."""
    moved: dict[str, Any] = {
        unit: None for field, unit in UNIT_OF.items() if begun.at.get(field) != chosen.at.get(field)
    }
    return with_units(table, replace(chosen, **moved))


def _missing(table: Table, mapping: Mapping) -> str | None:
    at = mapping.at
    if Starts(table, mapping, Choices()).moments.undecided:
        return "please say which of day and month comes first"
    if "distance" in at and mapping.distance_unit is None:
        return "please say what the distances are in"
    if at.keys() & {"duration", "elapsed"} and mapping.time_shape is None:
        return "please say what the times are in"
    if mapping.weight_unit is None and has_open_weights(table, mapping):
        return "please say what the weights are in"
    return None


def _choose_moments(table: Table, mapping: Mapping, here: Here, key: str) -> Mapping:
    """Ask which of day and month comes first, where no date shows it, and whether times are UTC."""
    bare = Starts(table, replace(mapping, date_order=None), Choices())
    field = f"{key}-{mapping.at['start']}"
    if bare.moments.undecided:
        with st.container():
            order = choose(
                "In the dates, the first is", ORDERS, mapping.date_order, f"{field}-order"
            )
            st.caption(plain(f"{next(bare.moments.questions()).why}."))
        mapping = replace(mapping, date_order=order)
    elif bare.moments.day_first is not None:
        # Said by this table's dates; a later table with the same header may not show it.
        mapping = replace(mapping, date_order="day" if bare.moments.day_first else "month")
    if not bare.any_time:
        return replace(mapping, utc=False)
    with st.container():
        clock = choose("Starts are in", CLOCKS, "utc" if mapping.utc else "local", f"{field}-utc")
        st.caption(plain(_first_start(table, mapping, here)))
    return replace(mapping, utc=clock == "utc")


def _first_start(table: Table, mapping: Mapping, here: Here) -> str:
    """Say what the first start is as local time and as UTC."""
    choices = Choices(zone=here.zone)
    as_local, as_utc = (
        next(read_each(Starts(table, replace(mapping, utc=utc), choices).read, table.rows), None)
        for utc in (False, True)
    )
    if as_local is None or as_utc is None:
        return "No start can be read."
    where = f" in {here.zone}" if here.zone else ""
    local, utc = as_local.at.strftime(MOMENT), as_utc.at.strftime(MOMENT)
    return f"The first start is {local} as local time, {utc}{where} as UTC."


def _choose_side_units(mapping: Mapping, key: str) -> Mapping:
    """Ask what climbs and temperatures are in."""
    if "climb" in mapping.at:
        climb = choose(
            "Climbs are in", CLIMBS, mapping.climb_unit, f"{key}-{mapping.at['climb']}-climb"
        )
        mapping = replace(mapping, climb_unit=climb)
    if "temperature" in mapping.at:
        warm = choose(
            "Temperatures are in",
            DEGREES,
            mapping.temperature_unit,
            f"{key}-{mapping.at['temperature']}-degrees",
        )
        mapping = replace(mapping, temperature_unit=warm)
    return mapping
