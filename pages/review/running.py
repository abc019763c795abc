from ironstride.ui import (
    cache,
    filters,
    running_load,
    running_pace,
    running_volume,
    running_years,
    show,
)
from ironstride.ui.page import opened

PARTS = {"volume": "Volume", "pace": "Pace", "load": "Load", "years": "Years"}
SHOW = {
    "volume": running_volume.show,
    "pace": running_pace.show,
    "load": running_load.show,
    "years": running_years.show,
}

with opened("Running") as here:
    runs = cache.runs(here.log)
    if runs.empty:
        show.nothing_yet("There is no run in the log yet.")
    else:
        part = filters.part("running", PARTS)
        SHOW[part](runs, here)
