"""Weekly series to changes between blocks: adjusted, averaged, paired with a later block."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ironstride.frames.together import BlockChanges

Array = npt.NDArray[np.float64]

# 365.2425 / 7 to two decimals: with more, the golden values differ in their last digit.
WEEKS_PER_YEAR = 52.18
SEASON_WEEKS = 52
MIN_VALID_WEEKS = 2


@dataclass(frozen=True)
class Changes:
    """Changes of strength and performance [%] into each block but the first, NaN where unknown.

    `sliding` are the changes of performance between any two blocks that follow one another,
    wherever they begin: the first into the block that begins `block_weeks` after the first week.
    """

    starts: npt.NDArray[np.int64]
    observed: Array
    strength: Array
    performance: Array
    sliding: Array

    def pairs(self, lag_blocks: int) -> pd.DataFrame:
        """Return the pairs that are known on both sides, performance `lag_blocks` later."""
        kept = len(self.strength) - min(lag_blocks, len(self.strength))
        frame = pd.DataFrame(
            {
                "block_start": self.starts[:kept],
                "observed_change": self.observed[:kept],
                "strength_change": self.strength[:kept],
                "performance_change": self.performance[lag_blocks:],
            }
        )
        return BlockChanges.validate(frame.dropna(ignore_index=True))


def block_changes(
    strength: Array,
    performance: Array,
    covariates: Sequence[Array],
    block_weeks: int,
    season: bool,
    least: tuple[int, int] = (MIN_VALID_WEEKS, MIN_VALID_WEEKS),
) -> Changes:
    """Return the adjusted changes [%] between the blocks of two weekly series, shape (n,).

    `least` says how many known weeks a block of strength and one of performance must hold.
    """
    calendar = np.arange(len(strength))
    columns = [*covariates, *(season_columns(calendar) if season else ())]
    left = adjusted(performance, columns)
    series = ((strength, least[0]), (adjusted(strength, columns), least[0]), (left, least[1]))
    starts = block_starts(len(strength), block_weeks)[1:]
    observed, moved, later = (
        np.diff(block_means(side, block_weeks, known)) for side, known in series
    )
    return Changes(starts, observed, moved, later, sliding_changes(left, block_weeks, least[1]))


def adjusted(series: Array, columns: Sequence[Array]) -> Array:
    """Return what one least-squares fit on a constant and `columns` leaves of `series`, shape (n,).

    Weeks in which any value is missing stay NaN and take no part in the fit.

    >>> adjusted(np.array([1.0, 2.0, np.nan, 3.0]), [])
    array([-1.,  0., nan,  1.])
    """
    design = np.column_stack([np.ones(len(series)), *columns])
    known = np.isfinite(series) & np.isfinite(design).all(axis=1)
    left = np.full(len(series), np.nan)
    if known.any():
        fit = np.linalg.lstsq(design[known], series[known])[0]
        left[known] = series[known] - design[known] @ fit
    return left


def block_means(series: Array, block_weeks: int, least: int = MIN_VALID_WEEKS) -> Array:
    """Return the mean of each block counted back from the last week; NaN below `least` known weeks.

    >>> block_means(np.array([9.0, 1.0, 3.0, np.nan, 4.0]), 2)
    array([ 2., nan])
    """
    total, count = _totals(series, block_weeks)
    return np.where(count >= least, total / np.maximum(count, 1), np.nan)


def sliding_changes(series: Array, block_weeks: int, least: int = MIN_VALID_WEEKS) -> Array:
    """Return the change from each run of weeks to the one right after it, one for each first week.

    >>> sliding_changes(np.array([1.0, 1.0, 2.0, 4.0, 4.0]), 2)
    array([2. , 2.5])
    """
    if len(series) < 2 * block_weeks:
        return np.array([])
    windows = np.lib.stride_tricks.sliding_window_view(series, block_weeks)
    means = block_means(windows.ravel(), block_weeks, least)
    changes: Array = means[block_weeks:] - means[:-block_weeks]
    return changes


def block_error_squared(errors: Array, block_weeks: int) -> Array:
    """Return the squared standard error of each block's mean, from independent weekly ones.

    >>> block_error_squared(np.array([2.0, 2.0, np.nan, 3.0]), 2)
    array([2., 9.])
    """
    total, count = _totals(errors**2, block_weeks)
    return np.where(count > 0, total / np.maximum(count, 1) ** 2, np.nan)


def block_starts(n_weeks: int, block_weeks: int) -> npt.NDArray[np.int64]:
    """Return the position of each whole block's first week.

    >>> block_starts(10, 4)
    array([2, 6])
    """
    return np.arange(n_weeks % block_weeks, n_weeks, block_weeks, dtype=np.int64)


def weeks_of_both(strength: Array, performance: Array) -> int:
    """Return for how many weeks both series live: from the later start to the earlier end.

    >>> weeks_of_both(np.array([np.nan, 1, 2, 3]), np.array([4, np.nan, 5, np.nan]))
    2
    """
    known = [np.flatnonzero(np.isfinite(side)) for side in (strength, performance)]
    if any(len(weeks) == 0 for weeks in known):
        return 0
    first = max(int(weeks[0]) for weeks in known)
    last = min(int(weeks[-1]) for weeks in known)
    return max(0, last - first + 1)


def season_columns(week: npt.NDArray[np.int64]) -> tuple[Array, Array]:
    """Return a yearly sine and cosine of weeks counted from any one, shape (n,) each.

    >>> [one.round(2).tolist() for one in season_columns(np.array([0, 13, 26]))]
    [[0.0, 1.0, 0.01], [1.0, 0.01, -1.0]]
    """
    angle = 2 * np.pi * week / WEEKS_PER_YEAR
    return np.sin(angle), np.cos(angle)


def _totals(series: Array, block_weeks: int) -> tuple[Array, npt.NDArray[np.int64]]:
    blocks = series[len(series) % block_weeks :].reshape(-1, block_weeks)
    known = np.isfinite(blocks)
    return np.where(known, blocks, 0.0).sum(axis=1), known.sum(axis=1)
