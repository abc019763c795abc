"""The exercises of a planned lift as a table to correct: one row an exercise."""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.records import FieldError, PlannedExercise
from ironstride.ui.forms.fields import Fields
from ironstride.units import WeightUnit

NAME = "exercises"
COLUMNS = ("exercise", "sets", "reps", "load", "hold_s", "rir")
_REPS = re.compile(r"\s*(\d{1,4})\s*(?:[-–]\s*(\d{1,4})\s*)?")


def exercise_fields(
    fields: Fields, names: list[str], unit: WeightUnit, before: tuple[PlannedExercise, ...]
) -> tuple[PlannedExercise, ...]:
    """Draw the table and return what it holds; a row that is not changed stays exact."""
    begun = [_row(one, unit) for one in before]
    with fields.place(NAME):
        edited: pd.DataFrame = st.data_editor(
            pd.DataFrame(begun, columns=list(COLUMNS), dtype=str),
            key=fields.name(f"{NAME}-{unit}"),
            num_rows="dynamic",
            hide_index=True,
            height="content",
            column_config=_columns(
                list(dict.fromkeys([*names, *(one.exercise for one in before)])), unit
            ),
            alt="The exercises of this lift, one row an exercise",
        )
    kept = dict(zip(map(_key, begun), before, strict=True))
    found = [kept.get(_key(row)) or _read(row, fields, before, unit) for row in _written(edited)]
    return tuple(one for one in found if one is not None)


def _written(edited: pd.DataFrame) -> Iterator[dict[str, str]]:
    for row in edited.fillna("").astype(str).to_dict("records"):
        typed = {name: row[name].strip() for name in COLUMNS}
        if any(typed[name] for name in COLUMNS if name != "sets"):
            yield typed


def _read(
    row: dict[str, str], fields: Fields, before: tuple[PlannedExercise, ...], unit: WeightUnit
) -> PlannedExercise | None:
    name = row["exercise"]
    same = next((one for one in before if one.exercise == name), None)
    try:
        return PlannedExercise(
            exercise=name, **_dose(row), load_kg=_load(row, same, unit),
            own=same.own if same else True, muscles=same.muscles if same else "",
        )  # fmt: skip
    except (FieldError, ValueError) as why:
        fields.mistake(NAME, f"{name}: {why}" if name else str(why))
        return None


def _dose(row: dict[str, str]) -> dict[str, Any]:
    reps = _REPS.fullmatch(row["reps"])
    if row["reps"] and not reps:
        raise ValueError(f"reps must be a number or a range such as 4–6, got {row['reps']!r}")
    sets = units.parse_number(row["sets"] or "3")
    if sets != int(sets):
        raise ValueError(f"sets must be a whole number, got {sets:g}")
    return {
        "sets": int(sets),
        "reps_low": int(reps[1]) if reps else None,
        "reps_high": int(reps[2] or reps[1]) if reps else None,
        "hold_s": _number(row["hold_s"]),
        "rir": _number(row["rir"]),
    }


def _load(row: dict[str, str], same: PlannedExercise | None, unit: WeightUnit) -> float | None:
    if same is not None and row["load"] == _row(same, unit)["load"]:
        return same.load_kg
    typed = _number(row["load"])
    return None if typed is None else units.kilograms(typed, unit)


def _number(typed: str) -> float | None:
    return units.parse_number(typed) if typed else None


def _row(one: PlannedExercise, unit: WeightUnit) -> dict[str, str]:
    low, high = one.reps_low, one.reps_high
    load = None if one.load_kg is None else units.weight_in(one.load_kg, unit)
    return {
        "exercise": one.exercise,
        "sets": str(one.sets),
        "reps": "" if low is None else f"{low}" if low == high else f"{low}–{high}",
        "load": _shown(load),
        "hold_s": _shown(one.hold_s),
        "rir": _shown(one.rir),
    }


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


def _key(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in COLUMNS)


def _columns(names: list[str], unit: WeightUnit) -> dict[str, Any]:
    # Numbers are typed as text: a number column drops a comma and cuts a number without a word.
    column = st.column_config
    return {
        "exercise": column.SelectboxColumn("Exercise", options=names, width=170),
        "sets": column.TextColumn("Sets", default="3", width=60),
        "reps": column.TextColumn("Reps", default="", width=75, help="A number, or such as 4–6"),
        "load": column.TextColumn(f"Weight ({unit})", default="", width=105),
        "hold_s": column.TextColumn("Hold (s)", default="", width=85),
        "rir": column.TextColumn(
            "RIR", default="", width=60, help="Reps in reserve: how many more you could have done"
        ),
    }
