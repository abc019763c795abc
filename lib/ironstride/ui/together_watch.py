"""A lasting step in heart rate at the same pace: asked about, and what was answered."""

from datetime import date
from functools import partial

import streamlit as st

from ironstride.metrics.level_shift import LevelShift
from ironstride.records import WatchAnswer
from ironstride.store import answer_watch, forget_watch_answer
from ironstride.ui import cache
from ironstride.ui.page import Here
from ironstride.ui.together_data import Together
from ironstride.ui.undo import undoable
from ironstride.ui.words import plain
from ironstride.units import count


def ask(data: Together, here: Here) -> None:
    """Ask about the clearest step that was not answered yet, and say what earlier answers did."""
    step = cache.heart_rate_step(here.log, data.reference_hr_bpm, here.today)
    if step is not None:
        _question(step, here)
    told(data, here)


def told(data: Together, here: Here) -> None:
    """Say which days the runner called a new watch or strap, and let them be taken back or named.

    Nothing is drawn in a log without heart rates.
    """
    if data.runs.avg_hr_bpm.notna().sum() == 0:
        return
    for shift in data.shifts:
        st.caption(plain(_said(shift)))
    with st.popover("New watch or strap?", icon=":material/watch:"):
        _taken_back(data.watch_days, here)
        _named(data, here)


def _question(step: LevelShift, here: Here) -> None:
    way = "higher" if step.bpm > 0 else "lower"
    low, high = sorted((abs(step.low), abs(step.high)))
    with st.container(border=True):
        st.markdown(
            plain(
                f"From about {_day(step.day)} on, your heart rate at the same pace reads about "
                f"{abs(step.bpm):.0f} bpm {way} (plausible {low:.0f} to {high:.0f}; "
                f"{count(step.runs_before, 'run')} before, {step.runs_after} after), and it has "
                "stayed so. Did a new watch or strap come then?"
            )
        )
        st.caption(
            "A new device would look just like a change in fitness. A new route, a treadmill or a "
            "medicine can do the same: then answer that it is the same device, and nothing is "
            "changed."
        )
        with st.container(horizontal=True):
            if st.button("New watch or strap", key="watch-new", type="primary"):
                _answer(step.day, here, is_new=True)
            if st.button("Same as before", key="watch-same"):
                _answer(step.day, here, is_new=False)


def _answer(day: date, here: Here, *, is_new: bool) -> None:
    def act() -> str:
        answer_watch(here.log, WatchAnswer(day=day, is_new=is_new))
        return f"Noted for {_day(day)}: {'a new watch or strap' if is_new else 'same device'}."

    undoable(here.log, act)
    st.rerun()


def _taken_back(days: tuple[date, ...], here: Here) -> None:
    for day in days:
        if st.button(f"Take back {_day(day)}", key=f"watch-back-{day}", icon=":material/close:"):
            undoable(here.log, partial(_forgotten, day, here))
            st.rerun()


def _forgotten(day: date, here: Here) -> str:
    forget_watch_answer(here.log, day)
    return f"No longer a new watch or strap: {_day(day)}."


def _named(data: Together, here: Here) -> None:
    """Let the runner name a day that was not asked about: small steps hide in the scatter."""
    days = data.runs.started_at[data.runs.avg_hr_bpm.notna()]
    first, last = days.min().date(), days.max().date()
    with st.form("watch-form", border=False):
        chosen = st.date_input(
            "First day with the new device", value=None, min_value=first, max_value=last
        )
        if st.form_submit_button("Note it") and isinstance(chosen, date):
            _answer(chosen, here, is_new=True)


def _said(shift: LevelShift) -> str:
    way = "higher" if shift.bpm > 0 else "lower"
    return (
        f"New watch or strap on {_day(shift.day)}, as you said: it reads {abs(shift.bpm):.1f} bpm "
        f"{way} ({_signed(shift.low)} to {_signed(shift.high)}). Earlier heart rates are moved by "
        "that here, so the device does not look like fitness; your log keeps them as they were. "
        "The change across that day stays the least certain."
    )


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
