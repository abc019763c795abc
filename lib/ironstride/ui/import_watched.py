"""The offer of what came into the watched folder since the last look."""

import os
from pathlib import Path

import streamlit as st

from ironstride import units
from ironstride.importers.text import clip
from ironstride.jobs.watched import new_files, settle
from ironstride.ui import state
from ironstride.ui.page import Here
from ironstride.ui.words import plain

NAMED, LONGEST = 5, 60


def chosen(key: str, here: Here) -> list[Path]:
    """Offer the new files of the watched folder, and return those that the runner wants to see."""
    if here.settings.watched_folder is None:
        return []
    folder = Path(here.settings.watched_folder).expanduser()
    if not folder.is_dir():
        st.warning(plain(f"The watched folder is not there: {folder}."), icon=":material/warning:")
        return []
    wanted = [path for path in _wanted(key) if path.is_file() and os.access(path, os.R_OK)]
    new = wanted or new_files(here.log, folder)
    if new:
        _offer(key, folder, new, here, seen=bool(wanted))
    return wanted


def settle_chosen(key: str, here: Here) -> None:
    """Offer the files no more that were looked at and imported."""
    settle(here.log, _wanted(key))


def _wanted(key: str) -> tuple[Path, ...]:
    nothing: tuple[Path, ...] = ()
    return state.kept(f"watched-{key}", nothing)


def _offer(key: str, folder: Path, new: list[Path], here: Here, *, seen: bool) -> None:
    named = ", ".join(clip(path.name, LONGEST) for path in new[:NAMED])
    more = f" and {units.number(len(new) - NAMED)} more" if len(new) > NAMED else ""
    with st.container(border=True):
        st.markdown(plain(f"{units.count(len(new), 'new file')} in {folder}: {named}{more}."))
        with st.container(horizontal=True):
            if not seen and st.button("Look at them", key=f"look-{key}", icon=":material/search:"):
                state.keep(f"watched-{key}", tuple(new))
                st.rerun()
            if st.button("Do not offer them again", key=f"wave-{key}"):
                settle(here.log, new)
                state.forget(f"watched-{key}")
                st.rerun()
