"""The form for correcting a session of another sport."""

from dataclasses import replace
from datetime import datetime

import streamlit as st

from ironstride.records import Run, Session
from ironstride.ui.forms.fields import Fields
from ironstride.ui.words import SPORTS


def other_form(key: str, now: datetime, before: Session) -> Session | None:
    """Draw the form and return the corrected session when Save was pressed and nothing is wrong."""
    fields = Fields(key, is_new=False)
    left, right = st.columns(2)
    with left:
        start, duration_s = fields.start(before, now), fields.duration(before)
        sport = fields.choice("sport", "Sport", _sports(before), before, "other", SPORTS)
    with right:
        rpe = fields.number("rpe", "Effort (RPE 0 to 10)", before)
        words = fields.words(before)
    if not st.button("Save session", type="primary", key=fields.name("save")) or fields.mistakes:
        return None
    known = start | {"duration_s": duration_s, "sport": sport, "rpe": rpe} | words
    return fields.build(lambda: replace(before, **known | fields.elapsed(before, known)))


def _sports(before: Session) -> tuple[str, ...]:
    """Return what the session may be called: a ride does not become a run, nor a lift."""
    return tuple(
        one for one in SPORTS if one == before.sport or one not in (*Run.sports, "strength")
    )
