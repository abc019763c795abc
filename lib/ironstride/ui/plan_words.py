"""What is planned, in words: a session, an exercise with its sets and load, a day."""

from datetime import date
from typing import Any

from pandas import isna

from ironstride import units
from ironstride.metrics.week_runs import run_word
from ironstride.records import Exercise
from ironstride.records.guide import Guide, guide_of
from ironstride.ui.words import run_in_words
from ironstride.units import Units, WeightUnit


def day(one: date) -> str:
    """Return a day by its name and date.

    >>> day(date(2026, 11, 3))
    'Tuesday 3 November'
    """
    return f"{one:%A} {one.day} {one:%B}"


def what(row: Any, chosen: Units) -> str:
    """Return a planned session in words: what it is called, how far or how long."""
    usual = run_word(row.type).capitalize() if row.kind == "run" else "Lift"
    name = row.title or usual
    much = run_in_words(_known(row.distance_m), _known(row.duration_s), chosen)
    return f"{name} · {much}" if much else name


def sets(row: Any, unit: WeightUnit) -> str:
    """Return the sets of a planned exercise in words, with load and reserve where they are known.

    >>> from types import SimpleNamespace
    >>> none = float("nan")
    >>> sets(SimpleNamespace(sets=3, reps_low=4.0, reps_high=6.0, hold_s=none, load_kg=80.0,
    ...                      rir=2.0), "kg")
    '3 × 4–6 reps at 80 kg, 2 in reserve'
    """
    if not isna(row.hold_s):
        much = f"{row.sets} × {row.hold_s:g} s"
    elif isna(row.reps_low):
        much = units.count(row.sets, "set")
    else:
        high = row.reps_low if isna(row.reps_high) else row.reps_high
        reps = f"{row.reps_low:g}" if high == row.reps_low else f"{row.reps_low:g}–{high:g}"
        much = f"{row.sets} × {reps} reps"
    load = "" if isna(row.load_kg) or not row.load_kg else units.format_weight(row.load_kg, unit)
    reserve = "" if isna(row.rir) else f", {row.rir:g} in reserve"
    return f"{much}{f' at {load}' if load else ''}{reserve}"


def guide(exercise: str) -> Guide | None:
    """Return how an exercise of the catalogue is done."""
    return guide_of(Exercise(name=exercise))


def _known(value: float | None) -> float | None:
    return None if isna(value) else value
