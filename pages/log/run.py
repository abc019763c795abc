from ironstride.store import add_session
from ironstride.ui import state
from ironstride.ui.forms.run_form import run_form
from ironstride.ui.page import opened
from ironstride.ui.saved import saved
from ironstride.ui.words import run_in_words

with opened("Log a run") as here:
    units = here.settings.units
    run = run_form(f"run-{state.turn('run')}", units, here.now)
    if run is not None:
        add_session(here.log, run)
        saved("run", run_in_words(run, units), run.doubts())
