"""Planning a trial of one's own: what is fixed before, what it could show, and the draw."""

from datetime import date
from secrets import choice
from typing import cast

import streamlit as st

from ironstride.charts.race_words import day_in_words
from ironstride.metrics.trial_calendar import Design, could_be_drawn
from ironstride.metrics.trial_outcome import REFERENCE_PACE, typical_error
from ironstride.metrics.trial_power import found_share
from ironstride.records import Trial, TrialOutcome
from ironstride.records.trial import FEWEST_CYCLES, MOST_CYCLES
from ironstride.store import add_trial
from ironstride.ui import show, state
from ironstride.ui.page import Here
from ironstride.ui.words import plain, weekday_in_words
from ironstride.units import count
from ironstride.weeks import WEEK, week_of

OUTCOMES: dict[str, str] = {
    "time_trial": "Time trial",
    "submaximal_run": "Run at one heart rate",
    REFERENCE_PACE: "Pace at the reference heart rate, each week",
}
USUAL_CYCLES = 4
TEST_WEEKS = (2, 4)
MONDAYS = 12
BENEFITS = (3.0, 1.5)


def plan(here: Here) -> None:
    """Draw the choices of a new trial, what it could show, and the button that draws it."""
    st.markdown("**Plan a trial**")
    st.markdown(
        "Lifting and maintenance in turn, in an order that is drawn, with the same test all along. "
        "It is the one way to tell lifting from everything else that changes with time."
    )
    outcome = _outcome()
    design = Design(
        begins_on=_begins_on(here.today),
        cycles=_cycles(),
        test_every_weeks=1 if outcome == REFERENCE_PACE else _test_every(),
    )
    _could_show(design, outcome)
    if st.button("Draw the calendar", type="primary", icon=":material/casino:"):
        _draw(design, outcome, here)


def _outcome() -> str:
    chosen: str = st.selectbox(
        "What is measured, and nothing else",
        list(OUTCOMES),
        format_func=OUTCOMES.__getitem__,
        key="trial-outcome",
    )
    return chosen


def _begins_on(today: date) -> date:
    first = week_of(today) + WEEK
    mondays = [first + ahead * WEEK for ahead in range(MONDAYS)]
    chosen: date = st.selectbox(
        "First week begins on", mondays, format_func=weekday_in_words, key="trial-begins"
    )
    return chosen


def _cycles() -> int:
    chosen: int = st.segmented_control(
        "Cycles of lifting and maintenance",
        range(FEWEST_CYCLES, MOST_CYCLES + 1),
        default=USUAL_CYCLES,
        required=True,
        key="trial-cycles",
    )
    return chosen


def _test_every() -> int:
    chosen: int = st.segmented_control(
        "A test every",
        TEST_WEEKS,
        default=TEST_WEEKS[0],
        required=True,
        format_func=lambda weeks: count(weeks, "week"),
        key="trial-tests",
    )
    return chosen


def _could_show(design: Design, outcome: str) -> None:
    error = typical_error(outcome)
    seen = [
        (
            f"Sees a benefit of {benefit:g} %",
            f"{100 * found_share(design, benefit, error):.0f} of 100",
            "trials like this",
        )
        for benefit in BENEFITS
    ]
    show.numbers(
        ("Length", count(design.weeks, "week"), f"until {day_in_words(design.ends_on)}"),
        ("Tests", str(len(design.test_weeks)), f"error {error:.1f} %"),
        *seen,
    )
    show.below(
        f"One of {len(could_be_drawn(design))} calendars is drawn. The counts come from 400 "
        "simulated trials of this design; real ones see rather less.",
        "trial",
        None,
    )
    st.caption(
        plain(
            "Drawing again until the calendar pleases would make the result worthless: choose what "
            "you can keep to, and draw once. Make one practice test before it begins."
        )
    )


def _draw(design: Design, outcome: str, here: Here) -> None:
    drawn = choice(could_be_drawn(design))
    trial = Trial(
        begins_on=design.begins_on,
        cycles=design.cycles,
        shortest_weeks=design.shortest_weeks,
        longest_weeks=design.longest_weeks,
        step_weeks=design.step_weeks,
        wash_in_weeks=design.wash_in_weeks,
        test_every_weeks=design.test_every_weeks,
        lifts_first=drawn.lifts_first,
        block_weeks=drawn.block_weeks,
        outcome=cast("TrialOutcome", outcome),
        drawn_on=here.today,
    )
    add_trial(here.log, trial)
    begins, ends = weekday_in_words(design.begins_on), weekday_in_words(design.ends_on)
    state.tell(f"Drawn: a trial from {begins} to {ends}.")
    st.rerun()
