"""The running page's load: what the sessions asked of the body, by the runner's own rating."""

from datetime import date

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import load as charts
from ironstride.charts import monotony as monotony_charts
from ironstride.frames import Runs
from ironstride.frames.load import TrainingLoad
from ironstride.metrics import load
from ironstride.metrics.load_weeks import load_by_kind
from ironstride.metrics.rating import RatedSessions
from ironstride.ui import (
    acute_chronic_view,
    cache,
    filters,
    heart_rate_load,
    load_numbers,
    longer_runs,
    sessions_of,
)
from ironstride.ui import show as on_page
from ironstride.ui.page import Here


def show(runs: DataFrame[Runs], here: Here) -> None:
    """Draw weekly load, recent beside long-term load, and runs longer than usual."""
    first = filters.span("running", here.today, here.settings.week_start)
    sessions = _sessions(runs, first, here)
    days = load.training_load(sessions, today=here.today)
    if days.empty:
        load_numbers.none_rated()
        load_numbers.unrated(sessions, first, here)
    else:
        _rated(sessions, days, first, here)
    longer_runs.show(runs, first, here)
    heart_rate_load.show(runs, first, here)
    if not days.empty:
        acute_chronic_view.show(days, first)


def _sessions(runs: DataFrame[Runs], first: date | None, here: Here) -> RatedSessions:
    """Return the sessions, with missing ratings estimated for those who ask for it."""
    sessions = cache.sessions(here.log)
    if sessions.rpe.isna().all() or not load_numbers.wants_estimates():
        return sessions
    estimated = load.with_estimated_rpe(sessions, runs)
    load_numbers.say_estimates(estimated, first)
    return estimated


def _rated(
    sessions: RatedSessions, days: DataFrame[TrainingLoad], first: date | None, here: Here
) -> None:
    """Draw what can be drawn once a rating is known."""
    week_start, today = here.settings.week_start, here.today
    weekly = load.weekly_load(sessions, today=today, week_start=week_start)
    load_numbers.show(weekly, days)
    load_numbers.unrated(sessions, first, here)
    _by_week(sessions, first, here)
    _lately(days, first, here)
    st.subheader("How alike are the days of a week?")
    weekly = filters.since(weekly, "week", first)
    figure, says = monotony_charts.monotony(weekly), monotony_charts.monotony_alt(weekly)
    _sessions_on_click(on_page.chart_to_click(figure, says, how="monotony", table=weekly), here)


def _by_week(sessions: RatedSessions, first: date | None, here: Here) -> None:
    st.subheader("How much was each week?")
    by_kind = load_by_kind(sessions, today=here.today, week_start=here.settings.week_start)
    by_kind = filters.since(by_kind, "week", first)
    if by_kind.empty:
        st.info("No session with a rating and a time in this span. Choose a longer one.")
        return
    figure, says = charts.weekly_load(by_kind), charts.weekly_load_alt(by_kind)
    _sessions_on_click(on_page.chart_to_click(figure, says, how="load", table=by_kind), here)


def _lately(days: DataFrame[TrainingLoad], first: date | None, here: Here) -> None:
    st.subheader("Is it more than usual lately?")
    days = filters.since(days[days.complete], "day", first)
    if days.recent.isna().all():
        st.info(
            "Cannot tell yet: recent and long-term load are shown once the log holds six weeks, "
            "42 days, from the first session with a load."
        )
        return
    figure, says = charts.load_history(days), charts.load_history_alt(days)
    _sessions_on_click(on_page.chart_to_click(figure, says, how="load_history", table=days), here)


def _sessions_on_click(day: date | None, here: Here) -> None:
    """List every session of the week of a mark that was clicked."""
    if day is not None:
        sessions_of.week(date(day.year, day.month, day.day), here, kind="")
