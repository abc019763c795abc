"""The grid of sets: between a table that a person edits and LiftSets."""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.records import LiftSet, SetType, Side
from ironstride.ui import state
from ironstride.units import WeightUnit

COLUMNS = ("exercise", "reps", "load", "rir", "set_type", "hold_s", "side")
NAMES = {"reps": "reps", "load": "weight", "hold_s": "hold", "rir": "reps in reserve"}
SET_TYPES: dict[SetType, str] = {
    "warmup": "warm-up",
    "work": "work",
    "drop": "drop",
    "failure": "failure",
}


def edit_sets(
    key: str, sets: Iterable[LiftSet], names: list[str], unit: WeightUnit
) -> pd.DataFrame:
    """Draw the grid, filled with sets at first, and return it as it was edited.

    What was typed survives leaving the page: the grid starts again from what it last held.
    """
    if not state.is_kept(f"{key}-start") or not state.is_kept(key):
        typed = state.kept(f"{key}-typed", None)
        state.keep(f"{key}-start", _table(sets, unit) if typed is None else typed)
    edited: pd.DataFrame = st.data_editor(
        state.kept(f"{key}-start", _table((), unit)),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        column_order=COLUMNS,
        column_config=_columns(names, unit),
        alt="The sets of this session, one row a set",
    )
    state.keep(f"{key}-typed", edited.reset_index(drop=True))
    return edited


def is_typed_in(key: str) -> bool:
    """Tell whether a grid holds anything that was typed."""
    typed = state.kept(f"{key}-typed", _table((), "kg"))
    return not all(_is_blank(row) for row in typed.to_dict("records"))


def read_sets(
    table: pd.DataFrame, shown: Sequence[LiftSet], unit: WeightUnit
) -> tuple[LiftSet, ...]:
    """Return the sets of a grid; rows without an exercise and without numbers are left out.

    A row that still reads as one of the sets `shown` at first is that very set: the grid shows
    rounded weights.

    Raises:
        ValueError: a row cannot be a set; the sentence names the row.
    """
    exact = {_cells(row): one for row, one in zip(_rows(shown, unit), shown, strict=True)}
    found = []
    for number, row in enumerate(table.to_dict("records"), start=1):
        if _is_blank(row):
            continue
        try:
            found.append(exact.get(_cells(row)) or _set(row, unit))
        except ValueError as why:
            raise ValueError(f"row {number}: {why}") from None
    return tuple(found)


def _table(sets: Iterable[LiftSet], unit: WeightUnit) -> pd.DataFrame:
    # Added rows hold gaps, which columns of one type would refuse.
    return pd.DataFrame(_rows(sets, unit), columns=list(COLUMNS), dtype=object)


def _rows(sets: Iterable[LiftSet], unit: WeightUnit) -> list[dict[Any, Any]]:
    return [
        {
            "exercise": one.exercise,
            "reps": _text(one.reps),
            "load": _text(round(units.weight_in(one.load_kg, unit), 3) or None),
            "rir": _text(one.rir),
            "set_type": SET_TYPES[one.set_type],
            "hold_s": _text(one.hold_s),
            "side": one.side or "",
        }
        for one in sets
    ]


def _columns(names: list[str], unit: WeightUnit) -> dict[str, Any]:
    # Numbers are typed as text: a number column drops a comma and cuts a number without a word.
    column = st.column_config
    return {
        "exercise": column.SelectboxColumn("Exercise", options=names, width=170),
        "reps": column.TextColumn("Reps", default="", width=80),
        "load": column.TextColumn(f"Weight ({unit})", default="", width=125),
        "rir": column.TextColumn(
            "RIR",
            default="",
            width="small",
            help="Reps in reserve: how many more you could have done",
        ),
        "set_type": column.SelectboxColumn(
            "Set", options=list(SET_TYPES.values()), default="work", width="small"
        ),
        "hold_s": column.TextColumn("Hold (s)", default="", width="small"),
        "side": column.SelectboxColumn(
            "Side", options=["", *get_args(Side)], default="", width="small"
        ),
    }


def _set(row: dict[Any, Any], unit: WeightUnit) -> LiftSet:
    set_types = {shown: name for name, shown in SET_TYPES.items()}
    reps = _number(row, "reps")
    return LiftSet(
        exercise=_cell(row, "exercise"),
        set_type=set_types.get(row["set_type"], "work"),
        side=row["side"] if row["side"] in get_args(Side) else None,
        reps=int(reps) if reps is not None and reps == int(reps) else reps,  # type: ignore[arg-type]  # LiftSet refuses half a rep
        load_kg=units.kilograms(_number(row, "load") or 0.0, unit),
        hold_s=_number(row, "hold_s"),
        rir=_number(row, "rir"),
    )


def _cells(row: dict[Any, Any]) -> tuple[str, ...]:
    """Return a row's cells in a form that compares."""
    return tuple(_cell(row, name) for name in COLUMNS)


def _cell(row: dict[Any, Any], name: str) -> str:
    return row[name].strip() if isinstance(row[name], str) else ""


def _number(row: dict[Any, Any], name: str) -> float | None:
    typed = _cell(row, name)
    if not typed:
        return None
    try:
        return units.parse_number(typed)
    except ValueError as why:
        raise ValueError(f"{NAMES[name]}: {why}") from None


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.7g}"


def _is_blank(row: dict[Any, Any]) -> bool:
    return not any(_cell(row, name) for name in ("exercise", "reps", "load", "hold_s"))
