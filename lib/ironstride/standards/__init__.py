"""Published running standards, shipped as data with their origin beside them."""

import csv
import math
from functools import cache
from importlib.resources import files
from itertools import pairwise

# Track records below one mile [m, s]; the road tables begin at one mile.
_TRACK = ((100.0, 9.58), (400.0, 43.03), (800.0, 100.91))
# A watch may read 3 % long; nobody runs faster than the open standard by more.
_FASTEST_SHARE = 1.03


@cache
def open_standards() -> tuple[tuple[float, float], ...]:
    """Return the men's open standards as (distance [m], time [s]), shortest first.

    Source: Age-Grade-Tables 2025 (CC0; see ORIGIN.md), below one mile the records of 2026.

    >>> dict(open_standards())[10000.0]
    1584.0
    """
    text = files(__name__).joinpath("age_factors_road_2025_m.csv").read_text(encoding="utf-8")
    distances, times = list(csv.reader(text.splitlines()))[:2]
    road = [(float(km) * 1000, float(s)) for km, s in zip(distances[1:], times[1:], strict=True)]
    return (*_TRACK, *road)


def open_speed(distance_m: float) -> float:
    """Return the open standard's mean speed [m/s] over a distance [m], linear in log distance.

    Beyond the longest and the shortest standard their own speed holds.

    >>> round(open_speed(10_000), 3), round(open_speed(50), 2)
    (6.313, 10.44)
    """
    table = [(d, d / t) for d, t in open_standards()]
    if distance_m <= table[0][0]:
        return table[0][1]
    for (near, faster), (far, slower) in pairwise(table):
        if distance_m <= far:
            share = math.log(distance_m / near) / math.log(far / near)
            return faster + share * (slower - faster)
    return table[-1][1]


def fastest_speed(distance_m: float) -> float:
    """Return the speed [m/s] over a distance [m] beyond which nobody has run it, only a watch.

    3 % above `open_speed`.

    >>> round(fastest_speed(10_000), 3)
    6.503
    """
    return _FASTEST_SHARE * open_speed(distance_m)
