"""Pearson's r between series that remember: how many independent pairs they are worth."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

Array = npt.NDArray[np.float64]

Z_95 = 1.96
MIN_N_EFF = 3.0
MAX_LAG = 3
# |r| of exactly 1 has no Fisher z.
MAX_R = 1 - 1e-12


@dataclass(frozen=True)
class Correlation:
    """Pearson's r with the effective number of pairs, p and the 95 % interval."""

    r: float
    n_eff: float
    p: float
    ci_low: float
    ci_high: float


def correlation(x: Array, y: Array) -> Correlation:
    """Return Pearson's r of two series (n ≥ 4, neither constant) that may be autocorrelated.

    p from Student's t with n_eff − 2 degrees of freedom; interval by Fisher's z with n_eff,
    which reaches from −1 to 1 when only three pairs are left.
    """
    r = float(np.clip(np.corrcoef(x, y)[0, 1], -MAX_R, MAX_R))
    n_eff = effective_n(x, y)
    t = abs(r) * math.sqrt((n_eff - 2) / (1 - r * r))
    p = 2 * float(stats.t.sf(t, n_eff - 2))
    return Correlation(r, n_eff, p, *_fisher_interval(r, n_eff))


def effective_n(x: Array, y: Array) -> float:
    """Return how many independent pairs two autocorrelated series of n pairs are worth, in [3, n].

    n / (1 + 2 Σ (1 − k/n) r_x(k) r_y(k)) over k = 1 … max(1, min(3, ⌊n/4⌋)), with biased
    autocorrelations (Bayley & Hammersley 1946, doi 10.2307/2983560; Pyper & Peterman 1998,
    doi 10.1139/f98-104). Fewer than 4 pairs, or a constant series, are not for this formula;
    a sum so negative that nothing would be left below the line counts as n.

    >>> slow = np.sin(np.arange(24) / 3)
    >>> round(effective_n(slow, slow), 2)
    6.05
    """
    n = len(x)
    lags = range(1, max(1, min(MAX_LAG, n // 4)) + 1)
    memory = sum((1 - lag / n) * autocorrelation(x, lag) * autocorrelation(y, lag) for lag in lags)
    inflation = 1 + 2 * memory
    return float(n) if inflation <= 0 else float(np.clip(n / inflation, MIN_N_EFF, n))


def autocorrelation(x: Array, lag: int) -> float:
    """Return the biased autocorrelation at `lag` ≥ 1: over n terms, not n − lag.

    >>> autocorrelation(np.array([1.0, 2.0, 3.0, 4.0]), 1)
    0.25
    """
    away = x - x.mean()
    return float((away[lag:] @ away[:-lag]) / (away @ away))


def _fisher_interval(r: float, n_eff: float) -> tuple[float, float]:
    if n_eff <= MIN_N_EFF:
        return -1.0, 1.0
    half = Z_95 / math.sqrt(n_eff - 3)
    return math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)
