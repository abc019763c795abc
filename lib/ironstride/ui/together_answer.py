"""The answer of the page Together: the verdict first, then what it rests on."""

import math

import pandas as pd
import streamlit as st

from ironstride.charts import together as charts
from ironstride.frames.together import BlockAssociation, BlockChanges
from ironstride.metrics.shuffles import shuffled_share
from ironstride.metrics.verdict import verdict
from ironstride.metrics.what_it_takes import ROWS, basis, lifting_pattern, what_it_takes
from ironstride.ui import explore_data, menu, together_naive, together_trials, together_watch
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.together_data import ENTER, Together
from ironstride.ui.together_explore import DECLARED, warn_of_distance
from ironstride.ui.words import plain
from ironstride.units import number


def show(data: Together, here: Here) -> None:
    """Say what the log can tell about strength and pace, and draw what that rests on."""
    if _lacks_a_side(data):
        if data.index.status == "ok" or data.compared.status == "ok":
            _lines(data)
        together_trials.trials_and_log(data.found)
        return
    _verdict(data, here)
    if data.found.status != "not enough data":
        _scatter(data.found)
    _lines(data)
    if data.found.status != "not enough data":
        together_naive.show(data)
    together_trials.trials_and_log(data.found)
    together_trials.weighed(data.found)


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
    pattern = lifting_pattern(data.found, data.blocks)
    said = verdict(data.found, pattern)
    st.subheader(plain(said.title))
    st.markdown(plain(said.sentence))
    st.caption(plain(said.what_it_takes))
    if not math.isnan(data.found.r):
        _shuffled(data.found)
        warn_of_distance(explore_data.questions(data, here).one(*DECLARED))
    # In a place of its own: what is answered and goes would shut the expander below.
    with st.container():
        together_watch.ask(data, here)
    asked = "What would it take to see an effect?"
    with st.expander(asked, icon=":material/search:", expanded=not data.found.has_slope):
        columns = what_it_takes(data.found, pattern)
        st.caption(plain(basis(data.found, pattern)))
        st.table(pd.DataFrame(columns, index=list(ROWS)))
        menu.link("together", "Plan a trial of your own", together_part="Blocks")


def _shuffled(found: BlockAssociation) -> None:
    share = shuffled_share(found)
    st.caption(
        plain(
            "For comparison: with pace moved against strength week by week, so that "
            f"they no longer belong together, {number(share.as_strong)} of "
            f"{number(share.shuffles)} histories looked at least this strong."
        )
    )


def _scatter(found: BlockAssociation) -> None:
    st.subheader("When strength changed, did pace follow?")
    pairs = BlockChanges.validate(found.pairs)
    on_page.chart(
        charts.block_changes(pairs, found),
        charts.block_changes_alt(pairs, found),
        how="association",
        table=pairs,
    )


def _lines(data: Together) -> None:
    st.subheader("Both over time")
    drawn = (data.index.weekly, data.compared.blocks, data.blocks)
    on_page.chart(
        charts.index_and_speed(*drawn),
        charts.index_and_speed_alt(*drawn),
        how="index",
        table=data.weeks,
    )
