"""The import page's parts: drop files, look, commit with a progress bar, take back."""

import hashlib
from collections.abc import Sequence

import streamlit as st

from ironstride import units
from ironstride.importers import Choices, UnreadableFile
from ironstride.jobs.import_files import FilePreview, Refused, commit, preview, without_repeats
from ironstride.store import Added, Batch, Progress, batches, revert_batch
from ironstride.ui import cache, state
from ironstride.ui.import_review import ask, show_preview, show_refused
from ironstride.ui.page import Here
from ironstride.ui.words import source_in_words

File = tuple[str, bytes]


def uploaded(key: str) -> list[File]:
    """Draw the place to drop files and return what was dropped as (name, content)."""
    dropped = st.file_uploader(
        "Files to import", accept_multiple_files=True, key=key, label_visibility="collapsed"
    )
    return [(file.name, file.getvalue()) for file in dropped]


def look_at(files: Sequence[File], here: Here) -> list[FilePreview | Refused]:
    """Read each file, asking what it does not say, and compare it with the log."""
    return [_look_at(file, here) for file in files]


def review(looked_at: Sequence[FilePreview | Refused], here: Here) -> None:
    """Show what the files would bring and offer to write it."""
    for file in looked_at:
        if isinstance(file, Refused):
            show_refused(file)
    readable = without_repeats(file for file in looked_at if isinstance(file, FilePreview))
    for file in readable:
        show_preview(file, here.settings.units)
    if readable:
        _offer_commit(readable, here)


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
                taken = revert_batch(here.log, batch.id, here.now)
                state.tell(f"Taken back: {units.count(taken, 'session')}.")
                st.rerun()


def _look_at(file: File, here: Here) -> FilePreview | Refused:
    name, content = file
    try:
        asked = cache.read_file(name, content, Choices(zone=here.zone)).questions
    except UnreadableFile as why:
        return Refused(name=name, why=str(why))
    digest = hashlib.sha256(content).hexdigest()[:12]  # an answer belongs to its file
    choices = ask(name, asked, here.zone, f"import-{state.turn('import')}-{name}-{digest}")
    return preview(here.log, name, content, choices, today=here.today, read=cache.read_file)


def _offer_commit(readable: Sequence[FilePreview], here: Here) -> None:
    count = sum(len(file.new) for file in readable)
    if not any(file.reading.sessions for file in readable):
        st.info("There is nothing to import: no row can be read.")
        return
    if count == 0:
        st.info(
            "Nothing new: the log holds all of this already. If it was read in a wrong unit, take "
            "that import back first, then drop the file again."
        )
        return
    open_questions = any(file.reading.questions for file in readable)
    if open_questions:
        st.info("Please answer the question above first.")
    sessions = units.count(count, "session")
    if st.button(f"Import {sessions}", type="primary", disabled=open_questions):
        done = commit(here.log, readable, at=here.now, progress=_bar())
        state.next_turn("import")
        state.tell(_told(done))
        st.rerun()


def _told(done: Added | None) -> str:
    if done is None:
        return "Nothing was new."
    told = f"Imported {units.count(done.sessions, 'session')}."
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


def _in_lines(batch: Batch) -> str:
    files = (f"{one.name}: {source_in_words(one.source)}, {one.added} added" for one in batch.files)
    return "\n".join((f"{batch.imported_at:%d %b %Y, %H:%M}", *files))
