from ironstride.charts import strength as charts
from ironstride.metrics.sets import weekly_sets
from ironstride.metrics.strength import session_bests
from ironstride.store import lift_sets as read_sets
from ironstride.ui import filters, show
from ironstride.ui.page import opened
from ironstride.ui.strength_view import exercise_trend, latest

with opened("Strength") as here:
    sets, settings, today = read_sets(here.log), here.settings, here.today
    if sets.empty:
        show.nothing_yet("There is no lift session with sets in the log yet.")
    else:
        first = filters.span("strength", today, settings.week_start)
        weekly = weekly_sets(
            sets, today=today, week_start=settings.week_start, hard_rir=settings.hard_rir
        )
        weekly = filters.since(weekly, "week", first)
        latest(weekly, settings.units)
        exercise_trend(session_bests(sets, settings.e1rm_formula), first, here)
        show.chart(charts.weekly_sets(weekly), charts.weekly_sets_alt(weekly), how="sets")
        show.chart(
            charts.tonnage(weekly, settings.units),
            charts.tonnage_alt(weekly, settings.units),
            how="tonnage",
        )
