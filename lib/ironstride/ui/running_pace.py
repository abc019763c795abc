"""The running page's pace: how fast is run, by type and at the same effort."""

from datetime import date

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units, weeks
from ironstride.charts import pace as charts
from ironstride.frames import Runs
from ironstride.frames.pace import GradeAdjustedPace
from ironstride.frames.running import WeeklyPace
from ironstride.metrics import pace
from ironstride.ui import (
    cache,
    filters,
    heart_rate_zones,
    pace_at_heart_rate,
    pace_words,
    sessions_of,
)
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone
from ironstride.ui.words import RUN_TYPES, plain
from ironstride.units import Units


def show(runs: DataFrame[Runs], here: Here) -> None:
    """Draw weekly pace by type in the chosen span, pace at the reference heart rate, and zones."""
    alone(_of_span, here)
    pace_at_heart_rate.show(runs, here)
    heart_rate_zones.show(runs, here)


def _of_span(here: Here) -> None:
    first = filters.span("running", here.today, here.settings.week_start)
    if numbers := _numbers(here, first):
        on_page.numbers(*numbers)
        _by_type(first, here)
    else:
        st.info("No run with a distance and a time in this span. Choose a longer one.")


@cache.once
def _paces(here: Here, first: date | None) -> DataFrame[WeeklyPace]:
    paces = pace.weekly_pace(cache.runs(here.log), week_start=here.settings.week_start)
    return filters.since(paces, "week", first)


@cache.once
def _numbers(here: Here, first: date | None) -> list[tuple[str, str, str]]:
    """Return the pace of each type over the span: sum of time ÷ sum of distance."""
    paces = _paces(here, first)
    by_type = dict(list(paces.groupby("type")))
    shown: list[tuple[str, pd.DataFrame]] = [("All runs", paces)] if len(by_type) > 1 else []
    shown += [(pace_words.label(name), by_type[name]) for name in RUN_TYPES if name in by_type]
    return [_number(label, own, here.settings.units) for label, own in shown]


def _number(label: str, own: pd.DataFrame, chosen: Units) -> tuple[str, str, str]:
    pace_of_all = units.format_pace(own.distance_m.sum(), own.duration_s.sum(), chosen.distance)
    return label, pace_of_all, units.count(int(own.runs.sum()), "run")


def _by_type(first: date | None, here: Here) -> None:
    st.subheader("Which way is pace going?")
    on_the_flat = _on_the_flat()
    if on_the_flat:
        _say_how_flat(_flat(here, first))
    trends, (figure, says, drawn) = _drawn(here, first, on_the_flat)
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in trends))
    day = on_page.chart_to_click(figure, says, how="pace", table=drawn)
    if day is not None:
        sessions_of.week(day.date(), here)


@cache.once
def _flat(here: Here, first: date | None) -> DataFrame[GradeAdjustedPace]:
    flat = pace.grade_adjusted_pace(cache.runs(here.log), week_start=here.settings.week_start)
    return filters.since(flat, "week", first)


@cache.once
def _drawn(here: Here, first: date | None, on_the_flat: bool) -> tuple[list[str], cache.Drawn]:
    """Return which way each type goes, in words, and their chart."""
    this_week = weeks.week_of(here.today, here.settings.week_start)
    paces, chosen = _paces(here, first), here.settings.units
    drawn: charts.Paces = paces
    if on_the_flat:
        drawn = _flat(here, first)
        paces = _as_pace(drawn)
    trends = pace.pace_trend(DataFrame[WeeklyPace](paces[paces.week < pd.Timestamp(this_week)]))
    figure = charts.pace_by_type(drawn, trends, chosen, this_week=this_week)
    return pace_words.trends(trends), (figure, charts.pace_by_type_alt(drawn, chosen), drawn)


def _on_the_flat() -> bool:
    return st.toggle(
        "As on the flat (≈)", key="running_flat", bind="query-params", persist_state="session"
    )


def _say_how_flat(flat: DataFrame[GradeAdjustedPace]) -> None:
    adjusted, runs = int(flat.adjusted_runs.sum()), int(flat.runs.sum())
    st.caption(
        f"Adjusted: {adjusted} of {units.count(runs, 'run')}, those that climb enough (2 × climb ÷ "
        "distance from 3 to 20 %). Approximate: it is known how much was climbed, not where, so a "
        "run counts as half up and half down at one grade. That is a lower bound: the same climb "
        "on a part of the way costs more."
    )


def _as_pace(flat: DataFrame[GradeAdjustedPace]) -> DataFrame[WeeklyPace]:
    """Return the drawn pace as if it were the pace itself, for its trend."""
    drawn = flat.adjusted_s_per_km.fillna(flat.pace_s_per_km)
    return WeeklyPace.validate(flat.assign(pace_s_per_km=drawn))
