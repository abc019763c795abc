"""The form of a goal: for a new one and for correcting one."""

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import streamlit as st

from ironstride import units
from ironstride.frames.bests import DISTANCES
from ironstride.records import Goal, GoalKind, Muscle
from ironstride.ui.forms.fields import Fields
from ironstride.ui.goal_words import KINDS
from ironstride.units import DistanceUnit, Units, WeightUnit

OTHER_DISTANCE = "Another distance"
BY_NAME = {name: distance_m for distance_m, name in DISTANCES.items()}
ALL_SETS = "All hard sets"


def goal_form(
    key: str, chosen: Units, today: date, exercises: list[str], before: Goal | None = None
) -> Goal | None:
    """Draw the form and return the goal when Save was pressed and nothing is wrong."""
    fields = Fields(key, is_new=before is None)
    kinds = get_args(GoalKind)
    kind = _select(
        fields, "kind", "Kind of goal", kinds, before.kind if before else None, KINDS.__getitem__
    )
    same = before if before is not None and before.kind == kind else None
    known: dict[str, Any] = {"kind": kind, "since": before.since if before else today}
    known |= _about(fields, kind, chosen, exercises, same)
    known["by"] = _by(fields, kind, before)
    title = fields.text("title", "Name (may be left open)", before.title if before else "")
    known |= {"title": title.strip(), "notes": before.notes if before else ""}
    if not st.button("Save goal", type="primary", key=fields.name("save")) or fields.mistakes:
        return None
    return fields.build(lambda: Goal(**known))


def _about(
    fields: Fields, kind: str, chosen: Units, exercises: list[str], before: Goal | None
) -> dict[str, Any]:
    """Draw what a goal of this kind needs."""
    if kind == "distance a week":
        return {"target": _distance(fields, "target", "Distance a week", chosen.distance, before)}
    if kind == "e1rm":
        offered = list(dict.fromkeys([*([before.exercise] if before else []), *exercises]))
        name = _select(fields, "exercise", "Exercise", offered, before.exercise if before else None)
        return {"exercise": name or "", "target": _weight(fields, chosen.weight, before)}
    if kind in ("race time", "race"):
        return {"distance_m": _race(fields, chosen, before), "target": _time(fields, kind, before)}
    known: dict[str, Any] = {"target": fields.number("target", KINDS[kind], before)}
    if kind == "hard sets a week":
        groups = ["", *get_args(Muscle)]
        known["muscle"] = _select(
            fields, "muscle", "For", groups, before.muscle if before else None,
            lambda one: one.capitalize() or ALL_SETS,
        )  # fmt: skip
    return known


def _select(
    fields: Fields,
    name: str,
    label: str,
    options: "list[str] | tuple[str, ...]",
    at_first: str | None,
    words: Callable[[str], str] = str,
) -> str:
    with fields.place(name):
        chosen: str = st.selectbox(
            label,
            options,
            index=options.index(at_first) if at_first and at_first in options else 0,
            format_func=words,
            key=fields.name(name),
            persist_state=fields.kept,
        )
    return chosen


def _distance(
    fields: Fields, name: str, label: str, unit: DistanceUnit, before: Goal | None
) -> float | None:
    exact = getattr(before, name, None)
    shown = f"{units.distance_in(exact, unit):.2f}".rstrip("0").rstrip(".") if exact else ""
    typed = fields.text(name, f"{label} ({unit})", shown, hint="40", key=f"{name}-{unit}")
    metres = fields.read(name, typed, lambda text: units.metres(units.parse_number(text), unit))
    return exact if typed == shown else metres


def _weight(fields: Fields, unit: WeightUnit, before: Goal | None) -> float | None:
    exact = before.target if before else None
    shown = f"{units.weight_in(exact, unit):.1f}".removesuffix(".0") if exact else ""
    typed = fields.text("target", f"Estimated 1RM ({unit})", shown, key=f"target-{unit}")
    kg = fields.read("target", typed, lambda text: units.kilograms(units.parse_number(text), unit))
    return exact if typed == shown else kg


def _race(fields: Fields, chosen: Units, before: Goal | None) -> float | None:
    exact = before.distance_m if before else None
    usual = DISTANCES.get(exact, OTHER_DISTANCE) if exact else "10 km"
    name = _select(fields, "race", "Distance", [*BY_NAME, OTHER_DISTANCE], usual)
    if name in BY_NAME:
        return BY_NAME[name]
    return _distance(fields, "distance_m", "Distance", chosen.distance, before)


def _time(fields: Fields, kind: str, before: Goal | None) -> float | None:
    exact = before.target if before else None
    shown = units.format_clock(exact) if exact else ""
    label = "Time to reach (may be left open)" if kind == "race" else "Time to reach"
    typed = fields.text("target", label, shown, hint="45:00 or 1:45:00", key="target-time")
    seconds = fields.read("target", typed, units.parse_clock)
    return exact if typed == shown else seconds


def _by(fields: Fields, kind: str, before: Goal | None) -> date | None:
    with fields.place("by"):
        day: date | None = st.date_input(
            "Day of the race" if kind == "race" else "By (may be left open)",
            before.by if before else None,
            key=fields.name("by"),
            format="YYYY-MM-DD",
            persist_state=fields.kept,
        )
    return day
