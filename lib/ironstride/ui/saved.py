"""After something was saved: say so, and start the form over."""

import streamlit as st

from ironstride.records import Session
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
