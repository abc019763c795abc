"""What a hill costs: grade-adjusted pace of single segments, and of runs known by their climb."""

from typing import Literal

import numpy as np
import numpy.typing as npt

Curve = Literal["energy", "heart rate"]
Array = npt.NDArray[np.float64]

MINETTI = (155.4, -30.4, -43.3, 46.3, 19.5, 3.6)
HEART_RATE = (-5.2944e-7, -3.9896e-6, 2.05357e-3, 3.26567e-2, 1.0)
STEEPEST_MEASURED = 0.45
# What half up and half down at grade g costs over the flat: 1 + k g².
LOOP_COST: dict[Curve, float] = {"energy": MINETTI[3] / MINETTI[5], "heart rate": 20.5}
# Below, the factor is lost in rounding; above, a whole loop is no longer one grade.
LEAST_GRADE, MOST_GRADE = 0.03, 0.20


def minetti_cost(grade: npt.ArrayLike) -> Array:
    """Return the energy cost [J/kg/m] of running on a grade [rise / run], shape as given.

    155.4 i⁵ − 30.4 i⁴ − 43.3 i³ + 46.3 i² + 19.5 i + 3.6 (Minetti 2002,
    doi 10.1152/japplphysiol.01177.2001): ten elite mountain runners on a treadmill, −0.45 to
    +0.45; NaN beyond, and where the grade is NaN. Divide by the 3.6 of level ground. Overstates
    how much faster downhill is: real descents are run far slower.

    >>> minetti_cost([-0.1, 0, 0.1]).round(3)
    array([2.152, 3.6  , 5.968])
    """
    slope = np.asarray(grade, dtype=np.float64)
    within = np.abs(slope) <= STEEPEST_MEASURED
    return np.where(within, np.polyval(MINETTI, slope), np.nan)


def heart_rate_factor(grade: npt.ArrayLike) -> Array:
    """Return how much slower pace is on a grade [rise / run] at the same heart rate, 1 on the flat.

    A quartic through points read off the figure of Strava's model (Robb 2017, "An Improved GAP
    Model", 240 000 runners, windows of 60 s); no formula was published, another reading of the
    same figure agrees within 0.06. Read from −20 to +20 %, NaN beyond.

    >>> heart_rate_factor([-0.1, 0, 0.1]).round(3)
    array([0.877, 1.   , 1.523])
    """
    slope = np.asarray(grade, dtype=np.float64)
    within = np.abs(slope) <= MOST_GRADE
    return np.where(within, np.polyval(HEART_RATE, 100 * slope), np.nan)


def loop_factor(distance_m: float, ascent_m: float, curve: Curve = "energy") -> float:
    """Return how much slower a loop is than the flat, known by distance [m] and climb [m] only.

    1 + k (2 H / d)², half of it up and half down at one grade: k = 46.3 / 3.6 from Minetti 2002
    (doi 10.1152/japplphysiol.01177.2001), or 20.5 from the heart-rate curve. Approximate and a
    lower bound: climb gathered on part of a course costs more. Climb over distance is never one
    grade all the way, for a loop comes down again. NaN where either is NaN or distance is 0.

    >>> round(loop_factor(10_000, 200), 4), loop_factor(10_000, 0)
    (1.0206, 1.0)
    """
    if not distance_m > 0:
        return float("nan")
    return float(1 + LOOP_COST[curve] * (2 * ascent_m / distance_m) ** 2)


def flat_distance_m(distance_m: Array, elevation_m: Array) -> float:
    """Return the flat distance [m] that costs as much as a recording's, point by point.

    Σ step × C(rise / step) / C(0) with `minetti_cost`, for distance from the start and elevation
    [m] as recorded: smooth the elevation first, for noise only adds. Steps without distance are
    left out, grades beyond ±45 % cost what ±45 % costs. Fewer than two points: 0.

    >>> round(flat_distance_m(np.array([0.0, 100.0, 200.0]), np.array([0.0, 10.0, 0.0])), 2)
    225.55
    """
    step, rise = np.diff(distance_m), np.diff(elevation_m)
    moved = step > 0
    grade = np.clip(rise[moved] / step[moved], -STEEPEST_MEASURED, STEEPEST_MEASURED)
    return float(np.sum(step[moved] * minetti_cost(grade)) / MINETTI[-1])
