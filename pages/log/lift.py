from ironstride.store import add_session
from ironstride.ui import state
from ironstride.ui.forms.lift_form import lift_form
from ironstride.ui.page import opened
from ironstride.ui.saved import saved

with opened("Log a lift session") as here:
    lift = lift_form(f"lift-{state.turn('lift')}", here)
    if lift is not None:
        add_session(here.log, lift)
        saved("lift", lift, here)
