"""The frames of best efforts: what was run over a standard distance, and how that is known."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame
from ironstride.units import METRES_PER_MILE

# The distances over which bests are kept [m], as a runner calls them.
DISTANCES: dict[float, str] = {
    400.0: "400 m",
    800.0: "800 m",
    1_000.0: "1 km",
    METRES_PER_MILE: "1 mile",
    3_000.0: "3 km",
    5_000.0: "5 km",
    10_000.0: "10 km",
    15_000.0: "15 km",
    21_097.5: "half marathon",
    30_000.0: "30 km",
    42_195.0: "marathon",
}
EXACT = ["stream", "laps", "whole run", "test"]
AT_MOST = "at most"


class Efforts(Frame):
    """The best of each run or test over each standard distance it holds: times [s], oldest first.

    `measured_m` is what was really run in that time: never scaled to `distance_m`. `source` says
    whether `source_id` is a session or a fitness test, `known` how the effort was found.
    """

    distance_m: float = pa.Field(gt=0)
    duration_s: float = pa.Field(gt=0)
    measured_m: float = pa.Field(gt=0)
    started_at: np.datetime64
    source: str = pa.Field(isin=["run", "test"])
    source_id: int = pa.Field(ge=1)
    known: str = pa.Field(isin=EXACT)


class Records(Efforts):
    """The best over each distance, shortest first; a distance nobody ran has no row.

    A row known as `at most` is a bound from a whole run: the runner was at least that quick,
    somewhere in `measured_m`. It stands alone, or after a best that it undercuts.
    """

    known: str = pa.Field(isin=[*EXACT, AT_MOST])


class RecordSteps(Efforts):
    """Each time a record fell, by distance, oldest first: the time taken off [s], NaN at first."""

    gain_s: float = pa.Field(gt=0, nullable=True)


class YearlyBests(Efforts):
    """The best of each year over each distance, by distance, oldest year first."""

    year: int
