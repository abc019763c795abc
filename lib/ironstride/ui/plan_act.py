"""What can be done to one planned session: move, copy, skip, delete, say that it was done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ironstride.store import session
from ironstride.store.plan import (
    copy_planned,
    correct_planned,
    delete_planned,
    mark_done,
    mark_open,
    move_planned,
    planned_session,
    sessions_for,
    skip_planned,
)
from ironstride.ui import plan_lift, plan_words
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import moment, plain, session_in_words


def offer(row: Any, here: Here) -> None:
    """Draw what can be done to a planned session; every act can be undone."""
    name = f"{plan_words.what(row, here.settings.units)} of {plan_words.day(row.day)}"
    place = st.popover(
        "Change", icon=":material/edit_calendar:", key=f"change-{row.plan_id}", on_change="rerun"
    )
    if not place.open:
        return
    with place:
        st.markdown(plain(name))
        if row.status == "done":
            _act("It was not this one", "open", row, here, lambda: _reopen(row, name, here))
        else:
            _done_already(row, name, here)
            _elsewhere(row, name, here)
            _skip(row, name, here)
        _act("Delete", "delete", row, here, lambda: _delete(row, name, here))


def offer_loads(row: Any, exercises: pd.DataFrame, loads: pd.DataFrame, here: Here) -> None:
    """Offer to plan what the last sessions suggest, where it is something else."""
    if plan_lift.differing(exercises, loads):
        _act("Take these loads", "loads", row, here, lambda: _take(row, loads, here))


def _done_already(row: Any, name: str, here: Here) -> None:
    """Offer the sessions of that day which may be this one."""
    for session_id in sessions_for(here.log, row.plan_id):
        found = session(here.log, session_id)
        st.caption(plain(f"{moment(found)}: {session_in_words(found, here.settings.units)}"))
        _act(
            "That was it",
            f"done-{session_id}",
            row,
            here,
            partial(_done, row, session_id, name, here),
        )


def _elsewhere(row: Any, name: str, here: Here) -> None:
    day: date | None = st.date_input(
        "To the day",
        row.day.date(),
        key=f"day-{row.plan_id}-{row.day:%Y%m%d}",
        format="YYYY-MM-DD",
    )
    if day is None:
        return
    with st.container(horizontal=True):
        _act("Move", "move", row, here, lambda: _move(row, day, name, here))
        _act("Copy", "copy", row, here, lambda: _copy(row, day, name, here))


def _skip(row: Any, name: str, here: Here) -> None:
    skipped = row.status == "skipped"
    label = "Plan it again" if skipped else "Skip"
    _act(label, "skip", row, here, lambda: _set_skipped(row, name, here, skipped=not skipped))


def _act(label: str, what: str, row: Any, here: Here, act: Callable[[], str]) -> None:
    if st.button(label, key=f"plan-{what}-{row.plan_id}"):
        undoable(here.log, act)
        st.rerun()


def _move(row: Any, day: date, name: str, here: Here) -> str:
    move_planned(here.log, row.plan_id, day)
    return f"Moved to {plan_words.day(day)}: {name}."


def _copy(row: Any, day: date, name: str, here: Here) -> str:
    copy_planned(here.log, row.plan_id, day)
    return f"Copied to {plan_words.day(day)}: {name}."


def _set_skipped(row: Any, name: str, here: Here, *, skipped: bool) -> str:
    skip_planned(here.log, row.plan_id, skipped=skipped)
    return f"Skipped: {name}." if skipped else f"Planned again: {name}."


def _delete(row: Any, name: str, here: Here) -> str:
    delete_planned(here.log, row.plan_id)
    return f"Taken out of the plan: {name}."


def _done(row: Any, session_id: int, name: str, here: Here) -> str:
    mark_done(here.log, row.plan_id, session_id)
    return f"Done: {name}."


def _take(row: Any, loads: pd.DataFrame, here: Here) -> str:
    one = planned_session(here.log, row.plan_id)
    said = loads.set_index("exercise")
    exercises = tuple(
        replace(
            own,
            load_kg=_or(said.load_kg.get(own.exercise), own.load_kg),
            hold_s=_or(said.hold_s.get(own.exercise), own.hold_s),
        )
        for own in one.exercises
    )
    correct_planned(here.log, row.plan_id, replace(one, exercises=exercises))
    return f"Loads by your last sessions: {one.title or 'the lift'}."


def _or(said: float | None, before: float | None) -> float | None:
    return before if said is None or pd.isna(said) else float(said)


def _reopen(row: Any, name: str, here: Here) -> str:
    mark_open(here.log, row.plan_id)
    return f"Planned again: {name}."
