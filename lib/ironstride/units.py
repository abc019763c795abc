"""The only place that converts and formats: SI in the log, what people read on the screen."""

import math
import re
from dataclasses import dataclass
from typing import Literal, get_args

DistanceUnit = Literal["km", "mi"]
WeightUnit = Literal["kg", "lb"]

METRES_PER_MILE = 1609.344
METRES_PER_FOOT = 0.3048
KG_PER_LB = 0.45359237

_METRES: dict[str, float] = {"km": 1000.0, "mi": METRES_PER_MILE}
_KILOGRAMS: dict[str, float] = {"kg": 1.0, "lb": KG_PER_LB}
_DURATION = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d+)?)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_MINUTES = re.compile(r"\d{1,4}(?:[.,]\d+)?")


@dataclass(frozen=True)
class Units:
    """What the runner reads: kilometres or miles, kilograms or pounds."""

    distance: DistanceUnit = "km"
    weight: WeightUnit = "kg"

    def __post_init__(self) -> None:
        """Refuse a unit that nobody can convert."""
        if self.distance not in get_args(DistanceUnit):
            raise ValueError(f"distance unit must be km or mi, got {self.distance!r}")
        if self.weight not in get_args(WeightUnit):
            raise ValueError(f"weight unit must be kg or lb, got {self.weight!r}")


def metres(distance: float, unit: DistanceUnit) -> float:
    """Return [m] of a distance in kilometres or miles.

    >>> metres(26.2, "mi")
    42164.8128
    """
    return distance * _METRES[unit]


def distance_in(distance_m: float, unit: DistanceUnit) -> float:
    """Return kilometres or miles of a distance [m].

    >>> distance_in(5000, "km")
    5.0
    """
    return distance_m / _METRES[unit]


def kilograms(weight: float, unit: WeightUnit) -> float:
    """Return [kg] of a weight in kilograms or pounds.

    >>> kilograms(225, "lb")
    102.05828325
    """
    return weight * _KILOGRAMS[unit]


def weight_in(load_kg: float, unit: WeightUnit) -> float:
    """Return kilograms or pounds of a load [kg].

    >>> round(weight_in(100, "lb"), 1)
    220.5
    """
    return load_kg / _KILOGRAMS[unit]


def celsius(fahrenheit: float) -> float:
    """Return [°C] of a temperature in degrees Fahrenheit.

    >>> celsius(50)
    10.0
    """
    return (fahrenheit - 32) / 1.8


def pace_s(distance_m: float, duration_s: float, unit: DistanceUnit) -> float:
    """Return the pace [s per km or mi]; of many runs, pass the sums.

    >>> pace_s(5000, 1500, "km")
    300.0
    """
    return duration_s / distance_in(distance_m, unit)


def format_clock(seconds: float) -> str:
    """Write [s] as `m:ss`, or `h:mm:ss` from one hour on, rounded once to whole seconds.

    >>> format_clock(359.6), format_clock(3723)
    ('6:00', '1:02:03')
    """
    hours, rest = divmod(round(seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def format_hours(seconds: float) -> str:
    """Write [s] as hours and minutes, for sums over weeks.

    >>> format_hours(13500), format_hours(2700)
    ('3 h 45 min', '45 min')
    """
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{_grouped(hours, 0)} h {minutes:02} min" if hours else f"{minutes} min"


def format_pace(distance_m: float, duration_s: float, unit: DistanceUnit) -> str:
    """Write a pace with its unit.

    >>> format_pace(20_000, 6900, "km")
    '5:45 /km'
    """
    return f"{format_clock(pace_s(distance_m, duration_s, unit))} /{unit}"


def format_distance(distance_m: float, unit: DistanceUnit, digits: int = 1) -> str:
    """Write a distance [m] with its unit, thousands apart by a thin no-break space.

    >>> format_distance(21097.5, "km", 2)
    '21.10 km'
    """
    return f"{_grouped(distance_in(distance_m, unit), digits)} {unit}"


def format_weight(load_kg: float, unit: WeightUnit, digits: int = 1) -> str:
    """Write a load [kg] with its unit, without an empty decimal.

    >>> format_weight(100, "kg"), format_weight(102.5, "kg")
    ('100 kg', '102.5 kg')
    """
    text = _grouped(weight_in(load_kg, unit), digits)
    return f"{text.removesuffix('.' + '0' * digits)} {unit}"


def number(value: float) -> str:
    """Write a whole number, thousands apart by a thin no-break space.

    >>> number(9526)
    '9\u202f526'
    """
    return _grouped(value, 0)


def count(number: int, noun: str) -> str:
    """Write a number of things, one of them without the s.

    >>> count(1, "run"), count(2941, "set")
    ('1 run', '2\u202f941 sets')
    """
    return f"{_grouped(number, 0)} {noun}" if number == 1 else f"{_grouped(number, 0)} {noun}s"


def percent(share: float) -> str:
    """Write a share in whole percent.

    >>> percent(0.123)
    '12 %'
    """
    return f"{100 * share:.0f} %"


def parse_number(text: str) -> float:
    """Read a typed number, with a point or a comma before its decimals.

    Raises:
        ValueError: the text is no number, not finite, or could be thousands as well as decimals.

    >>> parse_number("10.5"), parse_number(" 10,5 ")
    (10.5, 10.5)
    """
    typed = text.strip()
    if _THOUSANDS.fullmatch(typed):
        raise ValueError(f"a number must be without thousands signs, such as 1200, got {text!r}")
    try:
        value = float(typed.replace(",", "."))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"a number such as 10.5 belongs here, got {text!r}")
    return value


def parse_clock(text: str) -> float:
    """Read a typed time as [s]: `45:30`, `1:02:03`, or plain minutes such as `45` or `45.5`.

    Raises:
        ValueError: the text is no time, or its minutes or seconds run over 59.

    >>> parse_clock("45:30"), parse_clock("1:02:03"), parse_clock("45")
    (2730.0, 3723.0, 2700.0)
    """
    typed = text.strip()
    if _MINUTES.fullmatch(typed):
        return float(typed.replace(",", ".")) * 60
    match = _DURATION.fullmatch(typed)
    if match is None:
        raise ValueError(f"time must look like 45:30, 1:02:03 or 45 (minutes), got {text!r}")
    hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in match.groups())
    if seconds >= 60 or (match[1] is not None and minutes >= 60):
        raise ValueError(f"minutes and seconds stop at 59, got {text!r}")
    return hours * 3600 + minutes * 60 + seconds


def _grouped(value: float, digits: int) -> str:
    if not math.isfinite(value):
        raise ValueError(f"only a finite number can be shown, got {value}")
    return f"{value:,.{digits}f}".replace(",", "\u202f")
