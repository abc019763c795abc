"""The splits of a run, by its recording."""

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import Samples, Splits
from ironstride.metrics.stream_steps import Way, altitude_at, flat_so_far, held_s, way_of

Array = npt.NDArray[np.float64]

SHORTEST_M = 10.0


def splits(samples: DataFrame[Samples], *, every_m: float) -> DataFrame[Splits]:
    """Return the splits of a recording, every so many metres; the last one is what is left.

    A split ends when its distance was first reached, read between two samples; standing there
    belongs to the next one. Its time is that in motion (`way_of`) and the elapsed one, its heart
    rate the mean over time, each value held for up to 10 s. `rise_m` and `flat_distance_m` are as
    true as the altitude (`altitude_at`, `flat_so_far`). What is left after the last whole split is
    none when it is under 10 m, or when nobody moved in it. Without a distance there are no splits.

    >>> rows = pd.DataFrame({"elapsed_s": [0, 600, 900], "distance_m": [0, 2000, 2500]})
    >>> rows = Samples.validate(rows.reindex(columns=Samples.empty().columns))
    >>> splits(rows, every_m=1000)[["distance_m", "duration_s"]].values.tolist()
    [[1000.0, 300.0], [1000.0, 300.0], [500.0, 300.0]]
    """
    way = way_of(samples)
    if len(way.distance_m) < 2:
        return Splits.empty()
    edges = _edges(way.distance_m, every_m)
    ends_s = _at(way.elapsed_s, way, edges)
    flat = _at(flat_so_far(way, altitude_at(samples, way.elapsed_s)), way, edges)
    found = pd.DataFrame(
        {
            "position": np.arange(len(edges) - 1),
            "distance_m": np.diff(edges),
            "duration_s": np.diff(_at(way.moving_s, way, edges)),
            "elapsed_s": np.diff(ends_s),
            "avg_hr_bpm": _mean_heart_rates(samples, ends_s),
            "rise_m": np.diff(altitude_at(samples, ends_s)),
            "flat_distance_m": np.diff(flat),
        }
    )
    return Splits.validate(found[found.duration_s > 0].reset_index(drop=True))


def _edges(distance_m: Array, every_m: float) -> Array:
    """Return where splits begin and end [m]."""
    first, last = distance_m[0], distance_m[-1]
    edges = np.append(np.arange(first, last, every_m), last)
    is_short = len(edges) > 2 and edges[-1] - edges[-2] < SHORTEST_M
    return np.delete(edges, -1) if is_short else edges


def _at(so_far: Array, way: Way, metres: Array) -> Array:
    """Return what had come together when each distance was first reached."""
    after = np.clip(np.searchsorted(way.distance_m, metres), 1, len(way.distance_m) - 1)
    step = way.distance_m[after] - way.distance_m[after - 1]
    share = (metres - way.distance_m[after - 1]) / np.where(step > 0, step, 1)
    reached: Array = so_far[after - 1] + share * (so_far[after] - so_far[after - 1])
    return reached


def _mean_heart_rates(samples: DataFrame[Samples], ends_s: Array) -> Array:
    at, bpm = samples.elapsed_s.to_numpy(), samples.hr_bpm.to_numpy()
    split = np.searchsorted(ends_s, at, side="right") - 1
    weights = held_s(at)
    kept = ~np.isnan(bpm) & (weights > 0) & (split >= 0) & (split < len(ends_s) - 1)
    number = len(ends_s) - 1
    sums = np.bincount(split[kept], weights=(bpm * weights)[kept], minlength=number)
    seconds = np.bincount(split[kept], weights=weights[kept], minlength=number)
    means: Array = np.divide(sums, seconds, out=np.full(number, np.nan), where=seconds > 0)
    return means
