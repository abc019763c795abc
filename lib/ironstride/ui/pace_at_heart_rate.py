"""Pace at the reference heart rate: as pace or in percent, and how sure it is."""

from datetime import timedelta

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import reference_pace as pace_charts
from ironstride.charts import reference_speed as change_charts
from ironstride.frames import Runs
from ironstride.metrics.reference_pace import SpeedAtReferenceHr, speed_at_reference_hr
from ironstride.ui import cache, filters, menu, pace_words, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here, alone
from ironstride.ui.reference_hr import reference_hr
from ironstride.ui.words import plain

READINGS = {"pace": "As pace", "percent": "In %"}


def show(runs: DataFrame[Runs], here: Here) -> None:
    """Draw pace at the reference heart rate, or say in one sentence why it cannot be told.

    Always the whole log: every change is against its first block.
    """
    st.subheader("Is the same effort getting faster?")
    hr, found = _found(here)
    if hr is None and runs.avg_hr_bpm.notna().any():
        st.info(
            "Cannot tell yet: your maximum heart rate is not known. Enter it under Settings, or "
            "log a run with its maximum heart rate."
        )
        menu.link("settings", "Settings")
    elif found.status != "ok":
        st.info(f"Cannot tell yet. {found.reason}")
    else:
        st.markdown(plain(pace_words.change(found.blocks)))
        st.caption(
            f"The whole log in blocks of four weeks, compared at {hr} bpm, as if on the flat, at "
            "10 °C or below and for 45 minutes; change the heart rate under Settings."
        )
        alone(_draw, here)


@cache.once
def _found(here: Here) -> tuple[int | None, SpeedAtReferenceHr]:
    runs = cache.runs(here.log)
    hr = reference_hr(here.settings, runs)
    return hr, speed_at_reference_hr(runs, reference_hr_bpm=hr, today=here.today)


def _draw(here: Here) -> None:
    figure, says, blocks = _drawn(here, filters.choice("running", "reading", READINGS))
    day = on_page.chart_to_click(figure, says, how="reference_speed", table=blocks)
    if day is not None:
        first = blocks.block[blocks.block <= day].max().date()
        last = first + timedelta(weeks=int(blocks.weeks.iloc[0]), days=-1)
        sessions_of.show(f"{first.day} {first:%B} to {last.day} {last:%B %Y}", first, last, here)


@cache.once
def _drawn(here: Here, reading: str) -> cache.Drawn:
    chosen, blocks = here.settings.units, _found(here)[1].blocks
    if reading == "percent":
        figure = change_charts.reference_speed(blocks, chosen)
        return figure, change_charts.reference_speed_alt(blocks, chosen), blocks
    figure = pace_charts.reference_pace(blocks, chosen)
    return figure, pace_charts.reference_pace_alt(blocks, chosen), blocks
