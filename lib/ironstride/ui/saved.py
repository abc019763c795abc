"""After something was saved: say so, and start the form over."""

from dataclasses import replace

import streamlit as st

from ironstride.records import Lift, LiftSet, Session
from ironstride.ui import state
from ironstride.ui.page import Here
from ironstride.ui.words import session_in_words


def saved(form: str, session: Session, here: Here) -> None:
    """Tell what was saved, with a second look where a value is unusual."""
    doubts = session.doubts(here.settings.max_hr_bpm)
    look = f" Please check: {'; '.join(doubts)}." if doubts else ""
    state.next_turn(form)
    state.tell(f"Saved: {session_in_words(session, here.settings.units)}.{look}")
    st.rerun()


def to_repeat(last: Lift) -> tuple[LiftSet, ...]:
    """Return the sets of a session to be done again; how much was left in reserve is open."""
    return tuple(replace(one, rir=None) for one in last.sets)
