"""A week of the plan, day by day: what is planned beside what was done."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

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
    rows = [row for day in span.rows.planned.values() for row in day]
    if not rows:
        st.caption("Nothing is planned for this week yet.")
        return
    kinds, states = Counter(row.kind for row in rows), Counter(row.status for row in rows)
    planned = [units.count(kinds[kind], kind) for kind in ("run", "lift") if kind in kinds]
    beside = len(span.done) - states["done"]
    told = [f"Planned: {' and '.join(planned)}", f"done {states['done']} of {len(rows)}"]
    told += [f"skipped {states['skipped']}"] if states["skipped"] else []
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
    """Draw one day: on the left what is planned, on the right what was done or could have been."""
    planned, done = span.rows.planned.get(day, []), span.rows.done.get(day, [])
    title = f"**{plan_words.day(day)}**" + (" · today" if day == here.today else "")
    with st.container(border=True):
        if not planned and not done:
            nothing = "nothing planned" if day >= here.today else "nothing planned or done"
            st.markdown(f"{title} · {nothing}")
            return
        if not done and day > here.today:
            _all_planned(planned, span, here, title)
            return
        st.markdown(title)
        left, right = st.columns(2)
        with left:
            _all_planned(planned, span, here)
        with right:
            _all_done(done, here)


def _all_planned(planned: list[Any], span: Span, here: Here, title: str = "") -> None:
    if not planned:
        st.caption("Nothing planned.")
    runs = any(row.kind == "run" and row.status != "skipped" for row in planned)
    for row in planned:
        above = f"{title}\n\n" if title and row is planned[0] else ""
        _planned(row, span, here, above, is_after_run=row.kind == "lift" and runs)


def _all_done(done: list[Any], here: Here) -> None:
    if not done:
        st.caption("Nothing done.")
    for row in done:
        _done(row, here)


def _planned(row: Any, span: Span, here: Here, above: str, *, is_after_run: bool) -> None:
    over = row.status == "planned" and row.day.date() < here.today
    state = "not done" if over else row.status
    name = plan_words.what(row, here.settings.units)
    st.markdown(f"{above}{ICONS[state]} {plain(name)} · {state}")
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
    if row.status != "done" and row.plan_id in span.rows.exercises:
        _exercises(row, span, here)


def _exercises(row: Any, span: Span, here: Here) -> None:
    named = plain(", ".join(span.rows.exercises[row.plan_id]))
    place = st.expander(named, key=f"exercises-{row.plan_id}", on_change="rerun")
    if place.open:
        own = span.exercises[span.exercises.plan_id == row.plan_id]
        with place:
            plan_lift.show(own, span.loads, here)
            plan_act.offer_loads(row, own, span.loads, here)


def _done(row: Any, here: Here) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.text(_in_words(row, here.settings.units), width="stretch")
        menu.link("history", "Open", session=str(row.session_id))


def _in_words(row: Any, chosen: Units) -> str:
    """Return a session of a day in words: its hour where known, what it was and how much."""
    hour = f"{row.started_at:%H:%M}" if row.time_known else ""
    told = (hour, session_list.what(row), session_list.how_much(row, chosen))
    return " · ".join(part for part in told if part)
