"""The import page: drop files, answer what they do not say, look, decide."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from ironstride.importers import Choices, Mapping, UnknownTable, UnreadableFile
from ironstride.importers.mapped.layout import fingerprint
from ironstride.importers.table import Table
from ironstride.jobs.import_files import (
    FilePreview,
    Refused,
    compared,
    preview,
    remembered_mapping,
)
from ironstride.store import SameAs, answers, keep_column_mapping
from ironstride.ui import cache, import_duplicates, import_names, state
from ironstride.ui.column_mapping import map_columns
from ironstride.ui.import_commit import offer_commit
from ironstride.ui.import_questions import ask
from ironstride.ui.import_review import show_preview, show_refused
from ironstride.ui.page import Here
from ironstride.ui.words import tame

File = tuple[str, bytes]


def uploaded(key: str) -> list[File]:
    """Draw the place to drop files and return what was dropped as (name, content)."""
    dropped = st.file_uploader(
        "Files to import", accept_multiple_files=True, key=key, label_visibility="collapsed"
    )
    return [(file.name, file.getvalue()) for file in dropped]


def look_at(files: Sequence[File], here: Here) -> list[FilePreview]:
    """Read each file, asking what it does not say, and compare it with the log."""
    found = [_look_at(file, here) for file in files]
    return compared(here.log, [one for one in found if one is not None])


def review(looked_at: Sequence[FilePreview], here: Here) -> None:
    """Show what the files would bring, let the runner decide what is open, and offer to write."""
    apart: set[SameAs] = set()
    open_points = any(file.reading.questions for file in looked_at)
    for file in looked_at:
        show_preview(file, here.settings.units)
        decided = import_duplicates.decide(file, here.settings.units, _key(file.name, file.sha256))
        open_points |= decided is None
        apart |= decided or set()
    names = import_names.confirm(here, looked_at)
    if looked_at:
        ready = names is not None and not open_points
        offer_commit(looked_at, here, apart, names or {}, ready=ready)


def _look_at(file: File, here: Here) -> FilePreview | None:
    """Read one file and compare it, or say why it cannot be read, or what is missing first."""
    name, content = file
    key = _key(name, hashlib.sha256(content).hexdigest())
    try:
        choices = _choices(file, here, key)
    except UnreadableFile as why:
        show_refused(str(why))
        return None
    if choices is None:
        return None
    found = preview(here.log, name, content, choices, today=here.today, read=cache.read_file)
    if isinstance(found, Refused):
        show_refused(found.why)
        return None
    return found


def _choices(file: File, here: Here, key: str) -> Choices | None:
    """Return how to read a file, after asking what it does not say; None while that is open.

    Raises:
        UnreadableFile: it cannot be read whatever is answered.
    """
    name, content = file
    choices = Choices(zone=here.zone)
    try:
        asked = cache.read_file(name, content, choices)
    except UnknownTable as unknown:
        mapping = _mapping(name, unknown.table, here, key)
        if mapping is None:
            return None
        choices = replace(choices, mapping=mapping)
        asked = cache.read_file(name, content, choices)
    return ask(name, asked.questions, choices, answers(here.log, asked.source), key)


def _mapping(name: str, table: Table, here: Here, key: str) -> Mapping | None:
    """Return what the columns hold: as said before of a header like this, or as is said now."""
    remembered = remembered_mapping(here.log, table)
    if remembered is not None and not state.kept(f"{key}-again", default=False):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(tame(f"{name} is read as you said for its columns before."))
            if st.button("Change what its columns hold", key=f"{key}-map"):
                state.keep(f"{key}-again", value=True)
                st.rerun()
        return remembered
    chosen = map_columns(name, table, remembered, here, key)
    if chosen is not None:
        keep_column_mapping(here.log, fingerprint(table), chosen.to_text())
    return chosen


def _key(name: str, sha256: str) -> str:
    """Return the beginning of a file's widget keys: an answer belongs to its file."""
    return f"import-{state.turn('import')}-{name}-{sha256[:12]}"
