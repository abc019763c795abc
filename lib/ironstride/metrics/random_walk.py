"""Steps in a weekly series that wanders: generalised least squares with a random walk inside."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

# Variance of one week's step of the walk, in units of the variance of one run. None is 0: fitness
# that is taken not to wander lets every bend of it pass for a step.
WALKS = (0.01, 0.03, 0.1, 0.3)
FLAT = 1e-9


@dataclass(frozen=True, eq=False)
class WalkingLevel:
    """A weekly level: which week (position), its value, how many runs are behind it, shape (n,)."""

    week: npt.NDArray[np.int64]
    value: Array
    runs: npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Steps:
    """A step at each candidate: size, standard error, twice the gain in log-likelihood, (c,)."""

    size: Array
    se: Array
    gain: Array

    def where(self, kept: npt.NDArray[np.bool_]) -> "Steps":
        """Return the steps at some of the candidates."""
        return Steps(self.size[kept], self.se[kept], self.gain[kept])


def steps_at(level: WalkingLevel, candidates: Array, known: Array) -> Steps:
    """Return the step at each candidate column beside the known ones, shape (c,).

    value = constant + known steps + random walk + noise of variance σ² ÷ runs, by maximum
    likelihood; the walk's variance is chosen anew for each candidate among `WALKS`, as the step
    itself would otherwise be taken for wandering. A level break in a local level model (Harvey &
    Koopman 1992, doi 10.1080/07350015.1992.10509913); season and trend are part of the walk. A
    candidate that the other columns explain has size 0.

    >>> level = WalkingLevel(np.arange(40), np.repeat([0.0, 1.0], 20), np.ones(40, int))
    >>> steps_at(level, step_columns(level.week, [20]), np.empty((40, 0))).size.round(3)
    array([1.])
    """
    tried = [_tried(level, candidates, known, walk) for walk in WALKS]
    best = np.argmax([one.likelihood for one in tried], axis=0)
    picked = np.arange(candidates.shape[1])
    without = max(one.likelihood_without for one in tried)
    size, se, likelihood = (
        np.array([getattr(one, name) for one in tried])[best, picked]
        for name in ("size", "se", "likelihood")
    )
    return Steps(size, se, 2 * (likelihood - without))


def step_columns(week: npt.NDArray[np.int64], first: npt.ArrayLike) -> Array:
    """Return a column for each first week of a step: 0 before it, 1 from it on, shape (n, c).

    >>> step_columns(np.array([1, 2, 3]), [2])
    array([[0.],
           [1.],
           [1.]])
    """
    return np.asarray(week[:, None] >= np.asarray(first)[None, :], dtype=np.float64)


def ramp_columns(week: npt.NDArray[np.int64], middle: npt.ArrayLike, length: int) -> Array:
    """Return a column for each slow step: 0, then rising to 1 over `length` weeks, shape (n, c).

    >>> ramp_columns(np.array([0, 1, 2, 3, 4]), [2], 2)[:, 0]
    array([0. , 0. , 0.5, 1. , 1. ])
    """
    since = week[:, None] - np.asarray(middle)[None, :] + length / 2
    return np.asarray(np.clip(since / length, 0.0, 1.0), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class _Tried:
    size: Array
    se: Array
    likelihood: Array
    likelihood_without: float


def _tried(level: WalkingLevel, candidates: Array, known: Array, walk: float) -> _Tried:
    """Return every candidate's step with the walk's variance given, all at once."""
    columns = np.column_stack([np.ones(len(level.week)), known])
    both = np.column_stack([level.value, columns, candidates])
    white, log_root = _whitened(level, both, walk)
    basis = np.linalg.qr(white[:, 1 : 1 + columns.shape[1]])[0]
    left = white - basis @ (basis.T @ white)
    y, steps = left[:, 0], left[:, 1 + columns.shape[1] :]
    length = (steps**2).sum(axis=0)
    usable = length > FLAT
    size = np.where(usable, steps.T @ y / np.where(usable, length, 1.0), 0.0)
    without = float(y @ y)
    rest = np.maximum(without - size**2 * length, FLAT)
    n = len(y)
    freedom = max(n - columns.shape[1] - 1, 1)
    return _Tried(
        size,
        np.where(usable, np.sqrt(rest / freedom / np.where(usable, length, 1.0)), np.inf),
        -0.5 * n * np.log(rest / n) - log_root,
        -0.5 * n * float(np.log(max(without, FLAT) / n)) - log_root,
    )


def _whitened(level: WalkingLevel, columns: Array, walk: float) -> tuple[Array, float]:
    """Return columns as independent errors of variance 1, and the log of what they were scaled by.

    The Kalman filter of a local level: what each week adds to what the weeks before it foretell.
    The same as a Cholesky root of the covariance would give, in time that grows with the weeks and
    not with their cube.
    """
    white = np.empty_like(columns)
    foretold, variance, scales = np.zeros(columns.shape[1]), 0.0, np.empty(len(columns))
    steps = walk * np.diff(level.week, append=level.week[-1])
    for week, (noise, step) in enumerate(zip(1 / level.runs, steps, strict=True)):
        total = variance + noise
        scales[week] = np.sqrt(total)
        new = columns[week] - foretold
        white[week] = new / scales[week]
        foretold += variance / total * new
        variance = variance * noise / total + step
    return white, float(np.log(scales).sum())
