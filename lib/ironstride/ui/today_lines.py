"""The few things worth a look today, each with a link to the page that shows more."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import streamlit as st

from ironstride.metrics.look_at_this import Line, Seen, page_of
from ironstride.settings import Settings
from ironstride.store import Log, check_ins
from ironstride.store.goals import races
from ironstride.store.plan import planned
from ironstride.ui import cache, goals_data, menu, rules_data
from ironstride.ui.explain_today import CHOSEN
from ironstride.ui.page import Here
from ironstride.ui.words import plain

AHEAD = timedelta(weeks=4)


def show(here: Here) -> None:
    """Draw at most four lines, in their order; that there is none is said as well."""
    lines = cache.look_at_this(here.log, here.settings, here.today, partial(_seen, here))
    st.subheader("Look at this")
    for line in lines:
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.markdown(plain(line.sentence), width="stretch")
            _link(line)
    with st.container(horizontal=True, vertical_alignment="center"):
        if not lines:
            st.caption("Nothing stands out today.")
        with st.popover("How are these chosen?" if lines else "How is that chosen?"):
            st.markdown(CHOSEN)


def _link(line: Line) -> None:
    page = page_of(line)
    asked: dict[str, Any] = dict(line.asks)
    menu.link(page, menu.title_of(page), **asked)


def _seen(here: Here, log: Log, settings: Settings, today: date) -> Seen:
    """Return what the lines are found in."""
    ahead = planned(log, today, today + AHEAD)
    legs = ahead[ahead.legs & (ahead.status == "planned")]
    return Seen(
        today=today,
        sessions=cache.sessions(log),
        runs=cache.runs(log),
        lift_sets=cache.lift_sets(log),
        muscles=cache.exercise_muscles(log),
        check_ins=check_ins(log),
        efforts=cache.best_efforts(log),
        rules=rules_data.results(here),
        goals=goals_data.found(here),
        progress=goals_data.standing(here),
        races=tuple(races(log).day.dt.date),
        planned_legs=tuple(legs.day.dt.date),
        groups=settings.guidance.muscles,
        hard_rir=settings.hard_rir,
        units=settings.units,
    )
