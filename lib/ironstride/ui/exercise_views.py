"""The parts of the page of exercises, and the one that adds an exercise."""

import streamlit as st

from ironstride.records import FieldError
from ironstride.store import without_muscles
from ironstride.store.exercise_edits import add_exercise
from ironstride.ui import filters, state
from ironstride.ui.exercise_list import open_exercise
from ironstride.ui.forms.exercise_form import exercise_form
from ironstride.ui.page import Here
from ironstride.ui.words import as_sentence, plain


def choose(here: Here) -> str:
    """Draw the choice among the parts of the page and return the chosen one."""
    parts = {
        "list": "All exercises",
        "new": without_muscles_part(here),
        "names": "Names in files",
        "add": "Add one",
    }
    return filters.part("exercises", parts)


def without_muscles_part(here: Here) -> str:
    """Return what the part of exercises without muscles is called, on the page and in links."""
    return f"Without muscles ({len(without_muscles(here.log))})"


def add(here: Here) -> None:
    """Draw the form of an exercise of the runner's own."""
    st.markdown("An exercise that the catalogue does not hold. Search for it under any name first.")
    told = exercise_form(f"exercise-{state.turn('exercise')}")
    if told is None:
        return
    try:
        add_exercise(here.log, told)
    except FieldError as why:
        st.error(plain(as_sentence(str(why))))
        return
    state.next_turn("exercise")
    state.tell(f"Added: {told.name}.")
    open_exercise(told.name)
