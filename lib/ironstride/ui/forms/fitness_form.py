"""The form of a fitness test: what the chosen protocol measures, both sides at once."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from types import SimpleNamespace
from typing import Any, get_args
from zlib import crc32

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
    shared: dict[str, Any] = {"protocol": protocol, "day": _day(fields, today, today)}
    if "side" in MEASURES[protocol]:
        results = _both_sides(fields, MEASURES[protocol][0])
    else:
        same = {name: getattr(last, name) for name in _SAME[protocol]} if last else {}
        results = {None: _measured(fields, protocol, chosen, names, same)}
    shared["notes"] = _notes(fields, "")
    if not _is_saved(fields, "Save test"):
        return ()
    if not results:
        fields.mistake("all", "fill in at least one side")
    made = [_test(fields, side, shared | known) for side, known in results.items()]
    return tuple(one for one in made if one) if not fields.mistakes else ()


def corrected_test(
    key: str, chosen: Units, today: date, names: list[str], before: FitnessTest
) -> FitnessTest | None:
    """Draw the form of a test that is kept, and return it corrected when Save was pressed."""
    # Another tab's correction starts the form anew.
    fields = Fields(f"{key}-{crc32(repr(before).encode())}", is_new=False)
    protocol = before.protocol
    known: dict[str, Any] = {"protocol": protocol, "day": _day(fields, before.day, today)}
    if before.side:
        known["side"] = _side(fields, before.side)
    known |= _measured(fields, protocol, chosen, names, asdict(before))
    known["notes"] = _notes(fields, before.notes)
    if not _is_saved(fields, "Save correction"):
        return None
    return fields.build(lambda: FitnessTest(**known))


def _is_saved(fields: Fields, label: str) -> bool:
    with fields.place("all"):
        pressed = st.button(label, type="primary", key=fields.name("save"))
    return pressed and not fields.mistakes


def _test(fields: Fields, side: Side | None, known: dict[str, Any]) -> FitnessTest | None:
    try:
        return FitnessTest(side=side, **known)
    except FieldError as why:
        fields.mistake(f"{why.field}-{side}" if side else why.field, str(why))
    return None


def _day(fields: Fields, value: date, today: date) -> date:
    with fields.place("day"):
        day: date | None = st.date_input(
            "Date",
            value,
            min_value=EARLIEST.date(),
            max_value=max(value, today),
            key=fields.name(f"day-{today}"),
            format="YYYY-MM-DD",
            persist_state=fields.kept,
        )
    if day is None:
        fields.mistake("day", "choose the day of the test")
    return day or value


def _side(fields: Fields, side: Side) -> Side:
    chosen: Side = st.segmented_control(
        "Side",
        get_args(Side),
        default=side,
        required=True,
        format_func=str.title,
        key=fields.name("side"),
    )
    return chosen


def _both_sides(fields: Fields, name: str) -> dict[Side | None, dict[str, Any]]:
    results: dict[Side | None, dict[str, Any]] = {}
    for side, place in zip(get_args(Side), st.columns(2), strict=True):
        with place:
            value = _result(fields, name, None, side)
        if value is not None:
            results[side] = {name: value}
    return results


def _measured(
    fields: Fields,
    protocol: Protocol,
    chosen: Units,
    names: list[str],
    before: Mapping[str, Any],
) -> dict[str, Any]:
    """Draw what a protocol measures; `before` holds what stands there at first."""
    if protocol == "rep_max":
        return _lifted(fields, chosen, names, before)
    if protocol in ("time_trial", "submaximal_run"):
        return _ran(fields, protocol, chosen, before)
    name = MEASURES[protocol][0]
    return {name: _result(fields, name, before.get(name))}


def _result(fields: Fields, name: str, exact: float | None, side: Side | None = None) -> Any:
    label, hint, read, write = _RESULTS[name]
    place = f"{name}-{side}" if side else name
    shown = "" if exact is None else write(exact)
    typed = fields.text(place, f"{label}, {side}" if side else label, shown, hint=hint)
    return exact if typed == shown else fields.read(place, typed, read)


def _ran(
    fields: Fields, protocol: Protocol, chosen: Units, before: Mapping[str, Any]
) -> dict[str, float | None]:
    unit, exact = chosen.distance, before.get("distance_m")
    shown = f"{units.distance_in(exact, unit):.2f}" if exact else ""
    typed = fields.text(
        "distance_m", f"Distance ({unit})", shown, hint="5", key=f"distance_m-{unit}"
    )
    distance_m = fields.read(
        "distance_m", typed, lambda text: units.metres(units.parse_number(text), unit)
    )
    said = SimpleNamespace(**before)
    known = {
        "distance_m": exact if typed == shown else distance_m,
        "duration_s": fields.duration(said),
    }
    if protocol == "submaximal_run":
        known["avg_hr_bpm"] = fields.number("avg_hr_bpm", "Average heart rate (bpm)", said)
    return known


def _lifted(
    fields: Fields, chosen: Units, names: list[str], before: Mapping[str, Any]
) -> dict[str, Any]:
    lifted, exact = before.get("exercise"), before.get("load_kg")
    offered = names if lifted in (None, *names) else [lifted, *names]  # it may be archived
    with fields.place("exercise"):
        exercise = st.selectbox(
            "Exercise",
            offered,
            index=offered.index(lifted) if lifted else None,
            key=fields.name("exercise"),
            persist_state=fields.kept,
        )
    unit = chosen.weight
    shown = "" if exact is None else f"{units.weight_in(exact, unit):.1f}".removesuffix(".0")
    typed = fields.text("load_kg", f"Weight ({unit})", shown, hint="100", key=f"load_kg-{unit}")
    load_kg = fields.read("load_kg", typed, lambda text: _load(text, chosen))
    with fields.place("reps"):
        reps = st.segmented_control(
            "Reps",
            list(range(FEWEST_REPS, MOST_REPS + 1)),
            default=before.get("reps", MOST_REPS),
            required=True,
            key=fields.name("reps"),
            persist_state=fields.kept,
        )
    return {"exercise": exercise, "load_kg": exact if typed == shown else load_kg, "reps": reps}


def _notes(fields: Fields, noted: str) -> str:
    with fields.place("notes"):
        notes = st.text_area(
            "Notes",
            noted,
            key=fields.name("notes"),
            max_chars=max(LONGEST_NOTES, len(noted)),
            persist_state=fields.kept,
        )
    return noted if notes == noted else (notes or "").strip()


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


def _in_cm(hop_m: float) -> str:
    return f"{100 * hop_m:g}"


# name: (label, hint, how it is read, how it is written)
_RESULTS: dict[str, tuple[str, str, Callable[[str], float], Callable[[float], str]]] = {
    "reps": ("Raises", "25", _reps, str),
    "hold_s": ("Hold", "95 (seconds) or 1:35", _hold, "{:g}".format),
    "hop_m": ("Hop (cm)", "145", _hop, _in_cm),
}
# What stays the same from one test to the next.
_SAME: dict[Protocol, tuple[str, ...]] = {
    "time_trial": ("distance_m",), "rep_max": ("exercise", "reps"),
    "submaximal_run": (), "plank": (),
}  # fmt: skip
