"""The backups of the log: when, how large, one to make now, any to put back."""

from functools import partial

import streamlit as st

from ironstride.store import Backup, back_up_now, backups, folder_of, restore_backup
from ironstride.ui import state, undo
from ironstride.ui.data_restore import start_over
from ironstride.ui.data_words import backup_in_words
from ironstride.ui.page import Here
from ironstride.ui.words import tame

SHOWN = 5


def offer(here: Here) -> None:
    """Draw the list of backups with what can be done to each."""
    st.subheader("Backups")
    st.markdown(
        "Your log is copied on each day on which you open it, and the last 14 of these copies are "
        "kept. Extra copies are made when you ask for one, and before your log is replaced; "
        "they stay until you delete them. All lie in this folder:"
    )
    st.text(tame(str(folder_of(here.log.path))))
    if st.button("Back up now", icon=":material/save:"):
        copy = back_up_now(here.log, here.now)
        state.tell(f"Backed up as {copy.name}.")
        st.rerun()
    found = backups(here.log.path)
    if not found:
        st.caption("There is no backup yet.")
    _list(found[:SHOWN], here)
    if found[SHOWN:]:
        with st.expander(f"{len(found) - SHOWN} older"):
            _list(found[SHOWN:], here)


def _list(found: list[Backup], here: Here) -> None:
    for backup in found:
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.text(backup_in_words(backup))
            if st.button("Put back", key=f"put-back-{backup.path.name}", icon=":material/restore:"):
                undo.undoable(here.log, partial(_put_back, here, backup))
                start_over()
                st.rerun()


def _put_back(here: Here, backup: Backup) -> str:
    back_up_now(here.log, here.now)
    restore_backup(here.log, backup.path)
    return f"Your log is as it was on {backup.taken_at:%a %d %b %Y, %H:%M}."
