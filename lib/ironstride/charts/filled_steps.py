"""Bars of many years as filled steps: one outline, where a browser draws each bar by itself."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

MOST_BARS = 800  # of a chart; three parts of each week of five years


def lightened(bars: Iterable[go.Bar], *, weeks: int = 1) -> list[go.Bar | go.Scatter]:
    """Return stacked bars of so many weeks each, or the same numbers as steps where bars are many.

    A bar that stands alone, as that of the unfinished week, stays one.
    """
    drawn = list(bars)
    many = [bar for bar in drawn if len(bar.x) > 1]
    if sum(len(bar.x) for bar in many) <= MOST_BARS:
        return drawn
    first, last = min(bar.x.min() for bar in many), max(bar.x.max() for bar in many)
    every = pd.date_range(first, last, freq=pd.Timedelta(weeks=weeks)).to_numpy()
    steps = [_steps(bar) if len(bar.x) > 1 else bar for bar in drawn]
    return [_ground(every), *steps, *(_marks(bar, every) for bar in many)]


def _marks(bar: go.Bar, every: NDArray[np.datetime64]) -> go.Scatter:
    """Return an unseen mark a week that says and opens what the bar would, nothing too.

    Plotly takes no click where a line is among the nearest, and where a week has no mark it says
    the number of a neighbour.
    """
    own = pd.DatetimeIndex(bar.x).get_indexer(pd.DatetimeIndex(every))
    return go.Scatter(
        x=every,
        y=_or_nothing(bar.y, own),
        customdata=None if bar.customdata is None else _or_nothing(bar.customdata, own),
        name=bar.name,
        legendgroup=bar.legendgroup,
        showlegend=False,
        mode="markers",
        # All but one or two are left out of the drawing, and take clicks all the same.
        marker={"color": bar.marker.color, "opacity": 0, "size": 8, "maxdisplayed": 1},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        hovertemplate=bar.hovertemplate,
    )


def _or_nothing(values: Any, own: NDArray[np.intp]) -> NDArray[Any]:
    """Return the values at their places, nothing where there is none (-1)."""
    there = np.array(values)[own]
    there[own < 0] = 0
    return there


def _ground(every: NDArray[np.datetime64]) -> go.Scatter:
    """Return nothing in every week, or steps would be drawn through weeks that hold nothing."""
    return go.Scatter(
        x=every,
        y=np.zeros(len(every)),
        stackgroup="weeks",
        mode="lines",
        line={"width": 0, "shape": "hvh"},
        showlegend=False,
        hoverinfo="skip",
    )


def _steps(bar: go.Bar) -> go.Scatter:
    marker = bar.marker
    return go.Scatter(
        x=bar.x,
        y=bar.y,
        name=bar.name,
        legendgroup=bar.legendgroup,
        legendrank=bar.legendrank,
        showlegend=bar.showlegend,
        stackgroup="weeks",
        mode="lines",
        line={"width": 0, "shape": "hvh", "color": marker.color},
        fillcolor=marker.color,
        fillpattern={"shape": marker.pattern.shape or "", "size": 6},
        hoverinfo="skip",
    )
