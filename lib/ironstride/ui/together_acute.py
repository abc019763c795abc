"""The part Days after: what heavy leg work costs the next runs, and which of both came first."""

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts.acute import acute_means, acute_means_alt
from ironstride.frames.acute import GroupMeans
from ironstride.metrics.acute import AcuteCost
from ironstride.ui import acute_words
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.together_data import Together
from ironstride.ui.words import plain

TRIAL = "How long an all-out run lasted, the day after both (14 male runners, mean ± SD):"
TRIAL_SAYS = (
    "So where the run matters more, run first, and keep hard runs off the day after. That was an "
    "all-out run; your log is read here by its steady ones alone."
)


# A group alone has nothing beside it.
COMPARABLE = 2


def show(data: Together, _: Here) -> None:
    """Say and draw the pace of runs by hours since heavy leg work and by order, with a trial."""
    found = data.days_after
    st.subheader("What does heavy leg work cost the next runs?")
    if found.behind.heavy_sessions:
        _hours(found)
        if acute_words.rated(found.behind):
            _order(found)
            st.caption(plain(acute_words.CHOSEN))
    else:
        st.info(plain(acute_words.NO_HEAVY))
    _trial()


def _hours(found: AcuteCost) -> None:
    st.markdown(plain(acute_words.cost(found)))
    _draw(found.bins, "time since the end of heavy leg work", "acute")
    st.caption(plain(acute_words.left_out(found.behind)))


def _order(found: AcuteCost) -> None:
    st.subheader("Run before lifting, or after?")
    st.markdown(plain(acute_words.same_day(found)))
    st.markdown(plain(acute_words.next_day(found)))
    _draw(found.order, "which came first", "acute_order")


def _draw(means: DataFrame[GroupMeans], x_title: str, how: str) -> None:
    if means.mean_pct.notna().sum() >= COMPARABLE:
        on_page.chart(
            acute_means(means, x_title=x_title), acute_means_alt(means), how=how, table=means
        )


def _trial() -> None:
    st.subheader("What a trial found")
    st.caption(TRIAL)
    on_page.numbers(
        ("Baseline", "335 ± 92 s", "14 runners"),
        ("Run, then lifting", "275 ± 68 s", "the day after"),
        ("Lifting, then run", "238 ± 67 s", "the day after"),
    )
    on_page.below(TRIAL_SAYS, "acute_trial", None)
