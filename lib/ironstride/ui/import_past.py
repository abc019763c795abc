"""The imports so far, each to be taken back with one click."""

from functools import partial

import streamlit as st

from ironstride import units
from ironstride.store import Batch, ImportedFile, batches, revert_batch
from ironstride.ui import undo
from ironstride.ui.page import Here
from ironstride.ui.words import source_in_words, tame


def past(here: Here) -> None:
    """List the imports so far, each to be taken back with one click."""
    done = batches(here.log)
    if done:
        st.subheader("Imports so far")
    for batch in done:
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.text(_in_lines(batch))
            if batch.reverted:
                st.text("Taken back")
            elif st.button("Take back", key=f"revert-{batch.id}", icon=":material/undo:"):
                undo.undoable(here.log, partial(_taken_back, here, batch.id))
                st.rerun()


def _taken_back(here: Here, batch_id: int) -> str:
    taken = revert_batch(here.log, batch_id, here.now)
    return f"Taken back: {units.count(taken, 'session')}."


def _in_lines(batch: Batch) -> str:
    files = (tame(f"{one.name}: {_brought(one)}") for one in batch.files)
    return "\n".join((f"{batch.imported_at:%d %b %Y, %H:%M}", *files))


def _brought(file: ImportedFile) -> str:
    counts = (("added", file.added), ("merged", file.merged), ("changed", file.changed))
    said = [f"{units.number(count)} {what}" for what, count in counts if count or what == "added"]
    return f"{source_in_words(file.source)}, {', '.join(said)}"
