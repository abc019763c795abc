"""A log form opened from the plan: filled in, and the plan's entry done when it is saved."""

from dataclasses import dataclass

import streamlit as st

from ironstride.jobs.planned_sets import planned_sets
from ironstride.records import Session
from ironstride.store import add_session
from ironstride.store.plan import log_planned, planned, planned_session
from ironstride.ui import menu, plan_words, state
from ironstride.ui.forms.begun import NOTHING, Begun
from ironstride.ui.page import Here
from ironstride.ui.plan_data import loads_for
from ironstride.ui.words import plain


@dataclass(frozen=True)
class Asked:
    """The planned session that a log form is to begin with; none, where there is no id."""

    plan_id: int | None = None
    begin: Begun = NOTHING

    def key(self, form: str) -> str:
        """Return the key of the form's turn, which no other planned session shares."""
        mine = "" if self.plan_id is None else f"-plan{self.plan_id}"
        return f"{form}-{state.turn(form)}{mine}"


def asked(here: Here, kind: str) -> Asked:
    """Return the planned session that the address names, with a sentence on it at the top."""
    plan_id = state.asked_plan()
    if plan_id is None:
        return Asked()
    rows = planned(here.log)
    rows = rows[(rows.plan_id == plan_id) & (rows.kind == kind)]
    if rows.empty or rows.status.iloc[0] == "done":
        st.info(
            "That session is done already; what you write here is another one."
            if len(rows)
            else "That session is not in the plan any more; what you write here is a new one."
        )
        menu.link("week", "Back to the plan")
        return Asked()
    (row,) = rows.itertuples()
    day = plan_words.day(rows.day.iloc[0])
    said = f"{plan_words.what(row, here.settings.units)}, planned for {day}"
    st.info(plain(f"From your plan: {said}. Saving marks it done."))
    return Asked(plan_id, _begun(plan_id, here))


def add(asked: Asked, session: Session, here: Here) -> None:
    """Add a session to the log; the planned one that it was begun from is done."""
    if asked.plan_id is None:
        add_session(here.log, session)
        return
    log_planned(here.log, asked.plan_id, session)
    state.leave_plan()


def _begun(plan_id: int, here: Here) -> Begun:
    one = planned_session(here.log, plan_id)
    return Begun(
        day=one.day,
        type=one.type,
        distance_m=one.distance_m,
        duration_s=one.duration_s,
        title=one.title,
        sets=planned_sets(one, loads_for(one, here)) if one.exercises else (),
    )
