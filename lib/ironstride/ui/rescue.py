"""A damaged log: what of it can be saved, and its backups, each of which can take its place."""

from datetime import datetime
from pathlib import Path

import streamlit as st

from ironstride import clock
from ironstride.jobs.restore import held
from ironstride.store import Backup, LogError, backups
from ironstride.store.dump import Dump
from ironstride.store.rescue import put_in_place, readable, save_readable
from ironstride.ui import state
from ironstride.ui.data_words import backup_in_words, in_words
from ironstride.ui.words import plain

SHOWN = 20


def offer(log_file: Path) -> None:
    """Draw what can be read of a damaged log and its backups, with a button for each."""
    st.markdown(
        "Your log can be made whole in two ways. In both the damaged file is kept beside it under "
        "another name, so that nothing is lost by trying."
    )
    try:
        _offer_backups(log_file)
        _offer_readable(log_file)
    except LogError as why:
        st.error(plain(str(why)), icon=":material/error:")


def _offer_backups(log_file: Path) -> None:
    st.subheader("Put a backup in its place")
    found = backups(log_file)
    if not found:
        st.markdown("There is no backup beside it.")
    for backup in found[:SHOWN]:
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.text(backup_in_words(backup))
            if st.button("Put back", key=f"rescue-{backup.path.name}", icon=":material/restore:"):
                _put_back(log_file, backup, clock.now(None))


def _offer_readable(log_file: Path) -> None:
    st.subheader("Save what can still be read")
    found = readable(log_file)
    if found is None or not _has_any(found):
        st.markdown("Nothing of the damaged file can be read.")
        return
    st.text(in_words(held(found)))
    st.caption("What lies on a damaged page of the file is missing in it.")
    if st.button("Make this my log", icon=":material/healing:"):
        kept = save_readable(log_file, clock.now(None))
        _start_anew(f"Your log is what could be read. The damaged file is kept as {kept.name}.")


def _has_any(found: Dump) -> bool:
    return any(found.tables.get(name) for name in ("session", "check_in", "plan", "goal"))


def _put_back(log_file: Path, backup: Backup, now: datetime) -> None:
    kept = put_in_place(log_file, backup.path, now)
    _start_anew(
        f"Your log is as it was on {backup.taken_at:%a %d %b %Y, %H:%M}. "
        f"The damaged file is kept as {kept.name}."
    )


def _start_anew(sentence: str) -> None:
    state.forget_all("")
    state.tell(sentence)
    st.rerun()
