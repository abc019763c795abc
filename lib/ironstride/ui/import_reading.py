"""Reading archives and recordings while the page stays usable."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from weakref import ref

import streamlit as st

from ironstride import units
from ironstride.importers import Choices
from ironstride.jobs.archives import Given, Many, Step, read_many
from ironstride.ui import state

READING = "began-reading"  # forgotten when another page is opened
# What takes less [s] needs no bar.
QUICK_S, LOOK_S = 0.4, 0.5


class StoppedError(Exception):
    """Nobody waits for a reading any more."""


class InBackground:
    """Files being read by a thread of its own, which ends once this is forgotten."""

    def __init__(self, which: object, given: Sequence[Given], choices: Choices) -> None:
        self.which, self.step = which, Step(done=0, of=0, seconds=0, share=0)
        me = ref(self)

        def tell(step: Step) -> None:
            waited_for = me()
            if waited_for is None:
                raise StoppedError
            waited_for.step = step

        threads = ThreadPoolExecutor(1)
        self._found = threads.submit(read_many, given, choices, tell)
        threads.shutdown(wait=False)

    @property
    def done(self) -> bool:
        """Tell whether all is read."""
        return self._found.done()

    def found(self, within_s: float) -> Many | None:
        """Return what was found, waiting for it no longer than this [s]; None before."""
        try:
            return self._found.result(within_s)
        except TimeoutError:
            return None


def found(which: object, given: Sequence[Given], choices: Choices) -> Many | None:
    """Return what files hold that are read together; while it takes, draw how far it is."""
    if not given:
        state.forget(READING)
        return Many()
    nobody: InBackground | None = None
    reading = state.kept(READING, nobody)
    if reading is None or reading.which != (which, choices):
        reading = InBackground((which, choices), given, choices)
        state.keep(READING, reading)
    many = reading.found(QUICK_S)
    if many is None:
        _follow()
    return many


@st.fragment(run_every=LOOK_S)
def _follow() -> None:
    """Draw how far the reading is, again and again, without the rest of the page."""
    nobody: InBackground | None = None
    reading = state.kept(READING, nobody)
    if reading is None or reading.done:
        st.rerun()
    st.progress(reading.step.share, in_words(reading.step))
    if st.button("Stop reading", icon=":material/close:"):
        state.forget(READING)
        state.next_turn("import")
        st.rerun()


def in_words(step: Step) -> str:
    """Return how far a reading is: files, rate and time left.

    >>> in_words(Step(done=50, of=200, seconds=2, share=0.2))
    'Reading: 50 of 200 files, 25 a second, about 8 s left'
    """
    if not step.of:
        return "Reading: looking what there is"
    parts = [f"Reading: {units.number(step.done)} of {units.count(step.of, 'file')}"]
    if step.done:
        parts.append(f"{units.number(step.per_s) if step.per_s >= 1 else 'less than 1'} a second")
    if step.left_s is not None:
        parts.append(f"about {units.number(step.left_s)} s left")
    return ", ".join(parts)
