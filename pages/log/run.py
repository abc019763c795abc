from ironstride.store import add_session
from ironstride.ui import state
from ironstride.ui.forms.run_form import run_form
from ironstride.ui.page import opened
from ironstride.ui.saved import saved

with opened("Log a run") as here:
    run = run_form(f"run-{state.turn('run')}", here.settings.units, here.now)
    if run is not None:
        add_session(here.log, run)
        saved("run", run, here)
