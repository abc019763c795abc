"""A race time from another: one power law for all distances."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

EXPONENT = 1.06
# Efforts for which the law was made [s]; beyond a ratio of 4.3 (10 km to marathon) it is a guess.
SHORTEST_S, LONGEST_S = 3.5 * 60, 230 * 60
MOST_RATIO = 4.3
FEWEST_RACES = 3
LEAST_SPREAD = 2


@dataclass(frozen=True)
class Exponent:
    """The runner's own exponent, or in one sentence why there is none; `races` it rests on."""

    exponent: float | None
    races: int
    reason: str = ""


def riegel(time_s: float, distance_m: float, target_m: float, exponent: float = EXPONENT) -> float:
    """Return the time [s] expected over a target distance from a time over another.

    time × (target / distance) ^ exponent (Riegel 1981, American Scientist 69:285), for all-out
    efforts of 3.5 to 230 minutes. Well calibrated up to the half marathon; to the marathon at
    least 10 minutes too fast for half of the runners (Vickers & Vertosick 2016, n = 2 303,
    doi 10.1186/s13102-016-0052-y): give 1.06 and 1.15 as a range there. NaN where a
    distance or the time is not above 0.

    >>> round(riegel(1200, 5_000, 10_000)), round(riegel(6000, 21_097.5, 42_195, 1.15))
    (2502, 13315)
    """
    if not (time_s > 0 and distance_m > 0 and target_m > 0):
        return float("nan")
    return float(time_s * (target_m / distance_m) ** exponent)


def personal_exponent(efforts: Iterable[tuple[float, float]]) -> Exponent:
    """Return the runner's own exponent from all-out efforts of (distance [m], time [s]).

    Least squares of ln time on ln distance (Riegel 1981, American Scientist 69:285) over the best
    effort of each distance, 3.5 to 230 minutes long. Takes three distances or more, the longest at
    least twice the shortest; an exponent of 1 or less would make longer faster, and is refused.

    >>> personal_exponent([(5_000, 1200.0), (10_000, 2502.0), (21_097.5, 5520.0)])
    Exponent(exponent=1.0599..., races=3, reason='')
    >>> personal_exponent([]).reason
    'An exponent of your own takes races over 3 distances; there are 0.'
    """
    best: dict[float, float] = {}
    for distance_m, time_s in efforts:
        if SHORTEST_S <= time_s <= LONGEST_S:
            best[distance_m] = min(time_s, best.get(distance_m, np.inf))
    if len(best) < FEWEST_RACES:
        why = f"takes races over {FEWEST_RACES} distances; there are {len(best)}."
        return Exponent(None, len(best), f"An exponent of your own {why}")
    if max(best) < LEAST_SPREAD * min(best):
        why = f"takes a longest race of at least {LEAST_SPREAD} times the shortest."
        return Exponent(None, len(best), f"An exponent of your own {why}")
    slope = float(np.polyfit(np.log(list(best)), np.log(list(best.values())), 1)[0])
    if slope <= 1:
        return Exponent(None, len(best), "Your longer races were run faster than the shorter ones.")
    return Exponent(slope, len(best))
