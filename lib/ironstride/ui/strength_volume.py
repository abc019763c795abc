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
from ironstride.ui import day_to_open, filters, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.weeks import WEEK, week_of

DAY = timedelta(days=1)


def show(sets: DataFrame[LiftSets], here: Here) -> None:
    """Draw the volume of the chosen span; a bar that is clicked lists its sessions."""
    settings = here.settings
    first = filters.span("strength", here.today, settings.week_start)
    weekly = weekly_sets(
        sets, today=here.today, week_start=settings.week_start, hard_rir=settings.hard_rir
    )
    weekly = filters.since(weekly, WeeklySets.week, first)
    if not weekly.sessions.sum():
        st.info("No lift session in this span. Choose a longer one.")
        return
    _numbers(weekly)
    _left_out(sets, weekly, here)
    _weeks(weekly, here)
    _mix(sets, first, here)
    if filters.switch("strength_tonnage", "Tonnage"):
        _tonnage(sets, first, here)


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


def _left_out(sets: DataFrame[LiftSets], weekly: DataFrame[WeeklySets], here: Here) -> None:
    """Say which sets are no hard sets."""
    counted = sets_counted(
        sets,
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
    if told:
        st.caption(f"Not among the hard sets: {', '.join(told)}.")


def _plural(kind: str, number: int) -> str:
    if number == 1:
        return kind
    return kind.replace("set", "sets", 1) if "set" in kind else f"{kind}s"


def _weeks(weekly: DataFrame[WeeklySets], here: Here) -> None:
    st.subheader("How many hard sets do I do?")
    clicked = on_page.chart_to_click(
        charts.weekly_sets(weekly), charts.weekly_sets_alt(weekly), how="sets", table=weekly
    )
    reach = (weekly.week.iloc[0].date(), here.today)
    day = day_to_open.of(clicked, "Sessions of the week of", *reach, how="sets")
    if day:
        begin = week_of(day, here.settings.week_start)
        title = f"Week of {begin.day} {begin:%B %Y}"
        sessions_of.show(title, begin, begin + WEEK - DAY, here, kind="lift")


def _mix(sets: DataFrame[LiftSets], first: date | None, here: Here) -> None:
    st.subheader("In which ranges of reps?")
    mix = rep_mix(sets, today=here.today, week_start=here.settings.week_start)
    mix = filters.since(mix, "week", first)
    on_page.chart(
        mix_charts.rep_mix(mix),
        mix_charts.rep_mix_alt(mix, rep_shares(mix)),
        how="rep_mix",
        table=mix,
    )


def _tonnage(sets: DataFrame[LiftSets], first: date | None, here: Here) -> None:
    st.subheader("How much weight was moved in all?")
    chosen = here.settings.units
    weekly = weekly_volume_load(
        sets,
        store.check_ins(here.log),
        today=here.today,
        week_start=here.settings.week_start,
    )
    weekly = filters.since(weekly, "week", first)
    lifted = units.format_weight(weekly.tonnage_kg.sum(), chosen.weight, 0)
    on_page.numbers(("Tonnage", lifted, f"in {units.count(len(weekly), 'week')}"))
    on_page.chart(
        charts.tonnage(weekly, chosen),
        charts.tonnage_alt(weekly, chosen),
        how="tonnage",
        table=weekly,
    )
