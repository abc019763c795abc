"""The grid of sets: a table that a person edits, and to which buttons add rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import pandas as pd
import streamlit as st

from ironstride.records import LiftSet, Side
from ironstride.ui import state
from ironstride.ui.forms.set_rows import (
    COLUMNS,
    NO_SIDE,
    SET_TYPES,
    Row,
    row_of,
    rows_of,
    table_of,
    written_rows,
)
from ironstride.units import WeightUnit


@dataclass(frozen=True)
class SetGrid:
    """The grid of one form in one unit: what was begun in one is never read in another."""

    form: str
    unit: WeightUnit

    @property
    def key(self) -> str:
        """Return the key of the widget: rows that a button adds make a new one."""
        return f"{self._name}-{state.turn(self._name)}"

    @property
    def added(self) -> tuple[LiftSet, ...]:
        """Return the sets that buttons added, as exact as they were."""
        return state.kept(f"{self._name}-added", ())

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing stands in the grid yet."""
        return not written_rows(state.kept(f"{self.key}-typed", table_of([])))

    def edit(self, sets: Iterable[LiftSet], names: list[str]) -> pd.DataFrame:
        """Draw the grid, filled with sets at first, and return it as it was edited.

        It offers the exercises named and those that stand in it already, archived or not.
        What was typed survives leaving the page: the grid starts again from what it last held.
        """
        key = self.key
        if not state.is_kept(f"{key}-start") or not state.is_kept(key):
            typed = state.kept(f"{key}-typed", None)
            first = table_of(rows_of(sets, self.unit)) if typed is None else typed
            state.keep(f"{key}-start", first)
        begun = state.kept(f"{key}-start", table_of([]))
        there = [row["exercise"] for row in written_rows(begun) if row["exercise"]]
        edited: pd.DataFrame = st.data_editor(
            begun,
            key=key,
            num_rows="dynamic",
            hide_index=True,
            width="stretch",
            height="content",
            column_order=COLUMNS,
            column_config=_columns(list(dict.fromkeys([*names, *there])), self.unit),
            alt="The sets of this session, one row a set",
        )
        state.keep(f"{key}-typed", edited.reset_index(drop=True))
        return edited

    def add(self, table: pd.DataFrame, new: Sequence[LiftSet | Row | str]) -> None:
        """Put sets, rows or exercises yet to be lifted below what stands in the grid."""
        sets = tuple(one for one in new if isinstance(one, LiftSet))
        rows = [row for one in new for row in self._rows(one)]
        state.keep(f"{self._name}-added", self.added + sets)
        for ending in ("-start", "-typed"):
            state.forget(self.key + ending)
        state.next_turn(self._name)
        state.keep(f"{self.key}-typed", table_of(written_rows(table) + rows))

    def _rows(self, one: LiftSet | Row | str) -> list[Row]:
        if isinstance(one, LiftSet):
            return rows_of([one], self.unit)
        return [row_of(one) if isinstance(one, str) else one]

    @property
    def _name(self) -> str:
        return f"{self.form}-sets-{self.unit}"


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
            "Side", options=[NO_SIDE, *get_args(Side)], default=NO_SIDE, width="small"
        ),
    }
