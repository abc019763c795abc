"""What every page starts with: its title, the open log, the runner's settings and the day."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import streamlit as st

from ironstride import clock
from ironstride.jobs.demo_log import is_demo
from ironstride.settings import Settings, known_zones
from ironstride.store import DamagedLogError, Log, LogError, back_up_daily, open_log, read_settings
from ironstride.ui import rescue, state, undo
from ironstride.ui.words import plain

# A button that was pressed in a part is not heard when the whole page is drawn in its place.
CHANGED = (
    "The log or the day has changed meanwhile, so this page was drawn anew. If you pressed a "
    "button, please press it again."
)


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
    st.title(title, anchor=undo.TOP)
    if state.kept("page", "") != title:
        state.close_session()
        state.forget_all("began-")
        state.keep("page", title)
    path = state.current_log()
    try:
        with open_log(path) as log:
            here = _here(log)
            _say_first(here)
            yield here
    except LogError as why:
        _say_why(why, path)
        st.stop()


def alone(draw: Callable[[Here], None], here: Here) -> None:
    """Draw a part of a page that its own widgets draw anew without the rest of the page.

    What it draws may depend on nothing that is chosen outside of it. Once the log was changed, by
    the part itself or in another tab, the whole page is drawn.
    """
    first, drawn_of = [here], (here.log.revision, here.today)

    @st.fragment
    def part() -> None:
        if first:
            draw(first.pop())
        elif not _drawn_again(draw, drawn_of):
            state.tell(CHANGED)
            st.rerun()

    part()


def _drawn_again(draw: Callable[[Here], None], drawn_of: tuple[int, date]) -> bool:
    """Draw a part on the log opened anew, unless the log or the day is another by now."""
    path = state.current_log()
    try:
        with open_log(path) as log:
            here = _here(log)
            same = (log.revision, here.today) == drawn_of
            if same:
                draw(here)
            return same
    except LogError as why:
        _say_why(why, path)
        return True


def _say_why(why: LogError, path: Path) -> None:
    """Say what is wrong with the log, and offer to rescue what a damaged one still holds."""
    st.error(plain(str(why)), icon=":material/error:")
    if isinstance(why, DamagedLogError) and why.path == path:
        rescue.offer(path)


def _say_first(here: Here) -> None:
    """Say what is to be said before the page, in a place of its own."""
    # Without it, a sentence that goes away moves the page up, which shuts what was opened below.
    with st.container():
        if is_demo(here.log):
            _demo_banner()
        if sentence := state.told():
            st.success(plain(sentence), icon=":material/check:")
        undo.offer(here.log)
        _back_up(here)


def _back_up(here: Here) -> None:
    """Copy the log when a page is first opened on a day; say so once when that fails."""
    if state.kept("backed-up", "") == here.today.isoformat() or state.looks_at_demo():
        return
    try:
        back_up_daily(here.log, here.today)
    except LogError as why:
        st.warning(plain(str(why)), icon=":material/warning:")
    if here.log.revision:
        state.keep("backed-up", here.today.isoformat())


def _demo_banner() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info("This is the demo log of a made-up runner. What you change here is not kept.")
        if state.looks_at_demo() and st.button("Back to my log"):
            state.look_at(None)
            st.rerun()


def _browser_zone() -> str | None:
    """Return the browser's zone when Python knows it; this machine's decides otherwise."""
    said = st.context.timezone
    return said if said in known_zones() else None


def _here(log: Log) -> Here:
    settings = read_settings(log)
    zone = settings.zone or _browser_zone()
    now = clock.now(zone)
    return Here(log=log, settings=settings, zone=zone, now=now, today=now.date())
