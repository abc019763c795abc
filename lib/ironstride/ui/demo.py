"""Looking at the demo log without touching the runner's own."""

import streamlit as st

from ironstride.ui import cache, state


def offer() -> None:
    """Draw a button that opens the demo log in this tab."""
    if st.button("Look at the demo log", icon=":material/visibility:"):
        state.look_at(cache.demo_log())
        st.rerun()


def banner() -> None:
    """Say that the demo log is shown, and offer the way back."""
    if not state.looks_at_demo():
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info("This is the demo log: a made-up runner. Your own log is untouched.")
        if st.button("Back to my log"):
            state.look_at(None)
            st.rerun()
