from ironstride.charts import together as charts
from ironstride.metrics.association import block_association
from ironstride.metrics.index import strength_index
from ironstride.metrics.reference_pace import speed_at_reference_hr, weekly_reference_speed
from ironstride.metrics.volume import weekly_volume
from ironstride.metrics.weeks_together import align_weeks
from ironstride.store import lift_sets as read_sets
from ironstride.store import runs as read_runs
from ironstride.ui import show, together_view
from ironstride.ui.page import opened
from ironstride.ui.running_numbers import reference_hr

with opened("Strength and running together") as here:
    runs, sets, today = read_runs(here.log), read_sets(here.log), here.today
    if runs.empty or sets.empty:
        show.nothing_yet("This page needs runs and lift sessions.")
    else:
        hr = reference_hr(here.settings, runs)
        index = strength_index(sets, today=today, formula=here.settings.e1rm_formula)
        compared = speed_at_reference_hr(runs, reference_hr_bpm=hr, today=today)
        weeks = align_weeks(
            index.weekly,
            weekly_reference_speed(runs, reference_hr_bpm=hr, today=today),
            weekly_volume(runs, today=today),
            today=today,
        )
        found = block_association(
            weeks.strength,
            weeks.performance,
            [weeks.volume, weeks.index],
            strength_se=weeks.strength_se,
        )
        if together_view.has_both(index, compared):
            together_view.answer(found)
            show.chart(
                charts.index_and_speed(index.weekly, compared.blocks),
                charts.index_and_speed_alt(index.weekly, compared.blocks),
                how="index",
            )
        if found.status != "not enough data":
            show.chart(
                charts.block_changes(found.pairs, found),
                charts.block_changes_alt(found.pairs, found),
                how="association",
            )
