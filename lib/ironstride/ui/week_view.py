"""A week in numbers, beside the mean of the four weeks before it."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from ironstride import units
from ironstride.metrics.overview import Measure, WeekSummary, week_summary
from ironstride.ui import cache, show
from ironstride.ui.page import Here
from ironstride.units import Units
from ironstride.weeks import week_of


def this_week(here: Here) -> None:
    """Show each number of the week so far with the mean that it is to be compared with."""
    week = week_of(here.today, here.settings.week_start)
    st.subheader(f"This week so far, since {week:%A} {week.day} {week:%B}")
    numbers(week, here)


def numbers(week: date, here: Here) -> None:
    """Show each number of a week with the mean that it is to be compared with."""
    summary, chosen = _summary(here, week), here.settings.units
    show.numbers(
        _distance(summary, chosen),
        _number("Running time", summary.duration_s, units.format_hours),
        _number("Runs", summary.runs, _count),
        _number("Hard sets", summary.hard_sets, _count),
        _number("Session load", summary.session_load, lambda load: f"{load:.0f}"),
        _number("Rest days", summary.rest_days, _count),
    )
    st.caption(_compared(summary))


@cache.once
def _summary(here: Here, week: date) -> WeekSummary:
    return week_summary(
        cache.sessions(here.log),
        cache.runs(here.log),
        cache.lift_sets(here.log),
        today=here.today,
        week=week,
        week_start=here.settings.week_start,
        hard_rir=here.settings.hard_rir,
    )


def _distance(summary: WeekSummary, chosen: Units) -> tuple[str, str, str]:
    def write(distance_m: float) -> str:
        return units.format_distance(distance_m, chosen.distance)

    label, value, beside = _number("Distance", summary.distance_m, write)
    unknown = summary.runs.so_far and not summary.distance_m.so_far
    return label, "not known" if unknown else value, beside


def _number(label: str, measure: Measure, write: Callable[[float], str]) -> tuple[str, str, str]:
    value = "not known" if measure.so_far is None else write(measure.so_far)
    beside = "" if measure.mean is None else f"mean {write(measure.mean)}"
    return label, value, beside


def _count(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _compared(summary: WeekSummary) -> str:
    if summary.weeks < 4:
        told = (
            f"The log holds {units.count(summary.weeks, 'complete week')} before; from four on, "
            "their mean stands beside each number."
        )
    else:
        told = "Beside a number stands its mean over the four weeks before, where known."
    load = "Session load is effort (RPE) × minutes."
    if summary.unrated:
        unrated = units.count(summary.unrated, "session")
        load += f" Without RPE or time, and so without load, in these weeks: {unrated}."
    return f"{told} {load}"
