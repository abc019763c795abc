"""What a recording is from sample to sample: the way, the time in motion, the height."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import Samples
from ironstride.metrics.grade import MINETTI, STEEPEST_MEASURED, minetti_cost

Array = npt.NDArray[np.float64]

# Slower than the slowest walk (30:00 /km is 0.56 m/s) is standing.
STANDING_MPS = 0.5
# Convention: altitude is the mean over 30 s, for a sensor wavers by more than a step rises.
SMOOTHED_S, GRID_S = 30.0, 5.0
LEAST_ALTITUDES = 0.5
# A value holds until the next sample, but not over a gap.
HELD_S = 10.0


@dataclass(frozen=True)
class Way:
    """Where a runner was when: time [s], distance [m] and time in motion so far [s]."""

    elapsed_s: Array
    distance_m: Array
    moving_s: Array


def way_of(samples: DataFrame[Samples]) -> Way:
    """Return the way of a recording; a step slower than 0.5 m/s is standing, however long it is.

    Samples without a distance are left out; a recording begins at 0 m. No distance: an empty way.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"elapsed_s": [0, 10, 70, 80], "distance_m": [0, 30, 30, 60]})
    >>> way_of(Samples.validate(rows.reindex(columns=Samples.empty().columns))).moving_s
    array([ 0., 10., 10., 20.])
    """
    known = samples.dropna(subset=["distance_m"])
    at, metres = known.elapsed_s.to_numpy(), known.distance_m.to_numpy()
    if len(at) and at[0] > 0:
        at, metres = np.append(0.0, at), np.append(0.0, metres)
    seconds, steps = np.diff(at), np.diff(metres)
    moving = np.where(steps >= STANDING_MPS * seconds, seconds, 0.0)
    return Way(at, metres, np.append(0.0, np.cumsum(moving))[: len(at)])


def altitude_at(samples: DataFrame[Samples], elapsed_s: Array) -> Array:
    """Return the altitude [m] at these times [s], smoothed over 30 s, less at both ends.

    Unknown altitudes lie on a straight line between their neighbours. NaN throughout where fewer
    than half of the samples have one.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"elapsed_s": [0, 100, 200], "altitude_m": [10, np.nan, 30]})
    >>> rows = Samples.validate(rows.reindex(columns=Samples.empty().columns))
    >>> altitude_at(rows, np.array([0.0, 50, 200])).round(2)
    array([10., 15., 30.])
    """
    known = samples.altitude_m.notna().to_numpy()
    if not len(known) or known.mean() < LEAST_ALTITUDES:
        return np.full(len(elapsed_s), np.nan)
    at, altitude = samples.elapsed_s.to_numpy()[known], samples.altitude_m.to_numpy()[known]
    grid = np.linspace(at[0], at[-1], 1 + round((at[-1] - at[0]) / GRID_S))
    return np.interp(elapsed_s, grid, _smooth(np.interp(grid, at, altitude)))


def flat_so_far(way: Way, altitude_m: Array) -> Array:
    """Return the flat distance [m] that costs as much as the way until each of its points.

    Σ step × C(grade) / C(0) with `minetti_cost` (Minetti 2002, doi
    10.1152/japplphysiol.01177.2001), beyond ±45 % what ±45 % costs. NaN without an altitude.
    """
    steps, rises = np.diff(way.distance_m), np.diff(altitude_m)
    grade = np.divide(rises, steps, out=np.zeros_like(steps), where=steps > 0)
    cost = minetti_cost(np.clip(grade, -STEEPEST_MEASURED, STEEPEST_MEASURED)) / MINETTI[-1]
    flat = np.append(0.0, np.cumsum(steps * cost))[: len(way.distance_m)]
    return np.where(np.isnan(altitude_m), np.nan, flat)


def held_s(elapsed_s: Array) -> Array:
    """Return how long each sample holds [s]: until the next, at most 10 s; the last one not."""
    held: Array = np.clip(np.diff(elapsed_s, append=elapsed_s[-1:]), 0, HELD_S)
    return held


def _smooth(values: Array) -> Array:
    """Return the mean of each value and as many on both sides, fewer towards the ends."""
    place, half = np.arange(len(values)), int(SMOOTHED_S / GRID_S / 2)
    wide = np.minimum(half, np.minimum(place, place[::-1]))
    sums = np.append(0.0, np.cumsum(values))
    means: Array = (sums[place + wide + 1] - sums[place - wide]) / (2 * wide + 1)
    return means
