from ironstride.ui import from_plan
from ironstride.ui.forms.lift_form import lift_form
from ironstride.ui.page import opened
from ironstride.ui.saved import saved

with opened("Log a lift session") as here:
    plan = from_plan.asked(here, "lift")
    lift = lift_form(plan.key("lift"), here, begin=plan.begin)
    if lift is not None:
        from_plan.add(plan, lift, here)
        saved("lift", lift, here)
