"""The names of one exercise: what it is called, what else it goes by."""

from collections.abc import Callable, Sequence

import streamlit as st

from ironstride import units
from ironstride.records import FieldError
from ironstride.store import add_alias, remove_alias
from ironstride.store.exercise_edits import rename_exercise
from ironstride.store.exercise_entries import ExerciseEntry
from ironstride.ui import state
from ironstride.ui.exercise_list import open_exercise
from ironstride.ui.exercise_names import give_meaning
from ironstride.ui.forms.fields import Fields
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import tame


def names_of(entry: ExerciseEntry, every: Sequence[ExerciseEntry], here: Here) -> None:
    """Draw the names of an exercise and what can be done to them."""
    st.subheader("Names")
    known = [alias for alias in entry.exercise.aliases if alias not in entry.given]
    if known:
        with st.expander(f"{units.count(len(known), 'name')} that the catalogue knows it by"):
            st.text(tame(", ".join(known)))
    fields = Fields(f"edit-names-{entry.number}", is_new=False)
    for place, alias in enumerate(entry.given):
        with fields.place(f"given-{place}"), st.container(horizontal=True):
            st.text(tame(alias), width="stretch")
            if st.button("Remove", key=fields.name(f"remove-{place}-{alias}")):
                _remove(fields, f"given-{place}", alias, here)
    left, right = st.columns(2)
    with left:
        _rename(fields, entry, here)
    with right:
        _add(fields, entry, every, here)


def _rename(fields: Fields, entry: ExerciseEntry, here: Here) -> None:
    before = entry.exercise.name
    typed = fields.text("name", "Name", before, key=f"name-{before}").strip()
    pressed = st.button("Rename", key=fields.name("rename")) and typed != before

    def act() -> str:
        rename_exercise(here.log, before, typed)
        return f"{before} is now called {typed}. Files that write {before} still find it."

    if pressed and _done(fields, "name", lambda: undoable(here.log, act)):
        open_exercise(typed)


def _add(fields: Fields, entry: ExerciseEntry, every: Sequence[ExerciseEntry], here: Here) -> None:
    name = entry.exercise.name
    turn = len(entry.exercise.aliases)  # a name that was added leaves the field empty
    typed = fields.text("alias", "Another name", key=f"alias-{turn}").strip()
    if not st.button("Add name", key=fields.name("add")):
        return
    if owner := _alias_of(typed, entry, every):
        give_meaning(owner, name, here)
    elif _done(fields, "alias", lambda: add_alias(here.log, name, typed)):
        state.tell(f"{typed} now means {name}.")
        st.rerun()


def _alias_of(typed: str, entry: ExerciseEntry, every: Sequence[ExerciseEntry]) -> str:
    """Return a name as another exercise goes by it, which is not that exercise's own."""
    wanted = typed.casefold()
    others = (
        alias for one in every if one.number != entry.number for alias in one.exercise.aliases
    )
    return next((alias for alias in others if alias.casefold() == wanted), "")


def _remove(fields: Fields, place: str, alias: str, here: Here) -> None:
    def act() -> str:
        remove_alias(here.log, alias)
        return f"{alias} is no longer a name of it."

    if _done(fields, place, lambda: undoable(here.log, act)):
        st.rerun()


def _done(fields: Fields, place: str, act: Callable[[], None]) -> bool:
    """Do something, or say beside its field why it cannot be done."""
    try:
        act()
    except FieldError as why:
        fields.mistake(place, str(why))
        return False
    return True
