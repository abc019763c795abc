import streamlit as st

from ironstride.ui import exercise_list
from ironstride.ui.page import opened

with opened("Exercises") as here:
    st.markdown(
        "What the names in your files mean, and which muscles your own exercises work. Change one "
        "here, and every session that you imported follows."
    )
    exercise_list.tell_muscles(here)
    exercise_list.change_meanings(here)
