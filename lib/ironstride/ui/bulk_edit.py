"""Setting the type or the surface of all runs in the list at once, after a second look."""

from collections.abc import Mapping

import streamlit as st

from ironstride import units
from ironstride.store import Wanted, change_runs, named_races, runs_to_change
from ironstride.store.history_edits import Changed
from ironstride.ui import state
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import RUN_TYPES, SURFACES

_KEY, _ASKED = "bulk", "bulk-asked"
_FIELDS: dict[Changed, str] = {"type": "Type", "surface": "Surface"}
_NOT_SAID = "not said"


def offer(wanted: Wanted, here: Here) -> None:
    """Draw the choice of what the runs in the list become, how many change, and the question."""
    place = st.expander(
        "Change all runs in this list", icon=":material/edit_note:", key=_KEY, on_change="rerun"
    )
    if state.was_opened(_KEY, place.open):
        with place:
            _choose(wanted, here)


def _choose(wanted: Wanted, here: Here) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        field: Changed = st.segmented_control(
            "What changes",
            list(_FIELDS),
            default="type",
            required=True,
            format_func=_FIELDS.__getitem__,
            key="bulk-field",
        )
        words = _words(field)
        chosen: str = st.selectbox(
            f"New {field}", list(words), format_func=words.__getitem__, key=f"bulk-{field}"
        )
    value = None if chosen == _NOT_SAID else chosen
    _ask(wanted, field, value, words[chosen], here)


def _ask(wanted: Wanted, field: Changed, value: str | None, word: str, here: Here) -> None:
    changing = len(runs_to_change(here.log, wanted, field, value))
    races = named_races(here.log, wanted) if field == "type" and value != "race" else 0
    if races:
        st.caption(
            "One race has a name and stays a race."
            if races == 1
            else f"{races} races have a name and stay races."
        )
    if not changing:
        st.caption(f"No run in this list changes to {word.lower()}.")
        return
    runs = units.count(changing, "run")
    asked = f"{wanted} {field} {value} {changing}"
    if st.button(f"Change {runs}", key="bulk-change"):
        state.keep(_ASKED, asked)
    if state.kept(_ASKED, "") == asked:
        st.warning(
            f"Set the {field} of {runs} to {word.lower()}? It counts as your own correction: no "
            "later import changes it."
        )
        _answer(wanted, field, value, word, runs, here)


def _answer(
    wanted: Wanted, field: Changed, value: str | None, word: str, runs: str, here: Here
) -> None:
    with st.container(horizontal=True):
        if st.button(f"Yes, change {runs}", type="primary", key="bulk-yes"):
            state.forget(_ASKED)
            undoable(here.log, lambda: _changed(wanted, field, value, word, here))
            st.rerun()
        if st.button("No, leave them", key="bulk-no"):
            state.forget(_ASKED)
            st.rerun()


def _changed(wanted: Wanted, field: Changed, value: str | None, word: str, here: Here) -> str:
    changed = units.count(change_runs(here.log, wanted, field, value), "run")
    return f"Changed: the {field} of {changed} is {word.lower()} now."


def _words(field: Changed) -> Mapping[str, str]:
    return RUN_TYPES if field == "type" else SURFACES | {_NOT_SAID: "Not said"}
