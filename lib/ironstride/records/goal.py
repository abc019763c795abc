"""A goal: what the runner wants to reach; a marked race is one, with or without a time."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ironstride.records.exercise import Muscle
from ironstride.records.limits import (
    LONGEST_NOTES,
    LONGEST_TITLE,
    FieldError,
    refuse,
    refuse_day,
    refuse_long,
    refuse_other,
)

GoalKind = Literal[
    "distance a week", "runs a week", "lifts a week", "hard sets a week", "e1rm", "race time",
    "race",
]  # fmt: skip

# The most that a target may be, in the unit of its kind: m, runs, lifts, sets, kg, s.
MOST: dict[GoalKind, float] = {
    "distance a week": 1_000_000,
    "runs a week": 28,
    "lifts a week": 14,
    "hard sets a week": 500,
    "e1rm": 1000,
    "race time": 360_000,
    "race": 360_000,
}
_RACES: tuple[GoalKind, ...] = ("race time", "race")


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A target [m, runs, lifts, sets, kg or s by its kind] since a day, until `by` where told.

    `exercise` belongs to an e1RM, `muscle` to hard sets (empty: all of them), `distance_m` to a
    race. A race is on the day `by`; its target time may be left open.
    """

    kind: GoalKind
    since: date
    by: date | None = None
    target: float | None = None
    exercise: str = ""
    muscle: Muscle | Literal[""] = ""
    distance_m: float | None = None
    title: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse a goal without what its kind needs, or with anything else."""
        refuse_other("kind", self.kind, get_args(GoalKind))
        refuse_day("since", "the first day", self.since)
        refuse_day("by", "the last day", self.by)
        if self.by is not None and self.by < self.since:
            raise FieldError("by", f"the day ({self.by}) must not be before {self.since}")
        self._refuse_target()
        refuse(self, "distance_m")
        refuse_long(self, title=LONGEST_TITLE, notes=LONGEST_NOTES)
        if self.muscle:
            refuse_other("muscle", self.muscle, get_args(Muscle))
        self._refuse_strangers()

    def _refuse_target(self) -> None:
        if self.target is None:
            if self.kind != "race":
                raise FieldError("target", "a goal needs a target")
            return
        if not 0 < self.target <= MOST[self.kind]:
            raise FieldError("target", f"the target must lie above 0, up to {MOST[self.kind]:g}")

    def _refuse_strangers(self) -> None:
        if self.kind == "race" and self.by is None:
            raise FieldError("by", "a race needs its day")
        if (self.kind in _RACES) != (self.distance_m is not None):
            need = "needs a distance" if self.kind in _RACES else "has no distance"
            raise FieldError("distance_m", f"this goal {need}")
        if (self.kind == "e1rm") != bool(self.exercise.strip()):
            need = "needs an exercise" if self.kind == "e1rm" else "has no exercise"
            raise FieldError("exercise", f"this goal {need}")
        if self.muscle and self.kind != "hard sets a week":
            raise FieldError("muscle", "this goal has no muscle group")
