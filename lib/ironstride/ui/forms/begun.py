"""What a new session's form begins with when the session was planned."""

from dataclasses import dataclass
from datetime import date

from ironstride.records import LiftSet


@dataclass(frozen=True, kw_only=True)
class Begun:
    """What is known of a planned session: its day, distance [m] and time [s], its sets."""

    day: date | None = None
    type: str = ""
    distance_m: float | None = None
    duration_s: float | None = None
    title: str = ""
    sets: tuple[LiftSet, ...] = ()


NOTHING = Begun()
