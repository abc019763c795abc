"""Charts of strength: the e1RM of a lift, hard sets and tonnage a week."""

from collections.abc import Iterable
from html import escape
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import theme
from ironstride.charts.date_axis import TICKS, date_axis
from ironstride.frames.strength import SessionBests, TrendLine, WeeklySets

# What a browser draws without a pause; longer logs show the best of each few days.
MAX_MARKS = 1_100
SMALL = 200
MARGIN_DAYS = 14
_DAY = "%-d %b %Y"


def e1rm_trend(
    bests: DataFrame[SessionBests],
    trend: DataFrame[TrendLine],
    display: units.Units,
    exercise: str,
) -> go.Figure:
    """Draw the best set of each session of one exercise, and the trend's line over its span."""
    per_kg = units.weight_in(1.0, display.weight)
    shown = _thinned(bests)
    marks = (
        ("best set of a session", ~shown.faded & ~shown.tested, {"symbol": "circle", "size": 6}),
        ("11 or 12 reps, less sure", shown.faded, {"symbol": "circle-open", "size": 6}),
        ("tested single", shown.tested, {"symbol": "diamond", "size": 10}),
    )
    traces: list[Any] = [
        _marks(shown[chosen], name, marker, display, exercise)
        for name, chosen, marker in marks
        if chosen.any()
    ]
    traces.append(
        go.Scatter(
            x=trend.started_at.to_numpy(),
            y=trend.e1rm_kg.to_numpy() * per_kg,
            name="trend",
            mode="lines",
            line={"color": theme.LIFTING, "width": 3},
            hovertemplate=f"trend %{{y:.1f}} {display.weight}<extra></extra>",
        )
    )
    built = theme.figure(traces, y_title=f"estimated 1RM ({display.weight})", x_title="date")
    _room(built, shown, per_kg)
    return built.update_layout(hovermode="closest")


def weekly_sets(frame: DataFrame[WeeklySets]) -> go.Figure:
    """Draw the hard sets of each week, the unfinished week hatched."""
    built = theme.figure(
        _bars(frame, frame.hard_sets, "%{y} hard sets"), y_title="hard sets", x_title="week"
    )
    return _by_week(built, frame.week)


def tonnage(frame: DataFrame[WeeklySets], display: units.Units) -> go.Figure:
    """Draw the tonnage [kg or lb] of each week, the unfinished week hatched."""
    lifted = frame.tonnage_kg * units.weight_in(1.0, display.weight)
    built = theme.figure(
        _bars(frame, lifted, f"%{{y:,.0f}} {display.weight}"),
        y_title=f"tonnage ({display.weight})",
        x_title="week",
        height=SMALL,
    )
    return _by_week(built, frame.week)


def e1rm_trend_alt(
    bests: DataFrame[SessionBests],
    trend: DataFrame[TrendLine],
    display: units.Units,
    exercise: str,
) -> str:
    """Say in a sentence or two what `e1rm_trend` shows."""
    if bests.empty:
        return f"{exercise}: no session with an estimated 1RM yet."
    low, high = (_weight(kg, display) for kg in (bests.e1rm_kg.min(), bests.e1rm_kg.max()))
    told = (
        f"{exercise}: best set of {units.count(len(bests), 'session')} from "
        f"{bests.started_at.min():{_DAY}} to {bests.started_at.max():{_DAY}}, "
        f"estimated 1RM between {low} and {high}."
    )
    if trend.empty:
        return told
    start, end = (_weight(trend.e1rm_kg.iloc[at], display) for at in (0, -1))
    return f"{told} The trend since {trend.started_at.iloc[0]:{_DAY}} goes from {start} to {end}."


def weekly_sets_alt(frame: DataFrame[WeeklySets]) -> str:
    """Say in a sentence what `weekly_sets` shows."""
    return _weeks_alt(frame, frame.hard_sets.map(lambda sets: units.count(sets, "hard set")))


def tonnage_alt(frame: DataFrame[WeeklySets], display: units.Units) -> str:
    """Say in a sentence what `tonnage` shows."""
    lifted = frame.tonnage_kg.map(lambda kg: units.format_weight(kg, display.weight, 0))
    return _weeks_alt(frame, lifted)


def _marks(
    bests: pd.DataFrame,
    name: str,
    marker: dict[str, Any],
    display: units.Units,
    exercise: str,
) -> go.Scatter:
    return go.Scatter(
        x=bests.started_at.to_numpy(),
        y=bests.e1rm_kg.to_numpy() * units.weight_in(1.0, display.weight),
        customdata=np.array([[_set(row, display)] for row in bests.itertuples()]),
        name=name,
        mode="markers",
        marker={"color": theme.LIFTING, "opacity": 0.75, **marker},
        hovertemplate=(
            f"<b>{escape(exercise)}</b><br>%{{x|{_DAY}}}<br>"
            f"estimated 1RM %{{y:.1f}} {display.weight}<br>from %{{customdata[0]}}<extra></extra>"
        ),
    )


def _room(built: go.Figure, bests: pd.DataFrame, per_kg: float) -> None:
    """Show one session as one day among others, and a kilogram of change as small as it is."""
    built.update_xaxes(tickformatstops=TICKS)
    if bests.empty:
        return
    margin = pd.Timedelta(days=MARGIN_DAYS)
    built.update_xaxes(range=[bests.started_at.min() - margin, bests.started_at.max() + margin])
    low, high = bests.e1rm_kg.min(), bests.e1rm_kg.max()
    built.update_yaxes(range=[0.95 * low * per_kg, 1.05 * high * per_kg])


def _set(row: Any, display: units.Units) -> str:
    reserve = "" if pd.isna(row.rir) else f", {row.rir:g} in reserve"
    return f"{row.reps:.0f} × {_weight(row.load_kg, display)}{reserve}"


def _bars(frame: DataFrame[WeeklySets], heights: pd.Series, hover: str) -> Iterable[go.Bar]:
    hatch = {"pattern": {"shape": "/", "fgcolor": theme.LIFTING, "bgcolor": "rgba(0,0,0,0)"}}
    for name, chosen, look in (
        ("finished weeks", frame.complete, {}),
        ("this week so far", ~frame.complete, hatch),
    ):
        yield go.Bar(
            x=frame.week[chosen].to_numpy(),
            y=heights[chosen].to_numpy(),
            width=theme.BAR_MS,
            name=name,
            marker={"color": theme.LIFTING, "line": {"color": theme.LIFTING, "width": 1}, **look},
            hovertemplate=f"{hover}<extra>{name}</extra>",
        )


def _by_week(built: go.Figure, weeks: pd.Series) -> go.Figure:
    built.update_layout(barmode="stack", legend_traceorder="normal")
    built.update_yaxes(rangemode="nonnegative")
    date_axis(built, weeks, f"week of {_DAY}")
    return built


def _thinned(bests: DataFrame[SessionBests]) -> pd.DataFrame:
    """Keep the best of each few days, as few as draw without a pause."""
    shown, days = bests, 1
    while len(shown) > MAX_MARKS:
        days *= 2
        bucket = (bests.started_at - bests.started_at.min()).dt.days // days
        shown = bests.loc[bests.groupby(bucket).e1rm_kg.idxmax()]
    return shown


def _weeks_alt(frame: DataFrame[WeeklySets], texts: pd.Series) -> str:
    if frame.empty:
        return "No week with a lift yet."
    finished = texts[frame.complete]
    told = f"{units.count(len(frame), 'week')} from {frame.week.iloc[0]:{_DAY}}"
    if not finished.empty:
        told += f": {finished.iloc[-1]} in the last finished week"
    if frame.complete.iloc[-1]:
        return f"{told}."
    return f"{told}, {texts.iloc[-1]} so far in the unfinished one."


def _weight(load_kg: float, display: units.Units) -> str:
    return units.format_weight(load_kg, display.weight)
