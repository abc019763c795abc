import streamlit as st

from ironstride.store import add_session, exercise_names, last_lift
from ironstride.ui import state
from ironstride.ui.forms.lift_form import lift_form
from ironstride.ui.page import opened
from ironstride.ui.saved import saved

with opened("Log a lift session") as here:
    last = last_lift(here.log)
    repeat = state.kept("repeat-lift", default=False)
    if last and st.button("Repeat last session", icon=":material/replay:"):
        state.next_turn("lift")
        state.keep("repeat-lift", value=True)
        st.rerun()
    lift = lift_form(
        f"lift-{state.turn('lift')}",
        here.settings.units,
        here.now,
        exercise_names(here.log),
        start_from=last if repeat else None,
    )
    if lift is not None:
        add_session(here.log, lift)
        state.forget("repeat-lift")
        saved("lift", lift, here)
