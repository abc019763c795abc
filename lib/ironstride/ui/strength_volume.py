"""The strength page's volume: hard sets a week, ranges of reps, tonnage where it is asked for."""

from datetime import date, timedelta

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import store, units
from ironstride.charts import lift_volume as charts
from ironstride.charts import rep_mix as mix_charts
from ironstride.frames import LiftSets
from ironstride.frames.strength import WeeklySets
from ironstride.metrics.rep_brackets import rep_mix, rep_shares
from ironstride.metrics.set_span import sets_counted
from ironstride.metrics.sets import weekly_sets
from ironstride.metrics.volume_load import weekly_volume_load
from ironstride.ui import cache, day_to_open, filters, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.weeks import WEEK

DAY = timedelta(days=1)


def show(_: DataFrame[LiftSets], here: Here) -> None:
    """Draw the volume of the chosen span; a bar that is clicked lists its sessions."""
    first = filters.span("strength", here.today, here.settings.week_start)
    weekly = _weekly(here, first)
    if not weekly.sessions.sum():
        st.info("No lift session in this span. Choose a longer one.")
        return
    _numbers(weekly)
    if left_out := _left_out(here, first):
        st.caption(left_out)
    _weeks(first, here)
    st.subheader("In which ranges of reps?")
    figure, says, mix = _mix(here, first)
    on_page.chart(figure, says, how="rep_mix", table=mix)
    if filters.switch("strength_tonnage", "Tonnage"):
        _tonnage(first, here)


@cache.once
def _weekly(here: Here, first: date | None) -> DataFrame[WeeklySets]:
    settings = here.settings
    weekly = weekly_sets(
        cache.lift_sets(here.log),
        today=here.today,
        week_start=settings.week_start,
        hard_rir=settings.hard_rir,
    )
    return filters.since(weekly, WeeklySets.week, first)


def _numbers(weekly: DataFrame[WeeklySets]) -> None:
    """Show the last complete week's hard sets, and the span's."""
    complete = weekly[weekly.complete]
    span = f"in {units.count(len(weekly), 'week')}"
    shown = [
        ("Sessions", units.number(weekly.sessions.sum()), span),
        ("Hard sets", units.number(weekly.hard_sets.sum()), span),
    ]
    if len(complete):
        mean = f"{complete.hard_sets.mean():.1f}"
        counted = f"of {units.count(len(complete), 'finished week')}"
        shown.insert(0, ("Hard sets, last full week", f"{complete.iloc[-1].hard_sets}", ""))
        shown.insert(1, ("Hard sets a week", mean, counted))
    on_page.numbers(*shown)


@cache.once
def _left_out(here: Here, first: date | None) -> str:
    """Say which sets are no hard sets."""
    weekly = _weekly(here, first)
    counted = sets_counted(
        cache.lift_sets(here.log),
        first=weekly.week.iloc[0].date(),
        last=weekly.week.iloc[-1].date() + WEEK - DAY,
        hard_rir=here.settings.hard_rir,
    )
    kinds = {
        "warm-up": counted.warmups,
        "easier set": counted.easy,
        "set of jumps": counted.jumps,
        "failed attempt": counted.failed,
    }
    told = [f"{units.number(n)} {_plural(kind, n)}" for kind, n in kinds.items() if n]
    return f"Not among the hard sets: {', '.join(told)}." if told else ""


def _plural(kind: str, number: int) -> str:
    if number == 1:
        return kind
    return kind.replace("set", "sets", 1) if "set" in kind else f"{kind}s"


@cache.once
def _by_week(here: Here, first: date | None) -> cache.Drawn:
    weekly = _weekly(here, first)
    return charts.weekly_sets(weekly), charts.weekly_sets_alt(weekly), weekly


def _weeks(first: date | None, here: Here) -> None:
    st.subheader("How many hard sets do I do?")
    figure, says, weekly = _by_week(here, first)
    clicked = on_page.chart_to_click(figure, says, how="sets", table=weekly)
    reach = (weekly.week.iloc[0].date(), here.today)
    day = day_to_open.of(clicked, "Sessions of the week of", *reach, how="sets")
    if day:
        sessions_of.week(day, here, kind="lift")


@cache.once
def _mix(here: Here, first: date | None) -> cache.Drawn:
    sets, week_start = cache.lift_sets(here.log), here.settings.week_start
    mix = filters.since(rep_mix(sets, today=here.today, week_start=week_start), "week", first)
    return mix_charts.rep_mix(mix), mix_charts.rep_mix_alt(mix, rep_shares(mix)), mix


def _tonnage(first: date | None, here: Here) -> None:
    st.subheader("How much weight was moved in all?")
    figure, says, weekly = _moved(here, first)
    lifted = units.format_weight(weekly.tonnage_kg.sum(), here.settings.units.weight, 0)
    on_page.numbers(("Tonnage", lifted, f"in {units.count(len(weekly), 'week')}"))
    on_page.chart(figure, says, how="tonnage", table=weekly)


@cache.once
def _moved(here: Here, first: date | None) -> cache.Drawn:
    chosen = here.settings
    weekly = weekly_volume_load(
        cache.lift_sets(here.log),
        store.check_ins(here.log),
        today=here.today,
        week_start=chosen.week_start,
    )
    weekly = filters.since(weekly, "week", first)
    return charts.tonnage(weekly, chosen.units), charts.tonnage_alt(weekly, chosen.units), weekly
