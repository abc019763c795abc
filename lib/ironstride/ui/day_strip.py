"""The last days as a strip: what was done, in which order, and where the rest was."""

from math import isnan
from typing import Any, TypeAlias

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
# How it looks, what it tells when pointed at, and the session that it opens.
Mark: TypeAlias = tuple[str, str, str]
DAY_PX = 46  # seven on a phone


def draw(here: Here) -> None:
    """Draw a column a day with a mark a session, the day's first on top; each opens its session.

    Without a chart, so that it is there before the chart's script is.
    """
    strip, days = _drawn(here)
    st.subheader("What was done lately?")
    with st.grid(len(days), min_column_width=DAY_PX, gap="xxsmall"):
        for name, marks in days:
            with st.container(gap=None):
                st.caption(name)
                for mark, note, session in marks:
                    _mark(mark, note, session)
    show.below(says(strip), "days", strip)


@cache.once
def _drawn(here: Here) -> tuple[DataFrame[DayStrip], list[tuple[str, list[Mark]]]]:
    """Return the strip, and for each of its days its name and its marks."""
    strip = last_days(cache.sessions(here.log), today=here.today)
    days: dict[Any, list[Mark]] = {}
    for one in each(strip):
        days.setdefault(one.day, []).append(_marked(one))
    return strip, [(_named(day), marks) for day, marks in days.items()]


def says(strip: DataFrame[DayStrip]) -> str:
    """Say in a sentence what was done in these days."""
    counts = strip.kind.value_counts()
    parts = [count(int(counts[kind]), noun) for kind, noun in NOUNS.items() if kind in counts]
    return f"The last {count(strip.day.nunique(), 'day')}: {', '.join(parts)}."


def _named(day: Any) -> str:
    return f"{LETTERS[day.weekday()]} {day.day}"


def _marked(one: Any) -> Mark:
    if one.kind not in MARKS:
        return (":gray[·]" if one.kind == "rest" else ":gray[–]"), "", ""
    return MARKS[one.kind], _note(one), str(one.session_id)


def _mark(mark: str, note: str, session: str) -> None:
    if session:
        menu.link("history", mark, bare=True, tip=note, session=session)
    else:
        st.markdown(mark)


def _note(one: Any) -> str:
    minutes = "" if isnan(one.minutes) else f", {one.minutes:.0f} min"
    title = f", {one.title}" if one.title else ""
    day = f"{one.day:%a} {one.day.day} {one.day:%b}"
    return plain(f"{day}: {SPORTS.get(one.sport, one.sport)}{minutes}{title}")
