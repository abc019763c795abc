import streamlit as st

from ironstride.store import add_session, exercise_names, last_lift
from ironstride.ui import state
from ironstride.ui.forms.lift_form import grid_key, lift_form
from ironstride.ui.forms.set_grid import is_typed_in
from ironstride.ui.page import opened
from ironstride.ui.saved import saved, to_repeat

with opened("Log a lift session") as here:
    key, units = f"lift-{state.turn('lift')}", here.settings.units
    repeated = state.kept(f"repeat-{key}", ())
    last = last_lift(here.log)
    offered = last and not repeated and not is_typed_in(grid_key(key, units.weight, repeated))
    if last and offered and st.button("Repeat last session", icon=":material/replay:"):
        repeated = to_repeat(last)
        state.keep(f"repeat-{key}", repeated)
    lift = lift_form(key, units, here.now, exercise_names(here.log), first=repeated)
    if lift is not None:
        add_session(here.log, lift)
        saved("lift", lift, here)
