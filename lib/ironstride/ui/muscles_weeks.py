"""The muscles page's weeks: each group beside the band, what articles ask for, how heavy it was."""

from datetime import date

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import lift_zones, muscle_coverage
from ironstride.charts import muscle_weeks as charts
from ironstride.frames import LiftSets
from ironstride.frames.balance import WeeklyCoverage
from ironstride.frames.muscles import WeeklyMuscleSets
from ironstride.metrics.coverage import coverage_by_muscle, weekly_coverage
from ironstride.metrics.intensity import weekly_zones
from ironstride.metrics.muscle_band import against_band
from ironstride.metrics.sets import weekly_muscle_sets
from ironstride.ui import cache, day_to_open, filters, muscles_span, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.weeks import WEEK, week_of

COVERED_WEEKS = 12
DAY = date.resolution


def show(sets: DataFrame[LiftSets], here: Here) -> None:
    """Draw the weeks of the chosen span; a square that is touched lists its week's sessions."""
    first = muscles_span.chosen(sets, here)
    weekly = weekly_muscle_sets(
        sets,
        cache.exercise_muscles(here.log),
        today=here.today,
        week_start=here.settings.week_start,
        hard_rir=here.settings.hard_rir,
    )
    st.subheader("Did each group get what I want it to?")
    _beside_band(weekly, first, here)
    muscles_span.without_muscles(sets, first, here)
    _covered(weekly)
    _heavy(sets, first, here)


def _beside_band(weekly: DataFrame[WeeklyMuscleSets], first: date, here: Here) -> None:
    wanted = muscles_span.band(here)
    begin = week_of(first, here.settings.week_start)
    banded = against_band(filters.since(weekly, "week", begin), default=wanted)
    if banded.empty:
        st.info("No week in this span.")
        return
    clicked = on_page.chart_to_click(
        charts.muscle_weeks(banded),
        charts.muscle_weeks_alt(banded),
        how="muscle_weeks",
        table=banded,
        day_in="customdata",
    )
    reach = min(here.today, weekly.week.min().date()), here.today
    day = day_to_open.of(clicked, "Sessions of the week of", *reach, how="muscle_weeks")
    if day:
        week = week_of(day, here.settings.week_start)
        title = f"Week of {week.day} {week:%B %Y}"
        sessions_of.show(title, week, week + WEEK - DAY, here, kind="lift")


def _covered(weekly: DataFrame[WeeklyMuscleSets]) -> None:
    st.subheader("Was each group worked that articles for runners ask for?")
    over = weekly[weekly.complete]
    since = over.week.max() - (COVERED_WEEKS - 1) * pd.Timedelta(weeks=1)
    coverage = DataFrame[WeeklyCoverage](
        weekly_coverage(DataFrame[WeeklyMuscleSets](over[over.week >= since]))
    )
    covered = coverage_by_muscle(coverage)
    says = muscle_coverage.muscle_coverage_alt(covered)
    if coverage.empty:
        st.info("Cannot tell yet: it takes one finished week.")
        return
    on_page.chart(
        muscle_coverage.muscle_coverage(coverage), says, how="muscle_coverage", table=coverage
    )


def _heavy(sets: DataFrame[LiftSets], first: date, here: Here) -> None:
    settings = here.settings
    weekly = filters.since(
        weekly_zones(
            sets,
            today=here.today,
            week_start=settings.week_start,
            formula=settings.e1rm_formula,
        ),
        "week",
        week_of(first, settings.week_start),
    )
    st.subheader("How heavy were the sets?")
    on_page.chart(lift_zones.zones(weekly), lift_zones.zones_alt(weekly), how="zones", table=weekly)
    if not (weekly.contacts.sum() or weekly.uncounted_jumps.sum()):
        st.caption("No jumps in this span.")
        return
    st.subheader("How many jumps?")
    on_page.chart(
        lift_zones.contacts(weekly),
        lift_zones.contacts_alt(weekly),
        how="contacts",
        table=weekly[["week", "contacts", "uncounted_jumps", "complete"]],
    )
