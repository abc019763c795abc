from ironstride.charts import days as charts
from ironstride.metrics.overview import last_days, week_summary
from ironstride.store import lift_sets, runs, sessions
from ironstride.ui import show
from ironstride.ui.page import opened
from ironstride.ui.week_view import this_week

with opened("Today") as here:
    done = sessions(here.log)
    if done.empty:
        show.nothing_yet("Your log is empty.")
    else:
        summary = week_summary(
            done,
            runs(here.log),
            lift_sets(here.log),
            today=here.today,
            week_start=here.settings.week_start,
            hard_rir=here.settings.hard_rir,
        )
        this_week(summary, here.settings.units)
        strip = last_days(done, today=here.today)
        show.chart(charts.day_strip(strip), charts.day_strip_alt(strip), how="days")
