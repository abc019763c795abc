"""Speed at the reference heart rate: how it changed from block to block."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.frames.running import ReferenceSpeed
from ironstride.units import Units, count, format_pace


def reference_speed(blocks: DataFrame[ReferenceSpeed], units: Units) -> go.Figure:
    """Return the change [%] of speed at the reference heart rate per block, ± 1 standard error."""
    line = go.Scatter(
        x=blocks.block.to_numpy(),
        y=blocks.change_pct.to_numpy(),
        error_y={"array": blocks.se_pct.to_numpy(), "thickness": 1.2, "width": 3},
        customdata=_notes(blocks, units),
        name="change since the first block, ± 1 standard error",
        showlegend=True,
        mode="lines+markers",
        line={"color": theme.RUNNING, "width": 2},
        marker={"size": 7},
        hovertemplate="%{y:+.1f} % %{customdata}<extra></extra>",
    )
    built = theme.figure([line], y_title="change in speed (%)", x_title="block of weeks")
    built.add_hline(y=0, line={"color": theme.CONTEXT, "width": 1, "dash": "dot"})
    date_axis(built, blocks.block, "weeks from %-d %b %Y")
    return built


def reference_speed_alt(blocks: DataFrame[ReferenceSpeed], units: Units) -> str:
    """Say in a sentence how speed at the reference heart rate changed."""
    known = blocks.dropna(subset=[ReferenceSpeed.change_pct])
    if known.empty:
        return "Not enough steady runs with heart rate to compare yet."
    last = known.iloc[-1]
    pace = format_pace(last.speed_mps, 1, units.distance)
    counts = f"{count(len(known), 'block')} with {count(int(known.runs.sum()), 'run')}"
    if len(known) == 1:
        return f"{counts}; {pace} at the reference heart rate, nothing to compare with yet."
    word = "faster" if last.change_pct >= 0 else "slower"
    return (
        f"{counts}; the latest, {pace} at the reference heart rate, is "
        f"{abs(last.change_pct):.1f} % {word} than the first (standard error {last.se_pct:.1f} %)."
    )


def _notes(blocks: DataFrame[ReferenceSpeed], units: Units) -> list[str]:
    rows = zip(blocks.speed_mps, blocks.se_pct, blocks.runs, strict=True)
    return [
        ""
        if pd.isna(speed)
        else f"± {se:.1f} %<br>{format_pace(speed, 1, units.distance)}, runs: {runs}"
        for speed, se, runs in rows
    ]
