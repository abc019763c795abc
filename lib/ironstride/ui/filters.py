"""What a page lets the runner choose; the choice stays in the address."""

from datetime import date, timedelta
from typing import TypeVar

import pandas as pd
import streamlit as st

T = TypeVar("T", bound=pd.DataFrame)

_WEEKS = {"12w": 12, "26w": 26, "52w": 52, "all": None}
_NAMES = {"12w": "12 weeks", "26w": "Half a year", "52w": "A year", "all": "All"}


def span(page: str, today: date, default: str = "52w") -> date | None:
    """Draw the choice of a span and return its first day; None means all of the log."""
    chosen = st.segmented_control(
        "Span",
        list(_WEEKS),
        default=default,
        required=True,
        format_func=_NAMES.__getitem__,
        key=f"{page}_span",
        bind="query-params",
        label_visibility="collapsed",
    )
    weeks = _WEEKS[chosen or default]
    return None if weeks is None else today - timedelta(weeks=weeks)


def since(table: T, column: str, first: date | None) -> T:
    """Return the rows of a frame from a day on; all of them for None."""
    if first is None:
        return table
    rest: T = table[table[column] >= pd.Timestamp(first)]
    return rest


def exercise(names: list[str]) -> str:
    """Draw the choice of an exercise, the one lifted most often first."""
    chosen: str = st.selectbox("Exercise", names, key="strength_exercise", bind="query-params")
    return chosen
