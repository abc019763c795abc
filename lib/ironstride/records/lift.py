"""A lift session and its sets."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from ironstride.records.limits import doubts, refuse, refuse_other
from ironstride.records.session import Kind, Session, Sport

SetType = Literal["warmup", "work", "drop", "failure"]
Side = Literal["left", "right"]

MAX_SETS_PER_EXERCISE = 50
UNUSUAL_SETS_PER_EXERCISE = 15
UNUSUALLY_SHORT_S = 300


@dataclass(frozen=True, kw_only=True)
class LiftSet:
    """One set: reps, or a hold [s], with a load [kg] (0 for body weight) and reps in reserve.

    On an exercise of kind `assisted` the load is the assistance.
    """

    exercise: str
    set_type: SetType = "work"
    side: Side | None = None
    reps: int | None = None
    load_kg: float = 0.0
    hold_s: float | None = None
    rir: float | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot have been lifted; 0 reps is a failed attempt."""
        if not self.exercise.strip():
            raise ValueError("a set needs the name of its exercise")
        refuse_other("set type", self.set_type, get_args(SetType))
        if self.side is not None:
            refuse_other("side", self.side, get_args(Side))
        if self.reps is None and self.hold_s is None:
            raise ValueError("a set needs reps or a hold")
        if self.reps is not None and self.reps != int(self.reps):
            raise ValueError(f"reps must be a whole number, got {self.reps}")
        refuse(self, "reps", "load_kg", "hold_s", "rir")


@dataclass(frozen=True, kw_only=True)
class Lift(Session):
    """A lift session: its sets in the order they were done."""

    kind: ClassVar[Kind] = "lift"
    sports: ClassVar[tuple[str, ...]] = ("strength",)

    sport: Sport = "strength"
    sets: tuple[LiftSet, ...] = ()

    def __post_init__(self) -> None:
        """Refuse more sets of one exercise than a day holds."""
        super().__post_init__()
        for name, times in Counter(one.exercise for one in self.sets).items():
            if times > MAX_SETS_PER_EXERCISE:
                raise ValueError(f"more than {MAX_SETS_PER_EXERCISE} sets of {name} in one session")

    def doubts(self, max_hr_bpm: float | None = None) -> list[str]:
        """Return a sentence for each value that is possible but unusual for this runner."""
        found = super().doubts(max_hr_bpm)
        if self.duration_s and self.duration_s < UNUSUALLY_SHORT_S:
            found.append(f"a lift session of {self.duration_s:.0f} s is unusually short")
        for name, times in Counter(one.exercise for one in self.sets).items():
            if times > UNUSUAL_SETS_PER_EXERCISE:
                found.append(f"{times} sets of {name} are unusual")
        return found + [f"{one.exercise}: {said}" for one in self.sets for said in doubts(one)]
