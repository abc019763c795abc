"""A step beside a random walk is the one of generalised least squares, written out in full."""

import numpy as np
import pytest
from scipy.linalg import solve_triangular

from ironstride.metrics.random_walk import (
    WALKS,
    Array,
    WalkingLevel,
    ramp_columns,
    step_columns,
    steps_at,
)


def _level(seed: int) -> WalkingLevel:
    """Return sixty weeks with pauses, each with one run or a few."""
    random = np.random.default_rng(seed)
    week = np.sort(random.choice(90, 60, replace=False)).astype(np.int64)
    value = np.cumsum(random.normal(0, 0.4, 60)) + random.normal(0, 1, 60)
    return WalkingLevel(week, value, random.integers(1, 6, 60))


def _in_full(level: WalkingLevel, column: Array, known: Array) -> tuple[float, float]:
    """Return size and gain of one step by the whole covariance and ordinary least squares."""
    since = (level.week - level.week[0]).astype(float)
    tried = []
    for walk in WALKS:
        root = np.linalg.cholesky(np.diag(1 / level.runs) + walk * np.minimum.outer(since, since))
        others = np.column_stack([np.ones(len(since)), known])
        both = np.column_stack([level.value, others, column])
        white = solve_triangular(root, both, lower=True)
        log_root = float(np.log(np.diag(root)).sum())
        told = []
        for columns in (white[:, 1:-1], white[:, 1:]):
            slopes = np.linalg.lstsq(columns, white[:, 0])[0]
            rest = float(((white[:, 0] - columns @ slopes) ** 2).mean())
            told.append((-0.5 * len(since) * np.log(rest) - log_root, slopes[-1]))
        tried.append(told)
    without = max(one[0][0] for one in tried)
    likelihood, size = max(one[1] for one in tried)
    return size, 2 * (likelihood - without)


@pytest.mark.parametrize("seed", range(5))
def test_a_step_is_the_one_of_generalised_least_squares(seed: int) -> None:
    level = _level(seed)
    known = step_columns(level.week, level.week[[20]])
    columns = np.column_stack(
        [step_columns(level.week, level.week[[30, 45]]), ramp_columns(level.week, [40], 12)]
    )
    found = steps_at(level, columns, known)
    expected = [_in_full(level, columns[:, [one]], known) for one in range(3)]
    assert np.column_stack([found.size, found.gain]) == pytest.approx(np.array(expected), rel=1e-7)


def test_a_step_that_is_known_already_has_no_size() -> None:
    level = _level(9)
    known = step_columns(level.week, level.week[[20]])
    assert steps_at(level, known, known).size == pytest.approx([0.0])
