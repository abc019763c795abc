"""The acute:chronic workload ratio: off, with its criticism beside the switch."""

from datetime import date

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import acute_chronic as charts
from ironstride.frames.load import TrainingLoad
from ironstride.metrics.load import acute_chronic_ratio
from ironstride.ui import filters
from ironstride.ui import show as on_page
from ironstride.ui.page import Here

CRITICISM = (
    "Off at first, for it is contested. A ratio whose long part holds its short part goes along "
    "with it by arithmetic (Lolli and others 2019). Random numbers in its place below the line did "
    "as well (Impellizzeri and others 2021). In 5 205 runners a higher ratio came with fewer "
    "reported injuries, not more (Frandsen and others 2025). So there is no good range to stay in."
)


def show(days: DataFrame[TrainingLoad], first: date | None, _: Here) -> None:
    """Draw the ratio for those who ask for it."""
    wanted = st.toggle(
        "Acute:chronic workload ratio",
        key="running_ratio",
        bind="query-params",
        persist_state="session",
    )
    st.caption(CRITICISM)
    if not wanted:
        return
    ratios = acute_chronic_ratio(days)
    ratios = filters.since(ratios[days.complete], "day", first)
    figure, says = charts.acute_chronic_ratio(ratios), charts.acute_chronic_ratio_alt(ratios)
    on_page.chart(figure, says, how="acute_chronic", table=ratios)
