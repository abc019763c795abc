"""What a week to keep tells in words: new bests, and what the runner wrote."""

from datetime import date
from math import isnan
from typing import TypeVar

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts.race_words import each
from ironstride.frames import CheckIns
from ironstride.frames.bests import DISTANCES, RecordSteps
from ironstride.frames.strength_trends import BracketRecords
from ironstride.metrics.bests import record_steps
from ironstride.metrics.rep_brackets import rep_records
from ironstride.store import check_ins
from ironstride.ui import cache, session_list, weekly_tables
from ironstride.ui.page import Here
from ironstride.ui.words import plain, tame
from ironstride.units import Units
from ironstride.weeks import WEEK

T = TypeVar("T", bound=pd.DataFrame)


def bests(week: date, here: Here) -> None:
    """Draw the records that fell in the week, of runs and of lifts."""
    st.subheader("New bests")
    lines = _bests(here, week)
    st.markdown("\n".join(f"- {plain(one)}" for one in lines) or "None in this week.")


@cache.once
def _bests(here: Here, week: date) -> list[str]:
    runs = _of(_run_records(here), "started_at", week)
    lifts = _of(_lift_records(here), "started_at", week)
    return [*_runs(runs), *_lifts(lifts[lifts.gain_kg > 0], here.settings.units)]


@cache.once
def _run_records(here: Here) -> DataFrame[RecordSteps]:
    return record_steps(cache.best_efforts(here.log))


@cache.once
def _lift_records(here: Here) -> DataFrame[BracketRecords]:
    return rep_records(cache.lift_sets(here.log))


def notes(week: date, here: Here) -> None:
    """Draw the notes of the week's sessions and check-ins, as they were written."""
    written = _notes(here, week)
    st.subheader("Notes")
    if not written:
        st.caption("None written in this week.")
    for head, text in written:
        st.markdown(f"**{plain(head)}**")
        st.text(tame(text))


@cache.once
def _notes(here: Here, week: date) -> list[tuple[str, str]]:
    days = _of(_check_ins(here), "day", week)
    done = weekly_tables.done(here, week)
    said = [(f"{_day(one.started_at)}, {session_list.what(one)}", one.notes) for one in each(done)]
    said += [(f"{_day(one.day)}, {_check_in(one.pain)}", one.pain_note) for one in each(days)]
    return [(head, text) for head, text in said if text.strip()]


@cache.once
def _check_ins(here: Here) -> DataFrame[CheckIns]:
    return check_ins(here.log)


def _of(table: T, column: str, week: date) -> T:
    """Return the rows of a week."""
    first = pd.Timestamp(week)
    found: T = table[(table[column] >= first) & (table[column] < first + WEEK)]
    return found


def _runs(steps: pd.DataFrame) -> list[str]:
    return [
        f"{DISTANCES[one.distance_m]} in {units.format_clock(one.duration_s)}, "
        + ("the first" if isnan(one.gain_s) else f"{units.format_clock(one.gain_s)} less")
        for one in each(steps)
    ]


def _lifts(records: pd.DataFrame, chosen: Units) -> list[str]:
    return [
        f"{one.exercise}, {'1 rep' if one.bracket == '1' else f'{one.bracket} reps'}: "
        f"{one.reps:.0f} × {units.format_weight(one.load_kg, chosen.weight)}, "
        f"{units.format_weight(one.gain_kg, chosen.weight)} more"
        for one in each(records)
    ]


def _day(day: date) -> str:
    return f"{day:%a} {day.day}"


def _check_in(pain: float) -> str:
    return "check-in" if isnan(pain) else f"check-in, pain {pain:.0f} of 10"
