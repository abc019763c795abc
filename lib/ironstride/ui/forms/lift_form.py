"""The lift form: a grid of sets, quicker ways to fill it, and what the session was like."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from ironstride.records import Lift, LiftSet
from ironstride.store import LogError, exercise_names, open_log
from ironstride.ui import lift_live, state
from ironstride.ui.forms.begun import NOTHING, Begun
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.line_box import LineBox, line_box
from ironstride.ui.forms.quick_sets import as_last_time, copied_down
from ironstride.ui.forms.set_grid import SetGrid
from ironstride.ui.forms.set_rows import Row, read_sets, sets_so_far, written_rows
from ironstride.ui.forms.template_choice import begin_with, keep_as_template
from ironstride.ui.page import Here
from ironstride.ui.words import plain

LONGEST_NAME = 80


def lift_form(
    key: str, here: Here, before: Lift | None = None, begin: Begun = NOTHING
) -> Lift | None:
    """Draw the form and return the session when Save was pressed and nothing is wrong.

    `before` is a session to be corrected, `begin` what a planned one is to begin with.
    """
    fields = Fields(key, is_new=before is None)
    grid = SetGrid(key, here.settings.units.weight)
    first = before.sets if before else begin.sets
    saving = state.kept(_asks_to_save(fields), default=False)
    state.forget(_asks_to_save(fields))
    known = _what(fields, here.now, before, begin)
    asked, table = _sets(fields, here, grid, first, known["started_at"])
    known |= fields.words(before, begin.title)
    st.button(
        "Save lift session",
        type="primary",
        key=fields.name("save"),
        on_click=state.keep,
        args=(_asks_to_save(fields), True),
    )
    if not saving:
        return None
    _put(asked, grid, table, here, saving=True)
    known["sets"] = _read(fields, grid, table, first)
    if fields.mistakes:
        return None
    if before is None:
        return fields.build(lambda: Lift(**known))
    return fields.build(lambda: replace(before, **known | fields.elapsed(before, known)))


@dataclass
class _Asked:
    """What is to go into the grid, the lines that may, and the exercises it offers."""

    new: list[LiftSet | Row | str]
    box: LineBox
    names: list[str]


def _asks_to_save(fields: Fields) -> str:
    """Return the name under which a press on Save is kept until the whole page is run."""
    return fields.name("asks-to-save")


def _what(fields: Fields, now: datetime, before: Lift | None, begin: Begun) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        known = fields.start(before, now, begin.day)
    with right:
        time, effort = st.columns(2)
    with time:
        known["duration_s"] = fields.duration(before)
    with effort:
        known["rpe"] = fields.number("rpe", "Effort (RPE 0 to 10)", before)
    return known


# A cell typed while the browser draws the whole page anew can be lost: here it draws only the sets.
@st.fragment
def _sets(
    fields: Fields, here: Here, grid: SetGrid, first: tuple[LiftSet, ...], started_at: datetime
) -> tuple[_Asked, pd.DataFrame]:
    """Draw the grid, what fills it and what belongs to it; return what it holds.

    It is run alone as well, when the page has closed its log.
    """
    try:
        with open_log(here.log.path) as log:
            there = replace(here, log=log)
            asked = _ways_in(fields, there, is_empty=grid.is_empty and not first)
            table = grid.edit(first, asked.names)
            asked.new += _under_the_grid(fields, there, grid, table, first, started_at)
            _put(asked, grid, table, there)
            # A tap on Save out of a field of the sets comes with that field, which runs only them.
            if state.kept(_asks_to_save(fields), default=False):
                st.rerun()
            return asked, table
    except LogError as why:
        st.error(plain(str(why)), icon=":material/error:")
        st.stop()


def _under_the_grid(
    fields: Fields,
    here: Here,
    grid: SetGrid,
    table: pd.DataFrame,
    first: tuple[LiftSet, ...],
    started_at: datetime,
) -> tuple[Row, ...]:
    """Draw what belongs to the grid; return the rows that copy its last set."""
    with fields.place("sets"):
        st.caption(
            "One row a set. No weight means body weight; for a hold fill in seconds. On a narrow "
            "screen the other columns lie to the right."
        )
    copies = copied_down(fields, table)
    sets = sets_so_far(table, (*first, *grid.added), grid.unit)
    names = list(dict.fromkeys(row["exercise"] for row in written_rows(table) if row["exercise"]))
    lift_live.show(sets, names, started_at, here)
    if fields.is_new:
        keep_as_template(fields, here.log, sets)
    return copies


def _ways_in(fields: Fields, here: Here, *, is_empty: bool) -> _Asked:
    """Draw what fills the grid: the last session, templates, lines, a search of exercises."""
    begun = begin_with(fields, here, is_empty=is_empty) if fields.is_new else ()
    box = line_box(fields)
    added: list[str] = state.kept(fields.name("new-exercises"), [])
    names = [*added, *exercise_names(here.log)]
    found = as_last_time(fields, here, names)
    return _Asked([*begun, *found], box, _with_new_exercise(fields, added, names))


def _with_new_exercise(fields: Fields, added: list[str], names: list[str]) -> list[str]:
    """Offer exercises that are not in the catalogue yet."""
    with (
        st.popover("Add an exercise that is not in the list"),
        st.form(fields.name("new"), clear_on_submit=True, border=False),
    ):
        typed = st.text_input(
            "Name of the exercise", key=fields.name("new-exercise"), max_chars=LONGEST_NAME
        )
        name = (typed or "").strip()
        if not st.form_submit_button("Add to the list") or not name:
            return names
        if name.casefold() in {one.casefold() for one in names}:
            st.caption(plain(f"{name} is in the list already."))
            return names
        st.caption(plain(f"{name} is in the list now."))
    state.keep(fields.name("new-exercises"), [*added, name])
    return [name, *names]


def _put(
    asked: _Asked, grid: SetGrid, table: pd.DataFrame, here: Here, *, saving: bool = False
) -> None:
    """Put into the grid what was asked for; lines not there yet go there before they are saved."""
    box = asked.box
    taken = bool(box.typed) and (box.pressed or saving)
    if taken:
        asked.new += box.take(here, asked.names, look=saving)
    if taken or asked.new:
        grid.add(table, asked.new)
        st.rerun()


def _read(
    fields: Fields, grid: SetGrid, table: pd.DataFrame, first: tuple[LiftSet, ...]
) -> tuple[LiftSet, ...]:
    try:
        sets = read_sets(table, (*first, *grid.added), grid.unit)
    except ValueError as why:
        fields.mistake("sets", str(why))
        return ()
    if not sets:
        fields.mistake("sets", "write at least one set: an exercise with reps or a hold")
    return sets
