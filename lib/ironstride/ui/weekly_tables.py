"""The tables of a week to keep: its sessions, its hard sets by muscle group, its rules."""

from dataclasses import replace
from datetime import date
from math import isnan
from typing import Any

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts.race_words import each
from ironstride.frames import History
from ironstride.frames.muscles import MuscleTotals
from ironstride.metrics.muscles import muscle_totals
from ironstride.standards.advice import RULES
from ironstride.store import Wanted, history
from ironstride.ui import cache, rules_data, rules_list, session_list
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.weeks import WEEK

DAY = date.resolution


def sessions(week: date, here: Here, *, for_print: bool) -> None:
    """Draw what was done, day by day."""
    rows = _sessions(here, week)
    if not rows:
        st.subheader("What was done")
        st.caption("No session in this week.")
        return
    _table("What was done", rows, "The sessions of the week", for_print=for_print)


@cache.once
def _sessions(here: Here, week: date) -> list[dict[str, str]]:
    ordered = done(here, week).sort_values("started_at", kind="stable")
    return [_session(one, here) for one in each(ordered)]


@cache.once
def done(here: Here, week: date) -> DataFrame[History]:
    """Return the sessions of a week."""
    return history(here.log, Wanted(first=week, last=week + WEEK - DAY))


def muscles(week: date, here: Here, *, for_print: bool) -> None:
    """Draw the hard sets of each muscle group that had any, or was to have."""
    rows = _muscles(here, week)
    _table("Hard sets by muscle group", rows, "Hard sets by muscle group", for_print=for_print)
    low, high = here.settings.least_sets, here.settings.most_sets
    st.caption(f"Indirect work counts by its share. Your band is {low} to {high} sets a week.")


@cache.once
def _muscles(here: Here, week: date) -> list[dict[str, str]]:
    totals = _totals(here, week)
    shown = totals[(totals.hard_sets > 0) | totals.muscle.isin(here.settings.guidance.muscles)]
    return [
        {
            "Group": one.muscle.capitalize(),
            "Hard sets": f"{one.hard_sets:g}",
            "Direct": f"{one.direct_sets:g}",
            "Days": str(one.days),
        }
        for one in each(shown.sort_values("hard_sets", ascending=False, kind="stable"))
    ]


def _totals(here: Here, week: date) -> DataFrame[MuscleTotals]:
    return muscle_totals(
        cache.lift_sets(here.log),
        cache.exercise_muscles(here.log),
        first=week,
        last=week + WEEK - DAY,
        hard_rir=here.settings.hard_rir,
    )


def rules(week: date, here: Here, *, for_print: bool) -> None:
    """Draw what each chosen rule says of the week."""
    rows = _rules(here, week)
    if rows:
        _table("The rules you chose", rows, "The rules and their state", for_print=for_print)


@cache.once
def _rules(here: Here, week: date) -> list[dict[str, str]]:
    then = replace(here, today=min(here.today, week + WEEK))
    table = rules_data.results(then)
    return [
        {
            "Rule": plain(RULES[one.rule].title),
            "State": rules_list.state_in_words(one.state),
            "In words": plain(" ".join((one.sentence, _missing(one))).strip()),
        }
        for one in each(table[table.week.dt.date == week])
    ]


def _table(title: str, rows: list[dict[str, str]], alt: str, *, for_print: bool) -> None:
    """Draw a table below its title, which in print stands in its head: no sheet parts the two."""
    if for_print and rows:
        (first, *_) = rows[0]
        rows = [{f"**{title}**": one[first]} | _without(one, first) for one in rows]
        st.empty()  # so that the table stays where it is when the view changes
    else:
        st.subheader(title)
    st.table(rows, hide_index=True, border="horizontal", alt=alt)


def _without(row: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in row.items() if key != name}


def _session(one: Any, here: Here) -> dict[str, str]:
    what, much = session_list.what(one), session_list.how_much(one, here.settings.units)
    return {
        "Day": f"{one.started_at:%a} {one.started_at.day}",
        "What": plain(what),
        "How much": plain(much),
        "RPE": "" if isnan(one.rpe) else f"{one.rpe:g}",
    }


def _missing(one: Any) -> str:
    return f"Missing: {one.missing}." if one.missing else ""
