"""What a comparison may be called, in words that claim no more than it shows."""

from dataclasses import dataclass

from ironstride.frames.together import BlockAssociation
from ironstride.metrics.block_changes import WEEKS_PER_YEAR
from ironstride.metrics.cannot_tell import too_flat, too_little, until_enough, until_it_moves
from ironstride.metrics.missed import missed_in_ten
from ironstride.metrics.wording import IN_TURN, PATTERNS, interval, signed
from ironstride.standards.detection import Pattern
from ironstride.units import count


@dataclass(frozen=True)
class Verdict:
    """The finding in a few words, what it rests on, and what would tell more."""

    title: str
    sentence: str
    what_it_takes: str


def verdict(found: BlockAssociation, pattern: Pattern = "on/off") -> Verdict:
    """Return the words for strength [%] against the easy pace of the block after.

    "Cannot tell" is an answer like any other, and a link is called no more than a link. How often
    a real benefit would be missed is `missed_in_ten` of as many weeks as the pairs cover, where
    strength moves by this pattern.
    """
    if found.status == "not enough data":
        return Verdict("Cannot tell yet", too_little(found), until_enough(found))
    if found.status == "not enough ups and downs":
        title = "Cannot tell: not enough ups and downs"
        return Verdict(title, too_flat(found), until_it_moves(found.gate))
    if found.status == "no clear link":
        return Verdict("No clear link", _unclear(found, pattern), _sharper(found, pattern))
    return Verdict(_linked_title(found), _linked(found), _trial())


def _unclear(found: BlockAssociation, pattern: Pattern) -> str:
    months = count(round(found.n_weeks * 12 / WEEKS_PER_YEAR), "month")
    missed = count(missed_in_ten(weeks_paired(found), pattern=pattern), "time")
    return (
        f"No clear link (r = {signed(found.r)}, plausible {interval(found.ci_low, found.ci_high)}"
        f"; {count(found.n_pairs, 'block pair')} in {months}). That does not mean lifting "
        "doesn't help: with this much data a real benefit would be missed about "
        f"{missed} in 10."
    )


def _sharper(found: BlockAssociation, pattern: Pattern) -> str:
    weeks = weeks_paired(found)
    missed = count(missed_in_ten(weeks, "weekly test", pattern=pattern), "time")
    return (
        "A real benefit here means 3 % more speed from 10 % more strength, with "
        f"{PATTERNS[pattern]}; a smaller one is missed more often. With a fixed test "
        f"every week instead of heart rates it would be missed about {missed} in 10."
    )


def _linked_title(found: BlockAssociation) -> str:
    pace = "faster" if found.r > 0 else "slower"
    start = f"A hint: {pace}" if found.status == "hint" else pace.title()
    return f"{start} after stronger months"


def _linked(found: BlockAssociation) -> str:
    tended = "tended to improve" if found.r > 0 else "tended to slow down"
    numbers = f"r = {signed(found.r)}, {interval(found.ci_low, found.ci_high)}"
    pairs = count(found.n_pairs, "block pair")
    told = [
        f"In months after your strength rose, your easy pace {tended} ({numbers}, {pairs}).",
        "This is a link in your log, not proof that lifting caused it.",
        slope_in_words(found),
    ]
    if found.status == "hint":
        told.append(
            f"By rank alone r = {signed(found.spearman)}: a few blocks carry much of this link."
        )
    if found.r < 0:
        told.append("Tired legs, or running given up for lifting, would look just like this.")
    return " ".join(told)


def slope_in_words(found: BlockAssociation) -> str:
    """Say how much faster or slower per 1 % of strength, where a slope is told."""
    way, sign = ("faster", 1) if found.slope >= 0 else ("slower", -1)
    low, high = sorted((sign * found.slope_low, sign * found.slope_high))
    return (
        f"About {signed(sign * found.slope)} % {way} per 1 % stronger "
        f"(plausible {interval(low, high)})."
    )


def _trial() -> str:
    return (
        f"A planned trial would tell more: {IN_TURN}, in an order that is drawn, with the same "
        "test all along."
    )


def weeks_paired(found: BlockAssociation) -> int:
    """Return the weeks that so many pairs take without a gap: two blocks have no pair."""
    return min(found.n_weeks, (found.n_pairs + 2) * found.block_weeks)
