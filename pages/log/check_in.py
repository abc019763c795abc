from ironstride.store import check_in, last_check_in_with_mass
from ironstride.ui import check_in_list, state
from ironstride.ui.forms.check_in_form import check_in_day, check_in_form
from ironstride.ui.page import opened

with opened("Check in") as here:
    key = f"check-in-{state.turn('check-in')}"
    day = check_in_day(key, here.today)
    before, last = check_in(here.log, day), last_check_in_with_mass(here.log, day)
    said = check_in_form(key, day, here.settings.units.weight, before, last)
    if said is not None:
        check_in_list.save(here, said, last)
    check_in_list.recent(here)
