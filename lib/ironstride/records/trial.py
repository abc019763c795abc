"""A trial of one's own: lifting and maintenance by turns, in a schedule that was drawn."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ironstride.records.fitness_test import Protocol
from ironstride.records.limits import (
    LONGEST_NOTES,
    LONGEST_TITLE,
    FieldError,
    refuse_day,
    refuse_long,
    refuse_other,
)
from ironstride.records.training_block import BlockKind

TrialOutcome = Literal["reference pace"] | Protocol

OUTCOMES: tuple[str, ...] = ("reference pace", *get_args(Protocol))
FEWEST_CYCLES, MOST_CYCLES = 3, 6
SHORTEST_WEEKS, LONGEST_WEEKS = 8, 12
LARGEST_STEP_WEEKS, RAREST_TEST_WEEKS = 4, 8
# The blocks of a cycle by whether lifting comes first.
IN_ORDER: dict[bool, tuple[BlockKind, BlockKind]] = {
    True: ("heavy lifting", "maintenance"),
    False: ("maintenance", "heavy lifting"),
}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What was drawn, and from what: enough to list every schedule that could have been.

    From the Monday `begins_on`, each cycle is one block of lifting and one of maintenance:
    `lifts_first` tells for each which was drawn to come first, `block_weeks` are the drawn lengths
    [weeks] in order, each the shortest and so many steps of `step_weeks`. The first
    `wash_in_weeks` of a block do not count. One outcome is named before.
    """

    begins_on: date
    cycles: int
    shortest_weeks: int
    longest_weeks: int
    step_weeks: int = 2
    lifts_first: tuple[bool, ...]
    block_weeks: tuple[int, ...]
    wash_in_weeks: int = 4
    test_every_weeks: int = 4
    outcome: TrialOutcome
    drawn_on: date
    title: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse a schedule that could not have been drawn."""
        refuse_day("begins_on", "the first day", self.begins_on)
        refuse_day("drawn_on", "the day of the draw", self.drawn_on)
        if self.begins_on.weekday():
            raise FieldError("begins_on", f"a trial starts on a Monday, got {self.begins_on:%A}")
        refuse_other("outcome", self.outcome, OUTCOMES)
        self._refuse_numbers()
        self._refuse_counts()
        self._refuse_lengths()
        refuse_long(self, title=LONGEST_TITLE, notes=LONGEST_NOTES)

    @property
    def kinds(self) -> tuple[BlockKind, ...]:
        """The kind of each block, in order."""
        return tuple(kind for first in self.lifts_first for kind in IN_ORDER[first])

    @property
    def weeks(self) -> int:
        """How long the whole trial is [weeks], whatever is drawn."""
        return self.cycles * (self.shortest_weeks + self.longest_weeks)

    def _refuse_numbers(self) -> None:
        for field, name, low, high in (
            ("cycles", "the number of cycles", FEWEST_CYCLES, MOST_CYCLES),
            ("longest_weeks", "the longest block", SHORTEST_WEEKS + 1, LONGEST_WEEKS),
            ("shortest_weeks", "the shortest block", SHORTEST_WEEKS, self.longest_weeks - 1),
            ("step_weeks", "the step between two lengths", 1, LARGEST_STEP_WEEKS),
            ("wash_in_weeks", "the weeks that do not count", 0, self.shortest_weeks - 1),
            ("test_every_weeks", "the weeks between two tests", 1, RAREST_TEST_WEEKS),
        ):
            value = getattr(self, field)
            if type(value) is not int or not low <= value <= high:
                raise FieldError(field, f"{name} must be {low} to {high}, got {value}")

    def _refuse_counts(self) -> None:
        for field, wanted in (("lifts_first", self.cycles), ("block_weeks", 2 * self.cycles)):
            drawn = getattr(self, field)
            if len(drawn) != wanted:
                raise FieldError(
                    field, f"{self.cycles} cycles need {wanted} drawn here, got {len(drawn)}"
                )

    def _refuse_lengths(self) -> None:
        low, high, step = self.shortest_weeks, self.longest_weeks, self.step_weeks
        if (high - low) % step:
            raise FieldError(
                "step_weeks", f"steps of {step} weeks do not lead from {low} to {high} weeks"
            )
        allowed = range(low, high + 1, step)
        if any(type(weeks) is not int or weeks not in allowed for weeks in self.block_weeks):
            lengths = ", ".join(map(str, allowed))
            raise FieldError("block_weeks", f"a block must last one of {lengths} weeks")
        if sum(self.block_weeks) != self.weeks:
            raise FieldError(
                "block_weeks",
                f"blocks must add up to {self.weeks} weeks, got {sum(self.block_weeks)}",
            )
