"""Beginning a session: with the last one, or with a template; and keeping sets as a template."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st

from ironstride.jobs.exercise_named import exercise_named
from ironstride.records import LiftSet, Template
from ironstride.records.ready_templates import ready_templates
from ironstride.store import (
    LastTime,
    Log,
    Move,
    delete_template,
    known_exercises,
    last_lift,
    last_time,
    moves,
    save_template,
    templates,
)
from ironstride.ui import state
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.quick_sets import again
from ironstride.ui.page import Here
from ironstride.ui.set_words import sets_in_words
from ironstride.ui.undo import undoable
from ironstride.ui.words import plain


def begin_with(fields: Fields, here: Here, *, is_empty: bool) -> tuple[LiftSet, ...]:
    """Draw what a session may begin with; return the sets of what was chosen."""
    last = last_lift(here.log) if is_empty else None
    if last and st.button("Repeat last session", icon=":material/replay:"):
        return again(last.sets)
    own = {one.name: one for one in templates(here.log)}
    offered = own | {one.name: one for one in ready_templates() if one.name not in own}
    key = fields.name("template")
    name = st.selectbox(
        "Begin with a template",
        list(offered),
        index=None,
        key=f"{key}-{state.turn(key)}",
        placeholder="Choose one",
        format_func=lambda name: name if name in own else f"{name} (ready)",
    )
    if name is None:
        return ()
    return _chosen(key, here, offered[name], is_own=name in own)


def keep_as_template(fields: Fields, log: Log, sets: tuple[LiftSet, ...]) -> None:
    """Draw the form that keeps the sets of the grid as a template of the runner's own."""
    with st.popover("Keep these sets as a template", icon=":material/bookmark:"):
        turn = fields.name("template-name")
        typed = fields.text(
            "template-name", "Name of the template", key=f"template-name-{state.turn(turn)}"
        )
        if not st.button("Keep the template", key=fields.name("template-keep")):
            return
        template = _named(fields, typed.strip(), sets)
        if template:
            _keep(log, template)
            state.next_turn(turn)
            st.rerun()


def with_last_loads(
    sets: Iterable[LiftSet], last: Mapping[str, LastTime], how: Mapping[str, Move]
) -> tuple[LiftSet, ...]:
    """Fill the open loads of weighted working sets with the exercise's latest, where there is one.

    >>> with_last_loads([LiftSet(exercise="Back squat", reps=5)], {}, {})[0].load_kg
    0.0
    """
    weighted = {name for name, move in how.items() if move.kind == "weighted"}
    loads = {name: one.loads_kg[0] for name, one in last.items() if one.loads_kg}
    return tuple(
        replace(one, load_kg=loads[one.exercise])
        if not one.load_kg
        and one.set_type != "warmup"
        and one.exercise in weighted
        and one.exercise in loads
        else one
        for one in sets
    )


def _chosen(key: str, here: Here, template: Template, *, is_own: bool) -> tuple[LiftSet, ...]:
    names = known_exercises(here.log)
    known = tuple(replace(one, exercise=_now_called(one.exercise, names)) for one in template.sets)
    last = last_time(here.log, [one.exercise for one in known], here.now)
    sets = with_last_loads(known, last, moves(here.log))
    _show(sets, here)
    with st.container(horizontal=True):
        pressed = st.button("Add these sets", key=f"{key}-add", icon=":material/add:")
        if is_own and st.button(
            "Delete this template", key=f"{key}-delete", icon=":material/delete:"
        ):
            undoable(here.log, lambda: _delete(here.log, template.name))
            state.next_turn(key)
            st.rerun()
    if pressed:
        state.next_turn(key)
    return sets if pressed else ()


def _show(sets: tuple[LiftSet, ...], here: Here) -> None:
    unit = here.settings.units.weight
    told = [
        plain(f"{name}: {sets_in_words([one for one in sets if one.exercise == name], unit)}")
        for name in dict.fromkeys(one.exercise for one in sets)
    ]
    st.caption("  \n".join(told))


def _now_called(exercise: str, names: Mapping[str, str]) -> str:
    """Return what an exercise of a ready template is called in this log."""
    named = exercise_named(exercise, names)
    return named.exercise if named and not named.guessed else exercise


def _named(fields: Fields, name: str, sets: tuple[LiftSet, ...]) -> Template | None:
    try:
        return Template(name=name, sets=again(sets))
    except ValueError as why:
        fields.mistake("template-name", str(why))
        return None


def _keep(log: Log, template: Template) -> None:
    names = {one.name.casefold() for one in templates(log)}
    if template.name.casefold() not in names:
        save_template(log, template)
        state.tell(f"Kept as a template: {template.name}.")
        return

    def replace_it() -> str:
        save_template(log, template)
        return f"Kept in the place of the template {template.name} that was there."

    undoable(log, replace_it)


def _delete(log: Log, name: str) -> str:
    delete_template(log, name)
    return f"Deleted: the template {name}."
