import streamlit as st

from ironstride.ui import goals_list
from ironstride.ui.page import alone, opened

with opened("Goals") as here:
    st.caption(
        "A goal is held against the range that your own log makes likely, not against a straight "
        "line. Beyond the range is no verdict on you: it says that the last weeks do not lead "
        "there yet."
    )
    alone(goals_list.add, here)
    goals_list.show(here)
