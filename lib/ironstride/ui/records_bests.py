"""The records page's bests: the best over each distance, how it fell, the best of each year."""

from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import bests as charts
from ironstride.charts.race_words import KNOWN, day_in_words, each
from ironstride.frames import FitnessTests, Runs
from ironstride.frames.bests import AT_MOST, DISTANCES, Efforts, Records
from ironstride.metrics import bests, prediction
from ironstride.settings import Settings
from ironstride.ui import cache, filters, menu, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone
from ironstride.ui.records_rows import WIDEST, row

# The distances most races have [m].
HEADLINES = (5_000.0, 10_000.0, 21_097.5, 42_195.0)
USUAL_M = 5_000.0
BEATEN = "less in a longer run"


def show(_: DataFrame[Runs], __: DataFrame[FitnessTests], here: Here) -> None:
    """Draw the records with a link each, and how the record of a chosen distance fell."""
    best = _records(here)
    if best.empty:
        st.info("No run with distance and time is as long as 400 m yet.")
        return
    exact = best[best.known != AT_MOST]
    if exact.empty:
        st.info(
            "Cannot tell a best yet: no run is as long as one of these distances, within 1 %. "
            "What longer runs tell is a bound."
        )
    _headlines(exact, best[best.known == AT_MOST])
    _table(best, here.settings)
    if len(cache.best_efforts(here.log)):
        alone(_history, here)


@cache.once
def _records(here: Here) -> DataFrame[Records]:
    return bests.records(cache.best_efforts(here.log), cache.runs(here.log))


def _headlines(exact: pd.DataFrame, bounds: pd.DataFrame) -> None:
    """Show the bests of the usual races, and which of them a longer run is known to beat."""
    beaten = set(bounds.distance_m)
    shown = [
        (
            DISTANCES[one.distance_m],
            units.format_clock(one.duration_s),
            BEATEN if one.distance_m in beaten else day_in_words(one.started_at),
        )
        for one in each(exact[exact.distance_m.isin(HEADLINES)])
    ]
    if shown:
        on_page.numbers(*shown)


def _table(best: DataFrame[Records], settings: Settings) -> None:
    st.subheader("What is your best over each distance?")
    with st.grid(2, min_column_width=WIDEST):
        for _, found in best.groupby(Records.distance_m):
            with st.container():
                for one in each(found):
                    _row(one, settings)
    measured = int((best.known != AT_MOST).sum())
    on_page.below(
        f"{units.count(measured, 'best')}, and a bound where a longer run says more; "
        "a bound is as true as the distance of its run.",
        "records",
        best,
    )
    if settings.birth_year is None or settings.sex is None:
        menu.link("settings", "Enter year of birth and sex to see age grades")


def _row(one: Any, settings: Settings) -> None:
    name = DISTANCES[one.distance_m]
    unit, day = settings.units.distance, day_in_words(one.started_at)
    time, measured = units.format_clock(one.duration_s), units.format_distance
    if one.known == AT_MOST:
        told = f"a bound: somewhere in the {measured(one.measured_m, unit, 2)} of {day}"
        row(f"{name}: in {time} or less", [told], *_source(one))
        return
    pace = units.format_pace(one.measured_m, one.duration_s, unit)
    known = f"{KNOWN[one.known]} of {measured(one.measured_m, unit, 2)}"
    told = f"{day} · {known}{_age_grade(one, settings)}"
    row(f"{name}: {time}", [f"{pace} · {told}"], *_source(one))


def _source(one: Any) -> tuple[str, int]:
    return one.source, int(one.source_id)


def _age_grade(one: Any, settings: Settings) -> str:
    if settings.birth_year is None or settings.sex is None:
        return ""
    age = one.started_at.year - settings.birth_year
    grade = prediction.age_grade(one.distance_m, one.duration_s, age, settings.sex)
    return "" if pd.isna(grade) else f" · age grade {grade:.1f} %"


def _history(here: Here) -> None:
    st.subheader("How did the record fall?")
    there, usual = _distances(here)
    distance_m = there[filters.race_distance(list(there), usual)]
    figure, says, steps = _steps(here, distance_m)
    day = on_page.chart_to_click(figure, says, how="progression", table=steps)
    if day is not None:
        sessions_of.show(f"Runs of {day_in_words(day)}", day.date(), day.date(), here)
    st.subheader("How fast was each year?")
    figure, says, years = _years(here, distance_m)
    on_page.chart(figure, says, how="yearly_bests", table=years)


@cache.once
def _distances(here: Here) -> tuple[dict[str, float], str]:
    """Return the distances that have an effort [m], and the one that is shown at first."""
    efforts = cache.best_efforts(here.log)
    there = {DISTANCES[m]: m for m in DISTANCES if (efforts.distance_m == m).any()}
    most = float(efforts.distance_m.mode().iloc[0])
    return there, DISTANCES[USUAL_M if DISTANCES[USUAL_M] in there else most]


def _own(here: Here, distance_m: float) -> DataFrame[Efforts]:
    efforts = cache.best_efforts(here.log)
    return DataFrame[Efforts](efforts[efforts.distance_m == distance_m].reset_index(drop=True))


@cache.once
def _steps(here: Here, distance_m: float) -> cache.Drawn:
    own, chosen = _own(here, distance_m), here.settings.units
    steps = bests.record_steps(own)
    figure = charts.progression(own, steps, chosen, today=here.today)
    return figure, charts.progression_alt(own, steps, chosen), steps


@cache.once
def _years(here: Here, distance_m: float) -> cache.Drawn:
    years, chosen = bests.yearly_bests(_own(here, distance_m)), here.settings.units
    return charts.yearly(years, chosen, today=here.today), charts.yearly_alt(years, chosen), years
