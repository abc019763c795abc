"""The grid of sets: between a table that a person edits and LiftSets."""

from collections.abc import Iterable
from typing import Any, get_args

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.records import LiftSet, SetType, Side
from ironstride.ui import state
from ironstride.units import WeightUnit

COLUMNS = ("exercise", "reps", "load", "rir", "set_type", "hold_s", "side")
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
    state.keep(f"{key}-typed", edited)
    return edited


def read_sets(table: pd.DataFrame, unit: WeightUnit) -> tuple[LiftSet, ...]:
    """Return the sets of a grid; rows without an exercise and without numbers are left out.

    Raises:
        ValueError: a row cannot be a set; the sentence names the row.
    """
    found = []
    for number, row in enumerate(table.to_dict("records"), start=1):
        if _is_blank(row):
            continue
        try:
            found.append(_set(row, unit))
        except ValueError as why:
            raise ValueError(f"row {number}: {why}") from None
    return tuple(found)


def _table(sets: Iterable[LiftSet], unit: WeightUnit) -> pd.DataFrame:
    rows = [
        {
            "exercise": one.exercise,
            "set_type": SET_TYPES[one.set_type],
            "side": one.side,
            "reps": one.reps,
            "load": round(units.weight_in(one.load_kg, unit), 3) or None,
            "hold_s": one.hold_s,
            "rir": one.rir,
        }
        for one in sets
    ]
    # Added rows hold gaps, which columns of one type would refuse.
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _columns(names: list[str], unit: WeightUnit) -> dict[str, Any]:
    column = st.column_config
    return {
        "exercise": column.SelectboxColumn("Exercise", options=names, width=170),
        "set_type": column.SelectboxColumn(
            "Set", options=list(SET_TYPES.values()), default="work", width="small"
        ),
        "side": column.SelectboxColumn("Side", options=list(get_args(Side)), width="small"),
        "reps": column.NumberColumn("Reps", min_value=0, max_value=500, step=1, width=80),
        "load": column.NumberColumn(f"Weight ({unit})", min_value=0, width=125),
        "hold_s": column.NumberColumn("Hold (s)", min_value=0, width="small"),
        "rir": column.NumberColumn(
            "RIR",
            min_value=0,
            max_value=10,
            step=0.5,
            width="small",
            help="Reps in reserve: how many more you could have done",
        ),
    }


def _set(row: dict[Any, Any], unit: WeightUnit) -> LiftSet:
    set_types = {shown: name for name, shown in SET_TYPES.items()}
    reps, load = _number(row["reps"]), _number(row["load"])
    return LiftSet(
        exercise=row["exercise"] if isinstance(row["exercise"], str) else "",
        set_type=set_types.get(row["set_type"], "work"),
        side=row["side"] if row["side"] in get_args(Side) else None,
        reps=None if reps is None else int(reps),
        load_kg=units.kilograms(load or 0.0, unit),
        hold_s=_number(row["hold_s"]),
        rir=_number(row["rir"]),
    )


def _number(cell: Any) -> float | None:
    return None if cell is None or pd.isna(cell) else float(cell)


def _is_blank(row: dict[Any, Any]) -> bool:
    named = isinstance(row["exercise"], str) and row["exercise"].strip()
    return not named and all(_number(row[name]) is None for name in ("reps", "load", "hold_s"))
