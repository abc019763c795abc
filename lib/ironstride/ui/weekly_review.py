"""One week to keep: its volume, sessions, sets, rules, bests and notes, made to be printed."""

from datetime import date

import streamlit as st

from ironstride.charts import load as charts
from ironstride.metrics.load_weeks import load_by_kind
from ironstride.ui import cache, filters, show, state, week_view, weekly_done, weekly_tables
from ironstride.ui.page import Here
from ironstride.weeks import WEEK, week_of, weeks_between

CHART_WEEKS = 12
PAPER_PX = 600  # as wide as a chart may be on a sheet of A4 or Letter
PRINT = "weekly_print"
DAY = date.resolution


def draw(here: Here) -> None:
    """Draw the chosen week, the last finished one at first, or as it is to be printed."""
    for_print = state.is_on(PRINT)
    # A menu that is shut is not printed, nor what stands in it.
    beside = st.sidebar if for_print else st.container(horizontal=True, vertical_alignment="center")
    with beside:
        week = _choose(here)
        filters.switch(PRINT, "Print view")
    if for_print:
        st.set_page_config(initial_sidebar_state="collapsed")
        st.subheader(f"Week of {week.day} {week:%B %Y}")
    last = week + WEEK - DAY
    if here.today <= last:
        st.caption("This week is not over yet.")
    week_view.numbers(week, here)
    first_sheet = st.empty()  # always there, so that what follows stays when the view changes
    if for_print:
        with first_sheet.container():
            _load(week, here, for_print=True)  # where no page cuts it
    weekly_tables.sessions(week, here, for_print=for_print)
    weekly_done.bests(week, here)
    weekly_tables.muscles(week, here, for_print=for_print)
    weekly_tables.rules(week, here, for_print=for_print)
    weekly_done.notes(week, here)
    if not for_print:
        _load(week, here, for_print=False)
        st.caption(
            "To keep this week: choose the print view, print it from the browser (Ctrl or Cmd and "
            "P) and save it as a PDF. The week and the way back are then in the menu. A chart can "
            "be kept as a picture by the camera in its upper corner."
        )


def _choose(here: Here) -> date:
    names = _weeks(here)
    return names[filters.week(list(names), usual=min(1, len(names) - 1))]


@cache.once
def _weeks(here: Here) -> dict[str, date]:
    """Return every week of the log by its name, the newest first."""
    start = here.settings.week_start
    now = week_of(here.today, start)
    first = min(now, cache.sessions(here.log).started_at.min().date())
    weeks = list(weeks_between(first, now, start))[::-1]
    return {f"Week of {one.day} {one:%B %Y}": one for one in weeks}


def _load(week: date, here: Here, *, for_print: bool) -> None:
    """Draw the load of the weeks up to this one."""
    drawn = _drawn(here, week)
    if drawn is None:
        return
    figure, says, by_kind = drawn
    st.subheader(f"How much was each of the {CHART_WEEKS} weeks up to this one?")
    if for_print:
        with st.container(width=PAPER_PX):
            st.plotly_chart(figure, config=show.CHART, alt=says, key="chart-load-print")
        st.caption(says)
    else:
        show.chart(figure, says, how="load", table=by_kind)


@cache.once
def _drawn(here: Here, week: date) -> cache.Drawn | None:
    week_start = here.settings.week_start
    by_kind = load_by_kind(cache.sessions(here.log), today=here.today, week_start=week_start)
    by_kind = filters.since(by_kind, "week", week - (CHART_WEEKS - 1) * WEEK)
    by_kind = by_kind[by_kind.week.dt.date <= week]
    if by_kind.empty:
        return None
    return charts.weekly_load(by_kind), charts.weekly_load_alt(by_kind), by_kind
