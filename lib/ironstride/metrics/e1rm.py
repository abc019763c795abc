"""Estimated one-repetition maximum of a set, by the formula that is chosen."""

from collections.abc import Callable
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

Array = npt.NDArray[np.float64]
Formula = Literal[
    "mean",
    "epley",
    "epley_modified",
    "brzycki",
    "wathan",
    "lombardi",
    "mayhew",
    "oconner",
    "lander",
    "rts",
]
# What is named beside a value that no formula made: the load of a single to failure.
SINGLE = "single"

# Repetitions to failure beyond which an estimate is loose, and beyond which there is none.
SURE_REPS, LAST_REPS = 10, 12

# Share of the maximum [%] at 1 to 12 repetitions to failure, the chart of Reactive Training Systems
# (Tuchscherer) in which 5 at RPE 8 is 81.1; its half points lie on the straight lines between.
RTS_CHART = (100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0)

# One-repetition maximum over load, by repetitions to failure.
FACTORS: dict[Formula, Callable[[Array], Array]] = {
    "mean": lambda n: (FACTORS["epley"](n) + FACTORS["brzycki"](n)) / 2,
    "epley": lambda n: 1 + n / 30,
    "epley_modified": lambda n: 1 + 0.0353 * (n - 1),
    "brzycki": lambda n: 36 / (37 - n),
    "wathan": lambda n: 100 / (48.8 + 53.8 * np.exp(-0.075 * n)),
    "lombardi": lambda n: n**0.10,
    "mayhew": lambda n: 100 / (52.2 + 41.9 * np.exp(-0.055 * n)),
    "oconner": lambda n: 1 + 0.025 * n,
    "lander": lambda n: 100 / (101.3 - 2.67123 * n),
    "rts": lambda n: 100 / np.interp(n, np.arange(1, 13), RTS_CHART),
}


def e1rm(load_kg: float, reps: float, rir: float | None = None, formula: Formula = "mean") -> float:
    """Return the estimated one-repetition maximum [kg] of a set of `reps` with a load [kg].

    Repetitions to failure are reps + reps in reserve (Zourdos 2016,
    doi 10.1519/JSC.0000000000001049); with unknown reserve the reps alone, so "at least". One:
    the load itself. Up to 10: by default the mean of Epley (1985) and Brzycki (1993,
    doi 10.1080/07303084.1993.10606684), which lies closest to the NSCA chart. 11 and 12: given,
    but loose. Below one or above 12: NaN, whatever the formula. "rts" is the chart `RTS_CHART`
    where the reserve is known, else the default (several charts of that name circulate). Errs by
    6 to 7 % on the bench press (Hutchins & Gearhart 2010); more repetitions are possible at the
    same share of the maximum on leg press and squat (Nuzzo 2024,
    doi 10.1007/s40279-023-01937-7), so compare within an exercise, never across.

    Raises:
        ValueError: there is no such formula.

    >>> [round(e1rm(100, reps), 1) for reps in (1, 2, 5, 10, 12, 13)], round(e1rm(100, 3, rir=2), 1)
    ([100.0, 104.8, 114.6, 133.3, 142.0, nan], 114.6)
    """
    known = rir is not None and not np.isnan(rir)
    to_failure = np.array([reps + rir if rir is not None and known else reps], dtype=np.float64)
    return float(load_kg * factors(to_failure, formula_used(formula, known))[0])


def formula_used(formula: Formula, reserve_known: bool) -> Formula:
    """Return the formula that is used: the RTS chart speaks only of sets with a known reserve.

    >>> formula_used("rts", False), formula_used("rts", True), formula_used("epley", False)
    ('mean', 'rts', 'epley')
    """
    return "mean" if formula == "rts" and not reserve_known else formula


def estimates(sets: pd.DataFrame, formula: Formula) -> pd.DataFrame:
    """Return sets with `n` to failure, `e1rm_kg` [kg], the `formula` of each, and `faded` ones."""
    n = (sets.reps + sets.rir.fillna(0)).to_numpy(np.float64)
    known = sets.rir.notna().to_numpy()
    factor = np.where(
        known,
        factors(n, formula_used(formula, reserve_known=True)),
        factors(n, formula_used(formula, reserve_known=False)),
    )
    named = np.where(known, formula_used(formula, True), formula_used(formula, False))
    return sets.assign(
        n=n,
        e1rm_kg=sets.load_kg * factor,
        formula=np.where(n == 1, SINGLE, named),
        faded=n > SURE_REPS,
    )


def factors(to_failure: Array, formula: Formula) -> Array:
    """Return one-repetition maximum over load by repetitions to failure, shape (n,).

    >>> factors(np.array([1.0, 5, 13]), "epley").round(3).tolist()
    [1.0, 1.167, nan]
    """
    if formula not in get_args(Formula):
        raise ValueError(f"formula must be one of {', '.join(get_args(Formula))}, got {formula!r}")
    known = (to_failure >= 1) & (to_failure <= LAST_REPS)
    n = np.where(known, to_failure, np.nan)
    return np.where(n == 1, 1.0, FACTORS[formula](n))
