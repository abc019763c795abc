"""Which day's sessions a chart opens: the mark that was clicked, or a day chosen without it."""

from datetime import date

import pandas as pd
import streamlit as st

from ironstride.ui import state


def of(
    clicked: pd.Timestamp | None, label: str, first: date, last: date, *, how: str
) -> date | None:
    """Return the day that was clicked or chosen last; the choice lies between two days.

    A touch screen takes the first tap on a mark for a look at its numbers, and the keyboard
    reaches no mark at all; the choice needs no mark.
    """
    key = f"open-{how}-{first}"
    if clicked is not None:
        state.keep(key, None)
    chosen: date | None = st.date_input(
        label,
        value=None,
        min_value=first,
        max_value=last,
        format="YYYY-MM-DD",
        key=key,
        width=220,
        on_change=state.next_turn,
        args=(f"chart-{how}",),  # what was clicked before is forgotten
    )
    return chosen if clicked is None else clicked.date()
