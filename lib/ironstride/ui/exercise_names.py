"""What came with files and forms: exercises without muscles, and what names mean."""

from collections.abc import Sequence

import streamlit as st

from ironstride import units
from ironstride.records import Exercise
from ironstride.store import Learned, exercise_names, learned_names, rename_to, without_muscles
from ironstride.store.exercise_edits import set_exercise
from ironstride.store.exercise_entries import ExerciseEntry
from ironstride.ui.forms.exercise_form import exercise_form
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import tame


def tell_muscles(every: Sequence[ExerciseEntry], here: Here) -> None:
    """Ask for the kind and the muscles of an exercise that the log knows by its name only."""
    asked = without_muscles(here.log)
    if not asked:
        st.markdown("The log knows the muscles of every exercise in it.")
        return
    st.markdown(
        f"{units.count(len(asked), 'exercise')} came with your files or forms. Until you say which "
        "muscles one works, its sets count in the week and in its own trend, and for no muscle."
    )
    chosen = _choose("Exercise", asked, "muscles")
    before = next(one.exercise for one in every if one.exercise.name == chosen.name)
    told = exercise_form(f"muscles-{chosen.name}", before)
    if told is None:
        return
    if not told.muscles:
        st.error("Please choose at least one muscle.")
        return
    undoable(here.log, lambda: _described(told, here))
    st.rerun()


def _described(told: Exercise, here: Here) -> str:
    set_exercise(here.log, told)
    return f"Saved: {told.name}."


def change_meanings(here: Here) -> None:
    """Let a name from a file mean another exercise, in every session that is there already."""
    learned = learned_names(here.log)
    if not learned:
        st.markdown("Every name in your files so far is one that the catalogue holds.")
        return
    st.markdown(
        "What the names in your files mean, and the names that you gave. Change one, and every "
        "session that you imported follows."
    )
    chosen = _choose("Name", learned, "names")
    others = [name for name in exercise_names(here.log) if name != chosen.exercise]
    target = st.selectbox("Means", others, index=None, format_func=tame, key=f"means-{chosen.name}")
    if st.button("Change", disabled=target is None) and target is not None:
        give_meaning(chosen.name, target, here)


def give_meaning(name: str, exercise: str, here: Here) -> None:
    """Let a name mean another exercise; one click undoes it."""

    def act() -> str:
        rename_to(here.log, name, exercise)
        return f"{name} now means {exercise}, in what you imported before as well."

    undoable(here.log, act)
    st.rerun()


def _choose(label: str, learned: Sequence[Learned], key: str) -> Learned:
    return st.selectbox(label, learned, format_func=_in_words, key=f"exercise-{key}")


def _in_words(one: Learned) -> str:
    sets = units.count(one.sets, "set")
    if one.name == one.exercise:
        return tame(f"{one.name} · {sets}")
    return tame(f"{one.name} → {one.exercise} · {sets} in all")
