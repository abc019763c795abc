"""Looking at a demo log without touching the runner's own."""

import tempfile
from pathlib import Path

import streamlit as st

from ironstride import clock
from ironstride.jobs.demo_log import write_demo_log
from ironstride.ui import state


def offer() -> None:
    """Draw a button that makes a demo log and opens it in this tab."""
    if st.button("Look at the demo log", icon=":material/visibility:"):
        path = Path(tempfile.mkdtemp(prefix="ironstride-demo-")) / "demo.db"
        write_demo_log(path, today=clock.today(None))
        state.look_at(path)
        st.rerun()
