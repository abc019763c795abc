"""What a recording is drawn over: distance, or time since its start."""

from typing import Literal

import numpy as np
import numpy.typing as npt
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import SampleLines
from ironstride.units import DistanceUnit, distance_in

Over = Literal["distance", "time"]
Array = npt.NDArray[np.float64]

HOUR_S, LONG_S = 3600.0, 4 * 3600.0


def has_distance(lines: DataFrame[SampleLines]) -> bool:
    """Tell whether a recording can be drawn over distance."""
    return bool(lines.distance_m.max() > 0)


def x_of(lines: DataFrame[SampleLines], over: Over, unit: DistanceUnit) -> Array:
    """Return where each sample lies [km or mi, min or h]."""
    if over == "distance":
        return lines.distance_m.to_numpy() * distance_in(1.0, unit)
    x: Array = lines.elapsed_s.to_numpy() / time_unit_s(lines)
    return x


def x_title(lines: DataFrame[SampleLines], over: Over, unit: DistanceUnit) -> str:
    """Return what is drawn to the right, with its unit."""
    if over == "distance":
        return f"distance ({unit})"
    return "time (h)" if time_unit_s(lines) == HOUR_S else "time (min)"


def time_unit_s(lines: DataFrame[SampleLines]) -> float:
    """Return how long a unit of time is [s]: a minute, of a long recording an hour."""
    return HOUR_S if lines.elapsed_s.max() > LONG_S else 60.0


def ends_of(x: Array) -> tuple[float, float] | None:
    """Return the ends of the axis."""
    known = x[~np.isnan(x)]
    return (0.0, float(known.max())) if len(known) and known.max() > 0 else None
