"""What the runner follows: school, frequency, phase, muscle groups, plank, tests, long runs."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from ironstride.settings import Settings
from ironstride.standards.guidance_choices import (
    ALL_MUSCLES,
    MOST_DIRECT_SETS,
    TEST_WEEKS,
    Frequency,
    Guidance,
    Phase,
    School,
)
from ironstride.store import save_settings
from ironstride.ui import rules_data, state
from ironstride.ui.page import Here

T = TypeVar("T")

SCHOOLS: dict[School, str] = {
    "hard days hard": "Hard days hard: lift after the hard run, rest days stay free",
    "alternate days": "Alternate days: lift on days without a run",
    "own": "My own plan: no rule on days",
}
FREQUENCIES: dict[Frequency, str] = {
    "build": "Build: 2 to 3 lift sessions a week",
    "maintain": "Maintain: 1 lift session a week",
}
PHASES: dict[Phase | None, str] = {
    None: "By the log: 12 to 15 repetitions in the first 8 weeks of lifting, heavy after",
    "starter": "Starter: 12 to 15 repetitions",
    "heavy": "Heavy legs: 6 repetitions to failure or fewer, or 80 % of the maximum",
}
SWITCHES = {"PLANK": "A plank", "TEST": "Fitness tests", "SPIKE": "Long runs that jump"}
KEY = "rules-choices"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def show(here: Here) -> None:
    """Draw what can be chosen, and keep it when it is saved."""
    place = st.expander("What do I follow?", icon=":material/tune:", key=KEY, on_change="rerun")
    if not state.was_opened(KEY, place.open):
        return
    with place, st.form("rules", border=False):
        chosen = _chosen(here.settings, rules_data.school(here))
        if st.form_submit_button("Save choices", type="primary"):
            save_settings(here.log, chosen)
            state.tell("Your choices are saved.")
            st.rerun()


def switch(rule: str, here: Here, *, on: bool) -> None:
    """Switch a rule on or off, and keep it."""
    guidance = here.settings.guidance
    off = tuple(one for one in guidance.off if one != rule) + (() if on else (rule,))
    save_settings(here.log, replace(here.settings, guidance=replace(guidance, off=off)))


def _chosen(now: Settings, school: School) -> Settings:
    guidance = now.guidance
    by_days = (
        {None: f"By my run days a week, now: {school}"}
        if now.school is None
        else {None: "By my run days a week"}
    )
    left, right = st.columns(2)
    with left:
        chosen_school = _one("Which days to lift on", by_days | SCHOOLS, now.school)
        frequency = _one("How often to lift", FREQUENCIES, guidance.frequency)
        phase = _one("How heavy to lift", PHASES, guidance.phase)
        rest_days = st.pills(
            "Rest days I plan",
            range(7),
            default=list(guidance.rest_days),
            format_func=lambda day: WEEKDAYS[day][:3],
            selection_mode="multi",
            wrap=True,
            help="The school that keeps rest days free looks for lifting on these.",
        )
    with right:
        muscles = st.pills(
            "Muscle groups to work",
            ALL_MUSCLES,
            default=list(guidance.muscles),
            format_func=str.capitalize,
            selection_mode="multi",
            wrap=True,
        )
        direct_sets = st.select_slider(
            "Direct hard sets a week for each",
            range(1, MOST_DIRECT_SETS + 1),
            value=guidance.direct_sets,
        )
        test_weeks = st.select_slider(
            "A test at least every … weeks", TEST_WEEKS, value=guidance.test_weeks
        )
        kept = {
            rule: st.toggle(label, value=rule not in guidance.off)
            for rule, label in SWITCHES.items()
        }
    off = tuple(rule for rule in guidance.off if rule not in SWITCHES)
    return replace(
        now,
        school=chosen_school,
        guidance=Guidance(
            frequency=frequency,
            phase=phase,
            muscles=tuple(one for one in ALL_MUSCLES if one in muscles),
            direct_sets=direct_sets,
            test_weeks=test_weeks,
            rest_days=tuple(sorted(rest_days)),
            off=off + tuple(rule for rule, on in kept.items() if not on),
        ),
    )


def _one(label: str, words: Mapping[T, str], now: T) -> T:
    options = list(words)
    return st.selectbox(label, options, index=options.index(now), format_func=words.__getitem__)
