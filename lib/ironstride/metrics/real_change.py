"""Whether two single days differ by more than the days of one person do anyway."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ironstride.metrics.fitness import lines

Verdict = Literal[
    "cannot tell yet", "too small to tell", "may be noise", "more than the usual noise"
]


@dataclass(frozen=True)
class DayChange:
    """A change of e1RM [%] between two days, and what can be said of it."""

    change_pct: float
    verdict: Verdict


def two_days(before_kg: float, after_kg: float) -> DayChange:
    """Return the change of e1RM [%] from one day to another, and whether it stands out.

    Two tests of one person differ by 4.2 % (median coefficient of variation, Grgic 2020, doi
    10.1186/s40798-020-00260-z): a difference below √2 × that, 6 %, is too small to tell, from
    1.96 × as much (12 %) on it is more than the usual noise, between them it may be noise. Judged
    on logs, as fitness tests are. A value missing or not above 0: cannot tell yet.

    >>> two_days(100, 105), two_days(100, 110).verdict, two_days(100, 113).verdict
    (DayChange(change_pct=5.0, verdict='too small to tell'), 'may be noise', \
'more than the usual noise')
    """
    if not (before_kg > 0 and after_kg > 0):
        return DayChange(np.nan, "cannot tell yet")
    low, high = lines("rep_max")
    size = abs(np.log(after_kg / before_kg))
    verdict: Verdict = "too small to tell" if size < low else "may be noise"
    if size > high:
        verdict = "more than the usual noise"
    return DayChange(round(100 * (after_kg / before_kg - 1), 9), verdict)
