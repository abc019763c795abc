"""The verdict's words where nothing can be told: too little yet, or nothing that moves."""

from ironstride.frames.together import BlockAssociation, Gate
from ironstride.metrics.association import MIN_PAIRS, MIN_TURNS, MIN_WEEKS
from ironstride.metrics.block_changes import MIN_VALID_WEEKS
from ironstride.metrics.wording import IN_TURN
from ironstride.units import count


def too_little(found: BlockAssociation) -> str:
    """Say how little there is: no shared weeks, under a year, or too many gaps."""
    if found.n_weeks == 0:
        return "Your log does not hold strength and easy pace over the same weeks yet."
    have = count(found.n_weeks, "week")
    if found.n_weeks < MIN_WEEKS:
        return (
            f"You have {have}. We draw both lines but don't compare them: "
            "below a year, coincidence looks just like a link."
        )
    return (
        f"You have {have}, but gaps leave only {count(found.n_pairs, 'block pair')}. We draw both "
        "lines but don't compare them: in so few, coincidence looks just like a link."
    )


def until_enough(found: BlockAssociation) -> str:
    """Say what a comparison takes, and how soon that can be."""
    missing = (MIN_PAIRS - found.n_pairs) * found.block_weeks
    wait = count(max(MIN_WEEKS - found.n_weeks, missing), "week")
    return (
        f"A comparison takes {MIN_WEEKS} weeks and {MIN_PAIRS} pairs of blocks of "
        f"{found.block_weeks} weeks, at least {MIN_VALID_WEEKS} of them with a measure of strength "
        f"and {MIN_VALID_WEEKS} with one of easy pace. The earliest is {wait} from now."
    )


def too_flat(found: BlockAssociation) -> str:
    """Say which side has not moved both ways."""
    reason = {
        "only rises": f"Your strength has {_one_way(found, 'up')}, so we can't tell lifting from "
        "everything else that changed",
        "only falls": f"Your strength has {_one_way(found, 'down')}, so we can't tell lifting from "
        "everything else that changed",
        "within error": "Your strength has moved from block to block by little more than the "
        "scatter of its own measurement, so we can't tell its ups from its downs",
        "flat speed": "Your easy pace has not moved from block to block, so there is nothing to "
        "compare your strength with",
    }.get(found.gate, "Apart from season and weekly distance, your strength has hardly moved")
    return f"{reason} ({count(found.n_pairs, 'block pair')})."


def _one_way(found: BlockAssociation, way: str) -> str:
    change = found.pairs["observed_change"] * (-1 if way == "up" else 1)
    return f"gone {way} in all but one block" if (change > 0).any() else f"only gone {way}"


def until_it_moves(gate: Gate) -> str:
    """Say what would give the comparison something to hold on to."""
    if gate == "flat speed":
        return "It takes a finer measure of pace: the same loop at the same effort every month."
    return (
        f"It takes at least {MIN_TURNS} blocks in which strength rises and {MIN_TURNS} in which "
        f"it falls, by clearly more than its scatter. The surest way is to plan it: {IN_TURN}."
    )
