"""What the parts of the records page share: a row that opens its session, what to do first."""

import streamlit as st

from ironstride.ui import menu
from ironstride.ui.fitness_cards import CARDS
from ironstride.ui.words import plain

WIDEST = 340  # two in a row on a desk, one on a phone
TIME_TRIAL = CARDS["time_trial"].name  # an address names a choice as the page does


def row(head: str, told: list[str], source: str, source_id: int) -> None:
    """Draw a line in bold and what is told of it, with a link to its session or test."""
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        lines = [f"**{plain(head)}**", *map(plain, told)]
        st.markdown("  \n".join(lines), width="stretch")
        if source in ("run", "lift"):
            menu.link("history", "Open", session=str(source_id))
        elif source == "test":
            menu.link("fitness_test", "Open", fitness_protocol=TIME_TRIAL)


def no_race() -> None:
    """Say what predictions and paces rest on, and how to get there."""
    st.info(
        "Cannot tell yet: there is no race or time trial in the log. Predictions and paces come "
        "from these alone; easy runs are not used, on purpose, for they show less than you can "
        "run. One all-out effort of 1.5 to 10 km is enough to begin with."
    )
    st.markdown("Did you race already? Give that run the type **Race**, or do a time trial:")
    menu.link("run", "Log a race: choose the type Race")
    menu.link("history", "Find a run and correct its type to Race", history_kind="Runs")
    menu.link("fitness_test", "Do a time trial", fitness_protocol=TIME_TRIAL)
