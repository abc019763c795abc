"""The running page's years: every day of a year, and each year beside the others."""

from functools import partial

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import calendar, years
from ironstride.frames import Runs
from ironstride.frames.volume import YearlyVolume
from ironstride.metrics import volume
from ironstride.ui import cache, day_to_open, filters, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone

CALENDAR_PX = 760  # wider, the squares of a day would be bars


def show(_: DataFrame[Runs], here: Here) -> None:
    """Draw a year as a calendar, and the distance of each year as a line."""
    totals = _totals(here)
    if totals.empty:
        st.info("No run up to today.")
        return
    last = totals.year[totals.runs > 0].max()
    alone(partial(_calendar, totals.year[totals.year <= last].tolist()[::-1]), here)
    st.subheader("How does this year compare?")
    figure, says, lines = _lines(here)
    on_page.chart(figure, says, how="year_lines", table=lines)
    st.subheader("How far did each year go?")
    figure, says, each = _each_year(here)
    on_page.chart(figure, says, how="year_totals", table=each)


def _runs(here: Here) -> DataFrame[Runs]:
    """Return the runs up to today."""
    runs = cache.runs(here.log)
    tomorrow = pd.Timestamp(here.today) + pd.Timedelta(days=1)
    return DataFrame[Runs](runs[runs.started_at < tomorrow])


@cache.once
def _totals(here: Here) -> DataFrame[YearlyVolume]:
    return volume.yearly_volume(_runs(here), today=here.today)


@cache.once
def _lines(here: Here) -> cache.Drawn:
    lines, chosen = volume.cumulative_years(_runs(here), today=here.today), here.settings.units
    return years.year_lines(lines, chosen), years.year_lines_alt(lines, chosen), lines


@cache.once
def _each_year(here: Here) -> cache.Drawn:
    totals, chosen = _totals(here), here.settings.units
    return years.yearly_totals(totals, chosen), years.yearly_totals_alt(totals, chosen), totals


@cache.once
def _days(here: Here, year: int) -> cache.Drawn:
    days = volume.day_totals(_runs(here), today=here.today)
    days = days[days.day.dt.year == year]
    chosen = here.settings
    figure = calendar.year_calendar(days, chosen.units, chosen.week_start)
    return figure, calendar.year_calendar_alt(days, chosen.units), days


def _calendar(years_run: list[int], here: Here) -> None:
    figure, says, days = _days(here, filters.year("running", years_run))
    with st.container(width=CALENDAR_PX):
        clicked = on_page.chart_to_click(
            figure, says, how="calendar", table=days, day_in="customdata"
        )
    reach = days.day.iloc[0].date(), days.day.iloc[-1].date()
    day = day_to_open.of(clicked, "Runs of the day", *reach, how="calendar")
    if day:
        sessions_of.one_day(day, here)
