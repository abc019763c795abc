"""The run form: for a new run and for correcting one."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, get_args

import streamlit as st

from ironstride import units
from ironstride.records import Run, RunType
from ironstride.ui.forms.fields import Fields
from ironstride.ui.words import RUN_TYPES, SPORTS
from ironstride.units import DistanceUnit, Units

SHORTEST_M = 1.0


def run_form(key: str, chosen: Units, now: datetime, before: Run | None = None) -> Run | None:
    """Draw the form and return the run when Save was pressed and nothing is wrong."""
    fields = Fields(key, is_new=before is None)
    left, right = st.columns(2)
    with left:
        known = _how_far(fields, chosen.distance, now, before)
    with right:
        known |= _how_hard(fields, before) | fields.words(before)
    _show_pace(fields, known, chosen.distance)
    if not st.button("Save run", type="primary", key=fields.name("save")) or fields.mistakes:
        return None
    if before is None:
        return fields.build(lambda: Run(**known))
    return fields.build(lambda: replace(before, **known | fields.elapsed(before, known)))


def _how_far(
    fields: Fields, unit: DistanceUnit, now: datetime, before: Run | None
) -> dict[str, Any]:
    return fields.start(before, now) | {
        "distance_m": _distance(fields, unit, before),
        "duration_s": fields.duration(before),
    }


def _distance(fields: Fields, unit: DistanceUnit, before: Run | None) -> float | None:
    exact = before.distance_m if before else None
    shown = f"{units.distance_in(exact, unit):.2f}" if exact else ""
    typed = fields.text(
        "distance_m",
        f"Distance ({unit})",
        shown,
        hint="10.5",
        live=True,
        key=f"distance_m-{unit}",  # what was typed in one unit must not be read in another
    )
    distance_m = fields.read("distance_m", typed, lambda text: _metres(text, unit))
    return exact if typed == shown else distance_m


def _how_hard(fields: Fields, before: Run | None) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        known = {
            "type": fields.choice("type", "Type", get_args(RunType), before, "easy", RUN_TYPES),
            "avg_hr_bpm": fields.number("avg_hr_bpm", "Average heart rate (bpm)", before),
            "ascent_m": fields.number("ascent_m", "Climb (m)", before),
        }
    with right:
        where = SPORTS | {"run": "Road"}
        return known | {
            "sport": fields.choice("sport", "Where", Run.sports, before, "run", where),
            "max_hr_bpm": fields.number("max_hr_bpm", "Maximum heart rate (bpm)", before),
            "rpe": fields.number("rpe", "Effort (RPE 0 to 10)", before),
        }


def _show_pace(fields: Fields, known: dict[str, Any], unit: DistanceUnit) -> None:
    if not (known["distance_m"] and known["duration_s"]):
        return
    with suppress(ValueError):
        Run(**{name: known[name] for name in ("started_at", "distance_m", "duration_s")})
        pace = units.format_pace(known["distance_m"], known["duration_s"], unit)
        fields.note("duration_s", f"Pace {pace}")


def _metres(typed: str, unit: DistanceUnit) -> float:
    distance_m = units.metres(units.parse_number(typed), unit)
    if distance_m < SHORTEST_M:
        raise ValueError(f"distance must be above 0, got {typed!r}")
    return distance_m
