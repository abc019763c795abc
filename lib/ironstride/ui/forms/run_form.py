"""The run form: for a new run and for correcting one."""

from dataclasses import replace
from datetime import datetime
from typing import Any, get_args

import streamlit as st

from ironstride import units
from ironstride.records import Run, RunType
from ironstride.ui.forms.fields import Fields
from ironstride.ui.words import RUN_TYPES, SPORTS
from ironstride.units import DistanceUnit, Units


def run_form(key: str, chosen: Units, now: datetime, before: Run | None = None) -> Run | None:
    """Draw the form and return the run when Save was pressed and nothing is wrong."""
    fields = Fields(key)
    known = _typed_before(fields, chosen, now, before)
    _show_pace(fields, known, chosen.distance)
    if not st.button("Save run", type="primary", key=fields.name("save")) or fields.mistakes:
        return None
    return fields.build(lambda: replace(before, **known) if before else Run(**known))


def _typed_before(
    fields: Fields, chosen: Units, now: datetime, before: Run | None
) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        known = _what(fields, chosen.distance, before or None, now)
    with right:
        known |= _how(fields, before)
    if known["started_at"] is None:
        known["started_at"] = now
    return known


def _what(fields: Fields, unit: DistanceUnit, before: Run | None, now: datetime) -> dict[str, Any]:
    started_at = fields.moment(before.started_at if before else now.replace(second=0), now)
    shown = _shown_distance(before, unit)
    typed = fields.text("distance_m", f"Distance ({unit})", shown, hint="10.5", live=True)
    clock = units.format_clock(before.duration_s) if before and before.duration_s else ""
    time = fields.text("duration_s", "Time", clock, hint="45:30, 1:02:03 or 45", live=True)
    distance_m = fields.read("distance_m", typed, lambda text: _metres(text, unit))
    duration_s = fields.read("duration_s", time, units.parse_clock)
    same = before is not None
    return {
        "started_at": started_at,
        "distance_m": before.distance_m if same and before and typed == shown else distance_m,
        "duration_s": before.duration_s if same and before and time == clock else duration_s,
    }


def _how(fields: Fields, before: Run | None) -> dict[str, Any]:
    kinds, sports = get_args(RunType), Run.sports
    left, right = st.columns(2)
    with left, fields.place("type"):
        kind = st.selectbox(
            "Type",
            kinds,
            index=kinds.index(before.type if before else "easy"),
            format_func=RUN_TYPES.__getitem__,
            key=fields.name("type"),
            persist_state="session",
        )
    with right, fields.place("sport"):
        sport = st.selectbox(
            "Where",
            sports,
            index=sports.index(before.sport if before else "run"),
            format_func=lambda sport: {"run": "Road"}.get(sport, SPORTS[sport]),
            key=fields.name("sport"),
            persist_state="session",
        )
    with left:
        hr = fields.number("avg_hr_bpm", "Average heart rate (bpm)", _of(before, "avg_hr_bpm"), 1)
    with right:
        climb = fields.number("ascent_m", "Climb (m)", _of(before, "ascent_m"), 1)
    rpe = fields.number("rpe", "Effort (RPE 0 to 10)", _of(before, "rpe"), 0.5)
    title = fields.text("title", "Title", before.title if before else "")
    notes = fields.text("notes", "Notes", before.notes if before else "")
    return {
        "type": kind,
        "sport": sport,
        "avg_hr_bpm": hr,
        "ascent_m": climb,
        "rpe": rpe,
        "title": title.strip(),
        "notes": notes.strip(),
    }


def _show_pace(fields: Fields, known: dict[str, Any], unit: DistanceUnit) -> None:
    if known["distance_m"] and known["duration_s"]:
        pace = units.format_pace(known["distance_m"], known["duration_s"], unit)
        fields.note("duration_s", f"Pace {pace}")


def _metres(typed: str, unit: DistanceUnit) -> float:
    try:
        return units.metres(float(typed.strip().replace(",", ".")), unit)
    except ValueError:
        raise ValueError(f"distance must be a number such as 10.5, got {typed!r}") from None


def _shown_distance(before: Run | None, unit: DistanceUnit) -> str:
    if before is None or not before.distance_m:
        return ""
    return f"{units.distance_in(before.distance_m, unit):.2f}"


def _of(before: Run | None, name: str) -> float | None:
    return None if before is None else getattr(before, name)
