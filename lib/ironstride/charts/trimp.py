"""Heart-rate load of the runs of each week."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.filled_steps import lightened
from ironstride.frames.load import WeeklyTrimp
from ironstride.units import count, number

HEIGHT = 240


def weekly_trimp(weekly: DataFrame[WeeklyTrimp]) -> go.Figure:
    """Return bars of weekly training impulse [arbitrary units], the unfinished week hatched."""
    done, unfinished = weekly[weekly.complete], weekly[~weekly.complete]
    traces = [_bars(done, "runs with heart rate", ""), _bars(unfinished, "this week so far", "/")]
    built = theme.figure(lightened(traces), y_title="TRIMP (a.u.)", x_title="week", height=HEIGHT)
    built.update_yaxes(rangemode="tozero")
    date_axis(built, weekly.week, "week of %-d %b %Y")
    return built


def weekly_trimp_alt(weekly: DataFrame[WeeklyTrimp]) -> str:
    """Say in a sentence what the bars show, and how many runs are not in them."""
    if weekly.empty:
        return "No run here."
    known, runs = int(weekly.known_runs.sum()), int(weekly.runs.sum())
    done = weekly[weekly.complete]
    last = f"; last full week with runs {number(done.trimp.iloc[-1])}" if len(done) else ""
    return f"{count(len(weekly), 'week')}; heart rate known of {known} of {runs} runs{last}."


def _bars(rows: pd.DataFrame, name: str, hatch: str) -> go.Bar:
    return go.Bar(
        x=rows.week.to_numpy(),
        y=rows.trimp.to_numpy(),
        customdata=rows[["known_runs", "runs"]].to_numpy(),
        width=theme.BAR_MS,
        name=name,
        showlegend=not rows.empty,
        marker={"color": theme.RUNNING, "line_width": 0, "pattern": {"shape": hatch, "size": 6}},
        hovertemplate=(
            "%{y:.0f}, heart rate known of %{customdata[0]} of %{customdata[1]} runs<extra></extra>"
        ),
    )
