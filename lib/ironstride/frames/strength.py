"""The frames that the strength metrics return."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class SessionBests(Frame):
    """The best working set of each exercise and session: e1RM and load [kg], oldest first.

    `position` says which set of its session it is, from 0. `faded` marks 11 or 12 repetitions to
    failure (the estimate is loose), `tested` a single to failure (no estimate at all: the load
    itself). `formula` made the value; "single" is one repetition to failure.
    """

    session_id: int = pa.Field(ge=1)
    started_at: np.datetime64
    position: int = pa.Field(ge=0)
    exercise: str
    lower_body: bool
    e1rm_kg: float = pa.Field(gt=0)
    load_kg: float = pa.Field(gt=0)
    reps: float = pa.Field(ge=1)
    rir: float = pa.Field(ge=0, le=10, nullable=True)
    formula: str
    faded: bool
    tested: bool


class TrendLine(Frame):
    """Points of a fitted trend, oldest first: e1RM [kg] on each of its days, with its band [kg]."""

    started_at: np.datetime64 = pa.Field(unique=True)
    e1rm_kg: float = pa.Field(gt=0)
    low_kg: float = pa.Field(gt=0)
    high_kg: float = pa.Field(gt=0)


class WeeklySets(Frame):
    """One row a week, none left out: hard sets, sets, sessions, tonnage [kg]."""

    week: np.datetime64 = pa.Field(unique=True)
    hard_sets: int = pa.Field(ge=0)
    sets: int = pa.Field(ge=0)
    sessions: int = pa.Field(ge=0)
    tonnage_kg: float = pa.Field(ge=0)
    complete: bool


class WeeklyIndex(Frame):
    """One row a completed Monday week, none left out; a week without a lift has no value.

    `index_pct` is the strength in % of the first week's, `effect` is 100·ln(index_pct / 100) [%],
    `se` its standard error against the mean week [%], `bests` counts the session bests behind it.
    """

    week: np.datetime64 = pa.Field(unique=True)
    effect: float = pa.Field(nullable=True)
    se: float = pa.Field(ge=0, nullable=True)
    index_pct: float = pa.Field(gt=0, nullable=True)
    bests: int = pa.Field(ge=0)
