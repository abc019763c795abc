"""How much is lifted: hard sets and tonnage a week."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.distance_bars import HATCH
from ironstride.charts.filled_steps import lightened
from ironstride.charts.race_words import day_in_words
from ironstride.frames.muscles import WeeklyVolumeLoad
from ironstride.frames.strength import WeeklySets

_HOVER = "week of %-d %b %Y"


def weekly_sets(frame: DataFrame[WeeklySets]) -> go.Figure:
    """Return bars of the hard sets of each week, the unfinished week hatched."""
    bars = _bars(frame, frame.hard_sets, "%{y} hard sets")
    return _by_week(theme.figure(lightened(bars), y_title="hard sets", x_title="week"), frame.week)


def weekly_sets_alt(frame: DataFrame[WeeklySets]) -> str:
    """Say in a sentence what `weekly_sets` shows."""
    return _told(frame, frame.hard_sets.map(lambda sets: units.count(sets, "hard set")))


def tonnage(frame: DataFrame[WeeklyVolumeLoad], display: units.Units) -> go.Figure:
    """Return bars of each week's tonnage [kg or lb] and marks of its volume with the body."""
    per_kg = units.weight_in(1.0, display.weight)
    whole = go.Scatter(
        x=frame.week.to_numpy(),
        y=(frame.volume_load_kg * per_kg).to_numpy(),
        name="with the moved share of the body",
        showlegend=bool(frame.volume_load_kg.notna().any()),
        mode="lines+markers",
        line={"color": theme.CONTEXT, "width": 1},
        marker={"size": 5},
        hovertemplate=f"%{{y:,.0f}} {display.weight} with the body<extra></extra>",
    )
    bars = _bars(frame, frame.tonnage_kg * per_kg, f"%{{y:,.0f}} {display.weight}")
    built = theme.figure(
        [*lightened(bars), whole], y_title=f"weekly sum ({display.weight})", x_title="week"
    )
    return _by_week(built, frame.week)


def tonnage_alt(frame: DataFrame[WeeklyVolumeLoad], display: units.Units) -> str:
    """Say in a sentence what `tonnage` shows, and what is not in it."""
    lifted = frame.tonnage_kg.map(lambda kg: units.format_weight(kg, display.weight, 0))
    told = _told(frame, lifted)
    unknown = int(frame.volume_load_kg.isna().sum())
    if unknown:
        told += f" Body mass is not known for {units.number(unknown)} of them."
    return told


def _bars(frame: pd.DataFrame, heights: "pd.Series[float]", hover: str) -> Iterator[go.Bar]:
    for name, chosen, shape in (
        ("finished weeks", frame.complete, ""),
        ("this week so far", ~frame.complete, HATCH),
    ):
        yield go.Bar(
            x=frame.week[chosen].to_numpy(),
            y=heights[chosen].to_numpy(),
            width=theme.BAR_MS,
            name=name,
            marker={
                "color": theme.LIFTING,
                "line": {"color": theme.LIFTING, "width": 1},
                "pattern": {"shape": shape, "size": 6},
            },
            hovertemplate=f"{hover}<extra>{name}</extra>",
        )


def _by_week(built: go.Figure, weeks: "pd.Series[pd.Timestamp]") -> go.Figure:
    built.update_layout(barmode="stack", legend_traceorder="normal")
    built.update_yaxes(rangemode="nonnegative")
    date_axis(built, weeks, _HOVER)
    return built


def _told(frame: pd.DataFrame, texts: "pd.Series[str]") -> str:
    if frame.empty:
        return "No week with a lift yet."
    finished = texts[frame.complete]
    told = f"{units.count(len(frame), 'week')} from {day_in_words(frame.week.iloc[0])}"
    if len(finished):
        told += f": {finished.iloc[-1]} in the last finished week"
    if frame.complete.iloc[-1]:
        return f"{told}."
    return f"{told}, {texts.iloc[-1]} so far in the unfinished one."
