"""Correct a planned session where it stands: what it is, not on which day."""

from dataclasses import replace
from typing import Any

import streamlit as st

from ironstride.records import PlannedSession
from ironstride.store.plan import correct_planned, planned_session
from ironstride.ui import plan_words, state
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.planned_exercises import exercise_fields
from ironstride.ui.forms.planned_run import run_fields
from ironstride.ui.page import Here
from ironstride.ui.plan_data import known_exercises
from ironstride.ui.undo import undoable

TABLE_PX = 600  # a popover is as wide as what it holds, on a phone as the screen


def offer(row: Any, here: Here) -> None:
    """Draw the form of a planned session that is not done; a correction can be undone."""
    key = f"correct-{row.plan_id}"
    place = st.popover("Correct", icon=":material/edit:", key=key, on_change="rerun")
    if not state.was_opened(key, place.open):
        return
    with place:
        before = planned_session(here.log, row.plan_id)
        # Another tab's correction starts the form anew.
        fields = Fields(f"correct-{row.plan_id}-{hash(before):x}", is_new=False)
        made = fields.build(lambda: _fields(fields, before, here))
        pressed = st.button("Save the plan", type="primary", key=fields.name("save"))
    if not pressed or fields.mistakes or made is None:
        return
    undoable(here.log, lambda: _correct(row, made, here))
    st.rerun()


def _fields(fields: Fields, before: PlannedSession, here: Here) -> PlannedSession:
    units = here.settings.units
    if before.kind == "run":
        known = run_fields(fields, units.distance, before)
    else:
        known = _lift(fields, before, here)
    notes = fields.text("notes", "Notes", before.notes)
    return replace(before, **known, notes=notes.strip())


def _lift(fields: Fields, before: PlannedSession, here: Here) -> dict[str, Any]:
    known = known_exercises(here).set_index("exercise")
    title = fields.text("title", "Title", before.title)
    weight = here.settings.units.weight
    with st.container(width=TABLE_PX):
        exercises = exercise_fields(fields, sorted(known.index), weight, before.exercises)
    names = [one.exercise for one in exercises]
    same = names == [one.exercise for one in before.exercises]
    legs = before.legs if same else bool(known.lower_body.reindex(names).eq(True).any())
    return {"title": title.strip() or "Lift", "exercises": exercises, "legs": legs}


def _correct(row: Any, made: PlannedSession, here: Here) -> str:
    correct_planned(here.log, row.plan_id, made)
    name = plan_words.what(made, here.settings.units)
    return f"Corrected: {name} of {plan_words.day(made.day)}."
