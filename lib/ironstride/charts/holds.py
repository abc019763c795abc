"""Timed holds, in seconds on their own log scale."""

import numpy as np
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.panels import MOST_MARKS, band, trend_line
from ironstride.charts.race_words import day_in_words, each
from ironstride.frames.strength_trends import HoldBests, HoldLine
from ironstride.units import count

TICKS = (1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1800, 3600)
ROOM = 1.4
BASELINE_SESSIONS = 3


def holds(bests: DataFrame[HoldBests], line: DataFrame[HoldLine]) -> go.Figure:
    """Return the longest hold [s] of each session on a log scale, with its trend.

    Equal heights are equal changes in percent. One exercise and one load.
    """
    drawn = bests.tail(MOST_MARKS)
    marks = go.Scatter(
        x=drawn.started_at.to_numpy(),
        y=drawn.best_s.to_numpy(),
        customdata=[
            f"{day_in_words(one.started_at)}<br>{one.best_s:g} s at most<br>"
            f"{one.total_s:g} s in {count(one.sets, 'hold')}"
            for one in each(drawn)
        ],
        name="longest hold of a session",
        mode="markers",
        marker=theme.edged(theme.LIFTING, 0.6) | {"size": 7},
        showlegend=len(drawn) > 0,
        hovertemplate="%{customdata}<extra></extra>",
    )
    of_line = [band(line.started_at, line.low_s, line.high_s)] if len(line) else []
    over = [trend_line(line.started_at, line.hold_s)] if len(line) else []
    built = theme.figure([*of_line, marks, *over], y_title="hold (s, log scale)", x_title="date")
    date_axis(built, drawn.started_at, "%-d %b %Y")
    built.update_yaxes(type="log", tickvals=TICKS, ticktext=[str(tick) for tick in TICKS])
    if len(drawn):
        low = min(drawn.best_s.min(), line.low_s.min() if len(line) else np.inf) / ROOM
        high = max(drawn.best_s.max(), line.high_s.max() if len(line) else 0.0) * ROOM
        built.update_yaxes(range=[np.log10(low), np.log10(high)])
    return built.update_layout(hovermode="closest", legend_traceorder="normal")


def holds_alt(bests: DataFrame[HoldBests], name: str) -> str:
    """Say in a sentence how long the holds were."""
    if bests.empty:
        return f"{name}: no hold in this span."
    last = bests.iloc[-1]
    told = (
        f"{name}: {count(len(bests), 'session')}, the longest hold {bests.best_s.max():g} s; the "
        f"latest, {last.best_s:g} s on {day_in_words(last.started_at)}"
    )
    if len(bests) <= BASELINE_SESSIONS:
        return f"{told}."
    change = f"{100 * np.expm1(last.log_pct / 100):+.0f}".replace("-", "−")
    return f"{told}, is {change} % against its first sessions."
