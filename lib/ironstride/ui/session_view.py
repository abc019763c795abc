"""One session: look, correct, delete."""

from typing import NoReturn

import streamlit as st

from ironstride.records import Lift, Run, Session
from ironstride.store import (
    correct_session,
    delete_session,
    exercise_names,
    is_live,
    session,
)
from ironstride.ui import state
from ironstride.ui.forms.lift_form import lift_form
from ironstride.ui.forms.other_form import other_form
from ironstride.ui.forms.run_form import run_form
from ironstride.ui.page import Here
from ironstride.ui.words import SPORTS, plain, session_in_words


def show(session_id: int, here: Here) -> None:
    """Draw one session with its form, and the buttons to go back and to delete it."""
    if not is_live(here.log, session_id):
        state.tell("That session was deleted meanwhile.")
        _close()
    found = session(here.log, session_id)
    if state.kept("seen-session", found) != found:
        st.warning("This session was changed elsewhere; here it is as it stands now.")
    state.keep("seen-session", found)
    title = found.title or SPORTS[found.sport]
    st.subheader(plain(f"{title}, {found.started_at:%a %d %b %Y}"))
    st.text(session_in_words(found, here.settings.units))
    with st.container(horizontal=True):
        if st.button("Back to the list", icon=":material/arrow_back:"):
            _close()
        if st.button("Delete", icon=":material/delete:"):
            delete_session(here.log, session_id, here.now)
            state.tell(f"Deleted: {title}. You find it under Deleted and can restore it.")
            _close()
    corrected = _form(found, session_id, here)
    if corrected is not None:
        correct_session(here.log, session_id, corrected)
        state.tell(f"Corrected: {session_in_words(corrected, here.settings.units)}.")
        _close()


def _form(found: Session, session_id: int, here: Here) -> Session | None:
    units = here.settings.units
    key = f"edit-{session_id}-{hash(found):x}"  # another tab's correction starts the form anew
    if isinstance(found, Run):
        return run_form(key, units, here.now, before=found)
    if isinstance(found, Lift):
        return lift_form(key, units, here.now, exercise_names(here.log), before=found)
    return other_form(key, here.now, found)


def _close() -> NoReturn:
    state.close_session()
    st.rerun()
