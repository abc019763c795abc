"""The running page's load: what the sessions asked of the body, by the runner's own rating."""

from datetime import date
from functools import partial

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import load as charts
from ironstride.charts import monotony as monotony_charts
from ironstride.frames import Runs
from ironstride.frames.load import TrainingLoad, WeeklyLoad
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
from ironstride.ui.page import Here, alone


def show(_: DataFrame[Runs], here: Here) -> None:
    """Draw weekly load, recent beside long-term load, and runs longer than usual."""
    first = filters.span("running", here.today, here.settings.week_start)
    estimates = _wants_estimates(first, here)
    if _days(here, estimates).empty:
        load_numbers.none_rated()
        load_numbers.unrated(_sessions(here, estimates), first, here)
    else:
        _rated(estimates, first, here)
    longer_runs.show(first, here)
    heart_rate_load.show(first, here)
    if not _days(here, estimates).empty:
        alone(partial(acute_chronic_view.show, _days(here, estimates), first), here)


def _wants_estimates(first: date | None, here: Here) -> bool:
    """Offer to estimate missing ratings where there is one, and say what was estimated."""
    if cache.sessions(here.log).rpe.isna().all() or not load_numbers.wants_estimates():
        return False
    load_numbers.say_estimates(_sessions(here, True), first)
    return True


@cache.once
def _sessions(here: Here, estimates: bool) -> RatedSessions:
    sessions = cache.sessions(here.log)
    return load.with_estimated_rpe(sessions, cache.runs(here.log)) if estimates else sessions


@cache.once
def _days(here: Here, estimates: bool) -> DataFrame[TrainingLoad]:
    return load.training_load(_sessions(here, estimates), today=here.today)


@cache.once
def _weekly(here: Here, estimates: bool) -> DataFrame[WeeklyLoad]:
    return load.weekly_load(
        _sessions(here, estimates), today=here.today, week_start=here.settings.week_start
    )


def _rated(estimates: bool, first: date | None, here: Here) -> None:
    """Draw what can be drawn once a rating is known."""
    load_numbers.show(_weekly(here, estimates), _days(here, estimates))
    load_numbers.unrated(_sessions(here, estimates), first, here)
    st.subheader("How much was each week?")
    _draw("load", _by_kind(here, estimates, first), here)
    st.subheader("Is it more than usual lately?")
    _draw("load_history", _lately(here, estimates, first), here)
    st.subheader("How alike are the days of a week?")
    _draw("monotony", _alike(here, estimates, first), here)


@cache.once
def _by_kind(here: Here, estimates: bool, first: date | None) -> cache.Drawn | str:
    by_kind = load_by_kind(
        _sessions(here, estimates), today=here.today, week_start=here.settings.week_start
    )
    by_kind = filters.since(by_kind, "week", first)
    if by_kind.empty:
        return "No session with a rating and a time in this span. Choose a longer one."
    return charts.weekly_load(by_kind), charts.weekly_load_alt(by_kind), by_kind


@cache.once
def _lately(here: Here, estimates: bool, first: date | None) -> cache.Drawn | str:
    days = _days(here, estimates)
    days = filters.since(days[days.complete], "day", first)
    if days.recent.isna().all():
        return (
            "Cannot tell yet: recent and long-term load are shown once the log holds six weeks, "
            "42 days, from the first session with a load."
        )
    return charts.load_history(days), charts.load_history_alt(days), days


@cache.once
def _alike(here: Here, estimates: bool, first: date | None) -> cache.Drawn:
    weekly = filters.since(_weekly(here, estimates), "week", first)
    return monotony_charts.monotony(weekly), monotony_charts.monotony_alt(weekly), weekly


def _draw(how: str, drawn: cache.Drawn | str, here: Here) -> None:
    """Draw a chart whose marks list the sessions of their week, or say why there is none."""
    if isinstance(drawn, str):
        st.info(drawn)
        return
    figure, says, table = drawn
    day = on_page.chart_to_click(figure, says, how=how, table=table)
    if day is not None:
        sessions_of.week(date(day.year, day.month, day.day), here, kind="")
