"""What a page lets the runner choose; the choice stays in the address."""

from datetime import date
from typing import TypeVar

import pandas as pd
import streamlit as st

from ironstride.weeks import WEEK, WeekStart, week_of

T = TypeVar("T", bound=pd.DataFrame)

_WEEKS = {"12w": 12, "26w": 26, "52w": 52, "all": None}
_NAMES = {"12w": "12 weeks", "26w": "Half a year", "52w": "A year", "all": "All"}


def span(page: str, today: date, week_start: WeekStart, default: str = "52w") -> date | None:
    """Draw the choice of a span and return its first day; None means all of the log.

    The week that is not over yet is the last of its weeks.
    """
    chosen = st.segmented_control(
        "Span",
        list(_WEEKS),
        default=default,
        required=True,
        format_func=_NAMES.__getitem__,
        key=f"{page}_span",
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
    )
    span_weeks = _WEEKS[chosen or default]
    if span_weeks is None:
        return None
    return week_of(today, week_start) - (span_weeks - 1) * WEEK


def since(table: T, column: str, first: date | None) -> T:
    """Return the rows of a frame from a day on; all of them for None."""
    if first is None:
        return table
    rest: T = table[table[column] >= pd.Timestamp(first)]
    return rest


def exercise(names: list[str]) -> str:
    """Draw the choice of an exercise, the one lifted most often first."""
    chosen: str = st.selectbox(
        "Exercise", names, key="strength_exercise", bind="query-params", persist_state="session"
    )
    return chosen
