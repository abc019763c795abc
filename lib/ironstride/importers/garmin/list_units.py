"""Kilometres or miles: computed from cadence and stride, else told by temperatures, else asked."""

from dataclasses import dataclass
from statistics import median

from ironstride.importers.base import Choices
from ironstride.importers.garmin.clock import Clock
from ironstride.importers.garmin.columns import Columns
from ironstride.importers.garmin.steps import Steps
from ironstride.importers.table import Table
from ironstride.importers.text import DecimalSign, number_or_none
from ironstride.units import DistanceUnit

_FAHRENHEIT_ABOVE = 45


@dataclass(frozen=True)
class ListUnits:
    """The unit of a list's distances, what tells it, and whether its temperatures are °F."""

    distance: DistanceUnit
    told_by: str
    is_known: bool
    in_fahrenheit: bool


def with_steps(
    table: Table, columns: Columns, decimal: DecimalSign, clock: Clock, choices: Choices
) -> tuple[Columns, ListUnits]:
    """Return the columns with those of cadence and stride, and the units that they show.

    What steps show stands above what was chosen, and that above temperatures.
    """
    steps = Steps(table, columns, decimal, clock)
    pair, cadence = steps.pair(), steps.cadence()
    found = {"cadence": cadence, "stride": None} if pair is None else _named(pair)
    shown = steps.unit(pair) if pair else None
    units = _units(shown, choices.distance_unit, _is_in_fahrenheit(table, columns, decimal))
    return columns | {name: at for name, at in found.items() if at is not None}, units


def _named(pair: tuple[int, int]) -> dict[str, int | None]:
    return {"cadence": pair[0], "stride": pair[1]}


def _units(
    shown: DistanceUnit | None, chosen: DistanceUnit | None, in_fahrenheit: bool
) -> ListUnits:
    if shown:
        return ListUnits(shown, "from cadence and stride", True, in_fahrenheit)
    if chosen:
        return ListUnits(chosen, "chosen", True, in_fahrenheit)
    if in_fahrenheit:
        return ListUnits("mi", "from temperatures", True, in_fahrenheit)
    return ListUnits("km", "until you choose", False, in_fahrenheit)


def _is_in_fahrenheit(table: Table, columns: Columns, decimal: DecimalSign) -> bool:
    """Tell whether the lowest temperatures look like degrees Fahrenheit, so an account in miles."""
    found = [number_or_none(cell, decimal) for cell in table.column(columns.get("temperature"))]
    known = [value for value in found if value is not None]
    return bool(known) and median(known) > _FAHRENHEIT_ABOVE
