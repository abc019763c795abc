"""The limits of every field: outside the hard ones a record refuses to exist."""

import math
from dataclasses import dataclass
from datetime import date, datetime

from ironstride import units

EARLIEST = datetime(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
LONGEST_TITLE, LONGEST_NOTES = 80, 2000
# No run climbs more than this share of its distance.
MOST_CLIMB = 0.4


class FieldError(ValueError):
    """A value that no record can hold; `field` says which one, the message says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Limit:
    """Hard bounds (refused outside) and soft bounds (worth a second look outside)."""

    unit: str
    low: float
    high: float
    soft_low: float = -math.inf
    soft_high: float = math.inf
    above_low: bool = False

    def refuse(self, name: str, value: float | None) -> None:
        """Raise ValueError with a sentence when a value lies outside the hard bounds."""
        if value is None:
            return
        if not math.isfinite(value):
            raise ValueError(f"{name} must be a number, got {value}")
        if value < self.low or (self.above_low and value == self.low):
            word = "above" if self.above_low else "at least"
            raise ValueError(f"{name} must be {word} {self._written(self.low)}, got {value:g}")
        if value > self.high:
            high, got = self._written(self.high), self._written(value)
            raise ValueError(f"{name} must be at most {high}, got {got}")

    def doubt(self, name: str, value: float | None) -> str | None:
        """Return a sentence when a value is possible but unusual."""
        if value is None or self.soft_low <= value <= self.soft_high:
            return None
        return f"{name} of {self._written(value)} is unusual: please check it"

    def _written(self, value: float) -> str:
        if self.unit == "m" and value >= 1000:
            return f"{value / 1000:g} km"
        if self.unit == "s" and 60 <= value < 1e7:
            return units.format_clock(value)
        return f"{value:g} {self.unit}".strip()


LIMITS: dict[str, Limit] = {
    "distance_m": Limit("m", 0, 330_000, soft_high=60_000, above_low=True),
    "duration_s": Limit("s", 0, 360_000, soft_high=43_200, above_low=True),
    "elapsed_s": Limit("s", 0, 3_600_000, above_low=True),
    "ascent_m": Limit("m", 0, 20_000),
    "rpe": Limit("", 0, 10),
    "avg_hr_bpm": Limit("bpm", 30, 240, soft_low=80),
    "max_hr_bpm": Limit("bpm", 30, 240, soft_high=215),
    "cadence_spm": Limit("steps per minute", 0, 400, above_low=True),
    "temperature_c": Limit("°C", -60, 60, soft_low=-20, soft_high=40),
    "utc_offset_min": Limit("min", -900, 900),
    "reps": Limit("", 0, 500, soft_high=50),
    "load_kg": Limit("kg", 0, 600),
    "hold_s": Limit("s", 0, 36_000, soft_high=600, above_low=True),
    "rir": Limit("", 0, 10, soft_high=5),
    "body_mass_kg": Limit("kg", 25, 300, soft_low=40, soft_high=150),
    "sleep_h": Limit("h", 0, 24, soft_low=3, soft_high=14),
    "pain": Limit("", 0, 10),
    "hop_m": Limit("m", 0, 4, soft_low=0.3, soft_high=3, above_low=True),
    "share": Limit("", 0, 1, above_low=True),
    "body_mass_fraction": Limit("", 0, 1),
}

NAMES: dict[str, str] = {
    "distance_m": "distance",
    "duration_s": "time",
    "elapsed_s": "elapsed time",
    "ascent_m": "climb",
    "rpe": "RPE",
    "avg_hr_bpm": "average heart rate",
    "max_hr_bpm": "maximum heart rate",
    "cadence_spm": "cadence",
    "temperature_c": "temperature",
    "utc_offset_min": "offset from UTC",
    "reps": "reps",
    "load_kg": "weight",
    "hold_s": "hold",
    "rir": "reps in reserve",
    "body_mass_kg": "body mass",
    "sleep_h": "sleep",
    "pain": "pain",
    "hop_m": "distance of the hop",
    "share": "muscle share",
    "body_mass_fraction": "body-mass fraction",
}


def refuse(record: object, *fields: str) -> None:
    """Raise FieldError for the first named field outside its hard limit."""
    for field in fields:
        try:
            LIMITS[field].refuse(NAMES[field], getattr(record, field))
        except ValueError as error:
            raise FieldError(field, str(error)) from None


def refuse_day(field: str, name: str, day: date | None) -> None:
    """Raise FieldError for a day that no log reaches."""
    if day is not None and not EARLIEST.date() <= day <= LAST_DAY:
        years = f"{EARLIEST.year} to {LAST_DAY.year}"
        raise FieldError(field, f"{name} must lie in the years {years}, got {day}")


def refuse_long(record: object, **most: int) -> None:
    """Raise FieldError for the first named text with more characters than it may have."""
    for field, length in most.items():
        if len(getattr(record, field)) > length:
            raise FieldError(field, f"{field} must have at most {length} characters")


def doubts(record: object) -> list[str]:
    """Return a sentence for each field of a record that is possible but unusual."""
    found = (LIMITS[field].doubt(NAMES[field], getattr(record, field, None)) for field in LIMITS)
    return [sentence for sentence in found if sentence]


def refuse_other(name: str, value: object, allowed: tuple[str, ...]) -> None:
    """Raise ValueError unless a word is one of those allowed."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")
