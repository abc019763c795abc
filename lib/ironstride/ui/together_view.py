"""The answer of the page Together: the verdict in words, and what is missing for it."""

import math

import streamlit as st

from ironstride.frames.together import BlockAssociation
from ironstride.metrics.index import StrengthIndex
from ironstride.metrics.reference_pace import SpeedAtReferenceHr
from ironstride.metrics.shuffles import shuffled_share
from ironstride.metrics.verdict import verdict
from ironstride.ui.words import plain


def answer(found: BlockAssociation) -> None:
    """Say what the log can tell about strength and pace, and what would tell more."""
    said = verdict(found)
    st.subheader(plain(said.title))
    st.markdown(plain(said.sentence))
    st.caption(plain(said.what_it_takes))
    if not math.isnan(found.r):
        share = shuffled_share(found)
        st.caption(
            plain(
                "For comparison: with the months of pace shifted against those of strength, so "
                f"that they no longer belong together, {share.as_strong} of {share.shuffles} "
                "histories looked at least this strong."
            )
        )


def has_both(index: StrengthIndex, compared: SpeedAtReferenceHr) -> bool:
    """Tell whether there are two series to compare, and say what either lacks."""
    both = index.status == compared.status == "ok"
    if not both:
        st.subheader("Cannot tell yet")
    if index.status != "ok" or len(index.components) > 1:
        st.info(plain(index.sentence))
    if compared.status != "ok":
        st.info(plain(compared.reason))
    return both
