"""One session on its own address: look, correct, delete, go on to the next."""

from typing import NoReturn

import streamlit as st

from ironstride.records import Lift, Run, Session
from ironstride.store import correct_session, delete_session, is_live, neighbours, session
from ironstride.ui import session_parts, session_recording, session_sources, state
from ironstride.ui.forms.lift_form import lift_form
from ironstride.ui.forms.other_form import other_form
from ironstride.ui.forms.run_form import run_form
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import SPORTS, moment, plain, session_in_words

_SEEN = "seen-session"
_NONE = (-1, None)


def show(session_id: int, here: Here) -> None:
    """Draw one session with all that is known of it, and what can be done to it."""
    if not is_live(here.log, session_id):
        _say_gone(session_id)
    found = session(here.log, session_id)
    _say_changed(session_id, found)
    title = found.title or SPORTS[found.sport]
    st.subheader(plain(f"{title}, {moment(found)}"))
    _act(session_id, title, here)
    session_parts.show(session_id, found, here)
    session_recording.show(session_id, found, here)
    with st.expander("Correct this session", icon=":material/edit:"):
        corrected = _form(found, session_id, here)
    with st.expander("Where this comes from", icon=":material/source:"):
        session_sources.show(session_id, found, here)
    if corrected is not None:
        undoable(here.log, lambda: _correct(session_id, corrected, here))
        state.close_session()
        st.rerun()


def _say_gone(session_id: int) -> NoReturn:
    """Go back to the list with a sentence about a session that is not in the log."""
    was_open = state.kept(_SEEN, _NONE)[0] == session_id
    state.tell(
        "That session was deleted meanwhile."
        if was_open
        else "That session is not in the log. If you deleted it, you find it in the Trash."
    )
    _close()


def _say_changed(session_id: int, found: Session) -> None:
    """Say so when another tab changed the session; what is shown is how it stands now."""
    seen_id, seen = state.kept(_SEEN, _NONE)
    if seen_id != session_id:
        state.close_session()
    elif seen != found:
        st.warning("This session was changed elsewhere; here it is as it stands now.")
    state.keep(_SEEN, (session_id, found))


def _act(session_id: int, title: str, here: Here) -> None:
    before, after = neighbours(here.log, session_id)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Back to the list", icon=":material/arrow_back:"):
            _close()
        for label, neighbour in (("Previous", before), ("Next", after)):
            if st.button(label, disabled=neighbour is None) and neighbour is not None:
                state.open_session(neighbour)
                st.rerun()
        if st.button("Delete", icon=":material/delete:"):
            undoable(here.log, lambda: _delete(session_id, title, here))
            _close()


def _delete(session_id: int, title: str, here: Here) -> str:
    delete_session(here.log, session_id, here.now)
    return f"Deleted: {title}. You find it in the Trash and can restore it."


def _correct(session_id: int, corrected: Session, here: Here) -> str:
    correct_session(here.log, session_id, corrected)
    return f"Corrected: {session_in_words(corrected, here.settings.units)}."


def _form(found: Session, session_id: int, here: Here) -> Session | None:
    units = here.settings.units
    key = f"edit-{session_id}-{hash(found):x}"  # another tab's correction starts the form anew
    if isinstance(found, Run):
        return run_form(key, units, here.now, before=found)
    if isinstance(found, Lift):
        return lift_form(key, here, before=found)
    return other_form(key, here.now, found)


def _close() -> NoReturn:
    state.leave_session()
    st.rerun()
