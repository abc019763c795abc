"""The last days as a strip: what was done, in which order, and where the rest was."""

import html

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.frames.running import DayStrip
from ironstride.units import count

COLOURS = {"run": theme.RUNNING, "lift": theme.LIFTING, "other": theme.CONTEXT}
SQUARE_PX = 17
ROW_PX, FRAME_PX = 24, 130
LETTERS = "MTWTFSS"
HALF_DAY = pd.Timedelta(hours=12)


def day_strip(strip: DataFrame[DayStrip]) -> go.Figure:
    """Return one column a day with a square a session, the day's first at the bottom.

    Squares carry the first letter of their kind; a day of rest is a faint dot.
    """
    rows = max(int(strip["order"].max()), 1) if len(strip) else 1
    traces = [_squares(strip, kind) for kind in COLOURS if kind in set(strip.kind)]
    height = FRAME_PX + ROW_PX * rows
    built = theme.figure([*traces, _rest(strip)], y_title="sessions", x_title="day", height=height)
    built.update_layout(hovermode="closest")
    built.update_yaxes(
        range=[0.4, rows + 0.6], showticklabels=False, showgrid=False, fixedrange=True
    )
    _day_axis(built, strip)
    return built


def day_strip_alt(strip: DataFrame[DayStrip]) -> str:
    """Say in a sentence what was done in these days."""
    nouns = {"run": "run", "lift": "lift session", "other": "other session", "rest": "rest day"}
    counts = strip.kind.value_counts()
    parts = [count(int(counts[kind]), noun) for kind, noun in nouns.items() if kind in counts]
    return f"The last {count(strip.day.nunique(), 'day')}: {', '.join(parts)}."


def _squares(strip: pd.DataFrame, kind: str) -> go.Scatter:
    own = strip[strip.kind == kind]
    return go.Scatter(
        x=own.day.to_numpy(),
        y=own["order"].to_numpy(),
        text=[kind[0].upper()] * len(own),
        customdata=_notes(own),
        name=kind,
        showlegend=True,
        mode="markers+text",
        marker={"symbol": "square", "size": SQUARE_PX, "color": COLOURS[kind]},
        textfont={"color": "white", "size": 11},
        hovertemplate="%{customdata}<extra></extra>",
    )


def _rest(strip: pd.DataFrame) -> go.Scatter:
    days = strip[strip.kind == "rest"].day
    return go.Scatter(
        x=days.to_numpy(),
        y=[1] * len(days),
        name="rest",
        showlegend=True,
        mode="markers",
        marker={"symbol": "circle", "size": 6, "color": theme.CONTEXT_FAINT},
        hovertemplate="%{x|%a %-d %b}: rest<extra></extra>",
    )


def _notes(sessions: pd.DataFrame) -> list[str]:
    return [
        f"{day:%a} {day.day} {day:%b}: {sport}{_minutes(minutes)}<br>{html.escape(title)}"
        for day, sport, minutes, title in zip(
            sessions.day, sessions.sport, sessions.minutes, sessions.title, strict=True
        )
    ]


def _minutes(minutes: float) -> str:
    return "" if pd.isna(minutes) else f", {minutes:.0f} min"


def _day_axis(built: go.Figure, strip: pd.DataFrame) -> None:
    days = pd.DatetimeIndex(strip.day.unique())
    built.update_xaxes(
        type="date",
        tickvals=days.to_numpy(),
        ticktext=[f"{LETTERS[day.weekday()]}<br>{day.day}" for day in days],
        tickangle=0,
        fixedrange=True,
    )
    if len(days):
        built.update_xaxes(range=[days[0] - HALF_DAY, days[-1] + HALF_DAY])
