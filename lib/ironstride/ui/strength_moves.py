"""Moves in which the body is the load, on the strength page."""

from datetime import date

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import body_moves as charts
from ironstride.frames import CheckIns, LiftSets
from ironstride.metrics.body_weight_moves import added_bests, system_loads
from ironstride.ui import filters, menu, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here


def show(
    sets: DataFrame[LiftSets], check_ins: DataFrame[CheckIns], first: date | None, here: Here
) -> None:
    """Draw load and reps of the chosen move, and the weight added where there is one."""
    loads = system_loads(sets, check_ins)
    if loads.empty:
        return
    st.subheader("How strong are the moves of the body?")
    name = filters.exercise(list(loads.exercise.value_counts().index), "strength_move", "Move")
    own = filters.since(loads[loads.exercise == name], "started_at", first)
    if own.empty:
        st.info("No session with this move in this span. Choose a longer one.")
        return
    added = added_bests(sets, check_ins, here.settings.e1rm_formula)
    added = filters.since(added[added.exercise == name], "started_at", first)
    if own.body_mass_kg.isna().all():
        st.caption("Body mass is not known near these days, so only reps are drawn.")
        menu.link("check_in", "Check in")
    clicked = on_page.chart_to_click(
        charts.body_moves(own, added, here.settings.units),
        charts.body_moves_alt(own, added, here.settings.units),
        how="body_moves",
        table=own,
    )
    if clicked is not None:
        day = clicked.date()
        sessions_of.show(f"{day:%A} {day.day} {day:%B %Y}", day, day, here, kind="lift")
