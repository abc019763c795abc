"""Monotony and strain: how alike the days of each week were, above how much that was."""

import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.frames.load import WeeklyLoad
from ironstride.units import count, number

HEIGHT = 360


def monotony(weekly: DataFrame[WeeklyLoad]) -> go.Figure:
    """Return monotony [ratio] above strain [RPE × minutes] of each week that is wholly known.

    Monotony is drawn up to 5. No colour says that a value is high: no limit has evidence.
    """
    traces = [
        _points(weekly, "monotony_shown", "monotony", "%{y:.1f}"),
        _points(weekly, "strain", "strain", "%{y:.0f}").update(yaxis="y2"),
    ]
    built = theme.figure(traces, y_title="monotony<br>(ratio)", x_title="week", height=HEIGHT)
    built.update_layout(
        showlegend=False,
        xaxis={"anchor": "y2"},
        yaxis={"domain": [0.55, 1], "range": [0, 5.2]},
        yaxis2={
            "domain": [0, 0.45],
            "anchor": "x",
            **theme.Y_AXIS,
            "rangemode": "tozero",
            "title_text": "strain<br>(RPE × min)",
        },
    )
    date_axis(built, weekly.week, "week of %-d %b %Y")
    return built


def monotony_alt(weekly: DataFrame[WeeklyLoad]) -> str:
    """Say in a sentence which weeks have a monotony, and the latest."""
    known = weekly.dropna(subset=[WeeklyLoad.monotony])
    if known.empty:
        return "No week here is over, wholly rated and with days that differ."
    last = known.iloc[-1]
    high = "above 5" if last.monotony > last.monotony_shown else f"{last.monotony:.1f}"
    return (
        f"{count(len(known), 'week')} of {len(weekly)} wholly known; latest monotony {high}, "
        f"strain {number(last.strain)}."
    )


def _points(weekly: DataFrame[WeeklyLoad], column: str, name: str, value: str) -> go.Scatter:
    return go.Scatter(
        x=weekly.week.to_numpy(),
        y=weekly[column].to_numpy(),
        name=name,
        mode="lines+markers",
        line={"color": theme.CONTEXT, "width": 1.5},
        marker={"size": 5},
        hovertemplate=f"{name} {value}<extra></extra>",
    )
