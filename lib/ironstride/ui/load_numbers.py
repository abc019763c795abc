"""The numbers above the load charts, and the sessions that lack a rating."""

from datetime import date, timedelta
from functools import partial
from math import isnan

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.frames.load import TrainingLoad, WeeklyLoad
from ironstride.metrics.load_history import LONG_TERM_DAYS, WARM_UP_DAYS
from ironstride.metrics.rating import RatedSessions
from ironstride.store import Wanted, history
from ironstride.ui import filters, menu, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone

MOST_LISTED = 10
MEAN_WEEKS = 4


def wants_estimates() -> bool:
    """Draw the switch and tell whether missing ratings are to be estimated."""
    return st.toggle(
        "Estimate missing ratings",
        key="running_estimate",
        bind="query-params",
        persist_state="session",
        help="By the median of your own ratings of sessions of the same kind.",
    )


def say_estimates(sessions: RatedSessions, first: date | None) -> None:
    """Say how many ratings of the span were estimated, and how."""
    shown = filters.since(sessions, "started_at", first)
    number = int(shown.estimated.sum())
    st.caption(
        f"Estimated: the rating of {number} of {units.count(len(shown), 'session')} in this span, "
        "each by the median of your own ratings of the same kind: runs of the same type, lift "
        "sessions, the same other sport. It takes each of them for a usual one, so it hides what "
        "was unusual. What was estimated is cross-hatched, or dashed where it is in a line."
    )


def none_rated() -> None:
    """Say what load needs."""
    st.info(
        "Cannot tell yet: no session has both a rating and a time. Load is your rating of the "
        "whole session (RPE, 0 to 10) × its minutes. Rate sessions as you log them, or later in "
        "History."
    )


def show(weekly: DataFrame[WeeklyLoad], days: DataFrame[TrainingLoad]) -> None:
    """Show this week's load, recent and long-term load, and monotony and strain of a full week."""
    over = weekly[weekly.complete]
    on_page.numbers(
        ("Load this week", _this_week(weekly), _mean(over)),
        *_lately(days),
        *_alike(over),
    )
    for sentence in (_warming_up(days), _why_not(over)):
        if sentence:
            st.caption(sentence)


def unrated(sessions: RatedSessions, first: date | None, here: Here) -> None:
    """Say how many sessions of the span have no load, and list the latest to rate them."""
    shown = filters.since(sessions, "started_at", first)
    shown = shown[shown.started_at < pd.Timestamp(here.today + timedelta(days=1))]
    lacking = shown[shown.rpe.isna() | shown.duration_s.isna()]
    if not lacking.empty:
        alone(partial(_lacking, lacking), here)


def _lacking(lacking: pd.DataFrame, here: Here) -> None:
    number = units.count(len(lacking), "session")
    place = st.expander(
        f"Without a rating or a time, so without a load: {number} in this span",
        key="running_unrated",
        on_change="rerun",
    )
    if not place.open:
        return
    with place:
        listed = lacking.tail(MOST_LISTED)
        found = history(here.log, Wanted(first=listed.started_at.iloc[0].date()))
        sessions_of.rows(found[found.session_id.isin(listed.session_id)], here)
        if len(lacking) > MOST_LISTED:
            st.caption(f"The latest {MOST_LISTED}; open one to rate it, or find others in History.")
        menu.link("history", "History")


def _this_week(weekly: DataFrame[WeeklyLoad]) -> str:
    """Return the load so far; none in spite of sessions is not known."""
    now = weekly.iloc[-1]
    return "not known" if now.unrated and not now.load else units.number(now.load)


def _mean(over: pd.DataFrame) -> str:
    if len(over) < MEAN_WEEKS:
        return "so far"
    return f"{MEAN_WEEKS}-week mean {units.number(over.load.tail(MEAN_WEEKS).mean())}"


def _lately(days: DataFrame[TrainingLoad]) -> list[tuple[str, str, str]]:
    full = days[days.complete]
    if full.empty or isnan(full.recent.iloc[-1]):
        wait = f"from {_after(days, LONG_TERM_DAYS)}"
        return [("Recent load", "not yet", wait), ("Long-term load", "not yet", wait)]
    last = full.iloc[-1]
    warm = ", warming up" if last.warming_up else ""
    return [
        ("Recent load", f"{units.number(last.recent)} a day", f"7 days{warm}"),
        ("Long-term load", f"{units.number(last.long_term)} a day", f"42 days{warm}"),
    ]


def _warming_up(days: DataFrame[TrainingLoad]) -> str:
    if not days.warming_up.iloc[-1]:
        return ""
    return (
        "Recent and long-term load are shown from six weeks on and warm up until "
        f"{_after(days, WARM_UP_DAYS)}: until then they lean on how the log begins."
    )


def _after(days: DataFrame[TrainingLoad], number: int) -> str:
    return f"{days.day.iloc[0] + timedelta(days=number):%d %b %Y}"


def _alike(over: pd.DataFrame) -> list[tuple[str, str, str]]:
    if over.empty:
        return []
    week = over.iloc[-1]
    if isnan(week.monotony):
        return [(name, "not known", "last full week") for name in ("Monotony", "Strain")]
    capped = week.monotony > week.monotony_shown
    value = f"above {week.monotony_shown:.0f}" if capped else f"{week.monotony:.1f}"
    return [
        ("Monotony", value, "last full week"),
        ("Strain", units.number(week.strain), "last full week"),
    ]


def _why_not(over: pd.DataFrame) -> str:
    """Say why the last full week has no monotony."""
    if over.empty or not isnan(over.monotony.iloc[-1]):
        return ""
    week = over.iloc[-1]
    why = "its days do not differ, or the log began within it"
    if week.unrated:
        lacking = units.count(week.unrated, "session")
        why = f"{lacking} of it {'has' if week.unrated == 1 else 'have'} no load"
    elif not week.load:
        why = "it has no load"
    return f"Monotony and strain of the last full week are not known: {why}."
