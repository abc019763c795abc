"""The frames of pace on hills and of its trend."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame
from ironstride.frames.running import WeeklyPace


class GradeAdjustedPace(WeeklyPace):
    """Weekly pace beside what it would be on the flat [s per km], always approximate.

    `adjusted_runs` counts the runs that were steep enough to adjust; without any,
    `adjusted_s_per_km` is missing: there is nothing to show beside the pace itself.
    """

    adjusted_runs: int = pa.Field(ge=0)
    adjusted_s_per_km: float = pa.Field(gt=0, nullable=True)


class PaceTrends(Frame):
    """One row a run type: where its weekly pace is heading, slope [% per week] and 95 % interval.

    Above 0 is faster. The line runs from (`first`, `first_s_per_km`) to (`last`,
    `last_s_per_km`), straight in the logarithm of pace; all NaN where too few `weeks` tell.
    """

    type: str = pa.Field(unique=True)
    status: str = pa.Field(isin=["faster", "slower", "no clear direction", "cannot tell yet"])
    weeks: int = pa.Field(ge=1)
    first: np.datetime64
    last: np.datetime64
    pct_per_week: float = pa.Field(nullable=True)
    low_pct_per_week: float = pa.Field(nullable=True)
    high_pct_per_week: float = pa.Field(nullable=True)
    first_s_per_km: float = pa.Field(gt=0, nullable=True)
    last_s_per_km: float = pa.Field(gt=0, nullable=True)
