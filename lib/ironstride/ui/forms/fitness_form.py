"""The form of a fitness test: what the chosen protocol measures, both sides at once."""

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import streamlit as st

from ironstride import units
from ironstride.records import FieldError, FitnessTest
from ironstride.records.fitness_test import FEWEST_REPS, MEASURES, MOST_REPS, Protocol
from ironstride.records.lift import Side
from ironstride.records.limits import EARLIEST
from ironstride.ui.forms.fields import LONGEST_NOTES, Fields
from ironstride.units import Units


def fitness_form(
    key: str,
    protocol: Protocol,
    chosen: Units,
    today: date,
    names: list[str],
    last: FitnessTest | None,
) -> tuple[FitnessTest, ...]:
    """Draw the form and return the tests when Save was pressed and nothing is wrong.

    What stays the same from test to test is there already, as in the last one.
    """
    fields = Fields(f"{key}-{protocol}")
    shared: dict[str, Any] = {"protocol": protocol, "day": _day(fields, today)}
    if "side" in MEASURES[protocol]:
        results = _both_sides(fields, MEASURES[protocol][0])
    else:
        results = {None: _measured(fields, protocol, chosen, names, last)}
    shared["notes"] = _notes(fields)
    with fields.place("all"):
        pressed = st.button("Save test", type="primary", key=fields.name("save"))
    if not pressed or fields.mistakes:
        return ()
    if not results:
        fields.mistake("all", "fill in at least one side")
    made = [_test(fields, side, shared | known) for side, known in results.items()]
    return tuple(one for one in made if one) if not fields.mistakes else ()


def _test(fields: Fields, side: Side | None, known: dict[str, Any]) -> FitnessTest | None:
    try:
        return FitnessTest(side=side, **known)
    except FieldError as why:
        fields.mistake(f"{why.field}-{side}" if side else why.field, str(why))
    return None


def _day(fields: Fields, today: date) -> date:
    with fields.place("day"):
        day: date | None = st.date_input(
            "Date",
            today,
            min_value=EARLIEST.date(),
            max_value=today,
            key=fields.name(f"day-{today}"),
            format="YYYY-MM-DD",
            persist_state="session",
        )
    if day is None:
        fields.mistake("day", "choose the day of the test")
    return day or today


def _both_sides(fields: Fields, name: str) -> dict[Side | None, dict[str, Any]]:
    label, hint, reader = _RESULTS[name]
    results: dict[Side | None, dict[str, Any]] = {}
    for side, place in zip(get_args(Side), st.columns(2), strict=True):
        with place:
            typed = fields.text(f"{name}-{side}", f"{label}, {side}", hint=hint)
        value = fields.read(f"{name}-{side}", typed, reader)
        if value is not None:
            results[side] = {name: value}
    return results


def _measured(
    fields: Fields, protocol: Protocol, chosen: Units, names: list[str], last: FitnessTest | None
) -> dict[str, Any]:
    if protocol == "rep_max":
        return _lifted(fields, chosen, names, last)
    if protocol == "plank":
        label, hint, reader = _RESULTS["hold_s"]
        return {"hold_s": fields.read("hold_s", fields.text("hold_s", label, hint=hint), reader)}
    known: dict[str, Any] = _ran(fields, chosen, last)
    if protocol == "submaximal_run":
        label = "Average heart rate (bpm)"
        known["avg_hr_bpm"] = fields.number("avg_hr_bpm", label, None)
    return known


def _ran(fields: Fields, chosen: Units, last: FitnessTest | None) -> dict[str, float | None]:
    unit = chosen.distance
    same = last.distance_m if last and last.protocol == "time_trial" else None
    shown = f"{units.distance_in(same, unit):.2f}" if same else ""
    typed = fields.text(
        "distance_m", f"Distance ({unit})", shown, hint="5", key=f"distance_m-{unit}"
    )
    distance_m = fields.read(
        "distance_m", typed, lambda text: units.metres(units.parse_number(text), unit)
    )
    return {
        "distance_m": same if same and typed == shown else distance_m,
        "duration_s": fields.duration(None),
    }


def _lifted(
    fields: Fields, chosen: Units, names: list[str], last: FitnessTest | None
) -> dict[str, Any]:
    with fields.place("exercise"):
        exercise = st.selectbox(
            "Exercise",
            names,
            index=names.index(last.exercise) if last and last.exercise in names else None,
            key=fields.name("exercise"),
            persist_state="session",
        )
    typed = fields.text(
        "load_kg", f"Weight ({chosen.weight})", hint="100", key=f"load_kg-{chosen.weight}"
    )
    load_kg = fields.read("load_kg", typed, lambda text: _load(text, chosen))
    with fields.place("reps"):
        reps = st.segmented_control(
            "Reps",
            list(range(FEWEST_REPS, MOST_REPS + 1)),
            default=last.reps if last else MOST_REPS,
            required=True,
            key=fields.name("reps"),
            persist_state="session",
        )
    return {"exercise": exercise, "load_kg": load_kg, "reps": reps}


def _notes(fields: Fields) -> str:
    with fields.place("notes"):
        notes = st.text_area(
            "Notes", key=fields.name("notes"), max_chars=LONGEST_NOTES, persist_state="session"
        )
    return (notes or "").strip()


def _load(typed: str, chosen: Units) -> float:
    load_kg = units.kilograms(units.parse_number(typed), chosen.weight)
    if load_kg <= 0:
        raise ValueError(f"weight must be above 0, got {typed!r}")
    return load_kg


def _reps(typed: str) -> int:
    reps = units.parse_number(typed)
    if reps != int(reps):
        raise ValueError(f"reps must be whole, got {typed!r}")
    return int(reps)


def _hold(typed: str) -> float:
    return units.parse_clock(typed) if ":" in typed else units.parse_number(typed)


def _hop(typed: str) -> float:
    return units.parse_number(typed) / 100


# name: (label, hint, how it is read)
_RESULTS: dict[str, tuple[str, str, Callable[[str], float]]] = {
    "reps": ("Raises", "25", _reps),
    "hold_s": ("Hold", "95 (seconds) or 1:35", _hold),
    "hop_m": ("Hop (cm)", "145", _hop),
}
