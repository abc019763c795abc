"""Pace at the reference heart rate: block by block, with how sure it is."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.pace import moments
from ironstride.frames.running import ReferenceSpeed
from ironstride.units import Units, count, format_pace

BAND = theme.faint(theme.RUNNING, 0.22)


def reference_pace(blocks: DataFrame[ReferenceSpeed], units: Units) -> go.Figure:
    """Return pace [min per km or mi] at the reference heart rate in the middle of each block.

    The band is one standard error of the difference from the first block, which has none itself.
    Blocks without enough runs are gaps.
    """
    pace = 1000 / blocks.speed_mps
    width = pd.to_timedelta(blocks.weeks * 7, unit="D")
    line = go.Scatter(
        x=(blocks.block + width / 2).to_numpy(),
        y=moments(pace, units),
        customdata=_notes(blocks),
        name="pace at the reference heart rate",
        showlegend=True,
        mode="lines+markers",
        line={"color": theme.RUNNING, "width": 2},
        marker={"size": 6},
        hovertemplate="%{y|%-M:%S} %{customdata}<extra></extra>",
    )
    built = theme.figure([_band(blocks, pace, units), line], y_title="", x_title="block of weeks")
    theme.pace_axis(built, units.distance)
    date_axis(built, blocks.block, "weeks around %-d %b %Y")
    return built


def reference_pace_alt(blocks: DataFrame[ReferenceSpeed], units: Units) -> str:
    """Say in a sentence which pace each end of the line has."""
    known = blocks.dropna(subset=[ReferenceSpeed.speed_mps])
    if known.empty:
        return "Not enough steady runs with heart rate to compare yet."
    first, last = (format_pace(known.speed_mps.iloc[at], 1, units.distance) for at in (0, -1))
    counts = f"{count(len(known), 'block')} with {count(int(known.runs.sum()), 'run')}"
    if len(known) == 1:
        return f"{counts}: {last} at the reference heart rate, nothing to compare with yet."
    return f"{counts}: from {first} in the first to {last} in the latest, at the same heart rate."


def _band(blocks: DataFrame[ReferenceSpeed], pace: "pd.Series[Any]", units: Units) -> go.Scatter:
    """Return one polygon a stretch of blocks, each block as wide as it lasted."""
    apart = np.exp(blocks.se_pct / 100)
    edges = pd.DataFrame(
        {
            "start": blocks.block,
            "end": blocks.block + pd.to_timedelta(blocks.weeks * 7, unit="D"),
            "slow": moments(pace * apart, units),
            "fast": moments(pace / apart, units),
        }
    )
    corners = [corner for stretch in _stretches(edges, pace) for corner in _around(stretch)]
    return go.Scatter(
        x=[x for x, _ in corners],
        y=[y for _, y in corners],
        name="± 1 standard error",
        showlegend=True,
        mode="lines",
        fill="toself",
        fillcolor=BAND,
        line={"width": theme.EDGE_PX, "color": theme.RUNNING},
        hoverinfo="skip",
    )


def _stretches(edges: pd.DataFrame, pace: "pd.Series[Any]") -> Iterator[pd.DataFrame]:
    known = edges[pace.notna()]
    number = (known.start != known.end.shift()).cumsum()
    for _, stretch in known.groupby(number):
        yield stretch


def _around(stretch: pd.DataFrame) -> list[tuple[Any, Any]]:
    there = [(x, row.slow) for row in stretch.itertuples() for x in (row.start, row.end)]
    back = [(x, row.fast) for row in stretch[::-1].itertuples() for x in (row.end, row.start)]
    return [*there, *back, (None, None)]


def _notes(blocks: DataFrame[ReferenceSpeed]) -> list[str]:
    rows = zip(blocks.change_pct, blocks.se_pct, blocks.runs, strict=True)
    return [
        "" if pd.isna(change) else f"({change:+.1f} ± {se:.1f} %), runs: {runs}"
        for change, se, runs in rows
    ]
