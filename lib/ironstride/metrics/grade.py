"""What a hill costs: of single steps, and of runs known by their climb only."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Array = npt.NDArray[np.float64]

MINETTI = (155.4, -30.4, -43.3, 46.3, 19.5, 3.6)
STEEPEST_MEASURED = 0.45
LOOP_COST = MINETTI[3] / MINETTI[5]
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


def loop_grade(runs: pd.DataFrame) -> "pd.Series[Any]":
    """Return the grade of each run taken for a loop, half of it up and half down: 2 H ÷ d.

    Climb over distance is never one grade all the way, for a loop comes down again. NaN where
    distance or climb is not known.

    >>> loop_grade(pd.DataFrame({"distance_m": [10_000.0], "ascent_m": [200.0]})).tolist()
    [0.04]
    """
    return 2 * runs.ascent_m / runs.distance_m


def loop_factor(grade: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return how much slower a loop of a grade is than the flat: 1 + k g², k = 46.3 / 3.6.

    From Minetti 2002 (doi 10.1152/japplphysiol.01177.2001), half of it up and half down.
    Approximate and a lower bound: climb gathered on part of a course costs more.

    >>> loop_factor(pd.Series([0.04, 0.0])).round(4).tolist()
    [1.0206, 1.0]
    """
    return 1 + LOOP_COST * grade**2
