"""The list of sessions: filter, page through, open, restore."""

from math import isnan
from typing import Any

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.frames import History
from ironstride.store import restore_session
from ironstride.ui import state
from ironstride.ui.page import Here
from ironstride.ui.words import RUN_TYPES, SPORTS, moment, run_in_words, source_in_words, tame
from ironstride.units import Units

ON_A_PAGE = 20
_KINDS = {"all": "All", "run": "Runs", "lift": "Lifts", "other": "Other"}


def opened_id() -> int | None:
    """Return the id of the session that is open, if one is."""
    return state.kept("open-session", 0) or None


def choose_deleted() -> bool:
    """Draw the choice between the log and what was deleted."""
    shown = st.segmented_control(
        "Show",
        ["log", "deleted"],
        default="log",
        required=True,
        format_func={"log": "Log", "deleted": "Deleted"}.__getitem__,
        key="history_show",
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
    )
    return shown == "deleted"


def filtered(table: DataFrame[History]) -> DataFrame[History]:
    """Draw the filters and return the sessions that they leave."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = st.segmented_control(
            "Kind",
            list(_KINDS),
            default="all",
            required=True,
            format_func=_KINDS.__getitem__,
            key="history_kind",
            bind="query-params",
            persist_state="session",
        )
        typed = st.text_input(
            "Title, notes, kind or date",
            key="history_text",
            bind="query-params",
            persist_state="session",
        )
    if kind != "all":
        table = table[table[History.kind] == kind]
    return _holding(table, (typed or "").strip().casefold())


def show(table: DataFrame[History], here: Here, *, deleted: bool) -> None:
    """Draw one page of the list with what can be done to each session."""
    if table.empty:
        st.info("No session matches. Try another filter.")
        return
    pages = -(-len(table) // ON_A_PAGE)
    st.caption(units.count(len(table), "session"))
    page = _page(pages) if pages > 1 else 1
    for row in table.iloc[(page - 1) * ON_A_PAGE : page * ON_A_PAGE].itertuples():
        with st.container(horizontal=True, vertical_alignment="center"):
            lines = f"{moment(row)} · {_what(row)}\n{_how_much(row, here.settings.units)}"
            st.text(lines, width="stretch")
            _act(row, here, deleted=deleted)


def _page(pages: int) -> int:
    filters = (state.kept(f"history_{name}", "") for name in ("show", "kind", "text"))
    return st.pagination(pages, key="-".join(("history-page", *filters)), persist_state="session")


def _act(row: Any, here: Here, *, deleted: bool) -> None:
    if deleted:
        if st.button("Restore", key=f"restore-{row.session_id}", icon=":material/undo:"):
            restore_session(here.log, row.session_id)
            state.tell(f"Restored: {_what(row)} of {moment(row)}.")
            st.rerun()
    elif st.button("Open", key=f"open-{row.session_id}"):
        state.keep("open-session", row.session_id)
        st.rerun()


def _holding(table: DataFrame[History], wanted: str) -> DataFrame[History]:
    if not wanted:
        return table
    days = table[History.started_at].dt.strftime("%Y-%m-%d %a %d %b %Y")
    what = table[History.sport].map(SPORTS) + " " + table[History.type].replace("other", "")
    words = table[History.title] + " " + table[History.notes] + " " + what + " " + days
    found: DataFrame[History] = table[words.str.casefold().str.contains(wanted, regex=False)]
    return found


def _what(row: Any) -> str:
    name = SPORTS.get(row.sport, row.sport)
    if row.sport == "strength" and row.kind == "other":
        name = "Strength, no sets"
    if row.kind == "run" and row.type != "other":
        name = f"{name}, {RUN_TYPES[row.type].lower()}"
    return tame(f"{name}: {row.title}") if row.title else name


def _how_much(row: Any, chosen: Units) -> str:
    run = run_in_words(_known(row.distance_m), _known(row.duration_s), chosen)
    sets = units.count(row.sets, "set") if row.sets else ""
    return " · ".join(part for part in (run, sets, source_in_words(row.source)) if part)


def _known(value: float) -> float | None:
    return None if isnan(value) else value
