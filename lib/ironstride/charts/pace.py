"""Pace week by week, by type of run, with the line of where it is heading."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.specks import HIGH, WIDE, specks
from ironstride.frames.pace import GradeAdjustedPace, PaceTrends
from ironstride.frames.running import WeeklyPace
from ironstride.units import Units, count, format_clock, format_pace, metres

ROOM = pd.Timedelta(minutes=1)
WEEK = pd.Timedelta(weeks=1)
LONG_GAP = pd.Timedelta(weeks=13)
DIRECTIONS = ("faster", "slower")
MOST_JOINED = 160  # weeks; the lines between more of them would hide each other

Paces = DataFrame[WeeklyPace] | DataFrame[GradeAdjustedPace]


def pace_by_type(
    pace: Paces, trends: DataFrame[PaceTrends], units: Units, *, this_week: date
) -> go.Figure:
    """Return weekly pace [min per km or mi] as a line with points for each run type.

    Types whose pace has a direction have a dashed line; of more than three years only the points
    are drawn, all of a type as one shape; the week that is not over has an open point. A frame of
    grade-adjusted pace is drawn at its adjusted pace, where there is one.
    """
    drawn = pace.assign(pace=_moments(_drawn(pace), units), said=_said(pace, units))
    lines = [trace for name in _types(pace) for trace in _of_type(drawn, name, this_week)]
    known = trends[trends.status.isin(DIRECTIONS)]
    built = theme.figure(
        [*lines, *(_trend_line(row, units) for row in known.itertuples())],
        y_title="",
        x_title="week",
    )
    built.update_layout(legend={"itemsizing": "constant", "tracegroupgap": 0})
    theme.pace_axis(built, units.distance)
    if _is_flat(pace):
        built.update_yaxes(title_text=f"pace on the flat, ≈ (min/{units.distance})")
    _room(built, drawn.pace)
    date_axis(built, pace.week, "week of %-d %b %Y")
    return built


def pace_by_type_alt(pace: Paces, units: Units) -> str:
    """Say in a sentence what the pace lines show."""
    if pace.empty:
        return "No run with distance and time here."
    latest = pace.assign(drawn=_drawn(pace)).groupby("type").tail(1).set_index("type")

    def written(name: str) -> str:
        return format_pace(1000, latest.drawn[name], units.distance)

    paces = [f"{label(name)} {written(name)}" for name in _types(pace)]
    weeks = count(pace.week.nunique(), "week")
    flat = " as on the flat (≈)" if _is_flat(pace) else ""
    return f"{weeks}, {count(int(pace.runs.sum()), 'run')}; latest{flat} {', '.join(paces)}."


def label(name: str) -> str:
    """Return a run type as the chart calls it."""
    return {"all": "all runs", "other": "untyped"}.get(name, name)


def moments(s_per_km: "pd.Series[Any]", units: Units) -> "pd.Series[Any]":
    """Return paces [s per km] as texts that a pace axis reads, None where there is none.

    Texts, for Plotly writes a missing moment as a number.
    """
    return _texts(_moments(s_per_km, units))


def _texts(pace: "pd.Series[Any]") -> "pd.Series[Any]":
    texts: pd.Series[Any] = pace.dt.strftime("%Y-%m-%dT%H:%M:%S").astype(object)
    return texts.where(pace.notna(), None)


def _moments(s_per_km: "pd.Series[Any]", units: Units) -> "pd.Series[Any]":
    seconds = s_per_km * metres(1, units.distance) / 1000
    return pd.to_datetime(seconds.round(), unit="s")


def _is_flat(pace: Paces) -> bool:
    return "adjusted_s_per_km" in pace


def _drawn(pace: Paces) -> "pd.Series[Any]":
    paces: pd.Series[Any] = pace.pace_s_per_km
    return pace.adjusted_s_per_km.fillna(paces) if _is_flat(pace) else paces


def _said(pace: Paces, units: Units) -> list[str]:
    """Return what a point's hover adds to its pace: how many runs, and the pace as it was run."""
    if not _is_flat(pace):
        return [f"runs: {runs}" for runs in pace.runs]
    per_unit = pace.pace_s_per_km * metres(1, units.distance) / 1000
    return [
        f"runs: {runs}" if pd.isna(flat) else f"≈, as run {format_clock(as_run)}, runs: {runs}"
        for runs, flat, as_run in zip(pace.runs, pace.adjusted_s_per_km, per_unit, strict=True)
    ]


def _of_type(drawn: pd.DataFrame, name: str, this_week: date) -> list[go.Scatter]:
    own = _parted(drawn[drawn.type == name])
    unfinished = own.week == pd.Timestamp(this_week)
    if drawn.week.nunique() <= MOST_JOINED:
        return [_pace_line(own, name, unfinished, joined=True)]
    told = _pace_line(own[~unfinished], name, unfinished[~unfinished], joined=False)
    # All but one or two are left out of the drawing, and take clicks all the same.
    told.update(marker_maxdisplayed=1, unselected={"marker": {"opacity": 1}}, legendgroup=name)
    last = _pace_line(own[unfinished], name, unfinished[unfinished], joined=False)
    last.update(showlegend=False, legendgroup=name)
    return [
        _specks(drawn, own[~unfinished]).update(fillcolor=_colour(name), legendgroup=name),
        told,
        last,
    ]


def _specks(drawn: pd.DataFrame, own: pd.DataFrame) -> go.Scatter:
    span, room = drawn.week.max() - drawn.week.min(), drawn.pace.max() - drawn.pace.min()
    return specks(own.week, own.pace, wide=max(WEEK, WIDE * span), high=HIGH * max(ROOM, room))


def _pace_line(
    own: pd.DataFrame, name: str, unfinished: "pd.Series[bool]", *, joined: bool
) -> go.Scatter:
    return go.Scatter(
        x=own.week.to_numpy(),
        y=_texts(own.pace),
        customdata=own.said.to_numpy(),
        name=label(name),
        showlegend=True,
        mode="lines+markers" if joined else "markers",
        line={"color": _colour(name), "width": 1},
        marker={
            "size": 5 if joined else 4,
            "color": _colour(name),
            "symbol": np.where(unfinished, "circle-open", "circle"),
        },
        hovertemplate=f"{label(name)} %{{y|%-M:%S}}, %{{customdata}}<extra></extra>",
    )


def _trend_line(row: Any, units: Units) -> go.Scatter:
    ends = pd.Series([row.first_s_per_km, row.last_s_per_km])
    return go.Scatter(
        x=[row.first, row.last],
        y=moments(ends, units),
        name=f"{label(row.type)}, trend",
        showlegend=False,
        mode="lines",
        line={"color": _colour(row.type), "width": 3, "dash": "dash"},
        hoverinfo="skip",
    )


def _colour(name: str) -> str:
    return theme.RUN_TYPES.get(name, theme.RUNNING)


def _parted(own: pd.DataFrame) -> pd.DataFrame:
    """Add an empty row before each long gap, or a line would be drawn through months of nothing."""
    after = own[own.week.diff() > LONG_GAP]
    empty = after.assign(week=after.week - pd.Timedelta(days=1), pace=pd.Timestamp("NaT"), said="")
    return pd.concat([own, empty]).sort_values("week") if len(after) else own


def _room(built: go.Figure, pace: "pd.Series[Any]") -> None:
    """Give paces that hardly differ a whole minute, or the ticks would repeat a second."""
    if pace.empty or pace.max() - pace.min() >= ROOM:
        return
    middle = pace.min() + (pace.max() - pace.min()) / 2
    built.update_yaxes(autorange=False, range=[middle + ROOM / 2, middle - ROOM / 2])


def _types(pace: pd.DataFrame) -> list[str]:
    """Return the run types there are, always in the same order."""
    there = set(pace.type)
    return [name for name in (*theme.RUN_TYPES, "all") if name in there]
