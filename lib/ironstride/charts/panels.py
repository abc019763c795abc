"""Panels above one another on one time axis, never two scales on one panel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ironstride.charts import theme
from ironstride.charts.date_axis import SHORTEST, date_axis

PANEL_HEIGHT = 230
LEGEND_HEIGHT = 70
TITLE_ROOM = 0.12  # of a panel's slot
MARGIN_DAYS = 14
# About one lifting session a day for three years; more marks take a browser too long.
MOST_MARKS = 1_100
LIFTING_BAND = theme.faint(theme.LIFTING, 0.20)


@dataclass(frozen=True)
class Panel:
    """What one panel holds: its title (HTML-safe), its y axis, its traces, its y range if set."""

    title: str
    y_title: str
    traces: Sequence[Any]
    y_range: tuple[float, float] | tuple[str, str] | None = None


def stacked(panels: Sequence[Panel], days: "pd.Series[pd.Timestamp]", hover: str) -> go.Figure:
    """Return panels above one another; `days` are all the days that they show."""
    traces = [
        trace.update(yaxis=f"y{at}" if at > 1 else "y")
        for at, panel in enumerate(panels, start=1)
        for trace in panel.traces
    ]
    height = LEGEND_HEIGHT + PANEL_HEIGHT * max(1, len(panels))
    titles = "".join(panel.y_title for panel in panels)
    built = theme.figure(traces, y_title=titles, x_title="date", height=height)
    for at, panel in enumerate(panels, start=1):
        place(built, panel, at, len(panels))
    _name_once(built)
    date_axis(built, days, hover)
    if len(days) and days.max() - days.min() >= SHORTEST:
        margin = pd.Timedelta(days=MARGIN_DAYS)
        built.update_xaxes(range=[days.min() - margin, days.max() + margin])
    built.update_xaxes(anchor=f"y{len(panels)}" if len(panels) > 1 else "y")
    return built.update_layout(
        hovermode="closest", legend={"traceorder": "normal", "itemsizing": "constant"}
    )


def smooth_line(started_at: Iterable[Any], values: Any) -> go.Scatter:
    """Return the trace of a smooth line for the eye; it takes no pointer away from the marks."""
    return go.Scatter(
        x=list(started_at),
        y=values,
        name="smooth, for the eye",
        mode="lines",
        line={"color": theme.CONTEXT, "width": 2},
        hoverinfo="skip",
    )


def band(days: "pd.Series[Any]", low: "pd.Series[float]", high: "pd.Series[float]") -> go.Scatter:
    """Return the trace of a trend's band."""
    return go.Scatter(
        x=pd.concat([days, days[::-1]]).to_numpy(),
        y=pd.concat([low, high[::-1]]).to_numpy(),
        name="how sure the slope is",
        mode="lines",
        fill="toself",
        fillcolor=LIFTING_BAND,
        line={"width": theme.EDGE_PX, "color": theme.LIFTING},
        hoverinfo="skip",
        showlegend=False,
    )


def trend_line(days: "pd.Series[Any]", values: "pd.Series[float]") -> go.Scatter:
    """Return the trace of a trend's line; its numbers stand in words above the chart."""
    return go.Scatter(
        x=days.to_numpy(),
        y=values.to_numpy(),
        name="trend with its band",
        mode="lines",
        line={"color": theme.LIFTING, "width": 3},
        hoverinfo="skip",
    )


def place(built: go.Figure, panel: Panel, at: int, panels: int) -> None:
    """Give a panel its part of the height, its axis and its title."""
    slot = 1 / panels
    top = 1 - (at - 1) * slot - TITLE_ROOM * slot
    axis = {
        "domain": [1 - at * slot + (0.04 if at < panels else 0), top],
        "anchor": "x",
        **theme.Y_AXIS,
        "title_text": panel.y_title,
        "range": panel.y_range,
    }
    built.update_layout({f"yaxis{at if at > 1 else ''}": axis})
    built.add_annotation(
        text=f"<b>{panel.title}</b>",
        x=0,
        y=top,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
    )


def _name_once(built: go.Figure) -> None:
    seen: set[str] = set()
    for trace in built.data:
        trace.legendgroup = trace.name
        trace.showlegend = trace.showlegend is not False and trace.name not in seen
        seen.add(trace.name)
