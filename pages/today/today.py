from ironstride.ui import (
    cache,
    day_strip,
    show,
    today_import,
    today_lines,
    today_load,
    today_plan,
    week_view,
)
from ironstride.ui.page import opened

with opened("Today") as here:
    today_plan.show(here)
    if cache.sessions(here.log).empty:
        show.nothing_yet("Your log is empty.")
    else:
        today_import.show(here)
        week_view.this_week(here)
        today_lines.show(here)
        day_strip.draw(here)
        today_load.draw(here)
