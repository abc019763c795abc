from ironstride.store import last_run, runs_on
from ironstride.ui import from_plan
from ironstride.ui.forms.run_form import run_form
from ironstride.ui.page import opened
from ironstride.ui.saved import saved

with opened("Log a run") as here:
    plan = from_plan.asked(here, "run")
    run = run_form(
        plan.key("run"),
        here.settings.units,
        here.now,
        begin=plan.begin,
        usual=lambda run_type: last_run(here.log, run_type),
        on_day=lambda day: runs_on(here.log, day),
    )
    if run is not None:
        from_plan.add(plan, run, here)
        saved("run", run, here)
