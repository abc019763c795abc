"""An exercise: what it is called, what kind it is, which muscles it works."""

import unicodedata
from dataclasses import dataclass, field
from typing import Literal, get_args

from ironstride.records.limits import LIMITS, refuse, refuse_other

ExerciseKind = Literal["weighted", "bodyweight", "assisted", "timed", "plyometric"]
Muscle = Literal[
    "calves", "hamstrings", "quads", "glutes", "back", "core",
    "hip flexors", "hip", "upper",
]  # fmt: skip

DIRECT, INDIRECT = 1.0, 0.5


def folded(name: str) -> str:
    """Return a name as it is compared, whatever its case: also beyond the letters of ASCII.

    >>> folded("ÉLÉVATION ") == folded("élévation"), folded("FUSSHEBEN") == folded("Fußheben")
    (True, True)
    """
    return unicodedata.normalize("NFC", name.strip().casefold())


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """An exercise: kind, muscles with shares (direct 1, indirect 0.5), aliases.

    `lower_body` says whether its e1RM enters the lower-body strength index.
    """

    name: str
    kind: ExerciseKind = "weighted"
    lower_body: bool = False
    body_mass_fraction: float = 0.0
    muscles: dict[Muscle, float] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an exercise without a name, of no kind, or with an impossible share."""
        if not self.name.strip():
            raise ValueError("an exercise needs a name")
        refuse_other("kind", self.kind, get_args(ExerciseKind))
        refuse(self, "body_mass_fraction")
        for muscle, share in self.muscles.items():
            refuse_other("muscle", muscle, get_args(Muscle))
            LIMITS["share"].refuse("muscle share", share)
