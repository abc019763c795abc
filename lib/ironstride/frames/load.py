"""The frames of load: by run, by day, by week, and ratings that were estimated."""

import numpy as np
import pandas as pd
import pandera.pandas as pa

from ironstride.frames.base import Frame
from ironstride.frames.log import Sessions


class EstimatedSessions(Sessions):
    """Every session, with the ratings that were estimated marked as such."""

    estimated: bool


class RunTrimp(Frame):
    """One row a run: training impulse [arbitrary units], missing where it cannot be known."""

    session_id: int = pa.Field(ge=1, unique=True)
    started_at: np.datetime64
    trimp: float = pa.Field(ge=0, nullable=True)


class TrainingLoad(Frame):
    """One row a day, none left out: its load, and the recent and long-term load [a.u. a day].

    `unrated` and `estimated` count the day's sessions that are missing from the load, or in it by
    an estimated rating. `recent`, `long_term` and `balance` are missing on the first 41 days.
    `warming_up` marks the first 126 days, `gap` each day of 14 or more without a known load,
    `complete` a day that is over.
    """

    day: np.datetime64 = pa.Field(unique=True)
    load: float = pa.Field(ge=0)
    unrated: int = pa.Field(ge=0)
    estimated: int = pa.Field(ge=0)
    recent: float = pa.Field(ge=0, nullable=True)
    long_term: float = pa.Field(ge=0, nullable=True)
    balance: float = pa.Field(nullable=True)
    warming_up: bool
    gap: bool
    complete: bool


class WeeklyLoad(Frame):
    """One row a week: load, monotony, strain [a.u.]; `monotony_shown` stops at 5.

    Monotony and strain are missing in a week that is not wholly known or has no variation.
    """

    week: np.datetime64 = pa.Field(unique=True)
    load: float = pa.Field(ge=0)
    monotony: float = pa.Field(ge=0, nullable=True)
    monotony_shown: float = pa.Field(ge=0, le=5, nullable=True)
    strain: float = pa.Field(ge=0, nullable=True)
    unrated: int = pa.Field(ge=0)
    estimated: int = pa.Field(ge=0)
    complete: bool


class RunSpikes(Frame):
    """One row a run: its distance [m] over the longest run of the 30 days before it.

    `ratio` and `spike` are missing where there is nothing to compare with.
    """

    session_id: int = pa.Field(ge=1, unique=True)
    started_at: np.datetime64
    distance_m: float = pa.Field(gt=0, nullable=True)
    longest_before_m: float = pa.Field(gt=0, nullable=True)
    ratio: float = pa.Field(gt=0, nullable=True)
    spike: pd.BooleanDtype = pa.Field(nullable=True)


class AcuteChronicRatio(Frame):
    """One row a day: the last week's load over the weeks before, missing without these weeks."""

    day: np.datetime64 = pa.Field(unique=True)
    uncoupled: float = pa.Field(ge=0, nullable=True)
    ewma_ratio: float = pa.Field(ge=0, nullable=True)


class LoadByKind(Frame):
    """One row a week, kind of session and way of rating that has a load [a.u.].

    `estimated` rows hold the load of the sessions whose rating was estimated.
    """

    week: np.datetime64
    kind: str = pa.Field(isin=["run", "lift", "other"])
    estimated: bool
    load: float = pa.Field(ge=0)
    sessions: int = pa.Field(ge=1)
    complete: bool


class WeeklyTrimp(Frame):
    """One row a week with runs: their training impulse [a.u.], and the runs it is known of."""

    week: np.datetime64 = pa.Field(unique=True)
    trimp: float = pa.Field(ge=0)
    runs: int = pa.Field(ge=1)
    known_runs: int = pa.Field(ge=0)
    complete: bool
