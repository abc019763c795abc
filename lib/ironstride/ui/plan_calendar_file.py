"""The plan as a file for another calendar."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

import streamlit as st

from ironstride.jobs.ics import calendar_file
from ironstride.store import open_log
from ironstride.ui.page import Here
from ironstride.ui.plan_data import Span
from ironstride.units import Units


def offer(span: Span, here: Here) -> None:
    """Draw the download of a week as a calendar file."""
    st.download_button(
        "Calendar file (.ics)",
        data=partial(content, here.log.path, here.settings.units, span.first, span.last, here.now),
        file_name=f"ironstride-week-{span.first.isoformat()}.ics",
        mime="text/calendar",
        help="What is planned and done in this week, to be brought into another calendar",
        icon=":material/download:",
        key=f"ics-{span.first}",
        on_click="ignore",
        disabled=span.planned.empty,
    )


def content(log_file: Path, units: Units, first: date, last: date, now: datetime) -> bytes:
    """Return the calendar file; the page's own connection is closed by then."""
    with open_log(log_file) as log:
        return calendar_file(log, units, first=first, last=last, now=now)
