"""How often the runner's own history, put together wrongly, looks as good."""

from dataclasses import dataclass

import numpy as np

from ironstride.frames.together import BlockAssociation

# Shifts that are as strong but for rounding must count.
TIE = 1e-12


@dataclass(frozen=True)
class ShuffledShare:
    """In `as_strong` of `shuffles` wrong orders |r| was as large as in the true one."""

    as_strong: int
    shuffles: int


def shuffled_share(found: BlockAssociation) -> ShuffledShare:
    """Return how many circular shifts of the performance changes reach the |r| of the true order.

    Every shift but the true one is tried once (n_pairs − 1 of them, so nothing is drawn), with
    gaps closed up; each keeps the memory within either series and breaks only their match. That
    makes 10 shifts after a year and 23 after two: too few to test with, enough to show what
    chance does in this very log. Lifting
    that alternates strictly looks alike at many shifts, which makes the share too large.

    Raises:
        ValueError: the association has no r to compare with.
    """
    if np.isnan(found.r):
        raise ValueError(f"nothing to compare shuffles with: {found.status}")
    x = found.pairs["strength_change"].to_numpy()
    y = found.pairs["performance_change"].to_numpy()
    shifted = [abs(np.corrcoef(x, np.roll(y, by))[0, 1]) for by in range(1, len(x))]
    as_strong = sum(bool(r >= abs(found.r) - TIE) for r in shifted)
    return ShuffledShare(as_strong, len(shifted))
