import streamlit as st

from ironstride.store import save_settings
from ironstride.ui import body_mass, state
from ironstride.ui.forms.settings_form import settings_form
from ironstride.ui.page import opened

with opened("Settings") as here:
    chosen = settings_form(here.settings, here.zone, here.today.year)
    if chosen is not None:
        save_settings(here.log, chosen)
        state.tell("Your settings are saved.")
        st.rerun()
    body_mass.show(here)
