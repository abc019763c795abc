"""Plan one session by hand: a run, or a lift of chosen exercises."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st
from pandas import isna

from ironstride.metrics.rep_range import rep_range, target_reserve
from ironstride.records.planned_session import PlannedExercise, PlannedSession
from ironstride.standards.guidance_choices import Phase
from ironstride.store.plan import add_planned
from ironstride.ui import plan_words, state
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.planned_run import run_fields
from ironstride.ui.page import Here
from ironstride.ui.plan_data import known_exercises, loads_of, phase

FORM = "plan-one"
MOST_SETS = 6
KINDS = {"run": "Run", "lift": "Lift"}


def show(week: date, here: Here) -> None:
    """Draw the form; what is planned stands on its day."""
    key = f"add-{week}"
    place = st.expander("Plan one session", icon=":material/add:", key=key, on_change="rerun")
    if not state.was_opened(key, place.open):
        return
    with place:
        fields = Fields(f"{FORM}-{state.turn(FORM)}-{week}")
        kind = st.segmented_control(
            "What", list(KINDS), default="run", required=True, key=fields.name("kind"),
            format_func=KINDS.__getitem__,
        )  # fmt: skip
        first = max(week, min(here.today, week + 6 * date.resolution))
        with fields.place("day"):
            day: date | None = st.date_input(
                "Day", first, key=fields.name("day"), format="YYYY-MM-DD"
            )
        make = _run(fields, here) if kind == "run" else _lift(fields, here)
        if not st.button("Plan it", key=fields.name("add"), type="primary"):
            return
        if day is None:
            fields.mistake("day", "choose a day")
        planned = None if fields.mistakes or day is None else fields.build(lambda: make(day))
        if planned is not None:
            add_planned(here.log, planned)
            state.next_turn(FORM)
            state.tell(
                f"Planned for {plan_words.day(planned.day)}: {planned.title or KINDS[kind]}."
            )
            st.rerun()


def _run(fields: Fields, here: Here) -> Callable[[date], PlannedSession]:
    known = run_fields(fields, here.settings.units.distance)
    return lambda day: PlannedSession(day=day, kind="run", **known)


def _lift(fields: Fields, here: Here) -> Callable[[date], PlannedSession]:
    known = known_exercises(here).set_index("exercise")
    with fields.place("exercises"):
        names = st.multiselect(
            "Exercises, in their order", list(known.index), key=fields.name("exercises")
        )
    left, right = st.columns(2)
    with left:
        title = fields.text("title", "Title", hint="Such as Legs", key="lift-title")
    with right:
        sets = st.select_slider(
            "Sets of each", range(1, MOST_SETS + 1), value=3, key=fields.name("sets")
        )
    st.caption("Repetitions follow your phase on the page Rules, loads your last sessions.")

    def make(day: date) -> PlannedSession:
        exercises = _exercises(names, sets, here)
        legs = bool(known.lower_body.reindex(names).any())
        return PlannedSession(
            day=day, kind="lift", order=2, legs=legs, title=title.strip() or "Lift",
            exercises=exercises,
        )  # fmt: skip

    return make


def _exercises(names: list[str], sets: int, here: Here) -> tuple[PlannedExercise, ...]:
    known = known_exercises(here).set_index("exercise")
    loads = loads_of(names, here).set_index("exercise")
    now = phase(here)
    return tuple(
        _exercise(name, known.loc[name], now, sets, loads.load_kg.get(name)) for name in names
    )


def _exercise(
    name: str, about: Any, now: Phase, sets: int, load_kg: float | None
) -> PlannedExercise:
    kind = str(about.kind)
    low, high = rep_range(kind, bool(about.lower_body), now)
    known: dict[str, Any] = {"exercise": name, "sets": sets}
    if kind == "timed":
        return PlannedExercise(**known, hold_s=low)
    load = None if load_kg is None or isna(load_kg) else float(load_kg)
    reserve = target_reserve(now)
    return PlannedExercise(**known, reps_low=low, reps_high=high, load_kg=load, rir=reserve)
