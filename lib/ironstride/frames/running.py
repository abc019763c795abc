"""The frames that the running, load and overview metrics return."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class WeeklyVolume(Frame):
    """One row a week, none left out: distance [m], time [s], climb [m], runs, the longest [m].

    `long_run_share` is the longest run's share of the distance (missing in a week without any),
    `mean_distance_m` the mean of the last four complete weeks (missing until there are four).
    """

    week: np.datetime64 = pa.Field(unique=True)
    distance_m: float = pa.Field(ge=0)
    duration_s: float = pa.Field(ge=0)
    ascent_m: float = pa.Field(ge=0)
    runs: int = pa.Field(ge=0)
    longest_m: float = pa.Field(ge=0)
    long_run_share: float = pa.Field(ge=0, le=1, nullable=True)
    mean_distance_m: float = pa.Field(ge=0, nullable=True)
    complete: bool


class WeeklyPace(Frame):
    """One row a week and run type that has a distance and a time: pace [s per km]."""

    week: np.datetime64
    type: str
    distance_m: float = pa.Field(gt=0)
    duration_s: float = pa.Field(gt=0)
    runs: int = pa.Field(ge=1)
    pace_s_per_km: float = pa.Field(gt=0)


class ReferenceSpeed(Frame):
    """One row a block of weeks: speed [m/s] at the reference heart rate, change since the first.

    `block` is the block's first Monday, `weeks` its length; speed, change and standard error [%]
    are missing where there are not enough runs, in the block or in the log.
    """

    block: np.datetime64 = pa.Field(unique=True)
    weeks: int = pa.Field(ge=1)
    runs: int = pa.Field(ge=0)
    enough: bool
    speed_mps: float = pa.Field(gt=0, nullable=True)
    change_pct: float = pa.Field(nullable=True)
    se_pct: float = pa.Field(ge=0, nullable=True)


class WeeklyReferenceSpeed(Frame):
    """One row a completed Monday week: 100 × mean adjusted ln speed, missing without a run."""

    week: np.datetime64 = pa.Field(unique=True)
    performance: float = pa.Field(nullable=True)
    runs: int = pa.Field(ge=0)


class SessionLoad(Frame):
    """One row a session: RPE × minutes [arbitrary units], missing when either is missing."""

    session_id: int = pa.Field(ge=1, unique=True)
    kind: str = pa.Field(isin=["run", "lift", "other"])
    started_at: np.datetime64
    session_load: float = pa.Field(ge=0, nullable=True)


class DayStrip(Frame):
    """One row a session in the order of each day, and one row a day without any.

    Its kind is then `rest`, or `open` for the last day, which is not over, and for days before
    the log began; its session is 0.
    """

    day: np.datetime64
    session_id: int = pa.Field(ge=0)
    order: int = pa.Field(ge=0)
    kind: str = pa.Field(isin=["run", "lift", "other", "rest", "open"])
    sport: str
    started_at: np.datetime64 = pa.Field(nullable=True)
    title: str
    minutes: float = pa.Field(gt=0, nullable=True)
