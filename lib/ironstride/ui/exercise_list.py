"""Exercises that came with files: what their names mean, and which muscles they work."""

from collections.abc import Sequence
from typing import get_args

import streamlit as st

from ironstride import units
from ironstride.records import ExerciseKind, Muscle
from ironstride.records.exercise import DIRECT, INDIRECT
from ironstride.store import (
    Learned,
    exercise_names,
    learned_names,
    rename_to,
    set_exercise,
    without_muscles,
)
from ironstride.ui import state
from ironstride.ui.page import Here
from ironstride.ui.words import tame

_KINDS: dict[str, str] = {
    "weighted": "With a weight", "bodyweight": "With the body's own weight",
    "assisted": "With assistance: the weight helps", "timed": "Held for a time",
    "plyometric": "Jumps and hops",
}  # fmt: skip


def tell_muscles(here: Here) -> None:
    """Ask for the kind and the muscles of an exercise that the log knows by its name only."""
    asked = without_muscles(here.log)
    if not asked:
        return
    st.subheader("New exercises")
    st.markdown(
        f"{units.count(len(asked), 'exercise')} came with your files or forms. Until you say which "
        "muscles one works, its sets count in the week and in its own trend, and for no muscle."
    )
    chosen = _choose("Exercise", asked, "muscles")
    with st.form(f"muscles-{chosen.name}", border=False):
        kinds = list(get_args(ExerciseKind))
        kind = st.selectbox("It is done", kinds, format_func=_KINDS.__getitem__)
        direct = st.multiselect("Muscles it works most", get_args(Muscle))
        indirect = st.multiselect("Muscles that help", get_args(Muscle))
        lower = st.checkbox("Its e1RM counts in the lower-body strength index")
        if st.form_submit_button("Save exercise", type="primary"):
            shares = dict.fromkeys(indirect, INDIRECT) | dict.fromkeys(direct, DIRECT)
            _save(here, chosen.name, kind, shares, lower_body=lower)


def change_meanings(here: Here) -> None:
    """Let a name from a file mean another exercise, in every session that is there already."""
    learned = learned_names(here.log)
    st.subheader("Names from your files")
    if not learned:
        st.markdown("Every name in your files so far is one that the catalogue holds.")
        return
    chosen = _choose("Name", learned, "names")
    others = [name for name in exercise_names(here.log) if name != chosen.exercise]
    target = st.selectbox("Means", others, index=None, key=f"means-{chosen.name}")
    if st.button("Change", disabled=target is None) and target is not None:
        rename_to(here.log, chosen.name, target)
        state.tell(f"{chosen.name} now means {target}, in what you imported before as well.")
        st.rerun()


def _choose(label: str, learned: Sequence[Learned], key: str) -> Learned:
    return st.selectbox(label, learned, format_func=_in_words, key=f"exercise-{key}")


def _in_words(one: Learned) -> str:
    sets = units.count(one.sets, "set")
    if one.name == one.exercise:
        return tame(f"{one.name} · {sets}")
    return tame(f"{one.name} → {one.exercise} · {sets} in all")


def _save(
    here: Here, name: str, kind: ExerciseKind, muscles: dict[Muscle, float], *, lower_body: bool
) -> None:
    if not muscles:
        st.error("Please choose at least one muscle.")
        return
    set_exercise(here.log, name, kind, muscles, lower_body=lower_body)
    state.tell(f"Saved: {name}.")
    st.rerun()
