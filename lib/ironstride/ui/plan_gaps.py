"""Muscle groups that a week leaves without sets, and exercises that would reach them."""

from datetime import date

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.plan import Planned
from ironstride.metrics.plan_groups import groups_without_sets
from ironstride.metrics.week_exercises import choose_exercises
from ironstride.ui import cache, menu, plan_lift
from ironstride.ui.page import Here
from ironstride.ui.plan_data import Span, known_exercises, loads_of, phase
from ironstride.ui.words import plain
from ironstride.units import count


def show(span: Span, here: Here) -> None:
    """Name the groups without sets, with an exercise for each and how it is done."""
    guidance = here.settings.guidance
    groups = _groups(here, span.first, span.last)
    asked = f"{count(guidance.direct_sets, 'direct hard set')} or more, done or planned"
    if not groups:
        if guidance.muscles:
            st.caption(f"Each muscle group that you chose has {asked}.")
        return
    label = f"Muscle groups still without enough sets: {', '.join(groups)}"
    place = st.expander(
        label, icon=":material/accessibility_new:", key=f"gaps-{span.first}", on_change="rerun"
    )
    if place.open:
        with place:
            st.caption(f"You asked for {asked}. One exercise for each, your own first:")
            _suggested(groups, here)
            menu.link("muscles", "Muscles", part="Balance")


@cache.once
def _groups(here: Here, first: date, last: date) -> tuple[str, ...]:
    span, guidance = Span(here, first, last), here.settings.guidance
    return groups_without_sets(
        cache.lift_sets(here.log),
        span.planned,
        span.exercises,
        cache.exercise_muscles(here.log),
        guidance.muscles,
        first=first,
        last=last,
        least=guidance.direct_sets,
        hard_rir=here.settings.hard_rir,
    )


def _suggested(groups: tuple[str, ...], here: Here) -> None:
    chosen = choose_exercises(
        _one_lift(here),
        cache.exercise_muscles(here.log),
        known_exercises(here),
        cache.lift_sets(here.log),
        today=here.today,
        groups=groups,
        phase=phase(here),
    )
    loads = loads_of(list(chosen.exercises.exercise), here)
    plan_lift.show(chosen.exercises, loads, here, with_cues=True)
    for sentence in chosen.unmet:
        st.caption(plain(sentence))


def _one_lift(here: Here) -> DataFrame[Planned]:
    lift = {
        "plan_id": 0, "day": pd.Timestamp(here.today), "order": 1, "kind": "lift", "type": "",
        "legs": True, "distance_m": float("nan"), "duration_s": float("nan"), "status": "planned",
        "done_session_id": float("nan"), "title": "", "notes": "",
    }  # fmt: skip
    return Planned.validate(pd.DataFrame([lift]))
