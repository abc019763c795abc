"""A year as a calendar: a square a day, darker the further it was; two half years below another."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.distance_bars import in_unit
from ironstride.frames.volume import DayTotals
from ironstride.units import Units, count, format_distance
from ironstride.weeks import WeekStart, week_of

HEIGHT = 400
SECOND_HALF = 7  # July
WEEKS, ROWS = 28, 16  # 184 days touch at most 28 weeks; seven rows, two for names, seven rows
LOWER = 9  # the row in which the second half year begins
NAMED_DAYS = {0: "Mon", 2: "Wed", 4: "Fri"}
FAR = 0.95  # the darkest colour begins at this share of the days, or one race would pale them all
NO_RUN, SHORT = "rgba(140, 147, 156, 0.2)", "rgba(42, 117, 179, 0.3)"


def year_calendar(
    days: DataFrame[DayTotals], units: Units, week_start: WeekStart = "monday"
) -> go.Figure:
    """Return one year's days as squares coloured by distance [km or mi].

    Each square carries an invisible mark with its date, for a heat map cannot be clicked.
    """
    at = _places(days, week_start)
    far = in_unit(days.distance_m, units)
    built = theme.figure(
        [_squares(at, far, units), _unmeasured(days, at), _marks(days, at, units)],
        y_title="day of the week",
        x_title="week",
        height=HEIGHT,
        left=theme.beside(NAMED_DAYS.values()),
    )
    built.update_layout(hovermode="closest", annotations=_month_names(days, week_start))
    _axes(built, week_start)
    return built


def year_calendar_alt(days: DataFrame[DayTotals], units: Units) -> str:
    """Say in a sentence what the calendar shows."""
    ran = days[days.runs > 0]
    if ran.empty:
        return f"No run in {count(len(days), 'day')}."
    far = format_distance(ran.distance_m.sum(), units.distance)
    told = f"{ran.day.iloc[0].year}: {count(len(ran), 'day')} with a run out of {len(days)}"
    if not ran.distance_m.sum():
        return f"{told}, distance not known."
    top = ran.iloc[int(ran.distance_m.argmax())]
    most = format_distance(top.distance_m, units.distance)
    return f"{told}, {far}; the furthest day {_written(top.day)} with {most}."


def _places(days: pd.DataFrame, week_start: WeekStart) -> pd.DataFrame:
    """Return the column and the row of each day."""
    return pd.DataFrame(
        [_place(day, week_start) for day in days.day], columns=["column", "row"], dtype=int
    )


def _place(day: pd.Timestamp, week_start: WeekStart) -> tuple[int, int]:
    lower = day.month >= SECOND_HALF
    begin = week_of(day.replace(month=SECOND_HALF if lower else 1, day=1).date(), week_start)
    weeks, row = divmod((day.date() - begin).days, 7)
    return weeks, row + (LOWER if lower else 0)


def _squares(at: pd.DataFrame, far: NDArray[np.float64], units: Units) -> go.Heatmap:
    grid = np.full((ROWS, WEEKS), np.nan)
    grid[at["row"], at["column"]] = far
    run = far[far > 0]
    return go.Heatmap(
        z=grid,
        zmin=0,
        zmax=float(np.quantile(run, FAR)) if len(run) else 1.0,
        colorscale=[[0, NO_RUN], [0.0001, SHORT], [1, theme.RUNNING]],
        xgap=2,
        ygap=2,
        hoverongaps=False,
        hoverinfo="skip",
        colorbar={
            "orientation": "h",
            "title": {"text": f"distance ({units.distance})", "side": "top"},
            "thickness": 8,
            "len": 0.5,
            "y": -0.16,
            "yanchor": "top",
            "outlinewidth": 0,
            "nticks": 5,
        },
    )


def _unmeasured(days: pd.DataFrame, at: pd.DataFrame) -> go.Scatter:
    """Dot the days with a run of which no distance is known; they are no days of rest."""
    dots = at[(days.runs.to_numpy() > 0) & (days.distance_m.to_numpy() == 0)]
    return go.Scatter(
        x=dots["column"].to_numpy(),
        y=dots["row"].to_numpy(),
        name="run without a distance",
        showlegend=not dots.empty,
        mode="markers",
        marker={"size": 5, "color": theme.RUNNING},
        hoverinfo="skip",
        unselected={"marker": {"opacity": 1}},
    )


def _marks(days: pd.DataFrame, at: pd.DataFrame, units: Units) -> go.Scatter:
    return go.Scatter(
        x=at["column"].to_numpy(),
        y=at["row"].to_numpy(),
        customdata=[f"{day:%Y-%m-%d}" for day in days.day],
        hovertext=[_hover(day, units) for day in days.itertuples()],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
        mode="markers",
        marker={"symbol": "square-open", "size": 12, "color": theme.LIFTING, "opacity": 0},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0}},
    )


def _hover(day: Any, units: Units) -> str:
    if not day.runs:
        return f"{_written(day.day)}: no run"
    far = format_distance(day.distance_m, units.distance) if day.distance_m else "not known"
    return f"{_written(day.day)}: {far}, {count(day.runs, 'run')}"


def _written(day: pd.Timestamp) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def _month_names(days: pd.DataFrame, week_start: WeekStart) -> list[dict[str, Any]]:
    """Write each month's name above the first week that begins in it."""
    if days.empty:
        return []
    year = days.day.iloc[0].year
    names = []
    for month in range(1, 13):
        first = pd.Timestamp(year, month, 1)
        column, row = _place(first, week_start)
        above = LOWER if month >= SECOND_HALF else 0
        begins = column + (row > above and month not in {1, SECOND_HALF})
        names.append(
            {"x": begins - 0.5, "y": above - 0.6, "text": f"{first:%b}", "showarrow": False}
            | {"xanchor": "left", "yanchor": "bottom"}
        )
    return names


def _axes(built: go.Figure, week_start: WeekStart) -> None:
    lead = 0 if week_start == "monday" else 1
    rows = {begin + day + lead: name for begin in (0, LOWER) for day, name in NAMED_DAYS.items()}
    built.update_yaxes(
        range=[ROWS - 0.4, -1.9],
        tickvals=list(rows),
        ticktext=list(rows.values()),
        showgrid=False,
        ticks="",
        fixedrange=True,
    )
    built.update_xaxes(range=[-0.6, WEEKS - 0.4], showticklabels=False, ticks="", fixedrange=True)
