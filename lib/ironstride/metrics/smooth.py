"""A smooth line for the eye: locally weighted regression."""

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.strength_trends import SmoothLine

Array = npt.NDArray[np.float64]

ITERATIONS = 3
LEAST_SHARE, LEAST_POINTS = 0.3, 8
SKIP = 0.01  # of the span: no local fit nearer to the last one


def smooth_line(started_at: "pd.Series", values: "pd.Series[float]") -> DataFrame[SmoothLine]:
    """Return a smooth line through positive values over time, at most about 100 points.

    Lowess of ln value (`lowess`) over 30 % of the points, or eight if that is more; only for the
    eye: it has no interval and its ends swing. Gaps in `values` are left out; of less than eight
    points there is no line.

    >>> days = pd.Series(pd.date_range("2026-01-01", periods=8, freq="7D"))
    >>> smooth_line(days, pd.Series(100 * 1.01 ** np.arange(8.0))).value.round(1).iloc[-1]
    np.float64(107.2)
    """
    known = pd.DataFrame({"at": started_at, "value": values}).dropna().sort_values("at")
    if len(known) < LEAST_POINTS:
        return SmoothLine.empty()
    first = known["at"].iloc[0]
    days = ((known["at"] - first) / pd.Timedelta(days=1)).to_numpy(np.float64)
    share = max(LEAST_SHARE, LEAST_POINTS / len(known))
    x, y = lowess(days, np.log(known["value"].to_numpy(np.float64)), share)
    moments = first + pd.to_timedelta(x, unit="D")
    return SmoothLine.validate(pd.DataFrame({"started_at": moments, "value": np.exp(y)}))


def lowess(x: Array, y: Array, share: float) -> tuple[Array, Array]:
    """Return where local fits were made and what they give, shape (k,) each, k at most about 100.

    Each fit is a straight line, weighted by (1 − |distance ÷ h|³)³ with h the distance of the
    `share` of points that is nearest; three more rounds weigh a point by (1 − (residual ÷ 6·median
    |residual|)²)², so that an odd one has no say (Cleveland 1979, doi
    10.1080/01621459.1979.10481038). Fits lie 1 % of the span apart, straight lines between
    (Cleveland 1981, doi 10.2307/2683591). `x` in ascending order; one point is itself.

    >>> lowess(np.arange(8.0), np.array([1, 2, 3, 30, 5, 6, 7, 8.0]), 1.0)[1].round(2).tolist()
    [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]
    """
    knots = _knots(x)
    near = max(2, int(share * len(x) + 1e-7))
    trusted = np.ones_like(y)
    for round_ in range(ITERATIONS + 1):
        fitted = np.array([_local(x, y, trusted, at, near) for at in knots])
        residuals = np.abs(y - np.interp(x, knots, fitted))
        if round_ < ITERATIONS:
            trusted = _bisquare(residuals)
    return knots, fitted


def _knots(x: Array) -> Array:
    apart = SKIP * (x[-1] - x[0])
    knots = [x[0]]
    for at in np.unique(x)[1:]:
        if at - knots[-1] > apart or at == x[-1]:
            knots.append(at)
    return np.array(knots)


def _local(x: Array, y: Array, trusted: Array, at: float, near: int) -> float:
    far = np.abs(x - at)
    h = np.partition(far, min(near, len(x)) - 1)[min(near, len(x)) - 1]
    start, end = np.searchsorted(x, [at - h, at + h])
    within = slice(start, end + 1) if h else far == 0
    weight = trusted[within] * (1 - np.minimum(far[within] / (h or 1.0), 1) ** 3) ** 3
    if not weight.any():
        return float(y[within].mean())
    weight = weight / weight.sum()
    centre = weight @ x[within]
    spread = weight @ np.square(x[within] - centre)
    level = float(weight @ y[within])
    if np.sqrt(spread) <= 1e-3 * (x[-1] - x[0]):
        return level
    slope = weight @ ((x[within] - centre) * y[within]) / spread
    return float(level + slope * (at - centre))


def _bisquare(residuals: Array) -> Array:
    wide = 6 * np.median(residuals)
    if wide <= 1e-7 * residuals.mean():
        return (residuals <= wide).astype(np.float64)
    weights: Array = np.square(1 - np.minimum(residuals / wide, 1) ** 2)
    return weights
