"""What is planned for today, each to be logged as planned or in its form."""

from typing import Any

import streamlit as st

from ironstride.frames.plan import PlannedExercises
from ironstride.jobs.as_planned import as_planned
from ironstride.records import Session
from ironstride.store.plan import (
    log_planned,
    planned_session,
)
from ironstride.ui import menu, plan_words
from ironstride.ui.page import Here
from ironstride.ui.plan_data import Span, known_exercises, loads_for
from ironstride.ui.undo import undoable
from ironstride.ui.words import plain, session_in_words


def show(here: Here) -> None:
    """Draw what is planned for today; nothing where nothing is."""
    day = Span(here, here.today, here.today)
    rows = day.rows.planned.get(here.today, [])
    if not rows:
        return
    st.subheader("Planned for today")
    exercises = day.exercises
    for row in rows:
        own = exercises[exercises.plan_id == row.plan_id]
        with st.container(border=True):
            st.markdown(f"**{plain(plan_words.what(row, here.settings.units))}**")
            _exercises(own, here)
            _act(row, here)
    menu.link("week", "The whole week")


def _exercises(own: Any, here: Here) -> None:
    unit = here.settings.units.weight
    told = [
        f"{one.exercise} {plan_words.sets(one, unit)}"
        for one in own.sort_values(PlannedExercises.position).itertuples()
    ]
    if told:
        st.caption(plain(" · ".join(told)))


def _act(row: Any, here: Here) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if row.status == "done":
            st.markdown(":material/check: Done")
            menu.link("history", "Open", session=str(int(row.done_session_id)))
            return
        if row.status == "skipped":
            st.markdown("Skipped")
            return
        plan = planned_session(here.log, row.plan_id)
        done = as_planned(plan, _kinds(here), loads_for(plan, here))
        if done and st.button(
            "Log as planned", key=f"as-planned-{row.plan_id}", icon=":material/check:"
        ):
            undoable(here.log, lambda: _logged(row, done, here))
            st.rerun()
        menu.link(row.kind, "Log with changes", plan=str(row.plan_id))
    if not done:
        st.caption(_open(row.kind))


def _logged(row: Any, done: Session, here: Here) -> str:
    log_planned(here.log, row.plan_id, done)
    return (
        f"Logged as planned: {session_in_words(done, here.settings.units)}. Its hour and effort "
        "(RPE) are not known; History takes them."
    )


def _open(kind: str) -> str:
    if kind == "run":
        return "The plan leaves distance and time open, so the form asks for one of them."
    return "The plan leaves the exercises or a weight open, so the form asks for them."


def _kinds(here: Here) -> dict[str, str]:
    known = known_exercises(here)
    return dict(zip(known.exercise, known.kind, strict=True))
