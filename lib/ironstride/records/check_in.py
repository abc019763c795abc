"""A check-in: how the body is on one day, in ten seconds."""

from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from ironstride.records.exercise import Muscle
from ironstride.records.limits import FieldError, doubts, refuse, refuse_other

MOST_SORE = 3


@dataclass(frozen=True, kw_only=True)
class CheckIn:
    """One day: body mass [kg], sleep [h], soreness by muscle (0 to 3), pain (0 to 10), a note."""

    day: date
    body_mass_kg: float | None = None
    sleep_h: float | None = None
    soreness: dict[Muscle, int] = field(default_factory=dict)
    pain: int | None = None
    pain_note: str = ""

    def __post_init__(self) -> None:
        """Refuse what no body shows, and a check-in that says nothing."""
        refuse(self, "body_mass_kg", "sleep_h", "pain")
        for muscle, sore in self.soreness.items():
            refuse_other("muscle", muscle, get_args(Muscle))
            if sore not in range(MOST_SORE + 1):
                raise FieldError("soreness", f"soreness must be 0 to {MOST_SORE}, got {sore}")
        if self.pain_note and self.pain is None:
            raise FieldError("pain", "say how strong the pain is, 0 to 10, beside its note")
        if self.says_nothing:
            raise FieldError("body_mass_kg", "fill in at least one thing")

    @property
    def says_nothing(self) -> bool:
        """Tell whether nothing is filled in."""
        known = (self.body_mass_kg, self.sleep_h, self.pain)
        return not self.soreness and all(one is None for one in known)

    def doubts(self) -> list[str]:
        """Return a sentence for each value that is possible but unusual."""
        return doubts(self)
