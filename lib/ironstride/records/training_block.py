"""A training block: weeks that the runner marks as having been of one kind."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ironstride.records.limits import (
    LONGEST_NOTES,
    LONGEST_TITLE,
    FieldError,
    refuse_day,
    refuse_long,
    refuse_other,
)

BlockKind = Literal["heavy lifting", "maintenance", "no lifting", "life event"]

# A day is in one of these at most; a life event may lie over any of them.
LIFTING_KINDS: tuple[BlockKind, ...] = ("heavy lifting", "maintenance", "no lifting")


@dataclass(frozen=True, kw_only=True)
class TrainingBlock:
    """Days of one kind, from the first to the last, both included; one that goes on has no last."""

    kind: BlockKind
    started_on: date
    ended_on: date | None = None
    title: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse an unknown kind, and an end before the beginning."""
        refuse_other("kind", self.kind, get_args(BlockKind))
        refuse_day("started_on", "the first day", self.started_on)
        refuse_day("ended_on", "the last day", self.ended_on)
        if self.ended_on is not None and self.ended_on < self.started_on:
            raise FieldError(
                "ended_on",
                f"the last day ({self.ended_on}) must not be before the first ({self.started_on})",
            )
        refuse_long(self, title=LONGEST_TITLE, notes=LONGEST_NOTES)

    def clashes_with(self, other: "TrainingBlock") -> bool:
        """Tell whether a day would be in two blocks that cannot both be true of it.

        >>> squats = TrainingBlock(kind="heavy lifting", started_on=date(2026, 9, 1))
        >>> squats.clashes_with(TrainingBlock(kind="no lifting", started_on=date(2026, 11, 1)))
        True
        """
        if not {self.kind, other.kind} <= set(LIFTING_KINDS):
            return False
        last, other_last = self.ended_on or date.max, other.ended_on or date.max
        return self.started_on <= other_last and other.started_on <= last
