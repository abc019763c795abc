"""The answer of the page Together: the verdict first, then what it rests on."""

import math
from functools import partial

import pandas as pd
import streamlit as st

from ironstride.charts import together as charts
from ironstride.frames.together import BlockChanges
from ironstride.metrics.explore import Question
from ironstride.metrics.shuffles import shuffled_share
from ironstride.metrics.verdict import verdict
from ironstride.metrics.what_it_takes import ROWS, basis, lifting_pattern, what_it_takes
from ironstride.ui import cache, explore_data, menu, together_naive, together_trials, together_watch
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone
from ironstride.ui.together_data import ENTER, Together, gather
from ironstride.ui.together_explore import DECLARED, warn_of_distance
from ironstride.ui.words import plain
from ironstride.units import number


def show(data: Together, here: Here) -> None:
    """Say what the log can tell about strength and pace, and draw what that rests on."""
    if _lacks_a_side(data):
        if data.index.status == "ok" or data.compared.status == "ok":
            _lines(here)
        together_trials.trials_and_log(data.found)
        return
    _verdict(data, here)
    if data.found.status != "not enough data":
        _scatter(here)
    _lines(here)
    if data.found.status != "not enough data":
        together_naive.show(data)
    together_trials.trials_and_log(data.found)
    alone(partial(together_trials.weighed, data.found), here)


def _lacks_a_side(data: Together) -> bool:
    """Tell whether there is nothing to compare, and say what either side lacks."""
    lacks = not data.index.status == data.compared.status == "ok"
    if lacks:
        st.subheader("Cannot tell yet")
    if data.index.status != "ok" or len(data.index.components) > 1:
        st.info(plain(data.index.sentence))
    if data.compared.status != "ok":
        st.info(plain(data.compared.reason))
        if data.lacks_maximum:
            menu.link("settings", ENTER)
        menu.link(
            "together",
            "Look at tests and races instead",
            together_part="Explore",
            together_outcome="Tests and races",
        )
    return lacks


def _verdict(data: Together, here: Here) -> None:
    said = verdict(data.found, lifting_pattern(data.found, data.blocks))
    st.subheader(plain(said.title))
    st.markdown(plain(said.sentence))
    st.caption(plain(said.what_it_takes))
    if not math.isnan(data.found.r):
        st.caption(plain(_shuffled(here)))
        warn_of_distance(_declared(here))
    # In a place of its own: what is answered and goes would shut the expander below.
    with st.container():
        together_watch.ask(data, here)
    alone(partial(_needed, data), here)


def _needed(data: Together, _: Here) -> None:
    """Draw what it would take to see an effect, once it is opened; open where none is seen."""
    found, pattern = data.found, lifting_pattern(data.found, data.blocks)
    place = st.expander(
        "What would it take to see an effect?",
        icon=":material/search:",
        expanded=not found.has_slope,
        key="together-needed",
        on_change="rerun",
    )
    if place.open:
        with place:
            st.caption(plain(basis(found, pattern)))
            st.table(pd.DataFrame(what_it_takes(found, pattern), index=list(ROWS)))
            menu.link("together", "Plan a trial of your own", together_part="Blocks")


@cache.once
def _declared(here: Here) -> Question:
    return explore_data.questions(gather(here), here).one(*DECLARED)


@cache.once
def _shuffled(here: Here) -> str:
    share = shuffled_share(gather(here).found)
    return (
        "For comparison: with pace moved against strength week by week, so that they no longer "
        f"belong together, {number(share.as_strong)} of {number(share.shuffles)} histories looked "
        "at least this strong."
    )


def _scatter(here: Here) -> None:
    st.subheader("When strength changed, did pace follow?")
    figure, says, pairs = _changes(here)
    on_page.chart(figure, says, how="association", table=pairs)


@cache.once
def _changes(here: Here) -> cache.Drawn:
    found = gather(here).found
    pairs = BlockChanges.validate(found.pairs)
    return charts.block_changes(pairs, found), charts.block_changes_alt(pairs, found), pairs


def _lines(here: Here) -> None:
    st.subheader("Both over time")
    figure, says, weeks = _over_time(here)
    on_page.chart(figure, says, how="index", table=weeks)


@cache.once
def _over_time(here: Here) -> cache.Drawn:
    data = gather(here)
    drawn = (data.index.weekly, data.compared.blocks, data.blocks)
    return charts.index_and_speed(*drawn), charts.index_and_speed_alt(*drawn), data.weeks
