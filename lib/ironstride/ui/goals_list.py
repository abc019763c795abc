"""Every goal with where it stands, to be corrected or deleted, and a form for a new one."""

from functools import partial

import pandas as pd
import streamlit as st

from ironstride.charts import goal_ranges as charts
from ironstride.records import Goal
from ironstride.store import exercise_names
from ironstride.store.goals import add_goal, correct_goal, delete_goal, goal, races
from ironstride.ui import cache, goal_words, goals_data, state
from ironstride.ui import show as on_page
from ironstride.ui.forms.goal_form import goal_form
from ironstride.ui.page import Here, alone
from ironstride.ui.undo import undoable
from ironstride.ui.words import plain


def show(here: Here) -> None:
    """Draw the goals in the order they were set, then all of them beside their ranges."""
    standing = goals_data.standing(here)
    kept = {one: goal(here.log, one) for one in _ids(here)}
    told = dict(zip(standing.goal_id, standing.sentence, strict=True))
    states = dict(zip(standing.goal_id, standing.status, strict=True))
    for goal_id, one in kept.items():
        said = states.get(goal_id, ""), told.get(goal_id, "")
        alone(partial(_goal, goal_id, one, *said), here)
    if not goals_data.found(here).empty:
        st.subheader("How far is each?")
        figure, says, table = _drawn(here)
        on_page.chart(figure, says, how="goal_ranges", table=table)


@cache.once
def _drawn(here: Here) -> cache.Drawn:
    found, standing = goals_data.found(here), goals_data.standing(here)
    units = here.settings.units
    names = {one: goal_words.name(goal(here.log, one), units) for one in found.goal_id}
    figure = charts.goal_ranges(found, standing, names)
    return figure, charts.goal_ranges_alt(found, standing), standing


def add(here: Here) -> None:
    """Draw the form of a new goal."""
    key = f"set-goal-{state.turn('goal')}"
    place = st.expander(
        "Set a goal", icon=":material/flag:", expanded=not _ids(here), key=key, on_change="rerun"
    )
    if not state.was_opened(key, place.open):
        return
    with place:
        form = f"goal-{state.turn('goal')}"
        made = goal_form(form, here.settings.units, here.today, exercise_names(here.log))
    if made is not None:
        add_goal(here.log, made)
        state.next_turn("goal")
        state.tell(f"Set: {goal_words.name(made, here.settings.units)}.")
        st.rerun()


@cache.once
def _ids(here: Here) -> list[int]:
    both = pd.concat([goals_data.found(here).goal_id, races(here.log).goal_id])
    return sorted({int(one) for one in both})


def _goal(goal_id: int, one: Goal, status: str, told: str, here: Here) -> None:
    name = goal_words.name(one, here.settings.units)
    with st.container(border=True):
        st.markdown(f"**{plain(name)}**" + (f" · {status}" if status else ""))
        if told:
            st.markdown(plain(told))
        st.caption(goal_words.span(one))
        with st.container(horizontal=True):
            _correct(goal_id, one, name, here)
            if st.button("Delete", key=f"delete-goal-{goal_id}", icon=":material/delete:"):
                undoable(here.log, partial(_deleted, goal_id, name, here))
                st.rerun()


def _correct(goal_id: int, one: Goal, name: str, here: Here) -> None:
    key = f"correct-goal-{goal_id}"
    place = st.popover("Correct", icon=":material/edit:", key=key, on_change="rerun")
    if not state.was_opened(key, place.open):
        return
    with place:
        form = f"edit-goal-{goal_id}-{state.turn(f'goal-{goal_id}')}"
        names = exercise_names(here.log)
        made = goal_form(form, here.settings.units, here.today, names, before=one)
    if made is None:
        return

    def correct() -> str:
        correct_goal(here.log, goal_id, made)
        now = goal_words.name(made, here.settings.units)
        return f"Corrected: {name}{'' if now == name else f', now {now}'}."

    undoable(here.log, correct)
    state.next_turn(f"goal-{goal_id}")
    st.rerun()


def _deleted(goal_id: int, name: str, here: Here) -> str:
    delete_goal(here.log, goal_id)
    return f"Deleted: the goal {name}."
