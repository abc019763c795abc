"""Moves in which the body is the load, on the strength page."""

from datetime import date

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import body_moves as charts
from ironstride.frames.strength_trends import AddedBests, SystemLoads
from ironstride.metrics.body_weight_moves import added_bests, system_loads
from ironstride.store import check_ins
from ironstride.ui import cache, filters, menu, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here


def show(first: date | None, here: Here) -> None:
    """Draw load and reps of the chosen move, and the weight added where there is one."""
    moves = _most_often(here)
    if not moves:
        return
    st.subheader("How strong are the moves of the body?")
    name = filters.exercise(moves, "strength_move", "Move")
    drawn = _drawn(here, name, first)
    if drawn is None:
        st.info("No session with this move in this span. Choose a longer one.")
        return
    figure, says, own = drawn
    if own.body_mass_kg.isna().all():
        st.caption("Body mass is not known near these days, so only reps are drawn.")
        menu.link("check_in", "Check in")
    clicked = on_page.chart_to_click(figure, says, how="body_moves", table=own)
    if clicked is not None:
        sessions_of.one_day(clicked.date(), here, kind="lift")


@cache.once
def _loads(here: Here) -> DataFrame[SystemLoads]:
    return system_loads(cache.lift_sets(here.log), check_ins(here.log))


@cache.once
def _most_often(here: Here) -> list[str]:
    return list(_loads(here).exercise.value_counts().index)


@cache.once
def _added(here: Here) -> DataFrame[AddedBests]:
    return added_bests(cache.lift_sets(here.log), check_ins(here.log), here.settings.e1rm_formula)


@cache.once
def _drawn(here: Here, name: str, first: date | None) -> cache.Drawn | None:
    loads, added, chosen = _loads(here), _added(here), here.settings.units
    own = filters.since(loads[loads.exercise == name], "started_at", first)
    if own.empty:
        return None
    added = filters.since(added[added.exercise == name], "started_at", first)
    return charts.body_moves(own, added, chosen), charts.body_moves_alt(own, added, chosen), own
