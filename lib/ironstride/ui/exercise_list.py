"""The list of exercises: search, filter, page through, open."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn, get_args

import streamlit as st

from ironstride import units
from ironstride.records import ExerciseKind, Muscle
from ironstride.records.guide import guide_of, guides
from ironstride.store.exercise_entries import ExerciseEntry, exercise_entries
from ironstride.ui import cache, filters, state
from ironstride.ui.forms.exercise_form import KINDS, SHARES
from ironstride.ui.page import Here
from ironstride.ui.words import tame

ON_A_PAGE = 20
EQUIPMENT = {
    "body": "Nothing", "bar": "Pull-up or dip bar", "bench": "Bench or box edge", "rope": "Rope",
    "ez bar": "EZ bar", "wheel": "Ab wheel",
}  # fmt: skip
_KINDS: dict[str, str] = {
    "weighted": "weight", "bodyweight": "body weight", "assisted": "assisted", "timed": "hold",
    "plyometric": "jumps",
}  # fmt: skip
_WHOSE = {"all": "All", "mine": "Mine", "catalogue": "Catalogue", "archived": "Archived"}
_ANY = "any"


@cache.once
def every_exercise(here: Here) -> tuple[ExerciseEntry, ...]:
    """Return every exercise, archived or not, those lifted in most sessions first."""
    return tuple(exercise_entries(here.log))


def opened_name() -> str:
    """Return the name of the exercise that is open, or nothing."""
    return state.kept("open-exercise", "")


def open_exercise(name: str) -> NoReturn:
    """Open an exercise in the place of the list."""
    state.close_session()
    state.keep("open-exercise", name)
    st.rerun()


def show(every: Sequence[ExerciseEntry]) -> None:
    """Draw the filters and one page of the exercises that they leave."""
    found = _filtered(every)
    if not found:
        st.info("No exercise matches. Try another word or filter.")
        return
    pages = -(-len(found) // ON_A_PAGE)
    st.caption(units.count(len(found), "exercise"))
    page = _page(pages) if pages > 1 else 1
    for entry, alias in found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(_in_lines(entry, alias), width="stretch")
            if st.button("Open", key=f"open-{entry.number}"):
                open_exercise(entry.exercise.name)


def times(entry: ExerciseEntry) -> str:
    """Return how often an exercise was lifted and when last, in words."""
    if entry.last is None:
        return "not lifted yet"
    return f"{units.count(entry.sessions, 'session')}, last on {entry.last:%d %b %Y}"


def equipment(entry: ExerciseEntry) -> str:
    """Return what an exercise needs, as the catalogue says; nothing when it does not know."""
    guide = guide_of(entry.exercise)
    return guide.equipment if guide else ""


def equipment_in_words(needed: str) -> str:
    """Return equipment as a person calls it.

    >>> equipment_in_words("body"), equipment_in_words("trap bar")
    ('Nothing', 'Trap bar')
    """
    return EQUIPMENT.get(needed, needed.capitalize())


def _filtered(every: Sequence[ExerciseEntry]) -> list[tuple[ExerciseEntry, str]]:
    """Draw the filters; return the exercises they leave, each with the alias that was found."""
    whose = filters.choice("exercises", "whose", _WHOSE)
    with st.grid(4, min_column_width=150):
        typed = st.text_input(
            "Name, in any language",
            key="exercises_text",
            live=True,
            bind="query-params",
            persist_state="session",
        )
        muscle = _choice("Muscle", "muscle", get_args(Muscle), str.capitalize)
        kind = _choice("Kind", "kind", get_args(ExerciseKind), KINDS.__getitem__)
        known = sorted({guide.equipment for guide in guides().values()}, key=equipment_in_words)
        needed = _choice("Equipment", "equipment", known, equipment_in_words)
    words = _folded(typed or "").split()
    left = [
        entry
        for entry in every
        if _belongs(entry, whose or "all")
        and muscle in (_ANY, *entry.exercise.muscles)
        and kind in (_ANY, entry.exercise.kind)
        and needed in (_ANY, equipment(entry))
    ]
    found = [(entry, _name_with(entry, words)) for entry in left]
    return [(entry, name) for entry, name in found if name]


def _choice(label: str, name: str, options: Iterable[str], say: Callable[[str], str]) -> str:
    chosen: str = st.selectbox(
        label,
        [_ANY, *options],
        format_func=lambda option: "Any" if option == _ANY else say(option),
        key=f"exercises_{name}",
        bind="query-params",
        persist_state="session",
    )
    return chosen


def _belongs(entry: ExerciseEntry, whose: str) -> bool:
    if whose == "archived" or entry.is_archived:
        return whose == "archived" and entry.is_archived
    return whose == "all" or (whose == "catalogue") == (entry.origin == "catalogue")


def _name_with(entry: ExerciseEntry, words: Sequence[str]) -> str:
    """Return the first of an exercise's names that holds all the words."""
    for name in (entry.exercise.name, *entry.exercise.aliases):
        folded = _folded(name)
        if all(word in folded for word in words):
            return name
    return ""


def _folded(text: str) -> str:
    """Return text small and without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


def _page(pages: int) -> int:
    filters = ("whose", "text", "muscle", "kind", "equipment")
    chosen = (state.kept(f"exercises_{name}", "") for name in filters)
    return st.pagination(pages, key="-".join(("exercise-page", *chosen)), persist_state="session")


def _in_lines(entry: ExerciseEntry, found: str) -> str:
    exercise = entry.exercise
    also = "" if found == exercise.name else f", also {found}"
    muscles = ", ".join(
        f"{muscle} {SHARES.get(share, f'{share:g}')}" for muscle, share in exercise.muscles.items()
    )
    lines = (
        f"{exercise.name}{also} · {_KINDS[exercise.kind]}",
        muscles or "muscles not told yet",
        times(entry),
    )
    return tame("\n".join(lines))
