"""The words and signs for units that tables write, in seven languages."""

from ironstride.importers.mapping import ClimbUnit, MappedDistance, TemperatureUnit, TimeShape
from ironstride.importers.text import fold
from ironstride.units import METRES_PER_FOOT, METRES_PER_MILE, WeightUnit

DISTANCES: dict[str, MappedDistance] = {
    "km": "km", "kms": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km",
    "kilometres": "km", "kilometros": "km", "quilometros": "km", "chilometri": "km",
    "mi": "mi", "mile": "mi", "miles": "mi", "meilen": "mi", "millas": "mi", "milhas": "mi",
    "miglia": "mi", "mijl": "mi", "m": "m", "meter": "m", "meters": "m", "metre": "m",
    "metres": "m", "metros": "m", "metri": "m",
}  # fmt: skip
WEIGHTS: dict[str, WeightUnit] = {
    "kg": "kg", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "kilogramm": "kg", "lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb", "libras": "lb",
}  # fmt: skip
CLIMBS: dict[str, ClimbUnit] = {
    "m": "m", "meter": "m", "meters": "m", "metres": "m", "hm": "m", "ft": "ft", "feet": "ft",
}  # fmt: skip
TEMPERATURES: dict[str, TemperatureUnit] = {
    "c": "C", "celsius": "C", "f": "F", "fahrenheit": "F",
}  # fmt: skip
TIMES: dict[str, TimeShape] = {
    "h": "h", "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "std": "h", "stunden": "h",
    "heures": "h", "horas": "h", "ore": "h", "uur": "h", "min": "min", "mins": "min",
    "minute": "min", "minutes": "min", "minuten": "min", "minutos": "min", "minuti": "min",
    "s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s", "sek": "s",
    "sekunden": "s", "secondes": "s", "segundos": "s", "secondi": "s", "seconden": "s",
}  # fmt: skip

METRES: dict[MappedDistance, float] = {"m": 1.0, "km": 1000.0, "mi": METRES_PER_MILE}
CLIMBED_M: dict[ClimbUnit, float] = {"m": 1.0, "ft": METRES_PER_FOOT}
# A clock of two parts and a bare number below it are led by the same unit.
LEADING_S: dict[TimeShape, int] = {"h:mm": 3600, "m:ss": 60, "h": 3600, "min": 60, "s": 1}


def weight_unit(cell: str) -> WeightUnit | None:
    """Return the unit of weights that a cell names, or None.

    >>> weight_unit(" Lbs"), weight_unit("KGS"), weight_unit("stone")
    ('lb', 'kg', None)
    """
    return WEIGHTS.get(fold(cell))
