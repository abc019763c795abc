"""How long a session was in each heart-rate zone."""

from typing import Any

import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.frames.stream import ZoneSeconds
from ironstride.units import format_clock, percent

BAR_HEIGHT, ROOM_HEIGHT = 34, 60
MINUTE_S = 60


def zone_time(zones: DataFrame[ZoneSeconds]) -> go.Figure:
    """Return bars of time [min], the lowest zone at the bottom, each with its time and share."""
    names = [_name(zone) for zone in zones.itertuples()]
    bars = go.Bar(
        x=(zones.seconds / MINUTE_S).to_numpy(),
        y=names,
        orientation="h",
        text=[_how_long(zone) for zone in zones.itertuples()],
        # A short bar has no room for its words.
        textposition="auto",
        marker={"color": theme.RUNNING, "line_width": 0},
        hovertemplate="%{y}: %{text}<extra></extra>",
        showlegend=False,
    )
    height = ROOM_HEIGHT + BAR_HEIGHT * max(len(zones), 1)
    built = theme.figure(
        [bars],
        y_title="zone (bpm)",
        x_title="time (min)",
        height=height,
        left=theme.beside(names),
    )
    return built.update_layout(hovermode="closest", yaxis_type="category")


def zone_time_alt(zones: DataFrame[ZoneSeconds]) -> str:
    """Say in a sentence how long the session was in each zone."""
    there = zones[zones.seconds > 0]
    if there.empty:
        return "No time with a heart rate."
    told = "; ".join(f"{one.name} {_how_long(one)}" for one in there.itertuples())
    return f"{format_clock(there.seconds.sum())} with a heart rate: {told}."


def _name(zone: Any) -> str:
    low, high = int(zone.low_bpm), zone.high_bpm
    label = "" if zone.zone == "below" else f"{zone.zone} · "
    if not low:
        return f"{label}up to {high:.0f}"
    return f"{label}{low} and above" if high != high else f"{label}{low} to {high:.0f}"


def _how_long(zone: Any) -> str:
    return f"{format_clock(zone.seconds)}, {percent(zone.share)}"
