"""What stands under the grid of sets: so far, last time, and questions about unlikely weights."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import streamlit as st

from ironstride import units
from ironstride.jobs.live_lift import LiveBody, LiveLift, live_lift
from ironstride.metrics.unlikely_load import is_far_above, meant_kg
from ironstride.records import LiftSet
from ironstride.store import LastTime, Move, body_mass_kg, last_time, moves
from ironstride.ui import menu
from ironstride.ui.explain import HOW
from ironstride.ui.page import Here
from ironstride.ui.set_words import sets_in_words
from ironstride.ui.words import plain, weekday_in_words
from ironstride.units import WeightUnit


def show(sets: Sequence[LiftSet], names: Sequence[str], started_at: datetime, here: Here) -> None:
    """Draw what the sets come to, how each exercise in the grid was lifted last, and questions."""
    unit = here.settings.units.weight
    last = last_time(here.log, names, started_at)
    for question in questions(sets, last, unit):
        st.warning(plain(question), icon=":material/help:")
    if sets:
        mass = body_mass_kg(here.log, started_at.date())
        how = moves(here.log)
        _so_far(live_lift(sets, how, started_at, mass, here.settings), mass, unit)
        _open_loads(sets, how)
    told = [plain(_last(name, one, unit)) for name, one in last.items()]
    if told:
        st.caption("Last time  \n" + "  \n".join(told))


def questions(sets: Sequence[LiftSet], last: Mapping[str, LastTime], unit: WeightUnit) -> list[str]:
    """Return a question for each weight that is possible but unlikely; none is refused."""
    asked = (_question(one, last[one.exercise], unit) for one in sets if one.exercise in last)
    return list(dict.fromkeys(question for question in asked if question))


def _last(name: str, one: LastTime, unit: WeightUnit) -> str:
    return f"{name}, {weekday_in_words(one.started_at)}: {sets_in_words(one.sets, unit)}"


def _question(one: LiftSet, last: LastTime, unit: WeightUnit) -> str:
    if not one.load_kg or one.set_type == "warmup":
        return ""
    named = f"{one.exercise}, {units.format_weight(one.load_kg, unit)}"
    meant = meant_kg(one.load_kg, last.loads_kg)
    if meant is not None:
        written = units.format_weight(meant, unit, 0)
        return f"{named}: kilograms and pounds mixed up? Did you mean {written}?"
    if is_far_above(one.load_kg, last.loads_kg):
        most = units.format_weight(max(last.loads_kg), unit)
        return f"{named}: that is more than 3 times your heaviest so far, {most}. Is it right?"
    return ""


def _so_far(live: LiveLift, mass: float | None, unit: WeightUnit) -> None:
    tonnage = units.format_weight(live.tonnage_kg, unit, 0)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"So far: {units.count(live.hard_sets, 'hard set')} · {tonnage} of tonnage")
        with st.popover("How is this computed?"):
            for how in ("sets", "tonnage", "e1rm", "system_load"):
                st.markdown(HOW[how])
    if lines := (*_bests(live, unit), *_bodies(live, mass, unit)):
        st.text("\n".join(lines))
    if mass is None and live.bodies:
        menu.link("check_in", "Check in")


def _open_loads(sets: Sequence[LiftSet], how: Mapping[str, Move]) -> None:
    """Name the exercises with weights whose weight is not filled in."""
    weighted = {name for name, move in how.items() if move.kind == "weighted"}
    names = dict.fromkeys(
        one.exercise for one in sets if one.exercise in weighted and one.reps and not one.load_kg
    )
    if names:
        st.text(f"No weight filled in: {', '.join(names)}. Without one it is body weight alone.")


def _bests(live: LiveLift, unit: WeightUnit) -> Iterator[str]:
    for best in live.bests:
        least = "at least " if best.at_least else ""
        yield f"{best.exercise}: e1RM {least}{units.format_weight(best.e1rm_kg, unit)}"


def _bodies(live: LiveLift, mass: float | None, unit: WeightUnit) -> Iterator[str]:
    for one in live.bodies:
        yield f"{one.exercise}: {_moved(one, mass, unit)}"


def _moved(one: LiveBody, mass: float | None, unit: WeightUnit) -> str:
    if mass is None or one.rep_kg is None or one.volume_kg is None:
        return "body mass unknown: check in to see the load"
    share = f"{units.percent(one.fraction)} of {units.format_weight(mass, unit)} body mass"
    rep, volume = (units.format_weight(load, unit, 0) for load in (one.rep_kg, one.volume_kg))
    return f"up to {rep} a rep with {share}, {volume} in all"
