"""What the runner may choose, and where the log lives."""

import os
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args
from zoneinfo import available_timezones

from ironstride.standards.guidance_choices import Guidance, School
from ironstride.standards.max_heart_rate import nes
from ironstride.units import Units
from ironstride.weeks import WeekStart

Sex = Literal["female", "male"]
Formula = Literal[
    "mean",
    "epley",
    "epley_modified",
    "brzycki",
    "wathan",
    "lombardi",
    "mayhew",
    "oconner",
    "lander",
    "rts",
]

EARLIEST_BIRTH = 1900
MOST_HARD_RIR = 5
MOST_SETS = 30

PROJECT = Path(__file__).resolve().parents[2]


def log_path() -> Path:
    """Return where the log lives: `IRONSTRIDE_LOG`, or `data/training.db` in the project."""
    chosen = os.environ.get("IRONSTRIDE_LOG")
    return Path(chosen).expanduser().resolve() if chosen else PROJECT / "data" / "training.db"


@cache
def known_zones() -> frozenset[str]:
    """Return the names of the time zones that this machine knows; its files are searched once."""
    return frozenset(available_timezones())


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The runner's own choices, kept in the log."""

    units: Units = field(default_factory=Units)
    week_start: WeekStart = "monday"
    zone: str | None = None
    max_hr_bpm: int | None = None
    rest_hr_bpm: int | None = None
    reference_hr_bpm: int | None = None
    threshold_hr_bpm: int | None = None
    birth_year: int | None = None
    sex: Sex | None = None
    e1rm_formula: Formula = "mean"
    hard_rir: int = 4
    least_sets: int = 4
    most_sets: int = 8
    school: School | None = None
    guidance: Guidance = field(default_factory=Guidance)
    watched_folder: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no runner can mean."""
        if self.week_start not in get_args(WeekStart):
            raise ValueError(f"week start must be monday or sunday, got {self.week_start!r}")
        if self.zone is not None and self.zone not in known_zones():
            raise ValueError(f"zone must be a name such as Europe/Berlin, got {self.zone!r}")
        self._refuse_words()
        if self.birth_year is not None and self.birth_year < EARLIEST_BIRTH:
            raise ValueError(f"birth year must be {EARLIEST_BIRTH} or later, got {self.birth_year}")
        if not 0 <= self.hard_rir <= MOST_HARD_RIR:
            raise ValueError(f"a hard set has 0 to {MOST_HARD_RIR} reps in reserve at most")
        if not 0 <= self.least_sets <= self.most_sets <= MOST_SETS:
            raise ValueError(f"hard sets a week go from 0 or more upwards to {MOST_SETS} at most")
        _refuse_outside("maximum heart rate", self.max_hr_bpm, 100, 240)
        _refuse_outside("rest heart rate", self.rest_hr_bpm, 25, 120)
        _refuse_outside("reference heart rate", self.reference_hr_bpm, 80, 220)
        _refuse_outside("threshold heart rate", self.threshold_hr_bpm, 90, 225)
        self._refuse_above_maximum("rest heart rate", self.rest_hr_bpm)
        self._refuse_above_maximum("reference heart rate", self.reference_hr_bpm)
        self._refuse_above_maximum("threshold heart rate", self.threshold_hr_bpm)
        if self.rest_hr_bpm and self.reference_hr_bpm and self.reference_hr_bpm <= self.rest_hr_bpm:
            raise ValueError("reference heart rate must be above the heart rate at rest")

    def _refuse_words(self) -> None:
        if self.sex is not None and self.sex not in get_args(Sex):
            raise ValueError(f"sex must be female or male, or left out, got {self.sex!r}")
        if self.e1rm_formula not in get_args(Formula):
            raise ValueError(f"there is no formula {self.e1rm_formula!r}")
        if self.school is not None and self.school not in get_args(School):
            raise ValueError(f"there is no school {self.school!r}")

    def _refuse_above_maximum(self, name: str, value: int | None) -> None:
        if self.max_hr_bpm and value and value >= self.max_hr_bpm:
            raise ValueError(f"{name} must be below the maximum heart rate")

    def heart_rates(self) -> dict[str, float | None]:
        """Return the heart rates [bpm] from which zones can be had, as far as they are entered."""
        return {
            "max_hr_bpm": self.max_hr_bpm,
            "rest_hr_bpm": self.rest_hr_bpm,
            "threshold_hr_bpm": self.threshold_hr_bpm,
        }

    def estimated_max_hr(self, year: int) -> int | None:
        """Return the maximum heart rate [bpm] expected at the age reached in a year.

        By `standards.max_heart_rate.nes`, whose standard error is 10.8 bpm, so a measured one is
        far better. None without a birth year.

        >>> [Settings(birth_year=born).estimated_max_hr(2026) for born in (2006, 1986, 1966)]
        [198, 185, 173]
        """
        if self.birth_year is None:
            return None
        return round(nes(year - self.birth_year))

    def reference_hr(self, highest_seen_bpm: int | None = None) -> int | None:
        """Return the heart rate [bpm] at which easy pace is compared.

        The runner's own choice, else 70 % of heart-rate reserve (Karvonen 1957, Ann Med Exp Biol
        Fenn 35:307), else 75 % of the maximum; the highest heart rate seen in the log stands in
        for a maximum that was never entered. None when nothing is known.

        >>> Settings(max_hr_bpm=190, rest_hr_bpm=60).reference_hr()
        151
        >>> Settings().reference_hr(highest_seen_bpm=192)
        144
        """
        maximum = self.max_hr_bpm or highest_seen_bpm
        if self.reference_hr_bpm or maximum is None:
            return self.reference_hr_bpm
        if self.rest_hr_bpm is None:
            return round(0.75 * maximum)
        return round(self.rest_hr_bpm + 0.70 * (maximum - self.rest_hr_bpm))

    def to_texts(self) -> dict[str, str]:
        """Return the choices that differ from nothing as name and text, as the log keeps them.

        >>> Settings(max_hr_bpm=190).to_texts()["max_hr_bpm"]
        '190'
        """
        plain = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in _OF_THEIR_OWN}
        named = plain | {"distance_unit": self.units.distance, "weight_unit": self.units.weight}
        texts = {name: str(value) for name, value in named.items() if value is not None}
        return texts | self.guidance.to_texts()

    @classmethod
    def from_texts(cls, texts: dict[str, str]) -> "Settings":
        """Return the settings that `to_texts` wrote; what this machine does not know is left out.

        >>> Settings.from_texts(Settings(max_hr_bpm=190, zone="UTC").to_texts()).max_hr_bpm
        190
        """
        chosen: dict[str, Any] = {
            name: round(float(text)) if name in _WHOLE or name.endswith("_bpm") else text
            for name, text in texts.items()
            if name in {f.name for f in fields(cls)} - _OF_THEIR_OWN
        }
        if chosen.get("zone") not in known_zones():
            chosen["zone"] = None
        defaults = Units()
        units: Any = (
            texts.get("distance_unit", defaults.distance),
            texts.get("weight_unit", defaults.weight),
        )
        return cls(units=Units(*units), guidance=Guidance.from_texts(texts), **chosen)


_OF_THEIR_OWN = {"units", "guidance"}
_WHOLE = ("birth_year", "hard_rir", "least_sets", "most_sets")


def _refuse_outside(name: str, value: int | None, low: int, high: int) -> None:
    if value is not None and not low <= value <= high:
        raise ValueError(f"{name} must lie between {low} and {high} bpm, got {value}")
