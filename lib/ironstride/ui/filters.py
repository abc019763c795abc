"""What a page lets the runner choose; the choice stays in the address."""

from datetime import date
from typing import TypeVar

import pandas as pd
import streamlit as st

from ironstride.weeks import WEEK, WeekStart, week_of

T = TypeVar("T", bound=pd.DataFrame)

_WEEKS = {"12w": 12, "26w": 26, "52w": 52, "all": None}
_RECENT = {"26w": 26, "52w": 52}
MOST_LIFTS = 4
_NAMES = {"12w": "12 weeks", "26w": "Half a year", "52w": "A year", "all": "All"}


def span(page: str, today: date, week_start: WeekStart, default: str = "52w") -> date | None:
    """Draw the choice of a span and return its first day; None means all of the log.

    The week that is not over yet is the last of its weeks.
    """
    span_weeks = _WEEKS[choice(page, "span", {name: _NAMES[name] for name in _WEEKS}, default)]
    if span_weeks is None:
        return None
    return week_of(today, week_start) - (span_weeks - 1) * WEEK


def part(page: str, names: dict[str, str]) -> str:
    """Draw the choice of a page's part and return its name; the first is the default."""
    return choice(page, "part", names)


def choice(page: str, what: str, names: dict[str, str], default: str = "") -> str:
    """Draw the choice of one of a few things and return its name; the first, if none is given."""
    first = default or next(iter(names))
    chosen = st.segmented_control(
        what.capitalize(),
        list(names),
        default=first,
        required=True,
        format_func=names.__getitem__,
        key=f"{page}_{what}",
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
    )
    return chosen or first


def year(page: str, years: list[int]) -> int:
    """Draw the choice of a calendar year and return it; the first of them is the default."""
    chosen: str = st.selectbox(
        "Year",
        [str(one) for one in years],
        key=f"{page}_year",
        bind="query-params",
        persist_state="session",
        width=160,
    )
    return int(chosen)


def week(names: list[str], *, usual: int) -> str:
    """Draw the choice of a week by its name and return it."""
    chosen: str = st.selectbox(
        "Week",
        names,
        index=usual,
        key="weekly_week",
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
        width=320,
    )
    return chosen


def since(table: T, column: str, first: date | None) -> T:
    """Return the rows of a frame from a day on; all of them for None."""
    if first is None:
        return table
    rest: T = table[table[column] >= pd.Timestamp(first)]
    return rest


def exercise(names: list[str], key: str = "strength_exercise", label: str = "Exercise") -> str:
    """Draw the choice of an exercise, the first of them at first."""
    chosen: str = st.selectbox(label, names, key=key, bind="query-params", persist_state="session")
    return chosen


def lifts(names: list[str]) -> list[str]:
    """Draw the choice of up to four lifts, the first of them at first."""
    chosen: list[str] = st.multiselect(
        "Lifts",
        names,
        default=names[:1],
        max_selections=MOST_LIFTS,
        key="strength_lifts",
        bind="query-params",
        persist_state="session",
    )
    return chosen


def race_distance(names: list[str], usual: str) -> str:
    """Draw the choice of a race distance."""
    chosen: str = st.selectbox(
        "Distance",
        names,
        index=names.index(usual),
        key="records_distance",
        bind="query-params",
        persist_state="session",
    )
    return chosen


def recent_weeks() -> int:
    """Draw how old a race may be that still counts, and return it [weeks]."""
    chosen = st.segmented_control(
        "Races and tests of the last",
        list(_RECENT),
        default="26w",
        required=True,
        format_func=_NAMES.__getitem__,
        key="records_recent",
        bind="query-params",
        persist_state="session",
    )
    return _RECENT[chosen or "26w"]


def switch(key: str, label: str) -> bool:
    """Draw a switch, off at first."""
    return bool(st.toggle(label, key=key, bind="query-params", persist_state="session"))
