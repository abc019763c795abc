"""Which week of the plan is looked at: it stays in the address."""

from datetime import date, timedelta

import streamlit as st

from ironstride.records.limits import EARLIEST
from ironstride.ui import state
from ironstride.ui.page import Here
from ironstride.weeks import WEEK, week_of

ASKED = "week_of"
KEY = "week-of"
AHEAD = timedelta(days=3 * 366)


def chosen_week(here: Here) -> date:
    """Draw the choice of a week and return its first day; the week of today at first."""
    first, last = EARLIEST.date() + WEEK, here.today + AHEAD
    day = min(max(state.asked_day(ASKED) or here.today, first), last)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _go("Earlier", ":material/chevron_left:", max(day - WEEK, first))
        _go("This week", ":material/today:", here.today)
        _go("Later", ":material/chevron_right:", min(day + WEEK, last))
        state.keep(KEY, day)  # the same field for every week, so that it is not built anew
        st.date_input(
            "A day of the week",
            key=KEY,
            format="YYYY-MM-DD",
            width=180,
            min_value=first,
            max_value=last,
            on_change=_ask,
        )
    return week_of(day, here.settings.week_start)


def _ask() -> None:
    chosen: date | None = state.kept(KEY, None)
    if chosen:
        state.ask_day(ASKED, chosen)


def _go(label: str, icon: str, day: date) -> None:
    st.button(label, icon=icon, on_click=state.ask_day, args=(ASKED, day))
