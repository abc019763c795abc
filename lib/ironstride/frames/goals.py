"""The frames of goals: what the runner wants, and how far it is as a range."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame

WEEKLY_KINDS = ("distance a week", "runs a week", "lifts a week", "hard sets a week")
GOAL_KINDS = (*WEEKLY_KINDS, "e1rm", "race time")
STATUSES = ("reached", "within the range", "beyond the range", "cannot tell yet")


class Goals(Frame):
    """Every goal: a target [m, runs, lifts, sets, kg or s by its kind], since when, until when.

    `exercise` belongs to an e1RM, `distance_m` to a race time, `muscle` to hard sets (empty: all).
    """

    goal_id: int = pa.Field(ge=1, unique=True)
    kind: str = pa.Field(isin=list(GOAL_KINDS))
    target: float = pa.Field(gt=0)
    exercise: str
    muscle: str
    distance_m: float = pa.Field(gt=0, nullable=True)
    since: np.datetime64
    by: np.datetime64 = pa.Field(nullable=True)


class Races(Frame):
    """Every marked race by its day: distance [m], target [s]."""

    goal_id: int = pa.Field(ge=1, unique=True)
    day: np.datetime64
    distance_m: float = pa.Field(gt=0)
    target_s: float = pa.Field(gt=0, nullable=True)
    title: str


class GoalProgress(Frame):
    """One row a goal: where it stands, the range it is likely to reach, and in a sentence why.

    `now`, `low`, `mid` and `high` are in the goal's own unit; `n` is what the range rests on
    (weeks, sessions or races). Missing where it cannot be told.
    """

    goal_id: int = pa.Field(ge=1, unique=True)
    now: float = pa.Field(ge=0, nullable=True)
    low: float = pa.Field(ge=0, nullable=True)
    mid: float = pa.Field(ge=0, nullable=True)
    high: float = pa.Field(ge=0, nullable=True)
    n: int = pa.Field(ge=0)
    status: str = pa.Field(isin=list(STATUSES))
    sentence: str
