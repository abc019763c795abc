"""The month of the plan: a square a day, and the day that was touched or chosen."""

from datetime import date

import streamlit as st

from ironstride.charts.plan_month import month_days, plan_month, plan_month_alt
from ironstride.ui import cache, day_to_open, plan_days, show, state
from ironstride.ui.page import Here
from ironstride.ui.plan_data import Span

KEY = "plan-month"


def draw(here: Here) -> None:
    """Draw a month with what was done and what is planned; a day opens below it."""
    month = _month(here)
    span = _span(here, month)
    figure, says, marks = _drawn(here, month)
    clicked = show.chart_to_click(figure, says, how="plan_month", table=marks, day_in="customdata")
    day = day_to_open.of(clicked, "Open a day", span.first, span.last, how="plan_month")
    if day:
        plan_days.one_day(day, span, here)


@cache.once
def _drawn(here: Here, month: date) -> cache.Drawn:
    marks = _span(here, month).marks
    figure = plan_month(marks, month, here.today, here.settings.week_start)
    return figure, plan_month_alt(marks, month), marks


def _span(here: Here, month: date) -> Span:
    """Return the days that stand in the squares of a month."""
    days = month_days(month, here.settings.week_start)
    return Span(here, days[0], days[-1])


def _month(here: Here) -> date:
    month = state.kept(KEY, here.today).replace(day=1)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Earlier", icon=":material/chevron_left:", on_click=_go, args=(month, -1))
        st.button("This month", on_click=state.forget, args=(KEY,))
        st.button("Later", icon=":material/chevron_right:", on_click=_go, args=(month, 1))
    st.subheader(f"{month:%B %Y}")
    return month


def _go(month: date, by: int) -> None:
    years, place = divmod(month.month - 1 + by, 12)
    state.keep(KEY, month.replace(year=month.year + years, month=place + 1))
    state.next_turn("chart-plan_month")
