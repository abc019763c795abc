"""After something was saved: say so, and start the form over."""

import streamlit as st

from ironstride.ui import state


def saved(form: str, what: str, doubts: list[str]) -> None:
    """Tell that a session was saved, with a second look where a value is unusual."""
    state.next_turn(form)
    look = f" Please check: {'; '.join(doubts)}." if doubts else ""
    state.tell(f"Saved: {what}.{look}")
    st.rerun()
