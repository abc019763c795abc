"""Weights that are possible but worth a question: far above the best, or in the other unit."""

from collections.abc import Sequence
from statistics import median

from ironstride.units import KG_PER_LB

FAR_ABOVE, NEAR, LATEST = 3.0, 0.05, 15


def is_far_above(load_kg: float, earlier_kg: Sequence[float]) -> bool:
    """Tell whether a load [kg] is more than 3 × the heaviest earlier one; nothing earlier: no.

    The factor is ours: between two sessions of one exercise nobody triples a weight, and a slip of
    a digit makes it tenfold.

    >>> is_far_above(301, [100, 80]), is_far_above(300, [100, 80]), is_far_above(300, [])
    (True, False, False)
    """
    return bool(earlier_kg) and load_kg > FAR_ABOVE * max(earlier_kg)


def meant_kg(load_kg: float, earlier_kg: Sequence[float]) -> float | None:
    """Return the load [kg] that was meant, if this one looks typed in the other unit.

    It does when it lies within 5 % of 2.2046 times what is usual, or of usual ÷ 2.2046 (the pound
    is 0.45359237 kg by definition). Usual is the median of the latest 15 of `earlier_kg`, newest
    first. None where a load like it was lifted before, for then it is no slip, and where there is
    nothing earlier.

    >>> round(meant_kg(220, [100, 100, 105]), 1), round(meant_kg(45, [100, 100, 105]), 1)
    (99.8, 99.2)
    >>> meant_kg(45, [100, 100, 46]), meant_kg(120, [100])
    (None, None)
    """
    if not earlier_kg or any(_near(load_kg, one) for one in earlier_kg):
        return None
    usual = median(earlier_kg[:LATEST])
    meant = (load_kg * KG_PER_LB, load_kg / KG_PER_LB)
    return next((one for one in meant if _near(one, usual)), None)


def _near(one: float, other: float) -> bool:
    return abs(one / other - 1) <= NEAR
