"""Undo: after an act that takes something away, one click puts the whole log back."""

from collections.abc import Callable

import streamlit as st

from ironstride.importers.text import clip
from ironstride.store import Log, keep_for_undo, undo
from ironstride.ui import state
from ironstride.ui.words import plain

TOP = "top"
_KEPT, _NEW = "undo", "undo-new"
_LONGEST = 70  # in a toast on a phone; the whole sentence stands beside Undo


def undoable(log: Log, act: Callable[[], str]) -> None:
    """Do something that can be undone; it returns the sentence to be told."""
    state.forget(_KEPT)  # what was kept of the act before is written over, even when this one fails
    keep_for_undo(log)
    sentence = act()
    state.keep(_KEPT, (sentence, log.revision))
    state.keep(_NEW, value=True)


def offer(log: Log) -> None:
    """Tell what was done last and offer to undo it, for as long as nothing else was changed."""
    sentence, revision = state.kept(_KEPT, ("", -1))
    if revision != log.revision:
        state.forget(_KEPT)
        return
    _point_here(sentence)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(plain(sentence), icon=":material/check:")
        if st.button("Undo", icon=":material/undo:", key="undo-last"):
            done = undo(log, revision)
            state.forget(_KEPT)
            state.look_anew()
            state.tell(
                "Undone: the log is as it was before."
                if done
                else "That cannot be undone any more: the log was changed since."
            )
            st.rerun()


def _point_here(sentence: str) -> None:
    """Say once, wherever the page is scrolled to, what was done and where Undo stands."""
    if state.kept(_NEW, default=False):
        state.forget(_NEW)
        told = plain(clip(sentence, _LONGEST))
        way_back = f"[Undo stands at the top](#{TOP})"
        st.toast(f"{told} {way_back}", icon=":material/undo:", duration="long")
