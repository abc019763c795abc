"""A fitness test that is kept already: corrected in place, or deleted."""

from collections.abc import Mapping

import streamlit as st

from ironstride.records import FitnessTest
from ironstride.store import (
    correct_fitness_test,
    delete_fitness_test,
    exercise_names,
    fitness_test,
)
from ironstride.ui import state
from ironstride.ui.forms.fitness_form import corrected_test
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable

KEY = "correct-test"


def show(named: Mapping[int, str], here: Here) -> None:
    """Draw the choice of a test by its name, its form, and the button that deletes it."""
    place = st.expander(
        "Correct or delete a test", icon=":material/edit:", key=KEY, on_change="rerun"
    )
    if state.was_opened(KEY, place.open):
        with place:
            _change(named, here)


def _change(named: Mapping[int, str], here: Here) -> None:
    number: int = st.selectbox("Test", list(named), format_func=named.__getitem__)
    name, before = named[number], fitness_test(here.log, number)
    names, key = exercise_names(here.log), f"edit-test-{number}"
    corrected = corrected_test(key, here.settings.units, here.today, names, before)
    if corrected:
        undoable(here.log, lambda: _corrected(here, number, name, corrected))
        st.rerun()
    if st.button("Delete", key="delete-test", icon=":material/delete:"):
        undoable(here.log, lambda: _deleted(here, number, name))
        st.rerun()


def second_look(*tests: FitnessTest) -> str:
    """Return a sentence about what is unusual in tests, else nothing."""
    doubts = [doubt for one in tests for doubt in one.doubts()]
    return f" Please check: {'; '.join(doubts)}." if doubts else ""


def _corrected(here: Here, number: int, name: str, test: FitnessTest) -> str:
    correct_fitness_test(here.log, number, test)
    return f"Corrected: {name}.{second_look(test)}"


def _deleted(here: Here, number: int, name: str) -> str:
    delete_fitness_test(here.log, number)
    return f"Deleted: {name}."
