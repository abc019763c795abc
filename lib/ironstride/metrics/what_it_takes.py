"""What it would take to see an effect, in words: how long as now, and how long by plan."""

from pandera.typing.pandas import DataFrame

from ironstride.frames.blocks import TrainingBlocks
from ironstride.frames.together import BlockAssociation
from ironstride.metrics.power import Planned, PowerNeeded, power_needed
from ironstride.metrics.verdict import weeks_paired
from ironstride.metrics.wording import PATTERNS
from ironstride.standards.detection import Pattern
from ironstride.units import count

# The optimistic end of what trials report, and about what they report on average.
EFFECTS = (0.30, 0.15)
MIN_ON_BLOCKS = 2
ROWS = (
    "seen so far in",
    "going on as now, seen in 8 of 10 after",
    "12 weeks of lifting and 12 without from today, a test every month",
    "the same, a test every week",
)


def lifting_pattern(found: BlockAssociation, blocks: DataFrame[TrainingBlocks]) -> Pattern:
    """Return how strength moves: in turn by the marked blocks, one way only, or as it happens.

    In turn takes two marked blocks of heavy lifting and one of maintenance or without lifting.

    >>> nothing = BlockAssociation("not enough data", "not reached", 0, 0, 4, [])
    >>> lifting_pattern(nothing, TrainingBlocks.empty())
    'wandering'
    """
    if found.gate in ("only rises", "only falls"):
        return "rise and plateau"
    heavy = int((blocks.kind == "heavy lifting").sum())
    between = blocks.kind.isin(["maintenance", "no lifting"]).any()
    return "on/off" if heavy >= MIN_ON_BLOCKS and between else "wandering"


def what_it_takes(found: BlockAssociation, pattern: Pattern) -> dict[str, list[str]]:
    """Return, for effects of two sizes, how long they would take to be seen: a column each.

    `ROWS` names the rows. Seen means found in 8 of 10 simulated logs (`power_needed`) that go on
    as this one does, or that follow a plan from today on.
    """
    weeks = weeks_paired(found)
    needed = [power_needed(size, weeks_so_far=weeks, pattern=pattern) for size in EFFECTS]
    return {f"{10 * one.effect:g} % faster": _column(one) for one in needed}


def basis(found: BlockAssociation, pattern: Pattern) -> str:
    """Say what kind of log the numbers are about."""
    weeks = count(weeks_paired(found), "week")
    return (
        "If 10 % more strength made you this much faster: counted in 4 000 simulated logs each, "
        f"with {PATTERNS[pattern]} and easy pace by heart rate, {weeks} in block pairs so far. A "
        "real log has gaps and takes longer."
    )


def _column(needed: PowerNeeded) -> list[str]:
    return [
        f"{round(100 * needed.found_now)} of 100 logs",
        _as_now(needed.more_weeks),
        _planned(needed.monthly),
        _planned(needed.weekly),
    ]


def _as_now(more_weeks: int | None) -> str:
    if more_weeks is None:
        return "more than five years"
    return count(more_weeks, "more week") if more_weeks else "enough"


def _planned(plan: Planned | None) -> str:
    if plan is None:
        return "more than five years"
    weeks, blocks = count(plan.weeks, "week"), count(plan.blocks, "block")
    return f"{weeks}: {blocks}, {count(plan.tests, 'test')}"
