"""The frames of all-out efforts and what follows from them."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class AllOut(Frame):
    """Every race and time trial with a distance [m] and a time [s], oldest first.

    `source` says whether `source_id` is a session or a fitness test.
    """

    distance_m: float = pa.Field(gt=0)
    duration_s: float = pa.Field(gt=0)
    started_at: np.datetime64
    flag: str = pa.Field(isin=["race", "test"])
    source: str = pa.Field(isin=["run", "test"])
    source_id: int = pa.Field(ge=1)


class RatedEfforts(AllOut):
    """Every race and time trial with its race fitness and age grade [%], NaN where untold."""

    race_fitness: float = pa.Field(gt=0, nullable=True)
    age_grade_pct: float = pa.Field(gt=0, nullable=True)


class Predictions(Frame):
    """One row a standard distance: a range of times [s], from which effort, or why none.

    `mid_s` is missing for the marathon, which has a range only. Without a prediction all times
    are NaN, `source` is empty, `source_id` 0 and `reason` a sentence; otherwise `reason` is empty.
    """

    distance_m: float = pa.Field(gt=0, unique=True)
    low_s: float = pa.Field(gt=0, nullable=True)
    mid_s: float = pa.Field(gt=0, nullable=True)
    high_s: float = pa.Field(gt=0, nullable=True)
    from_distance_m: float = pa.Field(gt=0, nullable=True)
    from_duration_s: float = pa.Field(gt=0, nullable=True)
    started_at: np.datetime64 = pa.Field(nullable=True)
    flag: str = pa.Field(isin=["race", "test", ""])
    source: str = pa.Field(isin=["run", "test", ""])
    source_id: int = pa.Field(ge=0)
    reason: str


class TrainingPaces(Frame):
    """One row a training zone, slowest first: its pace range and usual pace [s per km].

    `usual_s_per_km` is missing for easy running, which has a range only.
    """

    zone: str = pa.Field(unique=True)
    slow_s_per_km: float = pa.Field(gt=0)
    fast_s_per_km: float = pa.Field(gt=0)
    usual_s_per_km: float = pa.Field(gt=0, nullable=True)
