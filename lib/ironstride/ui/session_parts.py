"""What a session's page shows of it: its numbers, its laps, its sets."""

from itertools import pairwise
from math import isnan
from typing import Any

import streamlit as st

from ironstride import units
from ironstride.charts import laps as charts
from ironstride.metrics.sets import weekly_sets
from ironstride.metrics.strength import Formula, e1rm
from ironstride.records import Lift, LiftSet, Run, Session
from ironstride.store import laps, lift_sets
from ironstride.ui import show as draw
from ironstride.ui.explain import HOW
from ironstride.ui.page import Here
from ironstride.ui.set_words import set_in_words
from ironstride.ui.words import RUN_TYPES, SPORTS, SURFACES, plain, tame
from ironstride.units import Units, WeightUnit

Number = tuple[str, str, str]


def show(session_id: int, found: Session, here: Here) -> None:
    """Draw a session's numbers, notes, laps and sets."""
    chosen = here.settings.units
    numbers = [
        *_distance(found, chosen),
        *_of_lift(session_id, found, here),
        *_time(found),
        *_of_run(found, chosen),
        *_effort(found),
    ]
    if numbers:
        draw.numbers(*numbers)
    st.caption(plain(_ground(found)))
    if found.notes:
        st.text(tame(found.notes))
    if isinstance(found, Run) and found.laps:
        _show_laps(session_id, found, here)
    if isinstance(found, Lift) and found.sets:
        _show_sets(session_id, found, here)


def _distance(found: Session, chosen: Units) -> list[Number]:
    if not (isinstance(found, Run) and found.distance_m):
        return []
    return [("Distance", units.format_distance(found.distance_m, chosen.distance, 2), "")]


def _of_run(found: Session, chosen: Units) -> list[Number]:
    if not isinstance(found, Run):
        return []
    far, long = found.distance_m, found.duration_s
    numbers = []
    if far and long:
        numbers.append(("Pace", units.format_pace(far, long, chosen.distance), ""))
    if found.ascent_m is not None:
        numbers.append(("Climb", f"{units.number(found.ascent_m)} m", ""))
    if found.cadence_spm:
        numbers.append(("Cadence", f"{found.cadence_spm:.0f} steps/min", ""))
    if found.temperature_c is not None:
        numbers.append(("Temperature", f"{found.temperature_c:.0f} °C".replace("-", "−"), ""))
    return numbers


def _of_lift(session_id: int, found: Session, here: Here) -> list[Number]:
    if not (isinstance(found, Lift) and found.sets):
        return []
    table = lift_sets(here.log, session_id)
    day, hard_rir = found.started_at.date(), here.settings.hard_rir
    week = weekly_sets(table, today=day, hard_rir=hard_rir).iloc[-1]
    lifted = units.format_weight(week.tonnage_kg, here.settings.units.weight, 0)
    hard = f"{units.number(week.hard_sets)} hard"
    return [("Working sets", units.number(week.sets), hard), ("Tonnage", lifted, "")]


def _time(found: Session) -> list[Number]:
    """Return the moving time, and the time with pauses where it reads differently."""
    if not found.duration_s:
        return []
    moving = units.format_clock(found.duration_s)
    elapsed = units.format_clock(found.elapsed_s) if found.elapsed_s else moving
    return [("Time", moving, "" if elapsed == moving else f"{elapsed} with pauses")]


def _effort(found: Session) -> list[Number]:
    numbers = []
    if found.avg_hr_bpm:
        highest = f"highest {found.max_hr_bpm:.0f} bpm" if found.max_hr_bpm else ""
        numbers.append(("Mean heart rate", f"{found.avg_hr_bpm:.0f} bpm", highest))
    if found.rpe is not None:
        numbers.append(("Effort", f"RPE {found.rpe:g}", ""))
    return numbers


def _ground(found: Session) -> str:
    """Return what kind of session it was, where, and in which race."""
    if not isinstance(found, Run):
        return SPORTS[found.sport]
    parts = [SPORTS[found.sport]]
    parts += [RUN_TYPES[found.type].lower()] if found.type != "other" else []
    parts += [found.race] if found.race else []
    parts += [f"on {SURFACES[found.surface].lower()}"] if found.surface else []
    return " · ".join(parts)


def _show_laps(session_id: int, found: Run, here: Here) -> None:
    chosen, table = here.settings.units, laps(here.log, session_id)
    st.subheader("Laps")
    st.table(
        [
            {
                "Lap": str(number),
                "Distance": units.format_distance(lap.distance_m, chosen.distance, 2),
                "Time": units.format_clock(lap.duration_s),
                "Pace": units.format_pace(lap.distance_m, lap.duration_s, chosen.distance),
            }
            for number, lap in enumerate(found.laps, start=1)
        ],
        border="horizontal",
        hide_index=True,
    )
    if len(table) > 1:
        draw.chart(charts.laps(table, chosen), charts.laps_alt(table, chosen), how="laps")


def _show_sets(session_id: int, found: Lift, here: Here) -> None:
    """Draw the sets of each exercise together, in the order in which the exercises came."""
    order = {
        name: place for place, name in enumerate(dict.fromkeys(s.exercise for s in found.sets))
    }
    both = zip(found.sets, lift_sets(here.log, session_id).itertuples(), strict=True)
    rows = sorted(both, key=lambda pair: order[pair[0].exercise])
    unit, formula = here.settings.units.weight, here.settings.e1rm_formula
    st.subheader("Sets")
    shown = [_set(one, _e1rm(row, formula), unit) for one, row in rows]
    for before, one in reversed(list(pairwise(shown))):
        one["Exercise"] = "" if one["Exercise"] == before["Exercise"] else one["Exercise"]
    st.table(shown, border="horizontal", hide_index=True)
    with st.popover("How is e1RM computed?"):
        st.markdown(HOW["e1rm"])


def _set(one: LiftSet, maximum_kg: float, unit: WeightUnit) -> dict[str, str]:
    return {
        "Exercise": plain(one.exercise),
        "Set": set_in_words(one, unit),
        "e1RM": "" if isnan(maximum_kg) else units.format_weight(maximum_kg, unit),
    }


def _e1rm(row: Any, formula: Formula) -> float:
    """Return the e1RM [kg] of a working set with a weight, NaN of any other."""
    if row.kind != "weighted" or row.set_type == "warmup" or not row.load_kg or isnan(row.reps):
        return float("nan")
    return e1rm(row.load_kg, row.reps, None if isnan(row.rir) else row.rir, formula)
