"""The running page's years: every day of a year, and each year beside the others."""

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import calendar, years
from ironstride.frames import Runs
from ironstride.metrics import volume
from ironstride.ui import day_to_open, filters, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here

CALENDAR_PX = 760  # wider, the squares of a day would be bars


def show(runs: DataFrame[Runs], here: Here) -> None:
    """Draw a year as a calendar, and the distance of each year as a line."""
    runs = DataFrame[Runs](runs[runs.started_at < pd.Timestamp(here.today) + pd.Timedelta(days=1)])
    totals = volume.yearly_volume(runs, today=here.today)
    if totals.empty:
        st.info("No run up to today.")
        return
    last = totals.year[totals.runs > 0].max()
    _calendar(runs, filters.year("running", totals.year[totals.year <= last].tolist()[::-1]), here)
    units = here.settings.units
    st.subheader("How does this year compare?")
    lines = volume.cumulative_years(runs, today=here.today)
    on_page.chart(
        years.year_lines(lines, units),
        years.year_lines_alt(lines, units),
        how="year_lines",
        table=lines,
    )
    st.subheader("How far did each year go?")
    on_page.chart(
        years.yearly_totals(totals, units),
        years.yearly_totals_alt(totals, units),
        how="year_totals",
        table=totals,
    )


def _calendar(runs: DataFrame[Runs], year: int, here: Here) -> None:
    days = volume.day_totals(runs, today=here.today)
    days = days[days.day.dt.year == year]
    with st.container(width=CALENDAR_PX):
        clicked = on_page.chart_to_click(
            calendar.year_calendar(days, here.settings.units, here.settings.week_start),
            calendar.year_calendar_alt(days, here.settings.units),
            how="calendar",
            table=days,
            day_in="customdata",
        )
    reach = days.day.iloc[0].date(), days.day.iloc[-1].date()
    day = day_to_open.of(clicked, "Runs of the day", *reach, how="calendar")
    if day:
        sessions_of.show(f"{day:%A} {day.day} {day:%B %Y}", day, day, here)
