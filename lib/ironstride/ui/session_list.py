"""The list of sessions: what they add up to, page by page; open one, restore from the Trash."""

from math import isnan
from typing import Any

import streamlit as st

from ironstride import units
from ironstride.store import Totals, Wanted, history, restore_session, restore_sessions, totals
from ironstride.ui import bulk_edit, cache, history_filters, state
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import (
    RUN_TYPES,
    SPORTS,
    moment,
    plain,
    run_in_words,
    source_in_words,
    tame,
)
from ironstride.units import Units

ON_A_PAGE = 20


def show(wanted: Wanted, here: Here) -> None:
    """Draw the sessions asked for with what can be done to each of them and to all."""
    found = _totals(here, wanted)
    history_filters.tell(wanted)
    if not found.sessions:
        st.info(
            "The Trash is empty."
            if wanted == Wanted(deleted=True)
            else "No session matches. Try another filter."
        )
        return
    st.markdown(plain(_in_sum(found, wanted, here.settings.units)))
    if wanted.deleted:
        _offer_all_back(found.sessions, wanted, here)
    elif found.runs:
        bulk_edit.offer(wanted, here)
    page = _page(-(-found.sessions // ON_A_PAGE), wanted)
    table = history(here.log, wanted, skip=(page - 1) * ON_A_PAGE, count=ON_A_PAGE)
    for row in table.itertuples():
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.text(in_words(row, here.settings.units), width="stretch")
            _act(row, here, deleted=wanted.deleted)


@cache.once
def _totals(here: Here, wanted: Wanted) -> Totals:
    return totals(here.log, wanted)


def in_words(row: Any, chosen: Units) -> str:
    """Return a session of the history in two lines: when and what, and how much."""
    much = (how_much(row, chosen), source_in_words(row.source))
    return f"{moment(row)} · {what(row)}\n{' · '.join(part for part in much if part)}"


def _in_sum(found: Totals, wanted: Wanted, chosen: Units) -> str:
    """Return what the sessions add up to, without what is nothing."""
    of = f" of {wanted.exercise}" if wanted.exercise else ""
    parts = [units.count(found.sessions, "session")]
    if found.runs and found.runs != found.sessions:
        parts.append(units.count(found.runs, "run"))
    if found.distance_m:
        parts.append(units.format_distance(found.distance_m, chosen.distance))
    if found.duration_s:
        parts.append(units.format_hours(found.duration_s))
    if found.ascent_m:
        parts.append(f"{units.number(found.ascent_m)} m climb")
    if found.working_sets:
        parts.append(f"{units.count(found.working_sets, 'working set')}{of}")
    if found.tonnage_kg:
        parts.append(f"{units.format_weight(found.tonnage_kg, chosen.weight, 0)} lifted")
    return " · ".join(parts)


def _offer_all_back(sessions: int, wanted: Wanted, here: Here) -> None:
    label = f"Restore {units.count(sessions, 'session')}"
    if sessions > 1 and st.button(label, key="restore-all", icon=":material/undo:"):
        undoable(
            here.log,
            lambda: f"Restored: {units.count(restore_sessions(here.log, wanted), 'session')}.",
        )
        st.rerun()


def _page(pages: int, wanted: Wanted) -> int:
    """Return which page is looked at; other filters begin at the first page."""
    if pages == 1:
        return 1
    page = st.pagination(pages, key=f"history-page-{wanted}", persist_state="session")
    return min(page, pages)


def _act(row: Any, here: Here, *, deleted: bool) -> None:
    if deleted:
        if st.button("Restore", key=f"restore-{row.session_id}", icon=":material/undo:"):
            undoable(here.log, lambda: _restored(row, here))
            st.rerun()
    elif st.button("Open", key=f"open-{row.session_id}"):
        state.open_session(row.session_id)
        st.rerun()


def _restored(row: Any, here: Here) -> str:
    restore_session(here.log, row.session_id)
    return f"Restored: {what(row)} of {moment(row)}."


def what(row: Any) -> str:
    """Return what a session was, with its race and title."""
    name = SPORTS.get(row.sport, row.sport)
    if row.sport == "strength" and row.kind == "other":
        name = "Strength, no sets"
    if row.kind == "run" and row.type != "other":
        name = f"{name}, {RUN_TYPES[row.type].lower()}"
    words = " · ".join(dict.fromkeys(word for word in (row.race, row.title) if word))
    return tame(f"{name}: {words}") if words else name


def how_much(row: Any, chosen: Units) -> str:
    """Return how far, how long, how many sets a session was."""
    run = run_in_words(_known(row.distance_m), _known(row.duration_s), chosen)
    sets = units.count(row.sets, "set") if row.sets else ""
    return " · ".join(part for part in (run, sets) if part)


def _known(value: float) -> float | None:
    return None if isnan(value) else value
