"""The frames that the store reads from the log: one row a session, a run, a set."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class Sessions(Frame):
    """Every session, oldest first; text is empty rather than missing."""

    session_id: int = pa.Field(ge=1, unique=True)
    kind: str = pa.Field(isin=["run", "lift", "other"])
    sport: str
    started_at: np.datetime64
    duration_s: float = pa.Field(gt=0, nullable=True)
    rpe: float = pa.Field(ge=0, le=10, nullable=True)
    avg_hr_bpm: float = pa.Field(nullable=True)
    title: str
    notes: str


class Runs(Frame):
    """Every run, oldest first: distance [m], moving time [s], climb [m], heart rate [bpm].

    `elapsed_s` is the time from start to end, pauses and all.
    """

    session_id: int = pa.Field(ge=1, unique=True)
    started_at: np.datetime64
    sport: str
    type: str
    distance_m: float = pa.Field(gt=0, nullable=True)
    duration_s: float = pa.Field(gt=0, nullable=True)
    elapsed_s: float = pa.Field(gt=0, nullable=True)
    ascent_m: float = pa.Field(ge=0, nullable=True)
    avg_hr_bpm: float = pa.Field(nullable=True)
    max_hr_bpm: float = pa.Field(nullable=True)
    temperature_c: float = pa.Field(nullable=True)
    rpe: float = pa.Field(ge=0, le=10, nullable=True)


class LiftSets(Frame):
    """Every set in the order it was done: load [kg], hold [s], what is known of its exercise."""

    session_id: int = pa.Field(ge=1)
    started_at: np.datetime64
    position: int = pa.Field(ge=0)
    exercise: str
    kind: str
    lower_body: bool
    body_mass_fraction: float
    set_type: str
    side: str
    reps: float = pa.Field(ge=0, nullable=True)
    load_kg: float = pa.Field(ge=0)
    hold_s: float = pa.Field(gt=0, nullable=True)
    rir: float = pa.Field(ge=0, le=10, nullable=True)


class ExerciseMuscles(Frame):
    """Which muscle an exercise works, and with what share (direct 1, indirect 0.5)."""

    exercise: str
    muscle: str
    share: float = pa.Field(gt=0, le=1)


class Laps(Frame):
    """The laps of one run in their order: distance [m], time [s]."""

    position: int = pa.Field(ge=0, unique=True)
    distance_m: float = pa.Field(gt=0)
    duration_s: float = pa.Field(gt=0)


class RunLaps(Frame):
    """The laps of every run, run by run in their order: distance [m], time [s]."""

    session_id: int = pa.Field(ge=1)
    position: int = pa.Field(ge=0)
    distance_m: float = pa.Field(gt=0)
    duration_s: float = pa.Field(gt=0)


class History(Frame):
    """Every session with what a list of sessions shows: distance [m], number of sets, source."""

    session_id: int = pa.Field(ge=1, unique=True)
    kind: str = pa.Field(isin=["run", "lift", "other"])
    sport: str
    type: str
    started_at: np.datetime64
    time_known: bool
    duration_s: float = pa.Field(gt=0, nullable=True)
    distance_m: float = pa.Field(gt=0, nullable=True)
    race: str
    sets: int = pa.Field(ge=0)
    rpe: float = pa.Field(ge=0, le=10, nullable=True)
    avg_hr_bpm: float = pa.Field(nullable=True)
    title: str
    notes: str
    source: str
