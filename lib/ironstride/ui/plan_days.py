"""A week of the plan, day by day: what is planned beside what was done."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.metrics.week_maker import AFTER_RUN
from ironstride.ui import menu, plan_act, plan_correct, plan_lift, plan_words, session_list
from ironstride.ui.page import Here
from ironstride.ui.plan_data import Span
from ironstride.ui.show import explain
from ironstride.ui.words import plain
from ironstride.units import Units

ICONS = {
    "planned": ":material/event:",
    "done": ":material/check:",
    "skipped": ":material/event_busy:",
    "not done": ":material/pending:",
}


def tell(span: Span) -> None:
    """Say how much of a span is planned, done, and still to come."""
    table = span.planned
    if table.empty:
        st.caption("Nothing is planned for this week yet.")
        return
    kinds = table.kind.value_counts()
    planned = [units.count(int(kinds[kind]), kind) for kind in ("run", "lift") if kind in kinds]
    done, skipped = ((table.status == state).sum() for state in ("done", "skipped"))
    beside = len(span.done) - done
    told = [f"Planned: {' and '.join(planned)}", f"done {done} of {len(table)}"]
    told += [f"skipped {skipped}"] if skipped else []
    told += [f"{units.count(beside, 'session')} beside the plan"] if beside else []
    st.markdown(", ".join(told) + ".")


def show(span: Span, here: Here) -> None:
    """Draw each day of a span."""
    for n in range((span.last - span.first).days + 1):
        one_day(span.first + timedelta(days=n), span, here)
    if len(span.loads):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("What to lift next time, and why, stands beside each exercise.")
            explain("next_load")


def one_day(day: date, span: Span, here: Here) -> None:
    """Draw one day: on the left what is planned, on the right what was done."""
    planned, done = span.planned_on(day), span.done_on(day)
    today = " · today" if day == here.today else ""
    with st.container(border=True):
        if planned.empty and done.empty:
            nothing = "nothing planned" if day >= here.today else "nothing planned or done"
            st.markdown(f"**{plan_words.day(day)}**{today} · {nothing}")
            return
        st.markdown(f"**{plan_words.day(day)}**{today}")
        left, right = st.columns(2)
        with left:
            if planned.empty:
                st.caption("Nothing planned.")
            runs = planned[(planned.kind == "run") & (planned.status != "skipped")]
            for row in planned.itertuples():
                _planned(row, span, here, is_after_run=row.kind == "lift" and len(runs) > 0)
        with right:
            if done.empty and day <= here.today:
                st.caption("Nothing done.")
            for row in done.itertuples():
                _done(row, here)


def _planned(row: Any, span: Span, here: Here, *, is_after_run: bool) -> None:
    over = row.status == "planned" and row.day.date() < here.today
    state = "not done" if over else row.status
    name = plan_words.what(row, here.settings.units)
    st.markdown(f"{ICONS[state]} {plain(name)} · {state}")
    with st.container(horizontal=True, vertical_alignment="center"):
        if row.status != "done" and row.day.date() <= here.today:
            menu.link(row.kind, f"Log this {row.kind}", plan=str(row.plan_id))
        if row.status != "done":
            plan_correct.offer(row, here)
        plan_act.offer(row, here)
    if is_after_run and row.status == "planned":
        st.caption(AFTER_RUN)
    if row.notes:
        st.caption(plain(row.notes))
    exercises = span.exercises[span.exercises.plan_id == row.plan_id]
    if row.status != "done" and len(exercises):
        place = st.expander(_named(exercises), key=f"exercises-{row.plan_id}", on_change="rerun")
        if place.open:
            with place:
                plan_lift.show(exercises, span.loads, here)
                plan_act.offer_loads(row, exercises, span.loads, here)


def _named(exercises: pd.DataFrame) -> str:
    return plain(", ".join(exercises.exercise))


def _done(row: Any, here: Here) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.text(_in_words(row, here.settings.units), width="stretch")
        menu.link("history", "Open", session=str(row.session_id))


def _in_words(row: Any, chosen: Units) -> str:
    """Return a session of a day in words: its hour where known, what it was and how much."""
    hour = f"{row.started_at:%H:%M}" if row.time_known else ""
    told = (hour, session_list.what(row), session_list.how_much(row, chosen))
    return " · ".join(part for part in told if part)
