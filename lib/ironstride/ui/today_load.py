"""Today's chart: what half a year of weeks asked of the body."""

import streamlit as st

from ironstride.charts import load as charts
from ironstride.metrics.load_weeks import load_by_kind
from ironstride.ui import cache, filters, menu, show
from ironstride.ui.page import Here
from ironstride.weeks import WEEK, week_of

WEEKS = 26


def draw(here: Here) -> None:
    """Draw the load of the last 26 weeks by kind of session, this unfinished one included."""
    st.subheader(f"How much was each of the last {WEEKS} weeks?")
    drawn = _drawn(here)
    if drawn is None:
        st.info(
            "Cannot tell yet: no session of these weeks has both an effort (RPE, 0 to 10) and a "
            "time. Load is their product."
        )
        return
    figure, says, by_kind = drawn
    show.chart(figure, says, how="load", table=by_kind)
    menu.link("running", "Load in full", running_part="Load")


@cache.once
def _drawn(here: Here) -> cache.Drawn | None:
    week_start = here.settings.week_start
    by_kind = load_by_kind(cache.sessions(here.log), today=here.today, week_start=week_start)
    first = week_of(here.today, week_start) - (WEEKS - 1) * WEEK
    by_kind = filters.since(by_kind, "week", first)
    if by_kind.empty:
        return None
    return charts.weekly_load(by_kind), charts.weekly_load_alt(by_kind), by_kind
