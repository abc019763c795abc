from ironstride.store import add_session, last_run, runs_on
from ironstride.ui import state
from ironstride.ui.forms.run_form import run_form
from ironstride.ui.page import opened
from ironstride.ui.saved import saved

with opened("Log a run") as here:
    run = run_form(
        f"run-{state.turn('run')}",
        here.settings.units,
        here.now,
        usual=lambda run_type: last_run(here.log, run_type),
        on_day=lambda day: runs_on(here.log, day),
    )
    if run is not None:
        add_session(here.log, run)
        saved("run", run, here)
