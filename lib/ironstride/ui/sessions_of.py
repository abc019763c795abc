"""The sessions behind a mark of a chart, each with a link to its page."""

from datetime import date

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units, weeks
from ironstride.frames import History
from ironstride.store import Wanted, history
from ironstride.ui import menu, session_list
from ironstride.ui.page import Here

MOST = 50


def show(title: str, first: date, last: date, here: Here, *, kind: str = "run") -> None:
    """List the sessions of some local days, both included."""
    st.subheader(title)
    found = history(here.log, Wanted(kind=kind, first=first, last=last), count=MOST)
    if found.empty:
        st.caption("No session in these days.")
    rows(found, here)
    if len(found) == MOST:
        st.caption(f"The first {units.count(MOST, 'session')} only; History shows all.")


def one_day(day: date, here: Here, *, kind: str = "run") -> None:
    """List the sessions of one local day."""
    show(f"{day:%A} {day.day} {day:%B %Y}", day, day, here, kind=kind)


def week(day: date, here: Here, *, kind: str = "run") -> None:
    """List the sessions of the week that a local day lies in."""
    begin = weeks.week_of(day, here.settings.week_start)
    title = f"Week of {begin.day} {begin:%B %Y}"
    show(title, begin, begin + weeks.WEEK - date.resolution, here, kind=kind)


def rows(found: DataFrame[History], here: Here) -> None:
    """Draw sessions one below the other, each with a link to its page."""
    for row in found.itertuples():
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.text(session_list.in_words(row, here.settings.units), width="stretch")
            menu.link("history", "Open", session=str(row.session_id))
