"""Quicker ways into the grid: an exercise as last time, the last set again."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd
import streamlit as st

from ironstride.jobs.exercise_named import exercises_matching
from ironstride.records import LiftSet
from ironstride.store import known_exercises, last_time
from ironstride.ui import state
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.set_rows import Row, written_rows
from ironstride.ui.page import Here
from ironstride.ui.set_words import sets_in_words
from ironstride.ui.words import plain

MOST_COPIES = 10


def again(sets: Iterable[LiftSet]) -> tuple[LiftSet, ...]:
    """Return sets to be done again; how much was left in reserve is open."""
    return tuple(replace(one, rir=None) for one in sets)


def as_last_time(fields: Fields, here: Here, names: list[str]) -> tuple[LiftSet | str, ...]:
    """Draw the search for an exercise; return its sets of last time, or its name if never done."""
    key = fields.name("find")
    typed = fields.text(
        "find",
        "Find an exercise by any of its names",
        key=f"find-{state.turn(key)}",
        hint="A part of a name, such as rdl",
        live=True,
    )
    if not typed.strip():
        return ()
    found = exercises_matching(typed, known_exercises(here.log), names)
    if not found:
        st.caption("No exercise has a name like that.")
        return ()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox("Found", found, key=f"{key}-found", label_visibility="collapsed")
        pressed = st.button("Add as last time", key=f"{key}-add", icon=":material/add:")
    last = last_time(here.log, [name], here.now).get(name)
    told = sets_in_words(last.sets, here.settings.units.weight) if last else "not lifted yet"
    st.caption(plain(f"{name}: {told}"))
    if not pressed:
        return ()
    state.next_turn(key)
    return again(last.sets) if last else (name,)


def copied_down(fields: Fields, table: pd.DataFrame) -> tuple[Row, ...]:
    """Draw the button that copies the last set down; return the copies when it was pressed.

    After a left and a right set both are copied.
    """
    rows = written_rows(table)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        pressed = st.button(
            "Copy the last set",
            key=fields.name("copy"),
            icon=":material/content_copy:",
            disabled=not rows,
        )
        times = st.selectbox(
            "How many times",
            range(1, MOST_COPIES + 1),
            key=fields.name("copies"),
            format_func=lambda times: f"{times} ×",
            label_visibility="collapsed",
            width=90,
        )
    return tuple(_last(rows) * times) if pressed else ()


def _last(rows: list[Row]) -> list[Row]:
    two = rows[-2:]
    is_pair = sorted(row["side"] for row in two) == ["left", "right"]
    return two if is_pair and two[0]["exercise"] == two[1]["exercise"] else two[-1:]
