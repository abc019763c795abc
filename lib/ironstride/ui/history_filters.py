"""What the history is asked for: kind, words, span, type, exercise and source, in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from ironstride.records.limits import EARLIEST
from ironstride.store import Wanted, lifted_exercises, sources
from ironstride.ui import cache, state
from ironstride.ui.page import Here
from ironstride.ui.words import RUN_TYPES, plain, source_in_words, tame
from ironstride.weeks import WEEK, week_of

_SHOWN = {"log": "Log", "deleted": "Trash"}
_KINDS = {"all": "All", "run": "Runs", "lift": "Lifts", "other": "Other"}
_SPANS = {"all": "All", "4w": "4 weeks", "12w": "12 weeks", "52w": "A year", "dates": "Dates"}
_SPAN_WEEKS = {"4w": 4, "12w": 12, "52w": 52}
_TYPES = {"": "Any"} | RUN_TYPES
_FOLDED, _MORE = "more-filters", ("span", "from", "to", "type", "exercise", "source")
_DEFAULTS = {
    "kind": "all", "text": "", "span": "all", "from": None, "to": None, "type": "",
    "exercise": "", "source": "",
}  # fmt: skip


def choose(here: Here) -> Wanted:
    """Draw the filters and return which sessions are asked for."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        deleted = _one_of("Show", "show", _SHOWN, "log") == "deleted"
        kind = _one_of("Kind", "kind", _KINDS, "all")
        text = st.text_input(
            "Title, notes, race, exercise or date",
            key="history_text",
            bind="query-params",
            persist_state="session",
        )
    wanted = Wanted(kind="" if kind == "all" else kind, text=(text or "").strip(), deleted=deleted)
    place = st.expander("More filters", icon=":material/tune:", key=_FOLDED, on_change="rerun")
    if not state.was_opened(_FOLDED, place.open) and not any(map(_is_asked, _MORE)):
        return wanted
    with place:
        return _more(wanted, here)


def _more(wanted: Wanted, here: Here) -> Wanted:
    first, last = _span(here)
    with st.grid(3, min_column_width=200):
        return replace(
            wanted,
            first=first,
            last=last,
            type=_any_of("Run type", "type", _TYPES, wanted.kind in ("", "run")),
            exercise=_any_of("Exercise", "exercise", _exercises(here), wanted.kind in ("", "lift")),
            source=_any_of("Source", "source", _sources(here)),
        )


def _is_asked(name: str) -> bool:
    """Tell whether a filter that is not drawn yet was chosen before, or by the address."""
    key = f"history_{name}"
    return state.is_kept(key) or state.is_in_address(key)


def tell(wanted: Wanted) -> None:
    """Say what the list is narrowed to, and offer to show all again."""
    parts = [_KINDS[wanted.kind]] if wanted.kind else []
    parts += [f"“{wanted.text}”"] if wanted.text else []
    parts += [f"type {RUN_TYPES[wanted.type].lower()}"] if wanted.type else []
    parts += [wanted.exercise] if wanted.exercise else []
    parts += [f"from {wanted.first:%d %b %Y}"] if wanted.first else []
    parts += [f"to {wanted.last:%d %b %Y}"] if wanted.last else []
    parts += [source_in_words(wanted.source)] if wanted.source else []
    if not parts:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(f"Only {' · '.join(parts)}"), width="content")
        st.button("Clear filters", on_click=_clear, type="tertiary", icon=":material/close:")


def _clear() -> None:
    for name, default in _DEFAULTS.items():
        state.keep(f"history_{name}", default)


def _span(here: Here) -> tuple[date | None, date | None]:
    chosen = _one_of("Span", "span", _SPANS, "all")
    if chosen == "dates":
        return _days(here.today)
    weeks = _SPAN_WEEKS.get(chosen)
    if weeks is None:
        return None, None
    return week_of(here.today, here.settings.week_start) - (weeks - 1) * WEEK, None


def _days(today: date) -> tuple[date | None, date | None]:
    with st.grid(2, min_column_width=150):
        first = _day("First day", "from", today)
        last = _day("Last day", "to", today)
    if first and last and first > last:
        st.warning("The last day is before the first.")
    return first, last


def _day(label: str, name: str, today: date) -> date | None:
    day: date | None = st.date_input(
        label,
        None,
        min_value=EARLIEST.date(),
        max_value=today.replace(month=12, day=31),
        key=f"history_{name}",
        format="YYYY-MM-DD",
        bind="query-params",
        persist_state="session",
    )
    return day


def _one_of(label: str, name: str, options: Mapping[str, str], default: str) -> str:
    chosen: str = st.segmented_control(
        label,
        list(options),
        default=default,
        required=True,
        format_func=options.__getitem__,
        key=f"history_{name}",
        bind="query-params",
        persist_state="session",
    )
    return chosen


def _any_of(label: str, name: str, options: Mapping[str, str], is_asked: bool = True) -> str:
    """Draw a choice that may stay open, where it makes sense for the kind that is chosen."""
    if not is_asked:
        return ""
    chosen: str | None = st.selectbox(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=f"history_{name}",
        bind="query-params",
        persist_state="session",
    )
    return chosen or ""


@cache.once
def _exercises(here: Here) -> dict[str, str]:
    return _named(lifted_exercises(here.log))


@cache.once
def _sources(here: Here) -> dict[str, str]:
    return _named(sources(here.log))


def _named(found: Sequence[str]) -> dict[str, str]:
    return {"": "Any"} | {one: tame(source_in_words(one)) for one in found}
