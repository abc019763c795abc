"""Goals: where each stands and the range that is likely, all in percent of the goal."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.race_words import each
from ironstride.charts.typed import typed
from ironstride.frames.goals import GoalProgress, Goals
from ironstride.units import count

ROW_PX, AROUND_PX = 60, 110
BAND_PX = 4
COLOUR = theme.CATEGORIES[2]
LABEL_ABOVE = 0.34  # of a row
# Beyond twice the goal a mark would press all others into a corner.
MOST_PCT = 200.0


def goal_ranges(
    goals: DataFrame[Goals], progress: DataFrame[GoalProgress], names: Mapping[int, str]
) -> go.Figure:
    """Return a row a goal: a band for the range, a mark for now, a line at the goal itself.

    More is better everywhere: of a time it is the share of its speed.
    """
    table = in_percent(goals, progress)
    traces = [_range(table), _marks(table, "mid", "likely", "line-ns-open", names)]
    traces.append(_marks(table, "now", "now", "circle", names))
    height = AROUND_PX + ROW_PX * len(table)
    built = theme.figure(
        traces,
        y_title="goal",
        x_title="% of the goal",
        height=height,
        left=theme.EDGE_OF_PAPER,  # names stand within the chart
    )
    built.update_layout(hovermode="closest")
    built.update_yaxes(
        range=[len(table) - 0.4, -0.7], showticklabels=False, showgrid=False, fixedrange=True,
        title_text="",
    )  # fmt: skip
    highest = float(table[["now", "high"]].fillna(0.0).to_numpy().max(initial=0.0))
    top = min(max(110.0, 1.05 * highest), MOST_PCT)
    built.update_xaxes(range=[0, top], fixedrange=True, showgrid=True)
    built.add_vline(x=100, line={"color": theme.CONTEXT, "dash": "dash", "width": 1})
    for row, goal_id in enumerate(table.goal_id):
        built.add_annotation(
            text=typed(names[goal_id]), x=0, xref="paper", y=row - LABEL_ABOVE, yref="y",
            xanchor="left", showarrow=False,
        )  # fmt: skip
    return built


def goal_ranges_alt(goals: DataFrame[Goals], progress: DataFrame[GoalProgress]) -> str:
    """Say in a sentence how many goals are reached or within their range."""
    if goals.empty:
        return "No goal is set."
    states = progress.status.value_counts()
    parts = [f"{states[one]} {one}" for one in states.index.sort_values()]
    return f"{count(len(goals), 'goal')}: {', '.join(parts)}."


def in_percent(goals: DataFrame[Goals], progress: DataFrame[GoalProgress]) -> pd.DataFrame:
    """Return now, low, mid and high of each goal [% of the goal]; of a time, of its speed."""
    both = goals.merge(progress, on="goal_id")
    timed = both.kind == "race time"
    table = both[["goal_id", "n"]].copy()
    # The slowest time is the lowest speed.
    for name, turned in (("now", "now"), ("low", "high"), ("mid", "mid"), ("high", "low")):
        times = 100 * both.target / both[turned]
        table[name] = (100 * both[name] / both.target).where(~timed, times)
    return table


def _range(table: pd.DataFrame) -> go.Scatter:
    known = table.dropna(subset=["low", "high"])
    x: list[Any] = []
    y: list[Any] = []
    for one in known.itertuples():
        x += [one.low, one.high, None]
        y += [one.Index, one.Index, None]
    return go.Scatter(
        x=x,
        y=y,
        name="likely range",
        mode="lines",
        line={"color": COLOUR, "width": BAND_PX},
        hoverinfo="skip",
        showlegend=True,
    )


def _marks(
    table: pd.DataFrame, column: str, name: str, symbol: str, names: Mapping[int, str]
) -> go.Scatter:
    known = table.dropna(subset=[column])
    return go.Scatter(
        x=known[column].to_numpy(),
        y=known.index.to_numpy(),
        customdata=[(typed(names[one.goal_id]), one.n) for one in each(known)],
        name=name,
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": symbol,
            "size": 12,
            "color": theme.RUNNING if column == "now" else COLOUR,
            "line": {"width": 2, "color": COLOUR},
        },
        hovertemplate=f"%{{customdata[0]}}: {name} %{{x:.0f}} %, n = %{{customdata[1]}}"
        "<extra></extra>",
        showlegend=True,
    )
