"""The frames of what lifting reaches: muscle groups, intensity, what was moved."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame
from ironstride.frames.log import LiftSets


class WeeklyMuscleSets(Frame):
    """One row a week and muscle group, none left out: fractional hard sets, days with any.

    `direct_sets` are those that work the group directly (share 1), `direct_days` their days.
    """

    week: np.datetime64
    muscle: str
    hard_sets: float = pa.Field(ge=0)
    direct_sets: float = pa.Field(ge=0)
    days: int = pa.Field(ge=0, le=7)
    direct_days: int = pa.Field(ge=0, le=7)
    complete: bool


class BandedMuscleSets(WeeklyMuscleSets):
    """Weekly hard sets of each muscle group beside the runner's band [hard sets a week].

    `place` is "below", "within" or "above", and "" for an unfinished week that is below so far.
    """

    low: float = pa.Field(ge=0)
    high: float = pa.Field(ge=0)
    place: str = pa.Field(isin=["below", "within", "above", ""])


class MuscleTotals(Frame):
    """One row a muscle group: its hard sets in a span, in all and per week, days, exercises."""

    muscle: str = pa.Field(unique=True)
    hard_sets: float = pa.Field(ge=0)
    direct_sets: float = pa.Field(ge=0)
    per_week: float = pa.Field(ge=0)
    days: int = pa.Field(ge=0)
    exercises: int = pa.Field(ge=0)


class MuscleLast(Frame):
    """One row a muscle group: the last day with a hard set for it, and how long ago [days].

    Never is no day and no number; `untouched` marks a group that nothing reached for too long.
    """

    muscle: str = pa.Field(unique=True)
    last_day: np.datetime64 = pa.Field(nullable=True)
    last_direct_day: np.datetime64 = pa.Field(nullable=True)
    days_since: float = pa.Field(ge=0, nullable=True)
    direct_days_since: float = pa.Field(ge=0, nullable=True)
    untouched: bool


class MuscleSets(LiftSets):
    """Every hard set that reaches one muscle group, with its share and what it counts."""

    share: float = pa.Field(gt=0, le=1)
    hard_sets: float = pa.Field(gt=0, le=1)


class MuscleExercises(Frame):
    """One row an exercise that reached one muscle group: sets done, and what they count."""

    exercise: str = pa.Field(unique=True)
    share: float = pa.Field(gt=0, le=1)
    sets: int = pa.Field(ge=1)
    hard_sets: float = pa.Field(gt=0)
    sessions: int = pa.Field(ge=1)
    last_day: np.datetime64


class GapExercises(Frame):
    """One row an exercise that could reach one muscle group, those done before first."""

    exercise: str = pa.Field(unique=True)
    share: float = pa.Field(gt=0, le=1)
    sets: int = pa.Field(ge=0)
    last_day: np.datetime64 = pa.Field(nullable=True)
    done: bool


class WeeklyZones(Frame):
    """One row a week, none left out: working sets by share of the maximum, each set once.

    `near_max` from 90 %, `heavy` from 80 to below 90 %, `submaximal` from 40 %, `low` below;
    jumps are counted in `contacts`, those without a count in `uncounted_jumps`.
    """

    week: np.datetime64 = pa.Field(unique=True)
    near_max: int = pa.Field(ge=0)
    heavy: int = pa.Field(ge=0)
    submaximal: int = pa.Field(ge=0)
    low: int = pa.Field(ge=0)
    unknown: int = pa.Field(ge=0)
    contacts: int = pa.Field(ge=0)
    uncounted_jumps: int = pa.Field(ge=0)
    complete: bool


class WeeklyVolumeLoad(Frame):
    """One row a week, none left out: tonnage beside the body, and all that was moved [kg].

    `volume_load_kg` is missing where the body mass of a day is not known; `uncounted_sets` are
    holds, and moves of the body whose share of body mass nobody published.
    """

    week: np.datetime64 = pa.Field(unique=True)
    tonnage_kg: float = pa.Field(ge=0)
    volume_load_kg: float = pa.Field(ge=0, nullable=True)
    uncounted_sets: int = pa.Field(ge=0)
    complete: bool
