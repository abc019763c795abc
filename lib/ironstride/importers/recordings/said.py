"""What a recording says of a session in sum."""

from dataclasses import dataclass

from ironstride.records import LiftSet, Sport, Surface


@dataclass(frozen=True, kw_only=True)
class LapMark:
    """A lap as the file marks it: start and end [s since 1970, UTC], distance [m], time [s]."""

    start_s: float | None = None
    end_s: float | None = None
    distance_m: float | None = None
    duration_s: float | None = None


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a file itself says of one session in sum; None where it does not.

    `start_s` and the `pauses` (begin and end of a stopped timer; None where the file does not
    tell) count from 1970 in UTC; `offset_min` is how far its own local clock was ahead of UTC;
    `cadence` is steps or strides a minute.
    """

    sport: Sport
    surface: Surface | None = None
    start_s: float | None = None
    elapsed_s: float | None = None
    moving_s: float | None = None
    distance_m: float | None = None
    ascent_m: float | None = None
    avg_hr_bpm: float | None = None
    max_hr_bpm: float | None = None
    cadence: float | None = None
    temperature_c: float | None = None
    offset_min: int | None = None
    pauses: tuple[tuple[float, float], ...] | None = None
    laps: tuple[LapMark, ...] = ()
    sets: tuple[LiftSet, ...] = ()
    title: str = ""
    notes: str = ""
