"""What every page starts with: its title, the open log, the runner's settings and the day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from ironstride import clock
from ironstride.settings import Settings
from ironstride.store import Log, LogError, open_log, read_settings
from ironstride.ui import state
from ironstride.ui.words import plain


@dataclass(frozen=True, kw_only=True)
class Here:
    """Where a page stands: the open log, the settings, the local moment and day."""

    log: Log
    settings: Settings
    zone: str | None
    now: datetime
    today: date


@contextmanager
def opened(title: str) -> Iterator[Here]:
    """Draw the title, open the log for one run of the page; a log that fails gets a sentence."""
    st.title(title)
    if sentence := state.told():
        st.success(plain(sentence), icon=":material/check:")
    try:
        with open_log(state.current_log()) as log:
            yield _here(log)
    except LogError as why:
        st.error(plain(str(why)), icon=":material/error:")
        st.stop()


def _here(log: Log) -> Here:
    settings = read_settings(log)
    zone = settings.zone or st.context.timezone
    now = clock.now(zone)
    return Here(log=log, settings=settings, zone=zone, now=now, today=now.date())
