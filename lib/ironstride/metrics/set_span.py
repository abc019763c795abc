"""The sets of a span of days: which are counted, and what is left out of them."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import LiftSets
from ironstride.metrics.hard_sets import HARD_RIR, is_hard, is_working


@dataclass(frozen=True)
class SetsCounted:
    """All sets of a span, each once: hard ones, and what was left out of them and why."""

    hard: int = 0
    easy: int = 0
    jumps: int = 0
    failed: int = 0
    warmups: int = 0

    @property
    def all(self) -> int:
        """Return the number of sets in the log."""
        return self.hard + self.easy + self.jumps + self.failed + self.warmups

    @property
    def warmup_share(self) -> float | None:
        """Return the share of all sets that are warm-ups, None without a set."""
        return self.warmups / self.all if self.all else None


def sets_counted(
    lift_sets: DataFrame[LiftSets], *, first: date, last: date, hard_rir: int = HARD_RIR
) -> SetsCounted:
    """Return how many sets from day `first` to `last` are hard, and why the others are not.

    Each set is counted once, in the order warm-up, failed (0 reps), jump, hard, and easy: more
    reps in reserve than `is_hard` allows. A plain count, without a source.

    >>> sets_counted(LiftSets.empty(), first=date(2026, 11, 1), last=date(2026, 11, 7)).all
    0
    """
    sets = within(lift_sets, first, last)
    warmup, jump = sets.set_type == "warmup", sets.kind == "plyometric"
    working, hard = is_working(sets), is_hard(sets, hard_rir)
    return SetsCounted(
        hard=int(hard.sum()),
        easy=int((working & ~jump & ~hard).sum()),
        jumps=int((working & jump).sum()),
        failed=int((~working & ~warmup).sum()),
        warmups=int(warmup.sum()),
    )


def within(lift_sets: DataFrame[LiftSets], first: date, last: date) -> DataFrame[LiftSets]:
    """Return the sets of the local days from `first` to `last`, both included.

    Raises:
        ValueError: the span ends before it begins.
    """
    if last < first:
        raise ValueError(f"a span ends on its first day or later, got {first} to {last}")
    seen = until(lift_sets, last)
    return DataFrame[LiftSets](seen[seen.started_at >= pd.Timestamp(first)])


def until(lift_sets: DataFrame[LiftSets], last: date) -> DataFrame[LiftSets]:
    """Return the sets up to the end of a local day."""
    return DataFrame[LiftSets](
        lift_sets[lift_sets.started_at < pd.Timestamp(last) + pd.Timedelta(days=1)]
    )
