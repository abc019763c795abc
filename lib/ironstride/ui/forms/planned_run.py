"""The fields of a planned run: for a new one and for correcting one."""

from typing import Any, get_args

import streamlit as st

from ironstride import units
from ironstride.metrics.week_runs import run_word
from ironstride.records import PlannedSession, RunType
from ironstride.ui.forms.fields import Fields
from ironstride.ui.words import RUN_TYPES
from ironstride.units import DistanceUnit


def run_fields(
    fields: Fields, unit: DistanceUnit, before: PlannedSession | None = None
) -> dict[str, Any]:
    """Draw type, distance, time and title of a planned run and return what they hold."""
    left, right = st.columns(2)
    with left:
        usual = (before and before.type) or "easy"
        kind = fields.choice("type", "Type", get_args(RunType), None, usual, RUN_TYPES)
        distance_m = _distance(fields, unit, before)
    with right:
        typed = fields.text("title", "Title", _title(before), hint="Such as 6 × 800 m")
        duration_s = fields.duration(before)
    title = typed.strip() or title_of(kind)
    return {"type": kind, "distance_m": distance_m, "duration_s": duration_s, "title": title}


def title_of(kind: str) -> str:
    """Return what a run of a type is called that nobody named.

    >>> title_of("intervals")
    'Interval run'
    """
    return run_word(kind).capitalize()


def _title(before: PlannedSession | None) -> str:
    """Return the title that the runner gave; one that only says the type follows the type."""
    if before is None or before.title == title_of(before.type):
        return ""
    return before.title


def _distance(fields: Fields, unit: DistanceUnit, before: PlannedSession | None) -> float | None:
    exact = before.distance_m if before else None
    shown = f"{units.distance_in(exact, unit):.2f}" if exact else ""
    label = f"Distance ({unit})"
    typed = fields.text("distance_m", label, shown, hint="open", key=f"distance-{unit}")
    metres = fields.read(
        "distance_m", typed, lambda text: units.metres(units.parse_number(text), unit)
    )
    return exact if typed == shown else metres
