"""The quickest consecutive laps of each run that make up a distance."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import RunLaps
from ironstride.standards import fastest_speed

Array = npt.NDArray[Any]

MOST_SHARE = 1.02
# A lap of one mile is often written as 1609.34 m, which is 4 mm short.
ROUNDING_M = 0.05


def lap_bests(laps: DataFrame[RunLaps], distances_m: Sequence[float]) -> pd.DataFrame:
    """Return each run's quickest consecutive laps over each distance [m]: length [m], time [s].

    Laps whose sum is the distance or up to 2 % more, their time never scaled. From each lap on the
    fewest that reach the distance: more of them would only take longer. What is faster than
    `fastest_speed` is left out. A run without such laps has no row.

    >>> laps = pd.DataFrame({"session_id": 1, "position": [0, 1, 2], "distance_m": 1000.0,
    ...                      "duration_s": [300.0, 280.0, 290.0]})
    >>> lap_bests(RunLaps.validate(laps), [1000.0, 3000.0]).values.tolist()
    [[1000.0, 1.0, 1000.0, 280.0], [3000.0, 1.0, 3000.0, 870.0]]
    """
    ordered = laps.sort_values(["session_id", "position"])
    session = ordered.session_id.to_numpy()
    metres = np.concatenate([[0.0], ordered.distance_m.to_numpy().cumsum()])
    seconds = np.concatenate([[0.0], ordered.duration_s.to_numpy().cumsum()])
    found = [_of_one(distance_m, session, metres, seconds) for distance_m in distances_m]
    columns = np.concatenate(found, axis=1)
    names = ["distance_m", "source_id", "measured_m", "duration_s"]
    best = pd.DataFrame(dict(zip(names, columns, strict=True)))
    return best.sort_values("duration_s", kind="stable").drop_duplicates(names[:2]).sort_index()


def _of_one(distance_m: float, session: Array, metres: Array, seconds: Array) -> Array:
    """Return distance, session, length and time of all laps that make up a distance, (4, n)."""
    begin = np.arange(len(session))
    end = np.searchsorted(metres, metres[:-1] + distance_m - ROUNDING_M)
    begin, end = begin[end < len(metres)], end[end < len(metres)]
    long, quick = metres[end] - metres[begin], seconds[end] - seconds[begin]
    kept = (
        (session[begin] == session[end - 1])
        & (long <= MOST_SHARE * distance_m)
        # What is faster is a slip of the lap key.
        & (long <= fastest_speed(distance_m) * quick)
    )
    return np.array([np.full(len(long), distance_m), session[begin], long, quick])[:, kept]
