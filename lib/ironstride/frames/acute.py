"""What is read and told about the days after heavy leg work."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class SessionTimes(Frame):
    """When each session began and how long it took [s], with pauses and without, oldest first."""

    session_id: int = pa.Field(ge=1, unique=True)
    kind: str = pa.Field(isin=["run", "lift", "other"])
    started_at: np.datetime64
    time_known: bool
    duration_s: float = pa.Field(gt=0, nullable=True)
    elapsed_s: float = pa.Field(gt=0, nullable=True)


class HeavySessions(Frame):
    """Every session of heavy leg work, by its end: `sets` heavy hard sets for the legs.

    `ended_at` is the midnight after it where its time of day is not known, and an hour after its
    start where its length is not.
    """

    session_id: int = pa.Field(ge=1, unique=True)
    started_at: np.datetime64
    ended_at: np.datetime64
    time_known: bool
    length_known: bool
    sets: float = pa.Field(gt=0)


class PaceLeft(Frame):
    """One row a steady run: ln speed that effort, heat and length do not explain [%].

    `measure` tells effort by heart rate or by RPE, `weight` is 1 ÷ its variance; only differences
    within a `level` (a measure and four weeks) mean anything.
    """

    session_id: int = pa.Field(ge=1, unique=True)
    week: np.datetime64
    level: str
    measure: str = pa.Field(isin=["heart rate", "RPE"])
    left_pct: float
    weight: float = pa.Field(gt=0)


class RunsAfter(Frame):
    """One row a run: the hours since heavy leg work ended, and its place among the lifting.

    `hours` is missing where the last heavy leg work is more than seven days ago, or its time or
    the run's is not known (`untimed`).
    """

    session_id: int = pa.Field(ge=1, unique=True)
    hours: float = pa.Field(ge=0, nullable=True)
    after: str
    order: str
    untimed: bool


class GroupMeans(Frame):
    """Mean pace of groups of runs against the usual of the same four weeks [%, up: faster].

    With its 95 % interval; missing where a group has too few runs or nothing beside it.
    """

    group: str = pa.Field(unique=True)
    runs: int = pa.Field(ge=0)
    weeks: int = pa.Field(ge=0)
    mean_pct: float = pa.Field(nullable=True)
    low_pct: float = pa.Field(nullable=True)
    high_pct: float = pa.Field(nullable=True)
