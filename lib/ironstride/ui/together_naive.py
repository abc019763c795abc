"""Why the two weekly lines are not simply correlated, with what that would say of this log."""

import math

import streamlit as st

from ironstride.frames.together import BlockAssociation
from ironstride.metrics.naive import FINDING_P, NaiveCorrelation
from ironstride.metrics.wording import interval, signed
from ironstride.ui import show as on_page
from ironstride.ui.together_data import Together
from ironstride.units import count


def show(data: Together) -> None:
    """Set the plain correlation of the weekly lines beside that of the block changes."""
    naive = data.naive
    if math.isnan(naive.r):
        return
    st.subheader("Why not simply correlate the two lines?")
    on_page.numbers(
        ("r of the weekly lines", signed(naive.r), count(naive.n_weeks, "week")),
        ("r of the block changes", *_ours(data.found)),
    )
    on_page.below(_misleads(naive), "naive", None)


def _ours(found: BlockAssociation) -> tuple[str, str]:
    pairs = count(found.n_pairs, "pair")
    if math.isnan(found.r):
        return "cannot tell", pairs
    return signed(found.r), f"{pairs}, {interval(found.ci_low, found.ci_high)}"


def _misleads(naive: NaiveCorrelation) -> str:
    called = (
        "calls that a finding"
        if naive.is_finding
        else "finds nothing in that, though season and distance can hide a link as well as make one"
    )
    chance = round(FINDING_P * naive.shifts)
    return (
        f"The usual rule for {count(naive.n_weeks, 'week')} (more than {signed(naive.needed)} "
        f"either way) {called}. It takes each week for a fresh start, but weeks resemble the "
        "weeks before. With pace moved against strength by 8 weeks or more, so that nothing "
        f"belongs together, it finds a link in {naive.findings} of {naive.shifts} wrong matches; "
        f"a rule that kept its word would in {chance}."
    )
