"""The exercises of a planned lift: sets and loads, why so, and how each is done."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from ironstride.ui import plan_words
from ironstride.ui.page import Here
from ironstride.ui.words import plain


def show(
    exercises: pd.DataFrame, loads: pd.DataFrame, here: Here, *, with_cues: bool = False
) -> None:
    """Draw each exercise of one lift; form cues where it is new to the runner, or of all."""
    other = differing(exercises, loads)
    why = dict(zip(loads.exercise, loads.sentence, strict=True))
    for row in exercises.itertuples():
        said = why.get(row.exercise, "")
        told = f"By your last sessions: {said}" if row.exercise in other else said
        _exercise(row, told, here, with_cues=with_cues or not row.own)


def differing(exercises: pd.DataFrame, loads: pd.DataFrame) -> set[str]:
    """Return the exercises that are planned with another load or hold than is suggested."""
    both = exercises.merge(loads, on="exercise", suffixes=("", "_next"))
    others = [
        (both[f"{name}_next"] != both[name]) & both[f"{name}_next"].notna()
        for name in ("load_kg", "hold_s")
    ]
    return set(both.exercise[others[0] | others[1]])


def cues(exercise: str) -> Iterable[str]:
    """Yield in words how an exercise is done, for those that the catalogue knows."""
    found = plan_words.guide(exercise)
    if found is None:
        return
    yield from found.cues
    if found.equipment:
        yield f"Needs: {found.equipment}"
    if found.easier:
        yield f"Easier: {found.easier}"
    if found.harder:
        yield f"Harder: {found.harder}"


def _exercise(row: Any, why: str, here: Here, *, with_cues: bool) -> None:
    told = f"{row.exercise}: {plan_words.sets(row, here.settings.units.weight)}"
    st.markdown(f"**{plain(told)}**")
    groups = f"For {row.muscles}. " if row.muscles else ""
    st.caption(plain(f"{groups}{why}"))
    if with_cues:
        st.caption(plain("  \n".join(cues(row.exercise))))
