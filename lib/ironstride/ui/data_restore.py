"""Restoring an export that was uploaded: look first, then put it in the place of the log."""

import tempfile
from pathlib import Path

import streamlit as st

from ironstride.jobs.restore import Held, held, read_export, restore
from ironstride.store import LogError
from ironstride.store.dump import Dump
from ironstride.ui import cache, state, undo
from ironstride.ui.data_words import in_words
from ironstride.ui.page import Here
from ironstride.ui.words import plain

# What an upload is called on this machine: the name that it came with is never used.
_UPLOADED = "uploaded"


def offer(here: Here) -> None:
    """Draw the place for an export, what it holds, and the button that restores it."""
    st.subheader("Restore")
    st.markdown(
        "Drop an export here: a zip of CSV files, a JSON file or an SQLite file. You see what it "
        "holds before anything happens; then it takes the place of everything in your log."
    )
    dropped = st.file_uploader(
        "Export to restore",
        key=f"restore-{state.turn('restore')}",
        label_visibility="collapsed",
        max_upload_size=200,
    )
    if dropped is None:
        return
    content = dropped.getvalue()
    looked_at = cache.look_at_export(content, _looked_at)
    if isinstance(looked_at, str):
        st.error(plain(looked_at), icon=":material/error:")
        return
    st.text(in_words(looked_at))
    st.caption("A backup of the log as it is now is made first, and you can undo this.")
    if st.button("Replace my log by this", type="primary", icon=":material/restore:"):
        undo.undoable(here.log, lambda: _restored(here, content))
        start_over()
        st.rerun()


def start_over() -> None:
    """Forget what was open or half typed in the log before."""
    state.close_session()
    state.next_turn("restore")


def _restored(here: Here, content: bytes) -> str:
    found = _read(content)
    restore(here.log, found, here.now)
    return f"Restored. {in_words(held(found))}"


def _looked_at(content: bytes) -> Held | str:
    """Return what an upload holds, or the sentence why it cannot be restored."""
    try:
        return held(_read(content))
    except LogError as why:
        return str(why)


def _read(content: bytes) -> Dump:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _UPLOADED
        path.write_bytes(content)
        return read_export(path)
