from ironstride.metrics.overview import last_days, week_summary
from ironstride.ui import (
    cache,
    day_strip,
    show,
    today_import,
    today_lines,
    today_load,
    today_plan,
)
from ironstride.ui.page import opened
from ironstride.ui.week_view import this_week

with opened("Today") as here:
    today_plan.show(here)
    done = cache.sessions(here.log)
    if done.empty:
        show.nothing_yet("Your log is empty.")
    else:
        today_import.show(here)
        summary = week_summary(
            done,
            cache.runs(here.log),
            cache.lift_sets(here.log),
            today=here.today,
            week_start=here.settings.week_start,
            hard_rir=here.settings.hard_rir,
        )
        this_week(summary, here.settings.units)
        today_lines.show(here)
        day_strip.draw(last_days(done, today=here.today))
        today_load.draw(here)
