"""The lift form: a grid of sets and what the session was like."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import streamlit as st

from ironstride import units
from ironstride.records import Lift
from ironstride.ui import state
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.set_grid import edit_sets, read_sets
from ironstride.units import Units


def lift_form(
    key: str,
    chosen: Units,
    now: datetime,
    names: list[str],
    start_from: Lift | None = None,
    before: Lift | None = None,
) -> Lift | None:
    """Draw the form and return the session when Save was pressed and nothing is wrong.

    `start_from` fills the grid of a new session; `before` is a session to be corrected.
    """
    fields = Fields(key)
    known = _what(fields, now, before)
    names = _with_new_exercise(fields, names)
    sets = (before or start_from).sets if (before or start_from) else ()  # type: ignore[union-attr]  # one of the two is there
    grid = edit_sets(fields.name("sets"), sets, names, chosen.weight)
    with fields.place("sets"):
        st.caption(
            "One row a set. Leave the weight empty for body weight; for a hold fill in seconds."
        )
    if not st.button("Save lift session", type="primary", key=fields.name("save")):
        return None
    done = _read(fields, grid, chosen)
    if fields.mistakes or done is None:
        return None
    known["sets"] = done
    return fields.build(lambda: replace(before, **known) if before else Lift(**known))


def _what(fields: Fields, now: datetime, before: Lift | None) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        started_at = (
            fields.moment(before.started_at if before else now.replace(second=0), now) or now
        )
        title = fields.text("title", "Title", before.title if before else "")
    with right:
        clock = units.format_clock(before.duration_s) if before and before.duration_s else ""
        typed = fields.text("duration_s", "Time", clock, hint="45 (minutes) or 1:02:03", live=True)
        rpe = fields.number("rpe", "Effort (RPE 0 to 10)", before.rpe if before else None, 0.5)
    notes = fields.text("notes", "Notes", before.notes if before else "")
    duration_s = fields.read("duration_s", typed, units.parse_clock)
    return {
        "started_at": started_at,
        "duration_s": before.duration_s if before and typed == clock else duration_s,
        "rpe": rpe,
        "title": title.strip(),
        "notes": notes.strip(),
    }


def _with_new_exercise(fields: Fields, names: list[str]) -> list[str]:
    """Offer exercises that are not in the catalogue yet."""
    added: list[str] = state.kept(fields.name("new-exercises"), [])
    with st.popover("Add an exercise that is not in the list", icon=":material/add:"):
        typed = st.text_input("Name of the exercise", key=fields.name("new-exercise")) or ""
        if st.button("Add to the list", key=fields.name("add-exercise")) and typed.strip():
            added = [*added, typed.strip()]
            state.keep(fields.name("new-exercises"), added)
    known = {name.casefold() for name in names}
    return [*(name for name in added if name.casefold() not in known), *names]


def _read(fields: Fields, grid: Any, chosen: Units) -> Any:
    try:
        sets = read_sets(grid, chosen.weight)
    except ValueError as why:
        fields.mistake("sets", str(why))
        return None
    if not sets:
        fields.mistake("sets", "write at least one set: an exercise with reps or a hold")
        return None
    return sets
