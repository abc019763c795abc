"""What is given to the import page: files that were dropped, and those of the watched folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ironstride.importers.decoding import MAX_BYTES
from ironstride.jobs import archives
from ironstride.ui import import_watched
from ironstride.ui.page import Here
from ironstride.ui.words import plain

START = 64
File = tuple[str, bytes]


@dataclass(frozen=True, kw_only=True)
class Given:
    """Tables, to be read one by one, and what is read together: archives and recordings.

    `identity` tells what is read together from any other.
    """

    tables: tuple[File, ...]
    together: tuple[archives.Given, ...]
    identity: tuple[str, ...]


def given(key: str, here: Here) -> Given:
    """Draw the place to drop files and the offer of new ones, and return what is to be read."""
    dropped = st.file_uploader(
        "Files to import", accept_multiple_files=True, key=key, label_visibility="collapsed"
    )
    every: list[UploadedFile | Path] = [*dropped, *import_watched.chosen(key, here)]
    together = [one for one in every if _is_read_together(one)]
    return Given(
        tables=_each_once(one for one in every if one not in together),
        together=tuple((one.name, one) for one in together),
        identity=tuple(map(_which, together)),
    )


def _is_read_together(one: UploadedFile | Path) -> bool:
    if isinstance(one, Path):
        with one.open("rb") as file:
            return one.stat().st_size > MAX_BYTES or archives.goes_together(file.read(START))
    one.seek(0)
    return one.size > MAX_BYTES or archives.goes_together(one.read(START))


def _which(one: UploadedFile | Path) -> str:
    if isinstance(one, Path):
        return f"{one} {one.stat().st_mtime_ns} {one.stat().st_size}"
    return one.file_id


def _each_once(every: Iterable[UploadedFile | Path]) -> tuple[File, ...]:
    """Return the name and content of each table, the same bytes only once, and say so."""
    names: dict[bytes, str] = {}
    for one in every:
        content = one.read_bytes() if isinstance(one, Path) else one.getvalue()
        if content in names:
            st.caption(plain(f"{one.name} is the very same file as {names[content]}: read once."))
        names.setdefault(content, one.name)
    return tuple((name, content) for content, name in names.items())
