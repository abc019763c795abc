"""The last days as a strip: what was done, in which order, and where the rest was."""

from math import isnan
from typing import Any

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts.race_words import each
from ironstride.frames.running import DayStrip
from ironstride.metrics.overview import last_days
from ironstride.ui import cache, menu, show
from ironstride.ui.page import Here
from ironstride.ui.words import SPORTS, plain
from ironstride.units import count

LETTERS = "MTWTFSS"
MARKS = {
    "run": ":blue-badge[:material/directions_run:]",
    "lift": ":orange-badge[:material/fitness_center:]",
    "other": ":gray-badge[:material/circle:]",
}
NOUNS = {"run": "run", "lift": "lift session", "other": "other session", "rest": "rest day"}
DAY_PX = 46  # seven on a phone


def draw(here: Here) -> None:
    """Draw a column a day with a mark a session, the day's first on top; each opens its session.

    Without a chart, so that it is there before the chart's script is.
    """
    strip = _strip(here)
    st.subheader("What was done lately?")
    with st.grid(strip.day.nunique(), min_column_width=DAY_PX, gap="xxsmall"):
        for day, done in strip.groupby("day"):
            with st.container(gap=None):
                st.caption(_named(day))
                for one in each(done):
                    _mark(one)
    show.below(says(strip), "days", strip)


@cache.once
def _strip(here: Here) -> DataFrame[DayStrip]:
    return last_days(cache.sessions(here.log), today=here.today)


def says(strip: DataFrame[DayStrip]) -> str:
    """Say in a sentence what was done in these days."""
    counts = strip.kind.value_counts()
    parts = [count(int(counts[kind]), noun) for kind, noun in NOUNS.items() if kind in counts]
    return f"The last {count(strip.day.nunique(), 'day')}: {', '.join(parts)}."


def _named(day: Any) -> str:
    return f"{LETTERS[day.weekday()]} {day.day}"


def _mark(one: Any) -> None:
    if one.kind not in MARKS:
        st.markdown(":gray[·]" if one.kind == "rest" else ":gray[–]")
        return
    menu.link("history", MARKS[one.kind], bare=True, tip=_note(one), session=str(one.session_id))


def _note(one: Any) -> str:
    minutes = "" if isnan(one.minutes) else f", {one.minutes:.0f} min"
    title = f", {one.title}" if one.title else ""
    day = f"{one.day:%a} {one.day.day} {one.day:%b}"
    return plain(f"{day}: {SPORTS.get(one.sport, one.sport)}{minutes}{title}")
