"""`block_association` over thousands of logs at once, and the naive method beside it.

All logs of a batch lack the same weeks. `tests/standards/test_detection.py` holds every answer
against `block_association` itself.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from ironstride.metrics import association, autocorrelation
from ironstride.metrics.block_changes import MIN_VALID_WEEKS, WEEKS_PER_YEAR
from tests.bench.simulated import STRENGTH_NOISE, Array, Logs

Flags = npt.NDArray[np.bool_]
BLOCK_WEEKS = 4


@dataclass(frozen=True)
class Told:
    """Of each log: r, whether its interval leaves out 0, and whether r may be told at all."""

    r: Array
    away: Flags
    compared: Flags

    @property
    def linked(self) -> Flags:
        """Whether the page would tell a link or a hint."""
        return self.away & self.compared

    @property
    def faster(self) -> Flags:
        """Whether the page would tell a link or a hint in the direction that was put in."""
        return self.linked & (self.r > 0)


def told(logs: Logs, *, week_number: bool, errors: bool, min_valid: int = MIN_VALID_WEEKS) -> Told:
    """Return what D3 tells of every log; with the week number as covariate, as the page asks.

    `errors`: the noise of the index is known and the changes of strength must exceed it.
    """
    columns = _columns(logs.strength.shape[1], week_number=week_number)
    sides = logs.strength, logs.performance
    adjusted = [_adjusted(side, logs.volume, columns) for side in sides]
    observed, strength, speed = (
        np.diff(_block_means(side, min_valid)) for side in (sides[0], *adjusted)
    )
    kept = np.isfinite(strength[0, :-1]) & np.isfinite(speed[0, 1:])
    x, y = strength[:, :-1][:, kept], speed[:, 1:][:, kept]
    if kept.sum() < association.MIN_PAIRS or _weeks_of_both(logs) < association.MIN_WEEKS:
        none = np.zeros(len(x), dtype=bool)
        return Told(np.full(len(x), np.nan), none, none)
    compared = _turns(observed[:, :-1][:, kept]) & _turns(x)
    compared &= y.std(axis=1, ddof=1) > association.RESOLUTION
    if errors:
        error = STRENGTH_NOISE * np.sqrt(2 / BLOCK_WEEKS)
        compared &= x.std(axis=1, ddof=1) >= association.SIGNAL_TO_ERROR * error
    return Told(*_related(x, y), compared)


def naive(logs: Logs) -> Array:
    """Return Pearson's r of the weekly levels where p < .05, else 0: the obvious chart."""
    known = np.isfinite(logs.performance[0])
    x, y = logs.strength[:, known], logs.performance[:, known]
    r = _pearson(x, y)
    n = int(known.sum())
    return np.where(np.abs(r) * np.sqrt((n - 2) / (1 - r**2)) > stats.t.isf(0.025, n - 2), r, 0.0)


def _columns(weeks: int, *, week_number: bool) -> Array:
    time = np.arange(weeks)
    angle = 2 * np.pi * time / WEEKS_PER_YEAR
    columns = [np.ones(weeks), np.sin(angle), np.cos(angle), *([time] if week_number else [])]
    return np.column_stack(columns)


def _adjusted(series: Array, volume: Array, columns: Array) -> Array:
    known = np.isfinite(series[0])
    basis = np.linalg.qr(columns[known])[0]
    y, v = (side[:, known] - side[:, known] @ basis @ basis.T for side in (series, volume))
    left = np.full(series.shape, np.nan)
    left[:, known] = y - v * ((y * v).sum(axis=1) / (v * v).sum(axis=1))[:, None]
    return left


def _block_means(series: Array, min_valid: int) -> Array:
    blocks = series[:, series.shape[1] % BLOCK_WEEKS :].reshape(len(series), -1, BLOCK_WEEKS)
    count = np.isfinite(blocks).sum(axis=2)
    return np.where(count >= min_valid, np.nansum(blocks, axis=2) / np.maximum(count, 1), np.nan)


def _weeks_of_both(logs: Logs) -> int:
    known = np.flatnonzero(np.isfinite(logs.performance[0]))
    return int(known[-1] - known[0] + 1)


def _turns(changes: Array) -> Flags:
    rises = (changes > association.RESOLUTION).sum(axis=1)
    falls = (changes < -association.RESOLUTION).sum(axis=1)
    return np.asarray((rises >= association.MIN_TURNS) & (falls >= association.MIN_TURNS))


def _pearson(x: Array, y: Array) -> Array:
    x, y = (side - side.mean(axis=1, keepdims=True) for side in (x, y))
    scale = np.sqrt((x * x).sum(axis=1) * (y * y).sum(axis=1))
    return np.asarray((x * y).sum(axis=1) / scale)


def _related(x: Array, y: Array) -> tuple[Array, Flags]:
    r = np.clip(_pearson(x, y), -autocorrelation.MAX_R, autocorrelation.MAX_R)
    worth = _effective_n(x, y)
    few = worth <= autocorrelation.MIN_N_EFF
    half = autocorrelation.Z_95 / np.sqrt(np.where(few, 1.0, worth - 3))
    return r, ~few & (np.abs(np.arctanh(r)) > half)


def _effective_n(x: Array, y: Array) -> Array:
    n = x.shape[1]
    lags = range(1, max(1, min(autocorrelation.MAX_LAG, n // 4)) + 1)
    memory = sum((1 - lag / n) * _memory(x, lag) * _memory(y, lag) for lag in lags)
    inflation = np.asarray(1 + 2 * memory)
    worth = n / np.where(inflation <= 0, 1.0, inflation)
    return np.asarray(np.clip(worth, autocorrelation.MIN_N_EFF, n))


def _memory(x: Array, lag: int) -> Array:
    away = x - x.mean(axis=1, keepdims=True)
    return np.asarray((away[:, lag:] * away[:, :-lag]).sum(axis=1) / (away * away).sum(axis=1))
