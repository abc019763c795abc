"""Years beside each other: how each added up day by day, and what each came to."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.distance_bars import HATCH, in_unit
from ironstride.frames.volume import CumulativeYears, YearlyVolume
from ironstride.units import Units, count, format_distance, format_hours

DAY_MS = 24 * 3600 * 1000
# Days are numbered as in a leap year, so they are drawn in one.
NEW_YEAR = pd.Timestamp(2000, 1, 1)
FEWEST = 4  # years: at least so wide a paper


def year_lines(lines: DataFrame[CumulativeYears], units: Units) -> go.Figure:
    """Return the distance since 1 January [km or mi] as a line a year, this year in colour."""
    years = sorted(lines.year.unique().tolist())
    traces = [_line(lines[lines.year == year], units, years) for year in years]
    built = theme.figure(
        traces, y_title=f"distance since 1 January ({units.distance})", x_title="date"
    )
    built.update_layout(hovermode="closest")
    built.update_yaxes(rangemode="tozero")
    end = NEW_YEAR + pd.Timedelta(days=366)
    built.update_xaxes(
        type="date", range=[NEW_YEAR, end], tickformat="%b", dtick="M2", tick0=NEW_YEAR
    )
    return built


def year_lines_alt(lines: DataFrame[CumulativeYears], units: Units) -> str:
    """Say in a sentence how far this year is, and how far the last was on the same date."""
    if lines.empty:
        return "No runs yet."
    now = lines.iloc[-1]
    so_far = format_distance(now.distance_m, units.distance)
    years = count(lines.year.nunique(), "year")
    told = f"{years}; {now.year} so far {so_far} by {now.day.day} {now.day:%b}"
    return f"{told}; {_last_year(lines, units)}."


def yearly_totals(volume: DataFrame[YearlyVolume], units: Units) -> go.Figure:
    """Return bars of each year's distance [km or mi]; the unfinished year is hatched."""
    hatches = np.where(volume.complete.to_numpy(dtype=bool), "", HATCH)
    bars = go.Bar(
        x=volume.year.to_numpy(),
        y=in_unit(volume.distance_m, units),
        customdata=[_details(year, units) for year in volume.itertuples()],
        marker={"color": theme.RUNNING, "line_width": 0, "pattern": {"shape": hatches, "size": 6}},
        hovertemplate="%{x}: %{customdata}<extra></extra>",
        showlegend=False,
    )
    built = theme.figure([bars], y_title=f"distance ({units.distance})", x_title="year")
    built.update_layout(hovermode="closest")
    built.update_xaxes(tickformat="d", tick0=0, dtick=_years_a_tick(len(volume)))
    if len(volume):
        last = volume.year.max()
        built.update_xaxes(range=[min(volume.year.min(), last - FEWEST + 1) - 0.6, last + 0.6])
    return built


def yearly_totals_alt(volume: DataFrame[YearlyVolume], units: Units) -> str:
    """Say in a sentence what the years came to."""
    if volume.empty:
        return "No runs yet."
    told = f"{count(len(volume), 'year')}, {count(int(volume.runs.sum()), 'run')}"
    if not volume.distance_m.sum():
        return f"{told}, distance not known."
    top = volume.iloc[int(volume.distance_m.argmax())]
    whole = format_distance(volume.distance_m.sum(), units.distance)
    most = format_distance(top.distance_m, units.distance)
    so_far = "" if top.complete else " so far"
    return f"{told}, {whole}; most in {top.year} with {most}{so_far}."


def _years_a_tick(years: int) -> int:
    """Return how many years lie between two names that stand upright on a phone."""
    return next((step for step, most in ((1, 6), (2, 12)) if years <= most), 5)


def _line(own: pd.DataFrame, units: Units, years: list[int]) -> go.Scatter:
    year, this = int(own.year.iloc[0]), years[-1]
    colour, width, group = theme.CONTEXT, 0.8, "earlier years"
    if year == this - 1:
        colour, width, group = theme.CONTEXT, 2.2, str(year)
    if year == this:
        colour, width, group = theme.RUNNING, 3.0, f"{year} so far"
    begin_ms = (NEW_YEAR - pd.Timestamp(0)) // pd.Timedelta(milliseconds=1)
    return go.Scatter(
        # Numbers take a third of the bytes of written dates, 20 years of them.
        x=begin_ms + (own.day_of_year.to_numpy() - 1.0) * DAY_MS,
        y=in_unit(own.distance_m, units).astype(np.float32),
        name=group,
        legendgroup=group,
        showlegend=year in (years[0], this - 1, this),
        mode="lines",
        line={"color": colour, "width": width},
        hovertemplate=f"{year}: %{{y:.0f}} {units.distance} by %{{x|%-d %b}}<extra></extra>",
    )


def _last_year(lines: pd.DataFrame, units: Units) -> str:
    now = lines.iloc[-1]
    last = lines[(lines.year == now.year - 1) & (lines.day_of_year <= now.day_of_year)]
    if last.empty or not last.whole.iloc[-1]:
        return f"{now.year - 1} is not known from 1 January on"
    then = last.iloc[-1].distance_m
    return f"{now.year - 1} by the same date {format_distance(then, units.distance)}"


def _details(year: Any, units: Units) -> str:
    told = [count(year.runs, "run"), format_hours(year.duration_s)]
    if year.distance_m:
        longest = format_distance(year.longest_m, units.distance)
        told = [format_distance(year.distance_m, units.distance), *told, f"longest {longest}"]
    return ", ".join(told)
