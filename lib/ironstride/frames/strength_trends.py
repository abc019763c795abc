"""The frames of strength over months and years: days, weeks, holds, records, rep ranges."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class DailyBests(Frame):
    """The best of each exercise and day: e1RM and load [kg], with the set or test it is from.

    `source` is "set" or "test" (a fitness test, which has neither session nor position); what
    the other columns mean is said in `SessionBests`. `at_least` marks a set whose reserve nobody
    noted: its value is the least it can be.
    """

    day: np.datetime64
    exercise: str
    e1rm_kg: float = pa.Field(gt=0)
    load_kg: float = pa.Field(gt=0)
    reps: float = pa.Field(ge=1)
    rir: float = pa.Field(ge=0, le=10, nullable=True)
    formula: str
    faded: bool
    tested: bool
    at_least: bool
    source: str = pa.Field(isin=["set", "test"])
    session_id: float = pa.Field(ge=1, nullable=True)
    position: float = pa.Field(ge=0, nullable=True)


class WeeklyBests(DailyBests):
    """The best of each exercise and week, and the day it is from."""

    week: np.datetime64


class RelativeBests(Frame):
    """e1RM beside body mass [kg]: their ratio, and e1RM over body mass to the power 0.67."""

    day: np.datetime64
    exercise: str
    e1rm_kg: float = pa.Field(gt=0)
    body_mass_kg: float = pa.Field(gt=0, nullable=True)
    per_kg: float = pa.Field(gt=0, nullable=True)
    allometric: float = pa.Field(gt=0, nullable=True)


class SystemLoads(Frame):
    """What the body's own moves came to in each session: reps, heaviest rep and volume [kg].

    Both weights hold the share of body mass that is moved; unknown where body mass is.
    """

    session_id: int = pa.Field(ge=1)
    started_at: np.datetime64
    exercise: str
    sets: int = pa.Field(ge=1)
    reps: float = pa.Field(ge=1)
    most_reps: float = pa.Field(ge=1)
    body_mass_kg: float = pa.Field(gt=0, nullable=True)
    heaviest_kg: float = pa.Field(ge=0, nullable=True)
    volume_kg: float = pa.Field(ge=0, nullable=True)


class AddedBests(Frame):
    """The best weighted pull-ups or dips of each session: the weight beside the body [kg]."""

    session_id: int = pa.Field(ge=1)
    started_at: np.datetime64
    position: int = pa.Field(ge=0)
    exercise: str
    e1rm_added_kg: float = pa.Field(gt=0)
    load_kg: float = pa.Field(gt=0)
    reps: float = pa.Field(ge=1)
    rir: float = pa.Field(ge=0, le=10, nullable=True)
    formula: str
    faded: bool
    at_least: bool
    body_mass_kg: float = pa.Field(gt=0)


class HoldBests(Frame):
    """The holds of each session, exercise and load: the longest and all of them [s].

    `log_pct` is 100·ln of the longest over the runner's own baseline.
    """

    session_id: int = pa.Field(ge=1)
    started_at: np.datetime64
    exercise: str
    load_kg: float = pa.Field(ge=0)
    sets: int = pa.Field(ge=1)
    best_s: float = pa.Field(gt=0)
    total_s: float = pa.Field(gt=0)
    log_pct: float


class HoldLine(Frame):
    """Points of a fitted trend of holds, oldest first: time [s] with its band [s]."""

    started_at: np.datetime64 = pa.Field(unique=True)
    hold_s: float = pa.Field(gt=0)
    low_s: float = pa.Field(gt=0)
    high_s: float = pa.Field(gt=0)


class SmoothLine(Frame):
    """Points of a smooth line for the eye, oldest first, in the unit of what was smoothed."""

    started_at: np.datetime64 = pa.Field(unique=True)
    value: float = pa.Field(gt=0)


class BracketRecords(Frame):
    """Every raise of a record, oldest first: the heaviest load [kg] in a bracket of reps.

    `gain_kg` is what it is above the record before; `current` marks the one that stands.
    """

    exercise: str
    bracket: str
    started_at: np.datetime64
    session_id: int = pa.Field(ge=1)
    position: int = pa.Field(ge=0)
    reps: float = pa.Field(ge=1)
    load_kg: float = pa.Field(gt=0)
    gain_kg: float = pa.Field(ge=0, nullable=True)
    current: bool


class RepMix(Frame):
    """One row a week and bracket of reps, none left out: working sets, their share of the week."""

    week: np.datetime64
    bracket: str
    sets: int = pa.Field(ge=0)
    share: float = pa.Field(ge=0, le=1, nullable=True)
    complete: bool


class RepShares(Frame):
    """One row a bracket of reps: working sets, their share of the span."""

    bracket: str = pa.Field(unique=True)
    sets: int = pa.Field(ge=0)
    share: float = pa.Field(ge=0, le=1, nullable=True)
