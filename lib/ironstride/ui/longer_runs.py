"""Runs longer than usual: a plain list, and what a study of such runs did and did not find."""

from datetime import date
from typing import Any

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.frames.load import RunSpikes
from ironstride.metrics.run_spikes import longest_run_spikes
from ironstride.ui import cache, filters, menu
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.records_rows import WIDEST
from ironstride.units import Units

MOST_LISTED = 10
FOUND = (
    "In a study of 5 205 runners, more injuries were reported after such runs than after runs of "
    "up to the usual length (Frandsen and others 2025). It observed and did not try out; more was "
    "not steadily worse, the change from one week to the next told nothing, and of one runner it "
    "tells nothing for certain."
)


def show(first: date | None, here: Here) -> None:
    """List the runs of the span that were more than 10 % longer than the month before them."""
    st.subheader("Which runs were longer than usual?")
    spikes = filters.since(_spikes(here), "started_at", first)
    compared = spikes.dropna(subset=["ratio"])
    if compared.empty:
        st.info(
            "Cannot tell yet: it takes a run with a distance, 30 days after the first run in the "
            "log, and another in the 30 days before it."
        )
        return
    longer = compared[compared.spike.astype(bool)][::-1]
    with st.grid(2, min_column_width=WIDEST):
        for row in longer.head(MOST_LISTED).itertuples():
            with st.container(horizontal=True, vertical_alignment="center", wrap=False):
                st.text(_in_words(row, here.settings.units), width="stretch")
                menu.link("history", "Open", session=str(row.session_id))
    on_page.below(_says(len(longer), len(compared)), "run_spikes", longer)
    st.caption(FOUND)


@cache.once
def _spikes(here: Here) -> DataFrame[RunSpikes]:
    return longest_run_spikes(cache.runs(here.log))


def _in_words(row: Any, chosen: Units) -> str:
    def far(distance_m: float) -> str:
        return units.format_distance(distance_m, chosen.distance)

    return (
        f"{row.started_at:%a %d %b %Y} · {far(row.distance_m)}\n"
        f"{100 * (row.ratio - 1):.1f} % longer than {far(row.longest_before_m)}"
    )


def _says(longer: int, compared: int) -> str:
    were = "was" if longer == 1 else "were"
    latest = f"; the latest {MOST_LISTED} are listed" if longer > MOST_LISTED else ""
    return (
        f"{longer} of {units.count(compared, 'run')} {were} more than 10 % longer than the longest "
        f"of the 30 days before{latest}."
    )
