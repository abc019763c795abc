"""What the units of a mapped table are: by the header, else by its numbers, else None."""

import re
from dataclasses import replace
from statistics import median

from ironstride.importers.mapped.cells import decimals, numbers, split_unit
from ironstride.importers.mapped.header_words import is_rate, unit_in, words_of
from ironstride.importers.mapped.times import time_shape
from ironstride.importers.mapping import (
    ClimbUnit,
    MappedDistance,
    Mapping,
    TemperatureUnit,
)
from ironstride.importers.table import Table
from ironstride.importers.text import DecimalSign, fold, is_missing
from ironstride.importers.unit_words import CLIMBS, DISTANCES, TEMPERATURES, WEIGHTS
from ironstride.units import WeightUnit

# No run is longer in kilometres or miles (records.limits), and few are shorter in metres.
LONGEST = 330
_MEASURES = ("distance", "duration", "elapsed", "climb", "weight", "temperature", "hold", "rpe")
_WARM_F = 45


def with_units(table: Table, mapping: Mapping) -> Mapping:
    """Return a mapping with the units that the table shows where none were chosen.

    A unit stays None when neither header nor numbers decide it.
    """
    known = replace(
        mapping,
        distance_unit=mapping.distance_unit or _distance_unit(table, mapping),
        weight_unit=mapping.weight_unit or _weight_unit(table, mapping),
    )
    return replace(
        known,
        time_shape=known.time_shape or time_shape(table, known, decimal_of(table, known)),
        climb_unit=known.climb_unit or _climb_unit(table, known),
        temperature_unit=known.temperature_unit or _temperature_unit(table, known),
    )


def decimal_of(table: Table, mapping: Mapping) -> DecimalSign:
    """Return the decimal sign of a table; no run has 5,123 kilometres."""
    columns = [table.column(mapping.at.get(name)) for name in _MEASURES]
    sign = decimals(cell for column in columns for cell in column)
    if sign == "," or mapping.distance_unit not in ("km", "mi"):
        return sign
    cells = table.column(mapping.at.get("distance"))
    as_thousands, as_decimals = (list(numbers(cells, one)) for one in (".", ","))
    too_long = bool(as_thousands) and median(as_thousands) > LONGEST
    return "," if too_long and len(as_decimals) >= len(as_thousands) else "."


def has_open_weights(table: Table, mapping: Mapping) -> bool:
    """Tell whether there is a weight above 0 whose own row does not say its unit."""
    weights = table.column(mapping.at.get("weight"))
    if not weights:
        return False
    said = table.column(mapping.at.get("weight_unit")) or [""] * len(weights)
    pairs = set(zip(weights, said, strict=True))
    return any(
        re.search("[1-9]", weight) and not {fold(unit), split_unit(weight)[1]} & WEIGHTS.keys()
        for weight, unit in pairs
    )


def _header(table: Table, mapping: Mapping, name: str) -> str:
    at = mapping.at.get(name)
    return "" if at is None else table.header[at]


def _distance_unit(table: Table, mapping: Mapping) -> MappedDistance | None:
    """Return the unit by the column's header, its cells, the header of a pace, or its size."""
    cells = table.column(mapping.at.get("distance"))
    named = unit_in(_header(table, mapping, "distance"), DISTANCES)
    if named or not cells:
        return named
    own = {split_unit(cell)[1] for cell in cells if not is_missing(cell)}
    if own and "" not in own and own <= DISTANCES.keys():
        return DISTANCES[own.pop()]
    values = list(numbers(cells, decimal_of(table, mapping)))
    if values and median(values) > LONGEST:
        return "m"
    return _by_rates(table)


def _by_rates(table: Table) -> MappedDistance | None:
    rates = [words_of(header.replace("mph", "mi")) for header in table.header if is_rate(header)]
    kilometres = any({"km", "kmh", "kph"} & set(words) for words in rates)
    miles = any("mi" in words for words in rates)
    if kilometres == miles:
        return None
    return "km" if kilometres else "mi"


def _weight_unit(table: Table, mapping: Mapping) -> WeightUnit | None:
    return unit_in(_header(table, mapping, "weight"), WEIGHTS)


def _climb_unit(table: Table, mapping: Mapping) -> ClimbUnit | None:
    if "climb" not in mapping.at:
        return None
    named = unit_in(_header(table, mapping, "climb"), CLIMBS)
    return named or ("ft" if mapping.distance_unit == "mi" else "m")


def _temperature_unit(table: Table, mapping: Mapping) -> TemperatureUnit | None:
    if "temperature" not in mapping.at:
        return None
    named = unit_in(_header(table, mapping, "temperature"), TEMPERATURES)
    values = list(numbers(table.column(mapping.at["temperature"]), decimal_of(table, mapping)))
    return named or ("F" if values and median(values) > _WARM_F else "C")
