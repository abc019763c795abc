"""Make a week: ask for run days and free days, propose lifts, put it into the plan."""

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from ironstride.jobs.plan_week import keep_week, propose, usual_wishes
from ironstride.metrics.week_maker import Wishes
from ironstride.metrics.week_wishes import DAYS
from ironstride.ui import cache, menu, plan_proposal, plan_words, rules_data, state
from ironstride.ui.page import Here
from ironstride.ui.undo import undoable
from ironstride.ui.words import RUN_TYPES
from ironstride.units import count
from ironstride.weeks import is_complete

NO_RUN = "No run"
ASKED = "plan-wishes"
MOST_ASKED = 4
SCHOOLS = {
    "hard days hard": "You follow “hard days hard”: lifts come after the hard runs.",
    "alternate days": "You follow “alternate days”: lifts stand on days without a run.",
    "own": "You follow no rule on days: lifts stand where they are far apart.",
}


def show(week: date, here: Here) -> None:
    """Draw the questions, then what is proposed for a week that is not over."""
    if is_complete(week, here.today):
        return
    key = f"make-{week}-{state.turn(ASKED)}"
    place = st.expander(
        "Make this week", icon=":material/auto_awesome_motion:", key=key, on_change="rerun"
    )
    if not state.was_opened(key, place.open):
        return
    with place:
        usual = usual_wishes(
            here.log,
            here.settings,
            week,
            today=here.today,
            school=rules_data.school(here),
            runs=cache.runs(here.log),
            sessions=cache.sessions(here.log),
        )
        st.markdown(SCHOOLS[usual.school])
        menu.link("rules", "Choose what you follow")
        _ask(usual)
        asked: tuple[Wishes, bool] | None = state.kept(ASKED, None)
        if asked and asked[0].week == week:
            _propose(asked[0], here, deload=asked[1])


def _ask(usual: Wishes) -> None:
    """Draw the questions; what is answered is kept until the week stands in the plan."""
    with st.form(f"wishes-{usual.week}", border=False):
        st.caption("Runs, at first those of your usual week:")
        runs = _runs(usual)
        now = frozenset(usual.days) if usual.free is None else usual.free
        free = _days("Days on which you can train", usual, now)
        rest = _days("Days of rest", usual, usual.rest_days)
        lifts = st.select_slider(
            "Lifts", range(1, MOST_ASKED + 1), value=min(usual.lifts, MOST_ASKED)
        )
        keep_rest = st.toggle("Keep one day without run and lift", value=usual.keep_rest)
        deload = st.toggle("A light week: fewer sets or less load", value=False)
        if st.form_submit_button("Propose a week", type="primary"):
            asked = replace(
                usual, runs=runs, free=free, rest_days=rest, lifts=lifts, keep_rest=keep_rest
            )
            state.keep(ASKED, (asked, deload))


def _runs(usual: Wishes) -> dict[date, str]:
    chosen = {}
    options = ["", *RUN_TYPES]
    with st.grid(2, min_column_width=150):
        for day in usual.days:
            chosen[day] = st.selectbox(
                f"{day:%A} {day.day}",
                options,
                index=options.index(usual.runs.get(day, "")),
                format_func=lambda kind: RUN_TYPES.get(kind, NO_RUN),
                key=f"wish-{day}",
            )
    return {day: kind for day, kind in chosen.items() if kind}


def _days(label: str, usual: Wishes, now: frozenset[date]) -> frozenset[date]:
    found = st.pills(
        label,
        range(DAYS),
        default=[n for n, day in enumerate(usual.days) if day in now],
        format_func=lambda n: f"{usual.days[n]:%a}",
        selection_mode="multi",
        wrap=True,
        key=f"wish-{label}-{usual.week}",
    )
    return frozenset(usual.week + timedelta(days=n) for n in found)


def _propose(wishes: Wishes, here: Here, *, deload: bool) -> None:
    proposal = propose(
        here.log,
        here.settings,
        wishes,
        today=here.today,
        deload=deload,
        sets=cache.lift_sets(here.log),
    )
    plan_proposal.show(proposal, here)
    with st.container(horizontal=True):
        kept = st.button("Put it into the plan", type="primary", key="plan-keep")
        if st.button("Put it away", key="plan-drop"):
            state.forget(ASKED)
            st.rerun()
    if kept:

        def put() -> str:
            ids = keep_week(here.log, proposal, today=here.today)
            week = plan_words.day(wishes.week)
            return f"Planned for the week of {week}: {count(len(ids), 'session')}."

        undoable(here.log, put)
        state.forget(ASKED)
        state.next_turn(ASKED)
        st.rerun()
