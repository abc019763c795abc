"""What the parts of the page Muscles share: its span, the runner's band, sets without muscles."""

from dataclasses import replace
from datetime import date

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.frames import LiftSets
from ironstride.metrics.muscle_band import SetBand
from ironstride.metrics.set_span import within
from ironstride.metrics.sets import is_hard
from ironstride.settings import MOST_SETS
from ironstride.store import save_settings
from ironstride.ui import cache, exercise_views, filters, menu, state
from ironstride.ui.page import Here


def chosen(sets: DataFrame[LiftSets], here: Here, default: str = "12w") -> date:
    """Draw the choice of a span and return its first day; all of the log begins with a set."""
    first = filters.span("muscles", here.today, here.settings.week_start, default)
    return first or min(here.today, sets.started_at.min().date())


def band(here: Here) -> SetBand:
    """Draw the band of hard sets a week and return it; one that differs can be kept."""
    now = here.settings
    kept = (now.least_sets, now.most_sets)
    low, high = st.slider(
        "Band: hard sets a week for each group",
        0,
        MOST_SETS,
        kept,
        key="muscles_band",
        bind="query-params",
        persist_state="session",
    )
    st.caption(
        "The band is your own. It begins at 4 to 8, about what trials with runners lifted "
        "(Balsalobre-Fernández and others 2016, Blagrove and others 2018): a place to start from, "
        "no norm."
    )
    if (low, high) != kept and st.button("Keep this band", icon=":material/save:"):
        save_settings(here.log, replace(now, least_sets=low, most_sets=high))
        state.tell(f"Kept: {low} to {high} hard sets a week. It stands under Settings as well.")
        st.rerun()
    return SetBand(low, high)


def without_muscles(first: date, here: Here) -> None:
    """Say how many hard sets count for no group, and where to tell what they work."""
    unknown, exercises = _unknown(here, first)
    if not unknown:
        return
    st.caption(
        f"{units.count(unknown, 'hard set')} of {units.count(exercises, 'exercise')} count for no "
        "group, for the log does not know what they work."
    )
    part = exercise_views.without_muscles_part(here)
    menu.link("exercises", "Say which muscles they work", exercises_part=part)


@cache.once
def _unknown(here: Here, first: date) -> tuple[int, int]:
    """Return how many hard sets of how many exercises work no muscle that is known."""
    own = within(cache.lift_sets(here.log), first, here.today)
    hard = own[is_hard(own, here.settings.hard_rir)]
    unknown = hard[~hard.exercise.isin(cache.exercise_muscles(here.log).exercise)]
    return len(unknown), unknown.exercise.nunique()
