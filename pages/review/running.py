from ironstride.charts import running as charts
from ironstride.metrics import pace, reference_pace, volume
from ironstride.store import runs as read_runs
from ironstride.ui import filters, show
from ironstride.ui.page import opened
from ironstride.ui.running_numbers import latest, reference_hr, reference_speed

with opened("Running") as here:
    runs, settings, today = read_runs(here.log), here.settings, here.today
    if runs.empty:
        show.nothing_yet("There is no run in the log yet.")
    else:
        first = filters.span("running", today, settings.week_start)
        weekly = volume.weekly_volume(runs, today=today, week_start=settings.week_start)
        weekly = filters.since(weekly, "week", first)
        latest(weekly, settings.units)
        show.chart(
            charts.weekly_distance(weekly, settings.units),
            charts.weekly_distance_alt(weekly, settings.units),
            how="distance",
        )
        paces = pace.weekly_pace(runs, week_start=settings.week_start)
        paces = filters.since(paces, "week", first)
        if len(paces):
            show.chart(
                charts.pace_by_type(paces, settings.units),
                charts.pace_by_type_alt(paces, settings.units),
                how="pace",
            )
        hr = reference_hr(settings, runs)
        compared = reference_pace.speed_at_reference_hr(runs, reference_hr_bpm=hr, today=today)
        reference_speed(compared, hr, settings.units)
