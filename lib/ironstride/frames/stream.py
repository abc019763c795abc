"""The frames of recordings: samples on the way, bests within them, time at each heart rate."""

import pandera.pandas as pa

from ironstride.frames.base import Frame


class Samples(Frame):
    """What was recorded on the way, at most a sample every five seconds and the ends of pauses.

    `elapsed_s` is the time from the start, pauses included [s], `distance_m` the distance so far
    [m]; positions are in degrees; all NaN where unknown.
    """

    elapsed_s: float = pa.Field(ge=0)
    distance_m: float = pa.Field(ge=0, nullable=True)
    hr_bpm: float = pa.Field(nullable=True)
    altitude_m: float = pa.Field(nullable=True)
    cadence_spm: float = pa.Field(ge=0, nullable=True)
    latitude: float = pa.Field(ge=-90, le=90, nullable=True)
    longitude: float = pa.Field(ge=-180, le=180, nullable=True)
    temperature_c: float = pa.Field(nullable=True)


class SampleLines(Samples):
    """Samples as lines to draw, with their speed [m/s]; a row of nothing known breaks the lines."""

    speed_mps: float = pa.Field(ge=0, nullable=True)


class Splits(Frame):
    """The splits of a run in their order; the last one is what is left.

    `duration_s` is the time in motion [s], `elapsed_s` that with pauses, `rise_m` how much higher
    the end lies than the beginning [m], `flat_distance_m` the flat distance that costs as much [m].
    """

    position: int = pa.Field(ge=0, unique=True)
    distance_m: float = pa.Field(gt=0)
    duration_s: float = pa.Field(gt=0)
    elapsed_s: float = pa.Field(gt=0)
    avg_hr_bpm: float = pa.Field(nullable=True)
    rise_m: float = pa.Field(nullable=True)
    flat_distance_m: float = pa.Field(gt=0, nullable=True)


class StreamBests(Frame):
    """The least time [s] within each recorded run over each standard distance [m] in it."""

    session_id: int = pa.Field(ge=1)
    distance_m: float = pa.Field(gt=0)
    duration_s: float = pa.Field(gt=0)


class HeartSeconds(Frame):
    """The time [s] of a session at each heart rate, rounded to whole beats per minute."""

    session_id: int = pa.Field(ge=1)
    bpm: int = pa.Field(gt=0)
    seconds: float = pa.Field(gt=0)


class ZoneSeconds(Frame):
    """The time [s] in each heart-rate zone, lowest first, and its share of all of it.

    `zone` is `below` for what is lower than the first zone; the highest has no last heart rate.
    """

    zone: str = pa.Field(unique=True)
    name: str
    low_bpm: int = pa.Field(ge=0)
    high_bpm: float = pa.Field(nullable=True)
    seconds: float = pa.Field(ge=0)
    share: float = pa.Field(ge=0, le=1, nullable=True)
