"""The muscles page's body: what each group got in the chosen span, and since when nothing."""

from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import body_figure as charts
from ironstride.charts.race_words import each
from ironstride.frames import LiftSets
from ironstride.frames.muscles import MuscleLast, MuscleTotals
from ironstride.metrics.muscles import UNTOUCHED_DAYS, muscle_last, muscle_totals
from ironstride.metrics.set_span import sets_counted, within
from ironstride.ui import cache, muscles_chosen, muscles_span, state
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone

GROUP = "muscles_group"
FIGURE = "chart-body_figure"
DAYS = (7, 14, 21, 28)
WEEK_DAYS = 7


def show(sets: DataFrame[LiftSets], here: Here) -> None:
    """Draw the numbers, the body, and either all groups or what is behind the chosen one."""
    first = muscles_span.chosen(sets, here)
    totals = _totals(here, first)
    on_page.numbers(*_numbers(here, first))
    if not totals.hard_sets.sum():
        st.info("No hard set in this span. Choose a longer one.")
    alone(_idle, here)
    alone(partial(_by_group, sets, totals, first), here)


def _by_group(
    sets: DataFrame[LiftSets], totals: DataFrame[MuscleTotals], first: date, here: Here
) -> None:
    chosen = _choose(list(totals.muscle))
    left, right = st.columns([5, 6], gap="medium")
    with left:
        _figure(*_drawn(here, first, chosen))
    with right:
        if chosen:
            muscles_chosen.show(chosen, sets, totals, first, here)
        else:
            _every(_rows(here, first))
            muscles_span.without_muscles(first, here)


@cache.once
def _totals(here: Here, first: date) -> DataFrame[MuscleTotals]:
    sets, muscles = cache.lift_sets(here.log), cache.exercise_muscles(here.log)
    rir = here.settings.hard_rir
    return muscle_totals(sets, muscles, first=first, last=here.today, hard_rir=rir)


@cache.once
def _last(here: Here, untouched_days: int) -> DataFrame[MuscleLast]:
    return muscle_last(
        cache.lift_sets(here.log),
        cache.exercise_muscles(here.log),
        today=here.today,
        hard_rir=here.settings.hard_rir,
        untouched_days=untouched_days,
    )


@cache.once
def _numbers(here: Here, first: date) -> list[tuple[str, str, str]]:
    sets, totals = cache.lift_sets(here.log), _totals(here, first)
    counted = sets_counted(sets, first=first, last=here.today, hard_rir=here.settings.hard_rir)
    weeks = _weeks(first, here.today)
    days = within(sets, first, here.today).started_at.dt.normalize().nunique()
    share = counted.warmup_share
    return [
        ("Hard sets", units.count(counted.hard, "set"), f"{counted.hard / weeks:.1f} a week"),
        ("Lift days a week", f"{days / weeks:.1f}", units.count(days, "day")),
        ("Groups reached", f"{(totals.hard_sets > 0).sum()} of {len(totals)}", ""),
        (
            "Warm-ups left out",
            "none" if share is None else units.percent(share),
            f"{counted.warmups} of {units.count(counted.all, 'set')}",
        ),
    ]


def _idle(here: Here) -> None:
    days = _untouched_days()
    st.markdown(_untouched(_last(here, days), days))


def _untouched_days() -> int:
    chosen: int = st.select_slider(
        "Call a group untouched after",
        DAYS,
        value=UNTOUCHED_DAYS,
        format_func=lambda days: units.count(days, "day"),
        key="muscles_untouched",
        bind="query-params",
        persist_state="session",
        width=320,
    )
    return chosen


def _untouched(last: DataFrame[MuscleLast], days: int) -> str:
    idle = last[last.untouched].sort_values("days_since", ascending=False, na_position="first")
    if idle.empty:
        return f"Every group had a hard set in the last {days} days."
    named = ", ".join(f"{one.muscle} ({_since(one.days_since)})" for one in each(idle))
    return f"**Untouched for {days} days or more:** {named}."


def _since(days: Any) -> str:
    return "never" if pd.isna(days) else units.count(int(days), "day")


def _choose(groups: list[str]) -> str:
    chosen: str | None = st.pills(
        "Muscle group",
        groups,
        format_func=str.capitalize,
        key=GROUP,
        bind="query-params",
        persist_state="session",
    )
    return chosen or ""


@cache.once
def _drawn(here: Here, first: date, chosen: str) -> cache.Drawn:
    totals, last = _totals(here, first), _last(here, UNTOUCHED_DAYS)
    most = max(float(totals.per_week.max()), float(here.settings.most_sets), 1.0)
    figure = charts.body_figure(totals, last, chosen=chosen, most=most)
    return figure, charts.body_figure_alt(totals), totals


def _figure(figure: Any, says: str, totals: pd.DataFrame) -> None:
    """Draw the body; a group that is touched is chosen, and let go when it was chosen before."""
    st.plotly_chart(
        figure,
        config=on_page.CHART,
        alt=says,
        key=FIGURE,
        on_select=_take,
        selection_mode="points",
    )
    on_page.below(says, "body_figure", totals)


def _take() -> None:
    event: Any = state.kept(FIGURE, None)
    points = event.selection.points if event else []
    if points:
        touched = str(points[0]["customdata"])
        state.keep(GROUP, None if touched == state.kept(GROUP, "") else touched)


@cache.once
def _rows(here: Here, first: date) -> list[dict[str, str]]:
    """Return a row for each group, the one with the most hard sets first."""
    weeks = _weeks(first, here.today)
    both = _totals(here, first).merge(_last(here, UNTOUCHED_DAYS), on="muscle")
    return [
        {
            "Group": one.muscle.capitalize(),
            "Sets a week": f"{one.per_week:.1f}",
            "Days a week": f"{one.days / weeks:.1f}",
            "Days since": _since(one.days_since).removesuffix(" days").removesuffix(" day"),
        }
        for one in each(both.sort_values("hard_sets", ascending=False))
    ]


def _every(rows: list[dict[str, str]]) -> None:
    st.subheader("What did each group get?")
    on_page.table(rows)
    st.caption("Choose a group to see its exercises and sets.")


def _weeks(first: date, last: date) -> float:
    return ((last - first).days + 1) / WEEK_DAYS
