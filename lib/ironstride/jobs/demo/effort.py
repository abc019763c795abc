"""How fast the demo runner goes at a heart rate, on a day, up a hill."""

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from ironstride.records import RunType

# This runner's heart rate at a speed of v m/s is 60 + 30 v: a line that misses the origin.
HR_STANDING_BPM = 60.0
BPM_PER_M_S = 30.0
TERRAIN_NOISE = 0.008
HEAT_PER_C = 0.003
WARM_C = 10.0
DRIFT = 0.02
DRIFT_FROM_M = 7_600.0
CLIMB_COST = 65.0

STEADY: tuple[RunType, ...] = ("easy", "long")
# Mean and spread of the heart rate meant for a type, and for a race of a distance [m].
EFFORT_BPM: dict[RunType, tuple[float, float]] = {
    "easy": (145, 3.5), "long": (147, 3.5), "tempo": (161, 2.5),
    "intervals": (159, 3), "hills": (158, 3), "test": (176, 0.7),
}  # fmt: skip
RACE_BPM = {5_000.0: 174.0, 10_000.0: 170.0, 21_097.5: 164.0, 42_195.0: 156.0}


@dataclass(frozen=True, kw_only=True)
class Outing:
    """A run as it is meant: distance [m], heart rate [bpm], climb (share of the distance), air."""

    type: RunType
    distance_m: float
    hr_bpm: float
    climb: float
    temperature_c: float | None


def intended_hr(run_type: RunType, distance_m: float, rng: np.random.Generator) -> float:
    """Return the heart rate [bpm] that the runner goes by; never more than 2.5 spreads off."""
    mean, spread = (RACE_BPM[distance_m], 1.0) if run_type == "race" else EFFORT_BPM[run_type]
    return mean + spread * min(2.5, max(-2.5, float(rng.normal())))


def weather_c(day: date, rng: np.random.Generator) -> float:
    """Return the air temperature [°C]: 10 ± 9 over the year, warmest in late July."""
    year = 9 * math.cos(2 * math.pi * (day.timetuple().tm_yday - 205) / 365.2425)
    return 10 + year + float(rng.normal(0, 3))


def duration_s(outing: Outing, state: float, rng: np.random.Generator) -> float:
    """Return the time [s], to the second; `state` is ln of the speed at a fixed heart rate.

    Heart rate sets the speed; heat (0.3 % per °C above 10), the drift of long runs, the climb
    and 0.8 % of chance bend it.
    """
    noise = TERRAIN_NOISE * float(rng.normal())
    heat = HEAT_PER_C * max(0.0, (outing.temperature_c or 0.0) - WARM_C)
    is_steady = outing.type in STEADY
    drift = DRIFT * math.log(outing.distance_m / DRIFT_FROM_M) if is_steady else 0.0
    flat = (outing.hr_bpm - HR_STANDING_BPM) / BPM_PER_M_S
    speed = flat * math.exp(state + noise - heat - drift)
    return float(round(outing.distance_m / speed * (1 + CLIMB_COST * outing.climb**2)))
