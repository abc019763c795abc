"""Heart-rate load of the runs, where it can be known."""

from datetime import date

import streamlit as st

from ironstride.charts import trimp as charts
from ironstride.metrics.load import run_trimp
from ironstride.metrics.load_weeks import weekly_trimp
from ironstride.settings import Settings
from ironstride.ui import cache, filters, menu, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here


def show(first: date | None, here: Here) -> None:
    """Draw the weekly training impulse, or say what has to be entered for it."""
    st.subheader("What does heart rate say of the load?")
    if missing := _missing(here.settings):
        st.info(f"Cannot tell yet: heart-rate load needs {missing}.")
        menu.link("settings", "Settings")
        return
    drawn = _drawn(here, first)
    if drawn is None:
        st.info("No run with a heart rate and a time in this span.")
        return
    figure, says, weekly = drawn
    day = on_page.chart_to_click(figure, says, how="trimp", table=weekly)
    if day is not None:
        sessions_of.week(day.date(), here)


@cache.once
def _drawn(here: Here, first: date | None) -> cache.Drawn | None:
    settings = here.settings
    trimp = run_trimp(
        cache.runs(here.log),
        rest_hr_bpm=settings.rest_hr_bpm,
        max_hr_bpm=settings.max_hr_bpm,
        sex=settings.sex,
    )
    weekly = weekly_trimp(trimp, today=here.today, week_start=settings.week_start)
    weekly = filters.since(weekly, "week", first)
    if not weekly.known_runs.sum():
        return None
    return charts.weekly_trimp(weekly), charts.weekly_trimp_alt(weekly), weekly


def _missing(settings: Settings) -> str:
    """Return what is not entered yet, as a list in words."""
    wanted = {
        "your sex": settings.sex,
        "your heart rate at rest": settings.rest_hr_bpm,
        "your maximum heart rate": settings.max_hr_bpm,
    }
    absent = [name for name, value in wanted.items() if value is None]
    return " and ".join([", ".join(absent[:-1]), absent[-1]] if absent[1:] else absent)
