"""The muscles page's weeks: each group beside the band, what articles ask for, how heavy it was."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import lift_zones, muscle_coverage
from ironstride.charts import muscle_weeks as charts
from ironstride.frames import LiftSets
from ironstride.frames.balance import WeeklyCoverage
from ironstride.frames.muscles import WeeklyMuscleSets, WeeklyZones
from ironstride.metrics.coverage import coverage_by_muscle, weekly_coverage
from ironstride.metrics.intensity import weekly_zones
from ironstride.metrics.muscle_band import SetBand, against_band
from ironstride.metrics.sets import weekly_muscle_sets
from ironstride.ui import cache, day_to_open, filters, muscles_span, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone
from ironstride.weeks import week_of

COVERED_WEEKS = 12


def show(sets: DataFrame[LiftSets], here: Here) -> None:
    """Draw the weeks of the chosen span; a square that is touched lists its week's sessions."""
    first = muscles_span.chosen(sets, here)
    st.subheader("Did each group get what I want it to?")
    alone(partial(_beside_band, first), here)
    muscles_span.without_muscles(first, here)
    st.subheader("Was each group worked that articles for runners ask for?")
    if covered := _covered(here):
        figure, says, coverage = covered
        on_page.chart(figure, says, how="muscle_coverage", table=coverage)
    else:
        st.info("Cannot tell yet: it takes one finished week.")
    _heavy(first, here)


@cache.once
def _weekly(here: Here) -> DataFrame[WeeklyMuscleSets]:
    return weekly_muscle_sets(
        cache.lift_sets(here.log),
        cache.exercise_muscles(here.log),
        today=here.today,
        week_start=here.settings.week_start,
        hard_rir=here.settings.hard_rir,
    )


@cache.once
def _banded(here: Here, begin: date, low: float, high: float) -> cache.Drawn | None:
    weekly = filters.since(_weekly(here), "week", begin)
    banded = against_band(weekly, default=SetBand(low, high))
    if banded.empty:
        return None
    return charts.muscle_weeks(banded), charts.muscle_weeks_alt(banded), banded


def _beside_band(first: date, here: Here) -> None:
    wanted = muscles_span.band(here)
    begin = week_of(first, here.settings.week_start)
    drawn = _banded(here, begin, wanted.low, wanted.high)
    if drawn is None:
        st.info("No week in this span.")
        return
    figure, says, banded = drawn
    clicked = on_page.chart_to_click(
        figure, says, how="muscle_weeks", table=banded, day_in="customdata"
    )
    reach = min(here.today, _weekly(here).week.min().date()), here.today
    day = day_to_open.of(clicked, "Sessions of the week of", *reach, how="muscle_weeks")
    if day:
        sessions_of.week(day, here, kind="lift")


@cache.once
def _covered(here: Here) -> cache.Drawn | None:
    weekly = _weekly(here)
    over = weekly[weekly.complete]
    since = over.week.max() - (COVERED_WEEKS - 1) * pd.Timedelta(weeks=1)
    coverage = DataFrame[WeeklyCoverage](
        weekly_coverage(DataFrame[WeeklyMuscleSets](over[over.week >= since]))
    )
    if coverage.empty:
        return None
    says = muscle_coverage.muscle_coverage_alt(coverage_by_muscle(coverage))
    return muscle_coverage.muscle_coverage(coverage), says, coverage


def _heavy(first: date, here: Here) -> None:
    begin = week_of(first, here.settings.week_start)
    st.subheader("How heavy were the sets?")
    figure, says, weekly = _zones(here, begin)
    on_page.chart(figure, says, how="lift_zones", table=weekly)
    if not (weekly.contacts.sum() or weekly.uncounted_jumps.sum()):
        st.caption("No jumps in this span.")
        return
    st.subheader("How many jumps?")
    figure, says, jumps = _jumps(here, begin)
    on_page.chart(figure, says, how="contacts", table=jumps)


@cache.once
def _weekly_zones(here: Here) -> DataFrame[WeeklyZones]:
    settings = here.settings
    return weekly_zones(
        cache.lift_sets(here.log),
        today=here.today,
        week_start=settings.week_start,
        formula=settings.e1rm_formula,
    )


@cache.once
def _zones(here: Here, begin: date) -> cache.Drawn:
    weekly = filters.since(_weekly_zones(here), "week", begin)
    return lift_zones.zones(weekly), lift_zones.zones_alt(weekly), weekly


@cache.once
def _jumps(here: Here, begin: date) -> cache.Drawn:
    weekly = filters.since(_weekly_zones(here), "week", begin)
    figure, says = lift_zones.contacts(weekly), lift_zones.contacts_alt(weekly)
    return figure, says, weekly[["week", "contacts", "uncounted_jumps", "complete"]]
