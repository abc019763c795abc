"""Very many marks as one shape, where a browser draws each mark by itself."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

# Of the width and the height of what is drawn: about as large as a mark.
WIDE, HIGH = 1 / 160, 1 / 36
MILLISECOND = pd.Timedelta(milliseconds=1)


def specks(
    x: "pd.Series[Any]", y: "pd.Series[Any]", *, wide: pd.Timedelta, high: pd.Timedelta
) -> go.Scatter:
    """Return a diamond, so wide and high, at each of some moments, all of them as one outline.

    It runs over all upper sides and back over all lower ones, so between two of them it covers
    nothing.
    """
    right, up = wide / MILLISECOND / 2, high / MILLISECOND / 2
    there = x.notna() & y.notna()
    across, along = _milliseconds(x[there]), _milliseconds(y[there])
    return go.Scatter(
        x=_around(across, (-right, 0, right)),
        y=_around(along, (0, up, 0), (0, -up, 0)).astype("float32"),
        mode="none",
        fill="toself",
        line={"simplify": False},
        showlegend=False,
        hoverinfo="skip",
    )


def _milliseconds(moments: "pd.Series[Any]") -> NDArray[np.float64]:
    # Smaller than texts, and read sooner.
    return np.asarray((moments - pd.Timestamp(0)) / MILLISECOND, dtype=float)


def _around(
    at: NDArray[np.float64], there: tuple[float, ...], back: tuple[float, ...] | None = None
) -> NDArray[np.float64]:
    """Return each place moved by these on the way there, and by those on the way back."""
    way = np.add.outer(at, there).ravel()
    return np.concatenate([way, np.add.outer(at, back or there).ravel()[::-1]])
