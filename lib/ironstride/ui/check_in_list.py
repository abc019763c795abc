"""Check-ins: the last fourteen days, saving and deleting."""

from datetime import timedelta
from math import isnan
from typing import Any

import streamlit as st

from ironstride import units
from ironstride.records import CheckIn
from ironstride.store import check_in, check_ins, delete_check_in, save_check_in
from ironstride.ui import state
from ironstride.ui.forms.check_in_form import in_hours, jump
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import tame

SHOWN_DAYS = 14
DAY = "%a %d %b %Y"


def save(here: Here, said: CheckIn, last: CheckIn | None) -> None:
    """Keep a check-in, and ask about what is unusual in it; one in its place can be undone."""
    asked = [*said.doubts(), jump(said.day, said.body_mass_kg, last)]
    look = "; ".join(one for one in asked if one)
    told = f"Saved: the check-in of {said.day:{DAY}}." + (f" Please check: {look}" if look else "")

    def keep() -> str:
        save_check_in(here.log, said)
        return told

    if check_in(here.log, said.day):
        undoable(here.log, keep)
    else:
        state.tell(keep())
    state.next_turn("check-in")
    st.rerun()


def recent(here: Here) -> None:
    """Draw the check-ins of the last fourteen days, newest first, each with its delete button."""
    first = here.today - timedelta(days=SHOWN_DAYS - 1)
    table = check_ins(here.log, first)
    st.subheader("The last 14 days")
    if table.empty:
        st.info("No check-in in these days yet.")
    for row in table[::-1].itertuples():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(_line(row, here), width="stretch")
            _delete(row, here)


def _line(row: Any, here: Here) -> str:
    said = [
        "" if isnan(row.body_mass_kg) else _mass(row.body_mass_kg, here),
        "" if isnan(row.sleep_h) else f"slept {in_hours(row.sleep_h)}",
        "" if isnan(row.sorest) else f"sore up to {row.sorest:.0f} of 3",
        "" if isnan(row.pain) else f"pain {row.pain:.0f} of 10",
        tame(row.pain_note),
    ]
    return f"{row.day:{DAY}}\n{' · '.join(one for one in said if one)}"


def _mass(body_mass_kg: float, here: Here) -> str:
    return units.format_weight(body_mass_kg, here.settings.units.weight)


def _delete(row: Any, here: Here) -> None:
    day = row.day.date()

    def forget() -> str:
        delete_check_in(here.log, day)
        return f"Deleted: the check-in of {day:{DAY}}."

    if st.button("Delete", key=f"delete-{day}", icon=":material/delete:"):
        undoable(here.log, forget)
        state.next_turn("check-in")
        st.rerun()
