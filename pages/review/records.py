from ironstride.store import fitness_tests
from ironstride.ui import cache, filters, records_bests, records_paces, records_predictions, show
from ironstride.ui.page import opened

PARTS = {"bests": "Bests", "predictions": "Predictions", "paces": "Paces"}
SHOW = {
    "bests": records_bests.show,
    "predictions": records_predictions.show,
    "paces": records_paces.show,
}

with opened("Records") as here:
    runs, tests = cache.runs(here.log), fitness_tests(here.log)
    if runs.empty and tests.empty:
        show.nothing_yet("There is no run and no fitness test in the log yet.")
    else:
        SHOW[filters.part("records", PARTS)](runs, tests, here)
