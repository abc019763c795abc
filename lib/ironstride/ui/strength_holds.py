"""Timed holds, on the strength page."""

from datetime import date
from math import isnan

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import holds as charts
from ironstride.charts.race_words import each
from ironstride.frames import LiftSets
from ironstride.frames.strength_trends import HoldBests
from ironstride.metrics.holds import hold_bests
from ironstride.metrics.trend import hold_trend
from ironstride.ui import filters, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.units import Units


def show(sets: DataFrame[LiftSets], first: date | None, here: Here) -> None:
    """Draw the holds of the chosen exercise and load, with their trend in words."""
    bests = hold_bests(sets)
    if bests.empty:
        return
    st.subheader("How long are the holds?")
    names = pd.Series(
        [_name(one.exercise, one.load_kg, here.settings.units) for one in each(bests)]
    )
    name = filters.exercise(list(names.value_counts().index), "strength_hold", "Hold")
    own = DataFrame[HoldBests](bests[names.to_numpy() == name].reset_index(drop=True))
    shown = filters.since(own, "started_at", first)
    if shown.empty:
        st.info("No session with this hold in this span. Choose a longer one.")
        return
    trend = hold_trend(own, today=here.today)
    unknown = "Cannot tell yet which way it goes. " if isnan(trend.pct_per_month) else ""
    st.markdown(plain(unknown + trend.sentence))
    clicked = on_page.chart_to_click(
        charts.holds(shown, trend.hold_line),
        charts.holds_alt(shown, name),
        how="holds",
        table=shown,
    )
    if clicked is not None:
        day = clicked.date()
        sessions_of.show(f"{day:%A} {day.day} {day:%B %Y}", day, day, here, kind="lift")


def _name(exercise: str, load_kg: float, chosen: Units) -> str:
    return f"{exercise}, {units.format_weight(load_kg, chosen.weight)}" if load_kg else exercise
