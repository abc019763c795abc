"""How a page shows things: numbers in a row, a chart with its sentence and its source."""

from typing import Any

import streamlit as st

from ironstride.ui import demo, menu
from ironstride.ui.explain import HOW
from ironstride.ui.words import plain

MOST_IN_A_ROW = 4
CHART = {"displayModeBar": False, "scrollZoom": False}


def chart(figure: Any, says: str, *, how: str) -> None:
    """Draw a chart, under it one sentence that says what it shows and how it is computed."""
    st.plotly_chart(figure, config=CHART, alt=says, key=f"chart-{how}")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(says))
        with st.popover("How is this computed?"):
            st.markdown(HOW[how])


def numbers(*shown: tuple[str, str, str]) -> None:
    """Draw (label, value, what to compare it with) side by side, two in a row on a phone."""
    columns = len(shown) if len(shown) <= MOST_IN_A_ROW else 3
    with st.grid(columns, min_column_width=150):
        for label, value, beside in shown:
            st.metric(label, value, beside or None, delta_color="off", delta_arrow="off")


def nothing_yet(what: str) -> None:
    """Say that there is nothing to show, and what to do next."""
    st.info(f"{what} Write it by hand, bring in what you have, or look around first.")
    menu.link("run", "Log a run")
    menu.link("lift", "Log a lift session")
    menu.link("import_files", "Import files from Strava, Garmin, Hevy or Strong")
    demo.offer()
