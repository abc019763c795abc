"""Timed holds, on the strength page."""

from datetime import date
from math import isnan

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import holds as charts
from ironstride.charts.race_words import each
from ironstride.frames.strength_trends import HoldBests
from ironstride.metrics.holds import hold_bests
from ironstride.metrics.trend import Trend, hold_trend
from ironstride.ui import cache, filters, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.units import Units


def show(first: date | None, here: Here) -> None:
    """Draw the holds of the chosen exercise and load, with their trend in words."""
    holds = _most_often(here)
    if not holds:
        return
    st.subheader("How long are the holds?")
    name = filters.exercise(holds, "strength_hold", "Hold")
    drawn = _drawn(here, name, first)
    if drawn is None:
        st.info("No session with this hold in this span. Choose a longer one.")
        return
    trend = _trend(here, name)
    unknown = "Cannot tell yet which way it goes. " if isnan(trend.pct_per_month) else ""
    st.markdown(plain(unknown + trend.sentence))
    figure, says, shown = drawn
    clicked = on_page.chart_to_click(figure, says, how="holds", table=shown)
    if clicked is not None:
        sessions_of.one_day(clicked.date(), here, kind="lift")


@cache.once
def _bests(here: Here) -> tuple[DataFrame[HoldBests], "pd.Series[str]"]:
    """Return the best holds, and the name of each by its exercise and load."""
    bests = hold_bests(cache.lift_sets(here.log))
    display = here.settings.units
    return bests, pd.Series([_name(one.exercise, one.load_kg, display) for one in each(bests)])


@cache.once
def _most_often(here: Here) -> list[str]:
    return list(_bests(here)[1].value_counts().index)


@cache.once
def _own(here: Here, name: str) -> DataFrame[HoldBests]:
    bests, names = _bests(here)
    return DataFrame[HoldBests](bests[names.to_numpy() == name].reset_index(drop=True))


@cache.once
def _trend(here: Here, name: str) -> Trend:
    return hold_trend(_own(here, name), today=here.today)


@cache.once
def _drawn(here: Here, name: str, first: date | None) -> cache.Drawn | None:
    shown = filters.since(_own(here, name), "started_at", first)
    if shown.empty:
        return None
    figure = charts.holds(shown, _trend(here, name).hold_line)
    return figure, charts.holds_alt(shown, name), shown


def _name(exercise: str, load_kg: float, chosen: Units) -> str:
    return f"{exercise}, {units.format_weight(load_kg, chosen.weight)}" if load_kg else exercise
