import streamlit as st

from ironstride.store import add_session, exercise_names, last_lift
from ironstride.ui import state
from ironstride.ui.forms.lift_form import lift_form
from ironstride.ui.page import opened
from ironstride.ui.saved import saved, to_repeat

with opened("Log a lift session") as here:
    last = last_lift(here.log)
    key = f"lift-{state.turn('lift')}"
    if last and st.button("Repeat last session", icon=":material/replay:"):
        state.keep(f"repeat-{key}", value=True)
    repeated = to_repeat(last) if last and state.kept(f"repeat-{key}", default=False) else ()
    lift = lift_form(key, here.settings.units, here.now, exercise_names(here.log), first=repeated)
    if lift is not None:
        add_session(here.log, lift)
        saved("lift", lift, here)
