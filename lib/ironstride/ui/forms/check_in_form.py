"""The check-in form: how the body is on one day, in ten seconds."""

import re
from datetime import date
from typing import get_args
from zlib import crc32

import streamlit as st

from ironstride import units
from ironstride.charts.race_words import day_in_words
from ironstride.records import CheckIn
from ironstride.records.check_in import MOST_SORE
from ironstride.records.exercise import Muscle
from ironstride.records.limits import EARLIEST
from ironstride.ui.forms.fields import LONGEST_NOTES, Fields
from ironstride.ui.words import weekday_in_words
from ironstride.units import WeightUnit

MOST_A_WEEK = 0.05
MUSCLES: dict[Muscle, str] = {
    "calves": "Calves", "hamstrings": "Hamstrings", "quads": "Quads", "glutes": "Glutes",
    "back": "Back", "core": "Core", "hip flexors": "Hip flexors", "hip": "Sides of the hip",
    "upper": "Upper body",
}  # fmt: skip
WORST_PAIN = 10
_HOURS = re.compile(r"(\d{1,2}):([0-5]\d)")


def check_in_day(key: str, today: date) -> date:
    """Draw the choice of the day, today at first, and return it."""
    day: date | None = st.date_input(
        "Day",
        today,
        min_value=EARLIEST.date(),
        max_value=today,
        key=f"{key}-day-{today}",
        format="YYYY-MM-DD",
        persist_state="session",
    )
    return day or today


def check_in_form(
    key: str, day: date, unit: WeightUnit, before: CheckIn | None, last: CheckIn | None
) -> CheckIn | None:
    """Draw the form and return the check-in when Save was pressed and nothing is wrong.

    `before` is what the day says already, `last` the last check-in before it with a body mass.
    """
    # What was typed belongs to the check-in that was there: another one starts from itself.
    fields = Fields(f"{key}-{day}-{crc32(repr(before).encode())}")
    if before:
        st.caption("You checked in on this day already; saving puts this in its place.")
    left, right = st.columns([5, 6])
    with left:
        body_mass_kg, sleep_h = mass_field(fields, unit, before), _sleep(fields, before)
    with right:
        pain, note = _pain(fields, before)
    _beside_mass(fields, unit, day, body_mass_kg, last)
    soreness = _soreness(fields, before)
    with fields.place("all"):
        pressed = st.button("Save check-in", type="primary", key=fields.name("save"))
    if not pressed or fields.mistakes:
        return None
    return fields.build(
        lambda: CheckIn(
            day=day,
            body_mass_kg=body_mass_kg,
            sleep_h=sleep_h,
            soreness=soreness,
            pain=pain,
            pain_note=note,
        )
    )


def jump(day: date, body_mass_kg: float | None, last: CheckIn | None) -> str:
    """Return a question about a body mass that moved by more than 5 % a week, else nothing.

    Within a week as much as in a whole one is let pass.

    >>> before = CheckIn(day=date(2026, 11, 2), body_mass_kg=70.0)
    >>> jump(date(2026, 11, 9), 73.5, before), jump(date(2026, 11, 16), 77.0, before)
    ('', '')
    >>> jump(date(2026, 11, 5), 74.0, before)
    'body mass is 5.7 % above that of 2 Nov 2026: is that right?'
    """
    if body_mass_kg is None or last is None or last.body_mass_kg is None:
        return ""
    weeks = max((day - last.day).days / 7, 1.0)
    ratio = body_mass_kg / last.body_mass_kg
    most = 1 + MOST_A_WEEK * weeks
    if 1 / most <= ratio <= most:
        return ""
    word, share = ("above", ratio - 1) if ratio > 1 else ("below", 1 - ratio)
    return (
        f"body mass is {100 * share:.1f} % {word} that of {day_in_words(last.day)}: is that right?"
    )


def in_hours(sleep_h: float) -> str:
    """Write sleep [h] as hours and minutes.

    >>> in_hours(7.5)
    '7:30'
    """
    return units.format_clock(60 * sleep_h)


def mass_field(fields: Fields, unit: WeightUnit, before: CheckIn | None) -> float | None:
    """Draw the body mass [kg] of a day and return it; `before` is what the day says already."""
    exact = before.body_mass_kg if before else None
    shown = f"{units.weight_in(exact, unit):.1f}".removesuffix(".0") if exact else ""
    typed = fields.text(
        "body_mass_kg",
        f"Body mass ({unit})",
        shown,
        hint="not said",
        live=True,
        key=f"body_mass_kg-{unit}",  # what was typed in one unit must not be read in another
    )
    if typed == shown:
        return exact
    return fields.read(
        "body_mass_kg", typed, lambda text: units.kilograms(units.parse_number(text), unit)
    )


def _beside_mass(
    fields: Fields, unit: WeightUnit, day: date, body_mass_kg: float | None, last: CheckIn | None
) -> None:
    """Show the last body mass, and ask about a jump from it."""
    if last is None or last.body_mass_kg is None:
        return
    told = f"Last: {units.format_weight(last.body_mass_kg, unit)} on {weekday_in_words(last.day)}"
    question = jump(day, body_mass_kg, last)
    ask = f". {question[:1].upper()}{question[1:]} It is saved all the same." if question else ""
    fields.note("body_mass_kg", told + ask)


def _sleep(fields: Fields, before: CheckIn | None) -> float | None:
    exact = before.sleep_h if before else None
    shown = "" if exact is None else in_hours(exact)
    typed = fields.text("sleep_h", "Sleep (hours)", shown, hint="7.5 or 7:30", live=True)
    return exact if typed == shown else fields.read("sleep_h", typed, _hours)


def _hours(typed: str) -> float:
    match = _HOURS.fullmatch(typed.strip())
    if match:
        return int(match[1]) + int(match[2]) / 60
    if ":" in typed:
        raise ValueError(f"sleep must look like 7:30 or 7.5, got {typed!r}")
    return units.parse_number(typed)


def _pain(fields: Fields, before: CheckIn | None) -> tuple[int | None, str]:
    with fields.place("pain"):
        pain: int | None = st.pills(
            "Pain (0 none, 10 the worst)",
            range(WORST_PAIN + 1),
            default=before.pain if before else None,
            key=fields.name("pain"),
            persist_state="session",
        )
    noted = before.pain_note if before else ""
    with fields.place("pain_note"):
        note = st.text_input(
            "Where and when it hurts",
            noted,
            key=fields.name("pain_note"),
            max_chars=max(LONGEST_NOTES, len(noted)),
            persist_state="session",
        )
    return pain, (note or "").strip()


def _soreness(fields: Fields, before: CheckIn | None) -> dict[Muscle, int]:
    said = before.soreness if before else {}
    sore: dict[Muscle, int] = {}
    with fields.place("soreness"):
        st.caption("Soreness: 0 none, 1 a little, 2 clearly, 3 hard to move. Say what you like.")
        with st.grid(3, min_column_width=150):
            for muscle in get_args(Muscle):
                chosen = st.segmented_control(
                    MUSCLES[muscle],
                    range(MOST_SORE + 1),
                    default=said.get(muscle),
                    key=fields.name(f"sore-{muscle}"),
                    persist_state="session",
                )
                if chosen is not None:
                    sore[muscle] = chosen
    return sore
