"""The import page: drop files, answer what they do not say, look, decide."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ironstride.importers import Choices, Mapping, UnknownTable, UnreadableFile
from ironstride.importers.mapped.layout import fingerprint
from ironstride.importers.table import Table
from ironstride.jobs.import_files import FilePreview, Refused, compared, remembered_mapping
from ironstride.store import SameAs, answers, keep_column_mapping
from ironstride.ui import (
    cache,
    import_duplicates,
    import_groups,
    import_names,
    import_reading,
    state,
)
from ironstride.ui.column_mapping import map_columns
from ironstride.ui.import_commit import offer_commit
from ironstride.ui.import_given import File, Given
from ironstride.ui.import_groups import Shown
from ironstride.ui.import_questions import ask
from ironstride.ui.import_review import show_preview, show_refused
from ironstride.ui.page import Here
from ironstride.ui.words import plain


@dataclass(frozen=True, kw_only=True)
class Looked:
    """The files that can be read, each with its place on the page, and what is open, in words."""

    files: tuple[Shown, ...]
    open: tuple[str, ...] = ()


def look_at(given: Given, here: Here) -> Looked | None:
    """Read all files, asking what they do not say, and compare them with the log.

    None while archives and recordings are being read.
    """
    turn = state.turn("import")
    choices = Choices(zone=import_groups.zone_said(turn) or here.zone)
    many = import_reading.found(given.identity, given.together, choices)
    if many is None:
        return None
    import_groups.tell(many)
    files = list(import_groups.look_at(many, here, turn))
    still_open: list[str] = []
    for file in given.tables:
        place = st.container()
        one = _look_at(file, place, here)
        if isinstance(one, str):
            still_open.append(one)
        elif one is not None:
            files.append(Shown(place=place, file=one))
    previews = compared(here.log, [one.file for one in files])
    both = zip(files, previews, strict=True)
    return Looked(
        files=tuple(replace(one, file=file) for one, file in both), open=tuple(still_open)
    )


def review(looked: Looked, here: Here) -> None:
    """Show what the files would bring, let the runner decide what is open, and offer to write."""
    apart: set[SameAs] = set()
    still_open = list(looked.open)
    for one in looked.files:
        with one.place:
            show_preview(one.file, here.settings.units, one.row)
            key = _key(one.file.name, one.file.sha256)
            decided = import_duplicates.decide(one.file, here.settings.units, key)
        still_open += _open_points(one.file, decided)
        apart |= decided or set()
    files = [one.file for one in looked.files]
    names = import_names.confirm(here, files)
    if names is None:
        still_open.append("whether the exercise names are right")
    if files:
        offer_commit(files, here, apart, names or {}, still_open)


def _open_points(file: FilePreview, apart: set[SameAs] | None) -> Iterator[str]:
    if file.reading.questions:
        yield f"what {file.name} does not say"
    if apart is None:
        yield f"which sessions of {file.name} are the same as others"


def _look_at(file: File, place: DeltaGenerator, here: Here) -> FilePreview | str | None:
    """Return a file compared with the log, else what is open first; None when it is refused."""
    name, content = file
    sha256 = hashlib.sha256(content).hexdigest()
    with place:
        try:
            choices = _choices(file, here, _key(name, sha256))
        except UnreadableFile as why:
            show_refused(str(why))
            return None
        if choices is None:
            return f"what the columns of {name} hold"
        found = cache.look_at_file(here.log, name, content, choices, here.today)
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
        st.subheader(plain(name))
    except UnknownTable as unknown:
        mapping = _mapping(name, unknown.table, here, key)
        if mapping is None:
            return None
        choices = replace(choices, mapping=mapping)
        asked = cache.read_file(name, content, choices)
    return ask(asked.questions, choices, answers(here.log, asked.source), key)


def _mapping(name: str, table: Table, here: Here, key: str) -> Mapping | None:
    """Return what the columns hold, as was said of a header like this; else ask for it."""
    remembered = remembered_mapping(here.log, table)
    if remembered is not None and not state.kept(f"{key}-again", default=False):
        st.subheader(plain(name))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text("It is read as you said of columns like these.")
            if st.button("Change what its columns hold", key=f"{key}-map"):
                state.keep(f"{key}-again", value=True)
                st.rerun()
        return remembered
    chosen = map_columns(name, table, remembered, here, key)
    if chosen is not None:
        keep_column_mapping(here.log, fingerprint(table), chosen.to_text())
        state.forget(f"{key}-again")
        st.rerun()
    return None


def _key(name: str, sha256: str) -> str:
    """Return the beginning of a file's widget keys: an answer belongs to its file."""
    return f"import-{state.turn('import')}-{name}-{sha256[:12]}"
