"""How much a runner's own test results vary when nothing changed: the typical error."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Days = npt.NDArray[np.datetime64]

CLOSE = np.timedelta64(14, "D")
FEWEST_FREEDOM = 4  # four pairs close together, or ten tests apart


def own_errors(days: Days, logs: Array) -> tuple[Array, Array]:
    """Return typical error [ln units] and its degrees of freedom before each test, shape (n,) each.

    Only tests before a test speak about it; NaN where they are too few. From m pairs at most 14
    days apart that share no test: TE² = Σd² ÷ 2m with m degrees of freedom (Hopkins 2000, Sports
    Med 30:1). Else from n tests further apart: TE² = Σ(x₋₁ − 2x₀ + x₊₁)² ÷ 6(n − 2), von Neumann's
    successive differences taken twice so that a steady trend drops out; its degrees of freedom
    are about 18(n − 2) ÷ 35 (mean and variance of the sum matched to χ²). Real ups and downs and
    uneven spacing stay in, so it errs high.

    >>> days = np.arange("2026-01-01", "2026-01-09", dtype="datetime64[D]")
    >>> error, freedom = own_errors(days, np.array([0, .02, 0, .02, 0, .02, 0, .02]))
    >>> np.isnan(error[:8]).all()
    np.True_
    >>> error, freedom = own_errors(np.append(days, days[-1]), np.array([0, .02] * 4 + [0]))
    >>> error[8].round(4), freedom[8]
    (np.float64(0.0141), np.float64(4.0))
    """
    ends, squares = _pairs(days, logs)
    pairs, tests = _before(ends), np.arange(len(logs)) - 2.0
    bends = np.zeros(len(logs))
    bends[2:] = np.square(np.diff(logs, 2))
    spaced = 18 * tests / 35
    with np.errstate(divide="ignore", invalid="ignore"):
        close_error = np.sqrt(_before(squares) / (2 * pairs))
        spaced_error = np.sqrt(_before(bends) / (6 * tests))
    known = [pairs >= FEWEST_FREEDOM, spaced >= FEWEST_FREEDOM]
    return (
        np.select(known, [close_error, spaced_error], np.nan),
        np.select(known, [pairs, spaced], np.nan),
    )


def _pairs(days: Days, logs: Array) -> tuple[Array, Array]:
    """Mark where a pair of close tests ends, and the square of its difference."""
    ends, squares = np.zeros(len(logs)), np.zeros(len(logs))
    at = 1
    while at < len(logs):
        if days[at] - days[at - 1] <= CLOSE:
            ends[at], squares[at] = 1.0, (logs[at] - logs[at - 1]) ** 2
            at += 1
        at += 1
    return ends, squares


def _before(values: Array) -> Array:
    return np.cumsum(values) - values
