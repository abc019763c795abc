"""Writing an import, with a progress bar, and telling what it brought."""

from collections.abc import Collection, Sequence

import streamlit as st

from ironstride import units
from ironstride.jobs.import_files import FilePreview, commit
from ironstride.store import Added, Progress, SameAs
from ironstride.ui import import_watched, state
from ironstride.ui.page import Here
from ironstride.ui.words import plain

WRITING = "Writing, please stay on this page:"


def offer_commit(
    files: Sequence[FilePreview],
    here: Here,
    apart: Collection[SameAs],
    names: dict[str, str],
    still_open: Sequence[str],
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
    if still_open:
        points = "; ".join(dict.fromkeys(still_open))
        st.info(plain(f"Before the import, please answer above: {points}."))
    label = f"Import {units.count(count, 'session')}"
    if st.button(label, type="primary", disabled=bool(still_open)):
        done = commit(here.log, files, at=here.now, apart=apart, names=names, progress=_bar())
        import_watched.settle_chosen(f"files-{state.turn('import')}", here)
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
        return f"{told} See Review and the history."
    return (
        f"{told} What you had corrected by hand was kept in {units.count(done.kept, 'session')}: "
        "please check the units there."
    )


def _bar() -> Progress:
    """Draw a progress bar and return what moves it, a hundred times at most."""
    bar = st.progress(0.0, WRITING)

    def move(done: int, of: int) -> None:
        if done == of or done % max(of // 100, 1) == 0:
            bar.progress(done / of, f"{WRITING} {units.number(done)} of {units.number(of)}")

    return move
