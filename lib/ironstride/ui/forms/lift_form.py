"""The lift form: a grid of sets and what the session was like."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from ironstride.records import Lift, LiftSet
from ironstride.ui import state
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.set_grid import edit_sets, read_sets
from ironstride.ui.words import plain
from ironstride.units import Units, WeightUnit

LONGEST_NAME = 80


def lift_form(
    key: str,
    chosen: Units,
    now: datetime,
    names: list[str],
    *,
    first: tuple[LiftSet, ...] = (),
    before: Lift | None = None,
) -> Lift | None:
    """Draw the form and return the session when Save was pressed and nothing is wrong.

    `first` fills the grid of a new session; `before` is a session to be corrected.
    """
    fields = Fields(key, is_new=before is None)
    known = _what(fields, now, before)
    sets = before.sets if before else first
    listed = _with_new_exercise(fields, names)
    grid = edit_sets(grid_key(key, chosen.weight, first), sets, listed, chosen.weight)
    with fields.place("sets"):
        st.caption(
            "One row a set. No weight means body weight; for a hold fill in seconds. On a narrow "
            "screen the other columns lie to the right."
        )
    if not st.button("Save lift session", type="primary", key=fields.name("save")):
        return None
    known["sets"] = _read(fields, grid, sets, chosen.weight)
    if fields.mistakes:
        return None
    if before is None:
        return fields.build(lambda: Lift(**known))
    return fields.build(lambda: replace(before, **known | fields.elapsed(before, known)))


def grid_key(key: str, unit: WeightUnit, first: tuple[LiftSet, ...]) -> str:
    """Return the key of a form's grid: what was begun in one unit is never read in another."""
    return f"{key}-sets-{unit}-{len(first)}"


def _what(fields: Fields, now: datetime, before: Lift | None) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        known = fields.start(before, now) | fields.words(before)
    with right:
        known["duration_s"] = fields.duration(before)
        known["rpe"] = fields.number("rpe", "Effort (RPE 0 to 10)", before)
    return known


def _with_new_exercise(fields: Fields, names: list[str]) -> list[str]:
    """Offer exercises that are not in the catalogue yet."""
    kept = fields.name("new-exercises")
    added: list[str] = state.kept(kept, [])
    listed = {name.casefold() for name in (*added, *names)}
    with (
        st.popover("Add an exercise that is not in the list", icon=":material/add:"),
        st.form(fields.name("new"), clear_on_submit=True, border=False),
    ):
        typed = st.text_input(
            "Name of the exercise", key=fields.name("new-exercise"), max_chars=LONGEST_NAME
        )
        name = (typed or "").strip()
        if st.form_submit_button("Add to the list") and name:
            if name.casefold() in listed:
                st.caption(plain(f"{name} is in the list already."))
            else:
                added = [*added, name]
                state.keep(kept, added)
                st.caption(plain(f"{name} is in the list now."))
    return [*added, *names]


def _read(
    fields: Fields, grid: pd.DataFrame, shown: tuple[LiftSet, ...], unit: WeightUnit
) -> tuple[LiftSet, ...]:
    try:
        sets = read_sets(grid, shown, unit)
    except ValueError as why:
        fields.mistake("sets", str(why))
        return ()
    if not sets:
        fields.mistake("sets", "write at least one set: an exercise with reps or a hold")
    return sets
