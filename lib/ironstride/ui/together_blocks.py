"""The part Blocks of the page Together: marked blocks, and a trial of one's own."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from ironstride.records import Trial
from ironstride.store import trials
from ironstride.ui.blocks_marked import marked
from ironstride.ui.page import Here, alone
from ironstride.ui.together_data import Together
from ironstride.ui.trial_plan import plan
from ironstride.ui.trial_view import design_of, in_words, trial_view


def show(data: Together, here: Here) -> None:
    """Draw the marked blocks, the trial that was drawn last, and the plan of a new one."""
    alone(partial(marked, data), here)
    st.subheader("A trial of your own")
    drawn = trials(here.log)
    if drawn:
        number = _chosen(drawn)
        trial_view(number, drawn[number], data, here)
    if all(design_of(trial).ends_on < here.today for trial in drawn.values()):
        alone(plan, here)
    else:
        st.caption("One trial at a time: the next one can be drawn when this one is over.")


def _chosen(drawn: Mapping[int, Trial]) -> int:
    """Return the trial to look at, the latest at first; with one there is nothing to choose."""
    if len(drawn) == 1:
        return next(iter(drawn))
    chosen: int = st.selectbox(
        "Trial", list(drawn), format_func=lambda number: in_words(drawn[number])
    )
    return chosen
