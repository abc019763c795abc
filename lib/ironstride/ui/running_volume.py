"""The running page's volume: how much is run, week by week and month by month."""

from datetime import date, timedelta
from functools import partial

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import easy_hard, months
from ironstride.charts import running as charts
from ironstride.frames import Runs
from ironstride.frames.running import WeeklyVolume
from ironstride.metrics import volume
from ironstride.metrics.spans import SpanComparison
from ironstride.metrics.zones import EasyBoundary, easy_boundary
from ironstride.ui import cache, day_to_open, filters, menu, running_totals, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone
from ironstride.weeks import WEEK, week_of

BY = {"weeks": "Weeks", "months": "Months"}
DAY = timedelta(days=1)


def show(runs: DataFrame[Runs], here: Here) -> None:
    """Draw the volume of the chosen span; a bar that is clicked lists its runs."""
    first = filters.span("running", here.today, here.settings.week_start)
    _numbers(first, here)
    if _of_span(runs, first, here).empty:
        st.info("No run in this span. Choose a longer one.")
        return
    alone(partial(_how_much, runs, first), here)
    _easy_hard(first, here)


def _how_much(runs: DataFrame[Runs], first: date | None, here: Here) -> None:
    st.subheader("How much do I run?")
    if filters.choice("running", "by", BY) == "months":
        _months(runs, first, here)
    else:
        _weeks(runs, first, here)


def _numbers(first: date | None, here: Here) -> None:
    span, habits, compared = _told(here, first)
    on_page.numbers(*span)
    if first is not None:
        running_totals.beside_others(compared, here.settings.units)
    on_page.numbers(*habits)
    running_totals.explained()


@cache.once
def _told(
    here: Here, first: date | None
) -> tuple[list[running_totals.Number], list[running_totals.Number], SpanComparison]:
    """Return the span's numbers, the habits of it, and other spans beside it."""
    settings, today, runs = here.settings, here.today, cache.runs(here.log)
    unit = settings.units.distance
    rest = volume.rest_days(cache.sessions(here.log), today=today, week_start=settings.week_start)
    begin = first or min(today, runs.started_at.min().date())
    last = week_of(today, settings.week_start) + WEEK - DAY
    compared = volume.compare_spans(runs, first=begin, last=last, today=today)
    span = running_totals.span_numbers(
        filters.since(_weekly(here), "week", first), compared.span, settings.units
    )
    habits = running_totals.habits(
        filters.since(rest, "week", first),
        volume.streaks(runs, today=today, week_start=settings.week_start),
        volume.eddington(runs, today=today, unit=unit),
        unit,
    )
    return span, habits, compared


@cache.once
def _weekly(here: Here) -> DataFrame[WeeklyVolume]:
    return volume.weekly_volume(
        cache.runs(here.log), today=here.today, week_start=here.settings.week_start
    )


def _weeks(runs: DataFrame[Runs], first: date | None, here: Here) -> None:
    figure, says, weekly = _by_week(here, first)
    clicked = on_page.chart_to_click(figure, says, how="distance", table=weekly)
    day = day_to_open.of(clicked, "Runs of the week of", *_reach(runs, here), how="distance")
    if day:
        sessions_of.week(day, here)


@cache.once
def _by_week(here: Here, first: date | None) -> cache.Drawn:
    weekly, units = filters.since(_weekly(here), "week", first), here.settings.units
    return charts.weekly_distance(weekly, units), charts.weekly_distance_alt(weekly, units), weekly


def _months(runs: DataFrame[Runs], first: date | None, here: Here) -> None:
    figure, says, monthly = _by_month(here, first)
    clicked = on_page.chart_to_click(figure, says, how="months", table=monthly)
    day = day_to_open.of(clicked, "Runs of the month of", *_reach(runs, here), how="months")
    if day:
        begin = day.replace(day=1)
        end = (pd.Timestamp(begin) + pd.offsets.MonthEnd(0)).date()
        sessions_of.show(f"{begin:%B %Y}", begin, end, here)


@cache.once
def _by_month(here: Here, first: date | None) -> cache.Drawn:
    monthly = volume.monthly_volume(cache.runs(here.log), today=here.today)
    monthly = filters.since(monthly, "month", first and first.replace(day=1))
    units = here.settings.units
    return (
        months.monthly_distance(monthly, units),
        months.monthly_distance_alt(monthly, units),
        monthly,
    )


def _easy_hard(first: date | None, here: Here) -> None:
    st.subheader("How much of it is easy?")
    _told_by(easy_boundary(**here.settings.heart_rates()))
    if drawn := _split(here, first):
        figure, says, split = drawn
        on_page.chart(figure, says, how="easy_hard", table=split)
        return
    st.info(
        "Cannot tell yet: nothing says of any run in this span whether it was easy. History "
        "changes the type of many runs at once."
    )


@cache.once
def _split(here: Here, first: date | None) -> cache.Drawn | None:
    """Return the easy and the hard time of the span, or None where nothing tells it."""
    settings = here.settings
    boundary = easy_boundary(**settings.heart_rates())
    split = volume.easy_hard(
        cache.runs(here.log),
        today=here.today,
        week_start=settings.week_start,
        easy_below_bpm=boundary.bpm if boundary else None,
    )
    split = filters.since(split, "week", first)
    if not (split.easy_s + split.hard_s).sum():
        return None
    return easy_hard.easy_hard(split), easy_hard.easy_hard_alt(split), split


def _told_by(boundary: EasyBoundary | None) -> None:
    """Say which heart rate tells easy from hard where a type does not, or what to enter."""
    if boundary:
        st.caption(
            f"Told by the run's type; without one, a mean heart rate below {boundary.bpm} bpm "
            f"({boundary.words}) is easy."
        )
        return
    st.caption(
        "Told by the run's type alone. Enter your maximum heart rate under Settings, best with "
        "your heart rate at rest, and runs without a type are told by their mean heart rate."
    )
    menu.link("settings", "Settings")


def _of_span(runs: DataFrame[Runs], first: date | None, here: Here) -> pd.DataFrame:
    end = pd.Timestamp(week_of(here.today, here.settings.week_start) + WEEK)
    return filters.since(runs[runs.started_at < end], "started_at", first)


def _reach(runs: DataFrame[Runs], here: Here) -> tuple[date, date]:
    """Return the first and the last day whose runs can be asked for."""
    return min(here.today, runs.started_at.min().date()), here.today
