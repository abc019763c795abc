"""The frames of the body: one row a check-in, one row a fitness test."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class CheckIns(Frame):
    """Every check-in, oldest first: body mass [kg], sleep [h], pain 0 to 10, sorest 0 to 3."""

    day: np.datetime64
    body_mass_kg: float = pa.Field(gt=0, nullable=True)
    sleep_h: float = pa.Field(ge=0, le=24, nullable=True)
    pain: float = pa.Field(ge=0, le=10, nullable=True)
    pain_note: str
    sorest: float = pa.Field(ge=0, le=3, nullable=True)


class FitnessTests(Frame):
    """Every fitness test, oldest first; only what its protocol measures is filled in."""

    test_id: int = pa.Field(ge=1, unique=True)
    protocol: str
    day: np.datetime64
    exercise: str
    side: str
    distance_m: float = pa.Field(gt=0, nullable=True)
    duration_s: float = pa.Field(gt=0, nullable=True)
    avg_hr_bpm: float = pa.Field(nullable=True)
    load_kg: float = pa.Field(ge=0, nullable=True)
    reps: float = pa.Field(ge=1, nullable=True)
    hold_s: float = pa.Field(gt=0, nullable=True)
    hop_m: float = pa.Field(gt=0, nullable=True)
    notes: str
