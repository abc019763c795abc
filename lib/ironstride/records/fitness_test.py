"""A fitness test: one thing measured the same way every time."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ironstride.records.lift import Side
from ironstride.records.limits import FieldError, doubts, refuse, refuse_other

Protocol = Literal[
    "time_trial", "submaximal_run", "rep_max", "calf_raises", "plank", "side_plank", "hop"
]

# What each protocol measures; nothing else belongs to it.
MEASURES: dict[Protocol, tuple[str, ...]] = {
    "time_trial": ("distance_m", "duration_s"),
    "submaximal_run": ("distance_m", "duration_s", "avg_hr_bpm"),
    "rep_max": ("exercise", "load_kg", "reps"),
    "calf_raises": ("reps", "side"),
    "plank": ("hold_s",),
    "side_plank": ("hold_s", "side"),
    "hop": ("hop_m", "side"),
}
_EVERY = tuple(dict.fromkeys(name for names in MEASURES.values() for name in names))
_NAMES = {
    "distance_m": "distance", "duration_s": "time", "avg_hr_bpm": "average heart rate",
    "exercise": "exercise", "load_kg": "weight", "reps": "reps", "side": "side",
    "hold_s": "hold", "hop_m": "distance of the hop",
}  # fmt: skip
SHORTEST_TRIAL_M, LONGEST_TRIAL_M = 1500, 10_000
FEWEST_REPS, MOST_REPS = 3, 5


@dataclass(frozen=True, kw_only=True)
class FitnessTest:
    """One test on one day: distance [m], time [s], load [kg], reps; each side is its own test."""

    protocol: Protocol
    day: date
    distance_m: float | None = None
    duration_s: float | None = None
    avg_hr_bpm: float | None = None
    exercise: str | None = None
    load_kg: float | None = None
    reps: int | None = None
    hold_s: float | None = None
    hop_m: float | None = None
    side: Side | None = None
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse a test without what its protocol measures, or with anything else."""
        refuse_other("protocol", self.protocol, get_args(Protocol))
        if self.side is not None:
            refuse_other("side", self.side, get_args(Side))
        refuse(self, "distance_m", "duration_s", "avg_hr_bpm", "load_kg", "reps", "hold_s", "hop_m")
        wanted = MEASURES[self.protocol]
        for name in _EVERY:
            if (getattr(self, name) is not None) != (name in wanted):
                need = "needs" if name in wanted else "has no"
                raise FieldError(name, f"this test {need} {_NAMES[name]}")
        self._refuse_outside()

    def _refuse_outside(self) -> None:
        trial_m = self.distance_m if self.protocol == "time_trial" else None
        if trial_m is not None and not SHORTEST_TRIAL_M <= trial_m <= LONGEST_TRIAL_M:
            raise FieldError("distance_m", "a time trial is 1.5 to 10 km long")
        if self.protocol == "rep_max" and self.reps not in range(FEWEST_REPS, MOST_REPS + 1):
            raise FieldError("reps", f"this test takes 3 to 5 reps, got {self.reps}")
        if self.reps == 0:
            raise FieldError("reps", "a test needs at least one rep")

    def doubts(self) -> list[str]:
        """Return a sentence for each value that is possible but unusual."""
        return doubts(self)
