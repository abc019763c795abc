"""Race fitness: one score for all distances, its race times and its training paces."""

from math import exp, nan, sqrt

import pandas as pd
from pandera.typing.pandas import DataFrame
from scipy.optimize import brentq

from ironstride.frames.prediction import TrainingPaces

MARATHON_M = 42_195.0

# Oxygen cost [ml/kg/min] of a speed [m/min], and the share of the maximum held for a time [min].
_AT_REST, _PER_SPEED, _PER_SPEED_2 = -4.60, 0.182258, 0.000104
_SHARE_AT_LAST, _SLOW, _SLOW_RATE, _QUICK, _QUICK_RATE = (
    0.8, 0.1894393, 0.012778, 0.2989558, 0.1932605,
)  # fmt: skip
_SHARE_AT_FIRST = _SHARE_AT_LAST + _SLOW + _QUICK

# Share of the score at which a zone is run: slow end, fast end, usual. Easy and all usual shares
# are fitted to the book's pace table, the other ends are the ranges that the book names.
ZONES: dict[str, tuple[float, float, float | None]] = {
    "easy": (0.630, 0.735, None),
    "marathon": (0.75, 0.84, None),
    "threshold": (0.83, 0.88, 0.880),
    "interval": (0.95, 1.00, 0.974),
    "repetition": (1.05, 1.20, 1.089),
}


def race_fitness(distance_m: float, time_s: float) -> float:
    """Return the race fitness [ml/kg/min] that an all-out effort shows (Daniels & Gilbert 1979).

    VO₂ / F with v in m/min and t in min: VO₂ = −4.60 + 0.182258 v + 0.000104 v² and
    F = 0.8 + 0.1894393 e^(−0.012778 t) + 0.2989558 e^(−0.1932605 t) (*Oxygen Power*, 1979). For
    all-out efforts of 3.5 to 240 minutes, on flat ground in cool air; an easy run shows less than
    the runner can. A score to compare oneself by, not a measured oxygen uptake. NaN where
    distance or time is not above 0.

    >>> round(race_fitness(5_000, 1200), 2), round(race_fitness(42_195, 7235), 2)
    (49.81, 85.55)
    """
    if not (distance_m > 0 and time_s > 0):
        return nan
    minutes = time_s / 60
    speed = distance_m / minutes
    uptake = _AT_REST + _PER_SPEED * speed + _PER_SPEED_2 * speed**2
    share = (
        _SHARE_AT_LAST + _SLOW * exp(-_SLOW_RATE * minutes) + _QUICK * exp(-_QUICK_RATE * minutes)
    )
    return uptake / share


def race_time_s(fitness: float, distance_m: float) -> float:
    """Return the time [s] over a distance [m] that a race fitness is worth.

    The root of `race_fitness` in time, which falls all the way, within 0.35 % of the table in
    Daniels, *Running Formula* (2013), for 30 to 85 and 1 500 m to the marathon. NaN where
    fitness or distance is not above 0.

    >>> round(race_time_s(50, 10_000)), round(race_time_s(50, 42_195))
    (2480, 11440)
    """
    if not (fitness > 0 and distance_m > 0):
        return nan
    quickest = distance_m / _speed_mps(fitness * _SHARE_AT_FIRST)
    slowest = distance_m / _speed_mps(0)
    return float(
        brentq(lambda time_s: race_fitness(distance_m, time_s) - fitness, quickest, slowest)
    )


def training_paces(fitness: float) -> DataFrame[TrainingPaces]:
    """Return the training paces [s per km] of a race fitness as ranges, slowest zone first.

    The speed at which running costs a share of the score: easy 63 to 73.5 %, marathon 75 to 84 %,
    threshold 83 to 88 %, interval 95 to 100 %, repetition 105 to 120 % (Daniels, *Running
    Formula*, 2013; easy as fitted to its pace table). The usual pace is the predicted marathon's,
    else at 88, 97.4 and 108.9 %: within 5 s per km of the book from 40 to 70 (its marathon pace
    at 30 is slower than its own marathon). Empty without a fitness above 0.

    >>> training_paces(50).round(0).iloc[[0, 2]].values.tolist()
    [['easy', 334.0, 295.0, nan], ['threshold', 268.0, 255.0, 255.0]]
    """
    if not fitness > 0:
        return TrainingPaces.empty()
    usual = {zone: share and _pace_s_per_km(share * fitness) for zone, (*_, share) in ZONES.items()}
    usual["marathon"] = race_time_s(fitness, MARATHON_M) / MARATHON_M * 1000
    rows = [
        {
            "zone": zone,
            "slow_s_per_km": _pace_s_per_km(slow * fitness),
            "fast_s_per_km": _pace_s_per_km(fast * fitness),
            "usual_s_per_km": usual[zone],
        }
        for zone, (slow, fast, _) in ZONES.items()
    ]
    return TrainingPaces.validate(pd.DataFrame(rows))


def _pace_s_per_km(uptake: float) -> float:
    return 1000 / _speed_mps(uptake)


def _speed_mps(uptake: float) -> float:
    """Return the speed [m/s] whose oxygen cost is an uptake [ml/kg/min]."""
    root = sqrt(_PER_SPEED**2 + 4 * _PER_SPEED_2 * (uptake - _AT_REST))
    return (root - _PER_SPEED) / (2 * _PER_SPEED_2) / 60
