"""How strong: estimated one-repetition maximum and the best set of each session."""

from collections.abc import Callable
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import LiftSets
from ironstride.frames.strength import SessionBests

Array = npt.NDArray[np.float64]
Formula = Literal["mean", "epley", "brzycki", "wathan", "lombardi", "mayhew", "oconner", "lander"]

# Repetitions to failure beyond which an estimate is loose, and beyond which there is none.
SURE_REPS, LAST_REPS = 10, 12

# One-repetition maximum over load, by repetitions to failure.
FACTORS: dict[Formula, Callable[[Array], Array]] = {
    "mean": lambda n: (FACTORS["epley"](n) + FACTORS["brzycki"](n)) / 2,
    "epley": lambda n: 1 + n / 30,
    "brzycki": lambda n: 36 / (37 - n),
    "wathan": lambda n: 100 / (48.8 + 53.8 * np.exp(-0.075 * n)),
    "lombardi": lambda n: n**0.10,
    "mayhew": lambda n: 100 / (52.2 + 41.9 * np.exp(-0.055 * n)),
    "oconner": lambda n: 1 + 0.025 * n,
    "lander": lambda n: 100 / (101.3 - 2.67123 * n),
}


def e1rm(load_kg: float, reps: float, rir: float | None = None, formula: Formula = "mean") -> float:
    """Return the estimated one-repetition maximum [kg] of a set of `reps` with a load [kg].

    Repetitions to failure are reps + reps in reserve (Zourdos 2016,
    doi 10.1519/JSC.0000000000001049); with unknown reserve the reps alone, so "at least". One:
    the load itself. Up to 10: by default the mean of Epley (1985) and Brzycki (1993,
    doi 10.1080/07303084.1993.10606684), which lies closest to the NSCA chart. 11 and 12: given,
    but loose. Below one or above 12: NaN, whatever the formula. Errs by 6 to 7 % on the bench
    press (Hutchins & Gearhart 2010); more repetitions are possible at the same share of the
    maximum on leg press and squat (Nuzzo 2024, doi 10.1007/s40279-023-01937-7), so compare
    within an exercise, never across.

    Raises:
        ValueError: there is no such formula.

    >>> [round(e1rm(100, reps), 1) for reps in (1, 2, 5, 10, 12, 13)], round(e1rm(100, 3, rir=2), 1)
    ([100.0, 104.8, 114.6, 133.3, 142.0, nan], 114.6)
    """
    to_failure = np.array([reps + (rir or 0.0)], dtype=np.float64)
    return float(load_kg * _factor(to_failure, formula)[0])


def session_bests(
    lift_sets: DataFrame[LiftSets], formula: Formula = "mean"
) -> DataFrame[SessionBests]:
    """Return the working set with the highest e1RM [kg] of each exercise and session, (n, 10).

    Only weighted exercises, at least one rep and a load above 0; warm-ups never count, drop sets
    and sets to failure do. Among equals the set with the fewest reps is named. A session whose
    every set runs beyond 12 repetitions to failure has no row: there is nothing to estimate.

    >>> one = {"session_id": 1, "started_at": pd.Timestamp("2026-11-17 18:00"), "position": 0,
    ...        "exercise": "Back squat", "kind": "weighted", "lower_body": True,
    ...        "body_mass_fraction": 0.87, "set_type": "work", "side": "", "hold_s": None}
    >>> table = pd.DataFrame([one | {"reps": 5, "load_kg": 100.0, "rir": None},
    ...                       one | {"reps": 3, "load_kg": 100.0, "rir": 4}])
    >>> session_bests(LiftSets.validate(table))[["e1rm_kg", "reps"]].round(1).values.tolist()
    [[121.7, 3.0]]
    """
    estimated = _working(lift_sets).assign(
        n=lambda sets: sets.reps + sets.rir.fillna(0),
        e1rm_kg=lambda sets: sets.load_kg * _factor(sets.n.to_numpy(np.float64), formula),
        faded=lambda sets: sets.n > SURE_REPS,
        tested=lambda sets: (sets.reps == 1) & (sets.rir.eq(0) | sets.set_type.eq("failure")),
    )
    ranked = estimated.dropna(subset="e1rm_kg").sort_values(
        ["e1rm_kg", "n", "reps", "position"], ascending=[False, True, True, True]
    )
    best = ranked.drop_duplicates(["session_id", "exercise"])
    ordered = best.sort_values(["started_at", "session_id", "exercise"], ignore_index=True)
    return SessionBests.validate(ordered)


def _working(lift_sets: DataFrame[LiftSets]) -> pd.DataFrame:
    return lift_sets[
        (lift_sets.kind == "weighted")
        & (lift_sets.set_type != "warmup")
        & (lift_sets.reps >= 1)
        & (lift_sets.load_kg > 0)
    ]


def _factor(to_failure: Array, formula: Formula) -> Array:
    if formula not in get_args(Formula):
        raise ValueError(f"formula must be one of {', '.join(get_args(Formula))}, got {formula!r}")
    known = (to_failure >= 1) & (to_failure <= LAST_REPS)
    n = np.where(known, to_failure, np.nan)
    return np.where(n == 1, 1.0, FACTORS[formula](n))
