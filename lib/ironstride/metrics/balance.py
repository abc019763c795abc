"""Balance between parts of the body: each four weeks beside the runner's own earlier ones."""

from datetime import date

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.balance import BalanceBlocks
from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.metrics.coverage import coverage_by_muscle, weekly_coverage
from ironstride.metrics.four_weeks import BLOCK_WEEKS, block_of, last_block
from ironstride.metrics.hard_sets import HARD_RIR, is_hard, sides_weight
from ironstride.metrics.sides import side_bests, side_tests

__all__ = [
    "CANNOT_TELL",
    "LEAST_BLOCKS",
    "balance_blocks",
    "block_of",
    "coverage_by_muscle",
    "side_bests",
    "side_tests",
    "weekly_coverage",
]

LEAST_SETS = 4  # in both parts together, one a week: with fewer a share is mostly chance
LEAST_BLOCKS = 6
CANNOT_TELL = "cannot tell yet"

# Groups by where they lie, as far as nine groups can tell: core is the abdominals, back the
# muscles behind. `hip` works sideways, `upper` is chest and rear shoulders in one: in neither.
POSTERIOR = ("calves", "hamstrings", "glutes", "back")
ANTERIOR = ("quads", "hip flexors", "core")
# Presses and pulls are both upper body, and so is the back of a deadlift: it is one group.
UPPER = ("upper", "back")
LOWER = ("calves", "hamstrings", "quads", "glutes", "hip flexors", "hip")
CORE = ("core",)

PARTS: dict[str, tuple[str, ...]] = {
    "hamstrings": ("hamstrings",),
    "quads": ("quads",),
    "posterior": POSTERIOR,
    "anterior": ANTERIOR,
    "upper": UPPER,
    "lower": LOWER,
    "core": CORE,
}
# The parts of each measure: one, and those that it is held against.
MEASURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "hamstrings : quads": ("hamstrings", ("quads",)),
    "posterior : anterior": ("posterior", ("anterior",)),
    "upper": ("upper", ("lower", "core")),
    "lower": ("lower", ("upper", "core")),
    "core": ("core", ("upper", "lower")),
    "left : right": ("left", ("right",)),
}


def balance_blocks(
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    hard_rir: int = HARD_RIR,
) -> DataFrame[BalanceBlocks]:
    """Return one row per four weeks and measure: hard sets of both parts, share and own band.

    A hard set counts in a part by its largest share there (direct 1, indirect 0.5: Pelland 2024,
    SportRxiv 10.51224/SRXIV.460), so a squat is one set of the lower body however many groups it
    reaches; a set of one side counts half. `left : right` counts the sets that name a side.
    No norm is for sets (the 0.6 of hamstrings to quads is torque on a machine: Coombs & Garbutt
    2002, J Sports Sci Med 1:56), so a block is held against the runner's own earlier ones:
    `low` to `high` are the quartiles of the shares of all before it, from six on; until then
    nothing can be told. One set beyond is still `within`, for who lifts by a plan has no spread.
    A block below 4 sets in both parts has no share and is none of them. Half of the earlier
    blocks lie outside their own quartiles: a thing to look at, not a fault.
    Blocks are counted back from the last finished week; the unfinished week is in none. No
    sets: no rows.

    >>> balance_blocks(LiftSets.empty(), ExerciseMuscles.empty(), today=date(2026, 11, 20)).empty
    True
    """
    hard = lift_sets[is_hard(lift_sets, hard_rir)]
    hard = hard.assign(block=block_of(hard.started_at, today, week_start))
    hard = hard[hard.block <= last_block(today, week_start)]
    if hard.empty:
        return BalanceBlocks.empty()
    counts = _counts(hard, muscles)
    return BalanceBlocks.validate(
        pd.concat([_measured(counts, name) for name in MEASURES], ignore_index=True)
    )


def _counts(hard: pd.DataFrame, muscles: DataFrame[ExerciseMuscles]) -> pd.DataFrame:
    """Return the hard sets of each block (row) in each part (column), no block left out."""
    weighed = hard.assign(weight=sides_weight(hard))
    done = weighed.pivot_table(
        index="block", columns="exercise", values="weight", aggfunc="sum", fill_value=0.0
    )
    counts = pd.DataFrame(
        {part: done @ _shares(muscles, groups, done.columns) for part, groups in PARTS.items()}
    )
    for side in ("left", "right"):
        counts[side] = hard[hard.side == side].groupby("block").size()
    step = pd.Timedelta(weeks=BLOCK_WEEKS)
    calendar = pd.date_range(hard.block.min(), hard.block.max(), freq=step, name="block")
    return counts.reindex(calendar).fillna(0.0)


def _shares(
    muscles: DataFrame[ExerciseMuscles], groups: tuple[str, ...], exercises: pd.Index
) -> "pd.Series[float]":
    of_part = muscles[muscles.muscle.isin(groups)]
    return of_part.groupby("exercise").share.max().reindex(exercises, fill_value=0.0)


def _measured(counts: pd.DataFrame, measure: str) -> pd.DataFrame:
    part, others = MEASURES[measure]
    ours, theirs = counts[part], counts[list(others)].sum(axis=1)
    enough = ours + theirs >= LEAST_SETS
    table = pd.DataFrame(
        {
            "measure": measure,
            "part_sets": ours,
            "other_sets": theirs,
            "share": (ours / (ours + theirs)).where(enough),
            "ratio": (ours / theirs).where(enough & (theirs > 0)),
        }
    )
    return _banded(table).rename_axis("block").reset_index()


def _banded(table: pd.DataFrame) -> pd.DataFrame:
    """Add the quartiles of the blocks before each, where they are enough, and where it lies."""
    before = table.share.shift().expanding(min_periods=LEAST_BLOCKS)
    low, median, high = (before.quantile(part) for part in (0.25, 0.50, 0.75))
    one_set = 1 / (table.part_sets + table.other_sets).clip(lower=1)
    place = np.select(
        [
            table.share.isna() | low.isna(),
            table.share < low - one_set - 1e-9,
            table.share > high + one_set + 1e-9,
        ],
        [CANNOT_TELL, "below", "above"],
        "within",
    )
    earlier = table.share.shift().notna().cumsum()
    return table.assign(low=low, median=median, high=high, earlier=earlier, place=place)
