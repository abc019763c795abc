"""What articles for runners ask for each week: which of six groups were worked directly."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.muscle_weeks import ORDER
from ironstride.frames.balance import MuscleCoverage, WeeklyCoverage
from ironstride.units import count

HEIGHT = 280
SQUARE_PX = 19
WEEK = pd.Timedelta(weeks=1)


def muscle_coverage(coverage: DataFrame[WeeklyCoverage]) -> go.Figure:
    """Return a square with the direct hard sets for each week and group worked, else a dot."""
    worked, idle = coverage[coverage.worked], coverage[~coverage.worked]
    rows = [muscle for muscle in ORDER if muscle in set(coverage.muscle)]
    built = theme.figure(
        [_squares(worked), _dots(idle)],
        y_title="muscle group",
        x_title="week of",
        height=HEIGHT,
        left=theme.beside(rows),
    )
    built.update_layout(hovermode="closest")
    built.update_yaxes(
        categoryorder="array",
        categoryarray=rows,
        range=[-0.6, len(rows) - 0.4],
        showgrid=False,
        fixedrange=True,
    )
    weeks = pd.DatetimeIndex(coverage.week.unique())
    built.update_xaxes(
        type="date",
        tickvals=weeks[::-2].to_numpy(),
        tickformat="%-d<br>%b",
        tickangle=0,
        fixedrange=True,
    )
    if len(weeks):
        built.update_xaxes(range=[weeks.min() - 0.6 * WEEK, weeks.max() + 0.6 * WEEK])
    return built


def muscle_coverage_alt(covered: DataFrame[MuscleCoverage]) -> str:
    """Say in a sentence in how many weeks each group was worked."""
    weeks = int(covered.weeks.max()) if len(covered) else 0
    if not weeks:
        return "No finished week yet."
    told = [f"{one.muscle} {one.worked_weeks}" for one in covered.itertuples()]
    return f"Of {count(weeks, 'finished week')}, worked directly in: {', '.join(told)}."


def _squares(worked: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=worked.week.to_numpy(),
        y=worked.muscle.to_numpy(),
        text=[f"{sets:.0f}" for sets in worked.direct_sets],
        customdata=worked.direct_sets.to_numpy(),
        name="direct hard sets",
        showlegend=not worked.empty,
        mode="markers+text",
        marker={"symbol": "square", "size": SQUARE_PX, "color": theme.LIFTING},
        textfont={"color": "white", "size": 11},
        hovertemplate="week of %{x|%-d %b}<br>%{y}: %{customdata:.1f} direct hard sets"
        "<extra></extra>",
    )


def _dots(idle: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=idle.week.to_numpy(),
        y=idle.muscle.to_numpy(),
        name="not worked",
        showlegend=not idle.empty,
        mode="markers",
        marker={"symbol": "circle", "size": 6, "color": theme.CONTEXT},
        hovertemplate="week of %{x|%-d %b}<br>%{y}: none<extra></extra>",
    )
