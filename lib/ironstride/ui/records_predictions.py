"""The records page's predictions: what the last races and tests say of other distances."""

from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import predictions as charts
from ironstride.charts import rated_efforts as rated_charts
from ironstride.charts.race_words import (
    distance_in_words,
    each,
    effort_in_words,
    source_in_words,
)
from ironstride.frames import FitnessTests, Runs
from ironstride.frames.prediction import RatedEfforts
from ironstride.metrics import prediction
from ironstride.metrics.riegel import EXPONENT, Exponent
from ironstride.ui import cache, filters, menu, records_data
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.records_rows import TIME_TRIAL, WIDEST, no_race, row
from ironstride.units import Units


def show(_: DataFrame[Runs], __: DataFrame[FitnessTests], here: Here) -> None:
    """Draw race fitness, predicted ranges with where they come from, and ratings over time."""
    rated = records_data.rated(here)
    if rated.empty:
        no_race()
        return
    settings, weeks = here.settings, filters.recent_weeks()
    recent = records_data.recent(here, weeks)
    own = prediction.personal_exponent(recent)
    fitness = prediction.current_fitness(rated, today=here.today, weeks=weeks)
    _numbers(fitness, len(recent), own)
    if recent:
        _predicted(own, weeks, here)
    else:
        too_old(rated, settings.units)
    _over_time(rated, here)


def too_old(rated: DataFrame[RatedEfforts], chosen: Units) -> None:
    """Say that no race or test is recent enough, and which was the last."""
    last = effort_in_words(rated.iloc[-1], chosen)
    st.info(
        f"Cannot tell yet: no race or test lies in this span. The last was {last}. Choose a longer "
        "span above, or do a time trial."
    )
    menu.link("fitness_test", "Do a time trial", fitness_protocol=TIME_TRIAL)


def _numbers(fitness: float | None, distances: int, own: Exponent) -> None:
    exponent = "cannot tell yet" if own.exponent is None else f"{own.exponent:.3f}"
    on_page.numbers(
        (
            "Race fitness",
            "cannot tell yet" if fitness is None else f"{fitness:.1f}",
            "the best of this span",
        ),
        ("Distances raced or tested", str(distances), "in this span"),
        ("Own exponent", exponent, f"usual {EXPONENT}"),
    )


def _predicted(own: Exponent, weeks: int, here: Here) -> None:
    st.subheader("How fast could you race now?")
    figure, says, found = _found(here, weeks, _exponent(own))
    with st.grid(2, min_column_width=WIDEST):
        for one in each(found):
            _row(one, here.settings.units)
    on_page.chart(figure, says, how="predictions", table=found)


@cache.once
def _found(here: Here, weeks: int, exponent: float) -> cache.Drawn:
    efforts, chosen = records_data.efforts(here), here.settings.units
    found = prediction.predictions(efforts, today=here.today, weeks=weeks, exponent=exponent)
    return charts.predicted(found, chosen), charts.predicted_alt(found, chosen), found


def _exponent(own: Exponent) -> float:
    """Return the exponent to predict with; the runner's own one only by choice."""
    if own.exponent is None:
        st.caption(own.reason)
        return EXPONENT
    is_own = filters.switch("records_own", f"Predict with your own exponent, {own.exponent:.3f}")
    return own.exponent if is_own else EXPONENT


def _row(one: Any, chosen: Units) -> None:
    name = distance_in_words(one.distance_m, chosen)
    if one.reason:
        row(name, [one.reason], "", 0)
        return
    source = f"from the {source_in_words(one, chosen)}"
    ends = charts.range_in_words(one)
    if pd.isna(one.mid_s):
        row(f"{name}: {ends}", [f"a range only · {source}"], one.source, one.source_id)
    else:
        head = f"{name}: {ends}, about {units.format_clock(one.mid_s)}"
        row(head, [source], one.source, one.source_id)


def _over_time(rated: DataFrame[RatedEfforts], here: Here) -> None:
    st.subheader("Is race fitness rising?")
    _rating(rated, "race_fitness", "race_fitness", here)
    st.subheader("How good is that for your age?")
    if here.settings.birth_year is None or here.settings.sex is None:
        st.info("Cannot tell yet: age grades take your year of birth and your sex.")
        menu.link("settings", "Enter them under Settings")
    else:
        _rating(rated, "age_grade_pct", "age_grade", here)


def _rating(
    rated: DataFrame[RatedEfforts], rating: rated_charts.Rating, how: str, here: Here
) -> None:
    if rated[rating].isna().all():
        st.info("Cannot tell: no race or test lies within what the formula was made for.")
        return
    figure, says, table = _rated(here, rating)
    on_page.chart(figure, says, how=how, table=table)


@cache.once
def _rated(here: Here, rating: rated_charts.Rating) -> cache.Drawn:
    rated, chosen = records_data.rated(here), here.settings.units
    figure = rated_charts.over_time(rated, rating, chosen)
    return figure, rated_charts.over_time_alt(rated, rating, chosen), rated
