"""Writing an import, with a progress bar, and telling what it brought."""

from collections.abc import Collection, Sequence

import streamlit as st

from ironstride import units
from ironstride.jobs.import_files import FilePreview, commit
from ironstride.store import Added, Progress, SameAs
from ironstride.ui import state
from ironstride.ui.page import Here


def offer_commit(
    files: Sequence[FilePreview],
    here: Here,
    apart: Collection[SameAs],
    names: dict[str, str],
    *,
    ready: bool,
) -> None:
    """Offer to write what the files bring, once nothing is open."""
    count = sum(len(file.new) + len(file.changed) for file in files)
    if not any(file.reading.sessions for file in files):
        st.info("There is nothing to import: no row can be read.")
        return
    if count == 0:
        st.info(
            "Nothing new: the log holds all of this already. If it was read in a wrong unit, take "
            "that import back first, then drop the file again."
        )
        return
    if not ready:
        st.info("Please answer what is open above first.")
    if st.button(f"Import {units.count(count, 'session')}", type="primary", disabled=not ready):
        done = commit(here.log, files, at=here.now, apart=apart, names=names, progress=_bar())
        state.next_turn("import")
        state.tell(_told(done))
        st.rerun()


def _told(done: Added | None) -> str:
    if done is None:
        return "Nothing was new."
    parts = [units.count(done.sessions, "session")]
    if done.merged:
        parts.append(f"{units.number(done.merged)} merged into others")
    if done.changed:
        parts.append(f"{units.number(done.changed)} changed")
    told = f"Imported {', '.join(parts)}."
    if not done.kept:
        return f"{told} You find them under Review and in the history."
    return (
        f"{told} What you had corrected by hand was kept in {units.count(done.kept, 'session')}: "
        "please check the units there."
    )


def _bar() -> Progress:
    """Draw a progress bar and return what moves it, a hundred times at most."""
    bar = st.progress(0.0, "Writing")

    def move(done: int, of: int) -> None:
        if done == of or done % max(of // 100, 1) == 0:
            bar.progress(done / of, f"Writing {done} of {of}")

    return move
