"""One exercise: how it is done, what it is, its names; made one with another, put away."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from ironstride.records import Exercise
from ironstride.records.guide import Guide, guide_of
from ironstride.store.exercise_edits import (
    archive_exercise,
    bring_back_exercise,
    merge_exercises,
    set_exercise,
)
from ironstride.store.exercise_entries import ExerciseEntry
from ironstride.ui import state
from ironstride.ui.exercise_aliases import names_of
from ironstride.ui.exercise_list import equipment_in_words, open_exercise, times
from ironstride.ui.forms.exercise_form import KINDS, exercise_form
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import plain, tame

_ORIGINS = {
    "catalogue": "as the catalogue describes it", "runner": "as you describe it",
    "log": "came with your files or forms",
}  # fmt: skip


def show(name: str, every: Sequence[ExerciseEntry], here: Here) -> None:
    """Draw the exercise that goes by a name, with all that can be done to it."""
    entry = _found(name, every)
    if entry is None:
        state.close_session()
        state.tell(f"{name} is no longer in the log.")
        st.rerun()
    st.subheader(plain(entry.exercise.name))
    st.text(_facts(entry))
    with st.container(horizontal=True):
        if st.button("Back to the list", icon=":material/arrow_back:"):
            state.close_session()
            st.rerun()
        _put_away(entry, here)
    guide = guide_of(entry.exercise)
    if guide:
        _how(guide, every)
    _edit(entry.exercise, here)
    names_of(entry, every, here)
    _merge(entry, every, here)


def _found(name: str, every: Sequence[ExerciseEntry]) -> ExerciseEntry | None:
    """Return the exercise of a name; without one, that which goes by it as well."""
    wanted = name.casefold()
    named = (one for one in every if one.exercise.name.casefold() == wanted)
    also = (one for one in every if wanted in map(str.casefold, one.exercise.aliases))
    return next(named, None) or next(also, None)


def _facts(entry: ExerciseEntry) -> str:
    guide = guide_of(entry.exercise)
    needs = [f"Equipment: {equipment_in_words(guide.equipment).lower()}"] if guide else []
    archived = ["archived: not offered any more"] if entry.is_archived else []
    return " · ".join((*needs, times(entry), _ORIGINS[entry.origin], *archived))


def _put_away(entry: ExerciseEntry, here: Here) -> None:
    name = entry.exercise.name
    if entry.is_archived:
        if st.button("Bring back", icon=":material/unarchive:"):
            undoable(here.log, lambda: _brought_back(name, here))
            st.rerun()
    elif st.button(
        "Archive",
        icon=":material/archive:",
        help="It is no longer offered when you log; what you did of it stays in the log.",
    ):
        undoable(here.log, lambda: _archived(name, here))
        st.rerun()


def _brought_back(name: str, here: Here) -> str:
    bring_back_exercise(here.log, name)
    return f"{name} is offered again."


def _archived(name: str, here: Here) -> str:
    archive_exercise(here.log, name, here.now)
    return f"{name} is archived: no longer offered, and all you did of it stays."


def _how(guide: Guide, every: Sequence[ExerciseEntry]) -> None:
    st.markdown("\n".join(f"- {plain(cue)}" for cue in guide.cues))
    with st.container(horizontal=True):
        for label, other in (("Easier", guide.easier), ("Harder", guide.harder)):
            entry = _found(other, every) if other else None
            if entry and st.button(plain(f"{label}: {entry.exercise.name}"), key=f"open-{label}"):
                open_exercise(entry.exercise.name)


def _edit(exercise: Exercise, here: Here) -> None:
    st.subheader("What it is")
    # Another tab's change starts the form anew.
    key = f"edit-exercise-{hash(repr(replace(exercise, aliases=()))):x}"
    told = exercise_form(key, exercise)
    if told is not None:
        undoable(here.log, lambda: _described(told, here))
        st.rerun()


def _described(told: Exercise, here: Here) -> str:
    set_exercise(here.log, told)
    return f"Saved: {told.name}. A newer catalogue leaves it as you said."


def _merge(entry: ExerciseEntry, every: Sequence[ExerciseEntry], here: Here) -> None:
    st.subheader("Merge with another exercise")
    others = {
        one.exercise.name: one.exercise
        for one in every
        if one.number != entry.number and not one.is_archived
    }
    into = st.selectbox(
        "Make it one with",
        list(others),
        index=None,
        format_func=tame,
        key=f"edit-merge-{entry.number}",
    )
    if into is None:
        return
    st.text(tame(_what_follows(entry.exercise, others[into])))
    if st.button("Merge", icon=":material/merge:"):
        _make_one(entry.exercise.name, into, here)


def _make_one(name: str, into: str, here: Here) -> None:
    def act() -> str:
        merge_exercises(here.log, name, into)
        return f"{name} is now {into}: sets, templates, tests and names went over."

    undoable(here.log, act)
    open_exercise(into)


def _what_follows(exercise: Exercise, into: Exercise) -> str:
    name, other = exercise.name, into.name
    said = f"All sets of {name} become sets of {other}, and {name} another name of it."
    if exercise.kind == into.kind:
        return said
    differ = f"{KINDS[exercise.kind].lower()}, and {KINDS[into.kind].lower()}"
    return f"{said} The two are of different kinds ({differ}): the sets count as {other} then."
