from ironstride.ui import cache, filters, muscles_balance, muscles_body, muscles_weeks, show
from ironstride.ui.page import opened

PARTS = {"body": "Body", "weeks": "Weeks", "balance": "Balance"}
SHOW = {
    "body": muscles_body.show,
    "weeks": muscles_weeks.show,
    "balance": muscles_balance.show,
}

with opened("Muscles") as here:
    sets = cache.lift_sets(here.log)
    if sets.empty:
        show.nothing_yet("There is no lift session with sets in the log yet.")
    else:
        SHOW[filters.part("muscles", PARTS)](sets, here)
