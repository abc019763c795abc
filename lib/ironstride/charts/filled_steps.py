"""Bars of many years as filled steps: one outline, where a browser draws each bar by itself."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import plotly.graph_objects as go

MOST_BARS = 800  # of a chart; three parts of each week of five years
# Unseen marks at every step take hovers and clicks; a line alone cannot be clicked. All but one or
# two of them are left out of the drawing.
UNSEEN = {"opacity": 0, "size": 6, "maxdisplayed": 1}


def lightened(bars: Iterable[go.Bar], *, weeks: int = 1) -> list[go.Bar | go.Scatter]:
    """Return stacked bars of so many weeks each, or the same numbers as steps where bars are many.

    A bar that stands alone, as that of the unfinished week, stays one.
    """
    drawn = list(bars)
    many = [bar for bar in drawn if len(bar.x) > 1]
    if sum(len(bar.x) for bar in many) <= MOST_BARS:
        return drawn
    return [_ground(many, weeks), *(_steps(bar) if len(bar.x) > 1 else bar for bar in drawn)]


def _ground(bars: list[go.Bar], weeks: int) -> go.Scatter:
    """Return nothing in every week, or steps would be drawn through weeks that hold nothing."""
    first, last = min(bar.x.min() for bar in bars), max(bar.x.max() for bar in bars)
    every = pd.date_range(first, last, freq=pd.Timedelta(weeks=weeks)).to_numpy()
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
    own = {
        name: bar[name]
        for name in ("x", "y", "customdata", "name", "legendgroup", "legendrank", "showlegend")
        if bar[name] is not None
    }
    return go.Scatter(
        **own,
        stackgroup="weeks",
        mode="lines+markers",
        line={"width": 0, "shape": "hvh", "color": marker.line.color or marker.color},
        marker=UNSEEN | {"color": marker.color},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        fillcolor=marker.color,
        fillpattern={"shape": marker.pattern.shape or "", "size": 6},
        hovertemplate=bar.hovertemplate,
    )
