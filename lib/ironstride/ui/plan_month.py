"""The month of the plan: a square a day, and the day that was touched or chosen."""

from datetime import date

import streamlit as st

from ironstride.charts.plan_month import month_days, plan_month, plan_month_alt
from ironstride.ui import day_to_open, plan_days, show, state
from ironstride.ui.page import Here
from ironstride.ui.plan_data import Span

KEY = "plan-month"


def draw(here: Here) -> None:
    """Draw a month with what was done and what is planned; a day opens below it."""
    month = _month(here)
    week_start = here.settings.week_start
    days = month_days(month, week_start)
    span = Span(here, days[0], days[-1])
    clicked = show.chart_to_click(
        plan_month(span.marks, month, here.today, week_start),
        plan_month_alt(span.marks, month),
        how="plan_month",
        table=span.marks,
        day_in="customdata",
    )
    day = day_to_open.of(clicked, "Open a day", span.first, span.last, how="plan_month")
    if day:
        plan_days.one_day(day, span, here)


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
