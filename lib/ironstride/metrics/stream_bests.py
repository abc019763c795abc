"""The quickest stretch of a recording over each distance."""

import numpy as np
import numpy.typing as npt

from ironstride.frames.bests import DISTANCES
from ironstride.standards import fastest_speed

Array = npt.NDArray[np.float64]

# Mean speed of the 100 m world record (9.58 s): what is faster from point to point is no running.
FASTEST_MPS = 10.44
ROUNDING_M = 1e-6


def stream_bests(
    distance_m: npt.ArrayLike, elapsed_s: npt.ArrayLike, targets: npt.ArrayLike
) -> Array:
    """Return the least time [s] over each target distance [m] within a recording, shape (targets,).

    Of all stretches that begin or end at a recorded point (the least time over a broken line is
    at one of its corners), the other end read between two points. Pauses count as time. A
    step backwards or faster than 10.44 m/s (the 100 m record) adds no distance: a jump of the
    position can only make a best slower, and so can a gap, which is run through evenly. Points
    with an unknown value, or a time not after the one before, are left out. NaN where the
    recording is shorter than the target.

    >>> stream_bests([0, 1000, 2000, 3000], [0, 300, 540, 840], [1000, 1500, 5000])
    array([240., 390.,  nan])
    """
    metres, seconds = _cleaned(np.asarray(distance_m, float), np.asarray(elapsed_s, float))
    wanted = np.asarray(targets, dtype=np.float64)
    return np.array([_least_time_s(metres, seconds, float(target)) for target in wanted])


def standard_bests(distance_m: npt.ArrayLike, elapsed_s: npt.ArrayLike) -> dict[float, float]:
    """Return the least time [s] over each standard distance [m] that a recording holds.

    By `stream_bests`; what is faster than `fastest_speed` is left out: a stray position made it. A
    recording shorter than 400 m holds none.

    >>> standard_bests([0, 500, 1000], [0, 120, 300])
    {400.0: 96.0, 800.0: 228.0, 1000.0: 300.0}
    """
    seconds = stream_bests(distance_m, elapsed_s, list(DISTANCES)).tolist()
    return {
        metres: least
        for metres, least in zip(DISTANCES, seconds, strict=True)
        if metres <= fastest_speed(metres) * least
    }


def _cleaned(distance_m: Array, elapsed_s: Array) -> tuple[Array, Array]:
    """Return distance and time from point to point, neither ever falling."""
    known = np.isfinite(distance_m) & np.isfinite(elapsed_s)
    metres, seconds = distance_m[known], elapsed_s[known]
    so_far = np.maximum.accumulate(np.concatenate([[-np.inf], seconds]))[:-1]
    metres, seconds = metres[seconds > so_far], seconds[seconds > so_far]
    steps = np.diff(metres)
    steps[(steps < 0) | (steps > FASTEST_MPS * np.diff(seconds))] = 0
    return np.concatenate([[0.0], np.cumsum(steps)])[: len(seconds)], seconds


def _least_time_s(metres: Array, seconds: Array, target_m: float) -> float:
    """Return the least time over a distance, in a recording without steps backwards."""
    if not len(metres) or not 0 < target_m <= metres[-1] + ROUNDING_M:
        return np.nan
    target_m = min(target_m, float(metres[-1]))
    begins = metres <= metres[-1] - target_m
    arrival = _first_time_at(metres, seconds, metres[begins] + target_m)
    ends = metres >= target_m
    departure = _last_time_at(metres, seconds, metres[ends] - target_m)
    return float(min((arrival - seconds[begins]).min(), (seconds[ends] - departure).min()))


def _first_time_at(metres: Array, seconds: Array, places: Array) -> Array:
    """Return when each place was reached; after a pause there, the time before it."""
    after = np.clip(np.searchsorted(metres, places, side="left"), 1, len(metres) - 1)
    return _between(metres, seconds, places, after)


def _last_time_at(metres: Array, seconds: Array, places: Array) -> Array:
    """Return when each place was left; after a pause there, the time after it."""
    after = np.clip(np.searchsorted(metres, places, side="right"), 1, len(metres) - 1)
    return _between(metres, seconds, places, after)


def _between(metres: Array, seconds: Array, places: Array, after: "npt.NDArray[np.intp]") -> Array:
    step = metres[after] - metres[after - 1]
    share = (places - metres[after - 1]) / np.where(step > 0, step, 1)
    return seconds[after - 1] + share * (seconds[after] - seconds[after - 1])
