"""The strength page's parts: the numbers on top and one exercise's trend."""

from datetime import date
from math import isnan

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import strength as charts
from ironstride.frames.strength import SessionBests, WeeklySets
from ironstride.metrics.trend import e1rm_trend
from ironstride.ui import filters, show
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.units import Units


def latest(weekly: DataFrame[WeeklySets], chosen: Units) -> None:
    """Show the last complete week's hard sets and the span's sessions, sets and tonnage."""
    if not weekly.sessions.sum():
        st.info("No lift session in this span. Choose a longer one.")
        return
    complete = weekly[weekly[WeeklySets.complete]]
    shown = [
        ("Sessions", units.number(weekly.sessions.sum()), f"in {units.count(len(weekly), 'week')}"),
        ("Hard sets", units.number(weekly.hard_sets.sum()), "in this span"),
        ("Tonnage", units.format_weight(weekly.tonnage_kg.sum(), chosen.weight, 0), "in this span"),
    ]
    if len(complete):
        shown.insert(0, ("Hard sets, last full week", f"{complete.iloc[-1].hard_sets}", ""))
    show.numbers(*shown)


def exercise_trend(bests: DataFrame[SessionBests], first: date | None, here: Here) -> None:
    """Draw the e1RM of the exercise that the runner chooses, with its trend in words."""
    if bests.empty:
        st.info("There is no set with a weight and up to 12 reps yet, so no e1RM to show.")
        return
    name = filters.exercise(list(bests[SessionBests.exercise].value_counts().index))
    one = bests[bests[SessionBests.exercise] == name]
    trend = e1rm_trend(one, today=here.today)
    st.subheader(_finding(name, trend.change_pct, trend.weeks))
    st.markdown(plain(trend.sentence))
    shown = filters.since(one, "started_at", first)
    if shown.empty:
        st.info(f"No session with this exercise in this span; {len(one)} before it.")
        return
    show.chart(
        charts.e1rm_trend(shown, trend.line, here.settings.units, name),
        charts.e1rm_trend_alt(shown, trend.line, here.settings.units, name),
        how="e1rm",
    )


def _finding(name: str, change_pct: float, weeks: float) -> str:
    if isnan(change_pct):
        return plain(f"{name} e1RM")
    change = f"{change_pct:+.0f}".replace("-", "−")
    return plain(f"{name} e1RM: {change} % in {units.count(round(weeks), 'week')}")
