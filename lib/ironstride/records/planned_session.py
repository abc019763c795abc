"""A planned session: a run or a lift that the runner means to do on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ironstride.records.lift import MAX_SETS_PER_EXERCISE, LiftSet
from ironstride.records.limits import (
    LIMITS,
    LONGEST_NOTES,
    LONGEST_TITLE,
    NAMES,
    FieldError,
    refuse,
    refuse_day,
    refuse_long,
    refuse_other,
)
from ironstride.records.run import RunType

PlannedKind = Literal["run", "lift"]

LAST_PLACE = 20
LONGEST_MUSCLES = 200
_OF_A_LIFT = {"legs": "leg work", "exercises": "exercises"}


@dataclass(frozen=True, kw_only=True)
class PlannedExercise:
    """Sets of `reps_low` to `reps_high` reps, or of a hold [s]; load [kg] where it is decided.

    `own` says whether the runner had done it lately, `muscles` for which groups it is there.
    """

    exercise: str
    sets: int = 3
    reps_low: int | None = None
    reps_high: int | None = None
    load_kg: float | None = None
    hold_s: float | None = None
    rir: float | None = None
    own: bool = True
    muscles: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be lifted."""
        if not self.exercise.strip():
            raise FieldError("exercise", "choose an exercise")
        if not 1 <= self.sets <= MAX_SETS_PER_EXERCISE or self.sets != int(self.sets):
            most = f"sets must be a whole number from 1 to {MAX_SETS_PER_EXERCISE}"
            raise FieldError("sets", f"{most}, got {self.sets:g}")
        self._refuse_reps()
        refuse(self, "load_kg", "hold_s", "rir")
        refuse_long(self, muscles=LONGEST_MUSCLES)

    def _refuse_reps(self) -> None:
        if self.reps_low is None and self.hold_s is None:
            raise FieldError("reps_low", "a planned exercise needs reps or a hold")
        if (self.reps_low is None) != (self.reps_high is None):
            missing = "reps_low" if self.reps_low is None else "reps_high"
            raise FieldError(missing, "a range of reps has two ends")
        for name in ("reps_low", "reps_high"):
            reps = getattr(self, name)
            if reps is None:
                continue
            most = LIMITS["reps"].high
            if reps != int(reps) or not 1 <= reps <= most:
                raise FieldError(name, f"{NAMES['reps']} must be 1 to {most:g}, got {reps:g}")
        if self.reps_low and self.reps_high and self.reps_low > self.reps_high:
            raise FieldError("reps_high", "the most reps must not be below the least")

    def as_sets(self) -> tuple[LiftSet, ...]:
        """Return its sets with the fewest reps; a load that is left open is 0 kg.

        >>> squat = PlannedExercise(exercise="Back squat", sets=2, reps_low=5, reps_high=8)
        >>> [(one.reps, one.load_kg) for one in squat.as_sets()]
        [(5, 0.0), (5, 0.0)]
        """
        one = LiftSet(
            exercise=self.exercise,
            reps=self.reps_low,
            load_kg=self.load_kg or 0.0,
            hold_s=self.hold_s,
        )
        return (one,) * self.sets


@dataclass(frozen=True, kw_only=True)
class PlannedSession:
    """A run of a type, or a lift, on a day: distance [m] and time [s] where they are decided.

    `order` is its place in the day, from 1; `legs` marks a lift with leg work.
    """

    day: date
    kind: PlannedKind
    order: int = 1
    type: RunType | Literal[""] = ""
    legs: bool = False
    distance_m: float | None = None
    duration_s: float | None = None
    title: str = ""
    notes: str = ""
    exercises: tuple[PlannedExercise, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a run without a type, and what only the other kind has."""
        refuse_day("day", "the day", self.day)
        refuse_other("kind", self.kind, get_args(PlannedKind))
        if not 1 <= self.order <= LAST_PLACE:
            raise FieldError("order", f"the place in the day must be 1 to {LAST_PLACE}")
        refuse(self, "distance_m", "duration_s")
        refuse_long(self, title=LONGEST_TITLE, notes=LONGEST_NOTES)
        if self.kind == "run":
            refuse_other("run type", self.type, get_args(RunType))
            self._refuse_any(_OF_A_LIFT, "run")
        else:
            self._refuse_any({"type": "run type", "distance_m": "distance"}, "lift")

    def _refuse_any(self, fields: dict[str, str], kind: str) -> None:
        for field, name in fields.items():
            if getattr(self, field):
                raise FieldError(field, f"a planned {kind} has no {name}")
