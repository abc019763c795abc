"""Weighted least squares of a two-way layout: an effect of each exercise and one of each week."""

import numpy as np
import numpy.typing as npt
import pandas as pd

Array = npt.NDArray[np.float64]

# Two tests of one person differ by 4.2 % (Grgic 2020); what an exercise is taken to scatter by
# until its own sessions say otherwise, with the weight of five pairs of them.
USUAL_SCATTER, USUAL_PAIRS = 0.042, 5
CLOSE = pd.Timedelta(days=28)
# The level of all exercises together is free; rounding must not make it look known.
FLAT = 1e-10


def week_effects(bests: pd.DataFrame) -> tuple[Array, Array]:
    """Return each week's effect and standard error [%] against the mean week, shape (w,) each.

    Each best weighs 1 ÷ σ² of its exercise (`scatter`); the errors are scaled by how far the
    bests lie from the fit. The weeks are eliminated from the normal equations (Searle 1971,
    Linear Models): what is solved is as small as the number of exercises, however long the log.
    Needs one chain of shared weeks among all exercises, and one best or more.

    >>> days = pd.to_datetime(["2026-01-05", "2026-01-12"])
    >>> bests = pd.DataFrame({"week": days, "started_at": days, "session_id": [1, 2],
    ...                       "exercise": "Back squat", "e1rm_kg": [100.0, 102.0]})
    >>> effect, se = week_effects(bests)
    >>> (effect[1] - effect[0]).round(3), se
    (np.float64(1.98), array([nan, nan]))
    """
    y = 100 * np.log(bests.e1rm_kg.to_numpy())
    weight = 1 / scatter(bests) ** 2
    week, _ = pd.factorize(bests.week, sort=True)
    exercise, names = pd.factorize(bests.exercise, sort=True)
    cells = np.zeros((week.max() + 1, len(names)))
    np.add.at(cells, (week, exercise), weight)
    per_week = cells.sum(axis=1)
    share = cells / per_week[:, None]
    left = y - (np.bincount(week, weight * y) / per_week)[week]
    inverse = np.linalg.pinv(np.diag(cells.sum(axis=0)) - cells.T @ share, FLAT, hermitian=True)
    level = inverse @ np.bincount(exercise, weight * left, len(names))
    effect = np.bincount(week, weight * (y - level[exercise])) / per_week
    freedom = len(y) - len(per_week) - len(names) + 1
    if freedom <= 0:
        return effect, np.full(len(effect), np.nan)
    rss = (weight * np.square(y - level[exercise] - effect[week])).sum()
    return effect, np.sqrt(rss / freedom * _variance(share, per_week, inverse))


def scatter(bests: pd.DataFrame) -> Array:
    """Return how much each best's exercise scatters from session to session [%], shape (n,).

    From successive sessions at most 28 days apart, σ² = Σd² ÷ 2m (von Neumann 1941,
    doi 10.1214/aoms/1177731677), drawn towards the usual 4.2 % as by five pairs more: what is
    known of the exercise apart from the index, so that no exercise can win all the weight by
    being followed. An exercise without such a pair: 4.2 %.

    >>> days = pd.to_datetime(["2026-01-05", "2026-01-12"])
    >>> bests = pd.DataFrame({"started_at": days, "session_id": [1, 2],
    ...                       "exercise": "Back squat", "e1rm_kg": [100.0, 110.0]})
    >>> scatter(bests).round(2)
    array([4.72, 4.72])
    """
    ordered = bests.sort_values(["exercise", "started_at", "session_id"])
    same = ordered.groupby("exercise")
    apart, logs = same.started_at.diff(), np.log(ordered.e1rm_kg)
    squares = logs.groupby(ordered.exercise).diff().where(apart <= CLOSE) ** 2
    pairs = squares.groupby(ordered.exercise).agg(["sum", "count"])
    variance = (USUAL_PAIRS * USUAL_SCATTER**2 + pairs["sum"] / 2) / (USUAL_PAIRS + pairs["count"])
    usual: Array = 100 * np.sqrt(bests.exercise.map(variance).to_numpy(np.float64))
    return usual


def _variance(share: Array, per_week: Array, inverse: Array) -> Array:
    """Return the variance of each week's effect less the mean one's, in units of the residual's."""
    own, mean = 1 / per_week, share.mean(axis=0)
    variance = own + np.einsum("we,ef,wf->w", share, inverse, share)
    with_mean = own / len(own) + share @ inverse @ mean
    of_mean = own.mean() / len(own) + mean @ inverse @ mean
    centred: Array = variance - 2 * with_mean + of_mean
    return centred.clip(min=0.0)
