"""What correlating the weekly lines would say, and what it says where there is nothing to find."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

Array = npt.NDArray[np.float64]

MIN_WEEKS = 10
# Closer than this, a shift still matches strength with the pace that could follow it.
SHORTEST_SHIFT = 8
FINDING_P = 0.05


@dataclass(frozen=True)
class NaiveCorrelation:
    """Pearson's r of `n_weeks` weekly levels; of `shifts` wrong matches `findings` pass as one.

    `needed` is the |r| that the usual rule (p below 0.05) calls a finding.
    """

    n_weeks: int
    r: float
    needed: float
    shifts: int
    findings: int

    @property
    def is_finding(self) -> bool:
        """Tell whether the usual rule would call it a finding."""
        return abs(self.r) > self.needed


def naive_correlation(strength: npt.ArrayLike, performance: npt.ArrayLike) -> NaiveCorrelation:
    """Return the plain correlation of two weekly series [%], shape (n,), NaN where unknown.

    The method that this page does not use: it takes each week for independent, so that two
    series with nothing in common pass as linked in up to 99 of 100 logs (Yule 1926, J R Stat Soc
    89:1; Granger & Newbold 1974, doi 10.1016/0304-4076(74)90034-7). How often it does so in this
    very log: one series is moved round against the other by 8 weeks and more, either way, so
    that what meets does not belong together, and each match is judged by the usual rule. Limits:
    a trend breaks where the ends meet, and on/off blocks match again after a whole cycle.
    Fewer than 10 shared weeks, or a flat series: r is NaN.

    >>> rise = np.arange(60.0)
    >>> found = naive_correlation(rise, rise + np.sin(rise))
    >>> round(found.r, 2), round(found.needed, 2), found.shifts
    (1.0, 0.25, 45)
    """
    x = np.asarray(strength, dtype=np.float64)
    y = np.asarray(performance, dtype=np.float64)
    n, r = _related(x, y)
    shifts = range(SHORTEST_SHIFT, len(x) - SHORTEST_SHIFT + 1)
    moved = [one for by in shifts if not np.isnan((one := _related(x, np.roll(y, by)))[1])]
    needed = {weeks: _needed(weeks) for weeks in {weeks for weeks, _ in moved}}
    findings = sum(abs(again) > needed[weeks] for weeks, again in moved)
    return NaiveCorrelation(n, r, _needed(n), len(moved), findings)


def _related(x: Array, y: Array) -> tuple[int, float]:
    known = np.isfinite(x) & np.isfinite(y)
    n = int(known.sum())
    if n < MIN_WEEKS or not (np.ptp(x[known]) and np.ptp(y[known])):
        return n, np.nan
    return n, float(np.corrcoef(x[known], y[known])[0, 1])


def _needed(n: int) -> float:
    if n < MIN_WEEKS:
        return np.nan
    t = float(stats.t.isf(FINDING_P / 2, n - 2))
    return t / float(np.sqrt(n - 2 + t * t))
