"""The numbers above the running charts, and the heart rate at which pace is compared."""

from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import running as charts
from ironstride.frames import Runs
from ironstride.frames.running import WeeklyVolume
from ironstride.metrics.reference_pace import SpeedAtReferenceHr
from ironstride.settings import Settings
from ironstride.ui import show
from ironstride.units import Units


def latest(weekly: DataFrame[WeeklyVolume], chosen: Units) -> None:
    """Show the last complete week beside its mean, the longest run and the number of runs."""
    if not weekly.runs.sum():
        st.info("No run in this span. Choose a longer one.")
        return
    distance, complete = chosen.distance, weekly[weekly[WeeklyVolume.complete]]
    shown = [
        ("Longest run", _known(weekly.longest_m.max(), distance), "in this span"),
        ("Runs", units.number(weekly.runs.sum()), f"in {units.count(len(weekly), 'week')}"),
        ("Time", units.format_hours(weekly.duration_s.sum()), "in this span"),
    ]
    if len(complete):
        last = complete.iloc[-1]
        mean = last.mean_distance_m
        beside = "" if pd.isna(mean) else f"mean {units.format_distance(mean, distance)}"
        shown.insert(0, ("Last full week", _of_week(last, distance), beside))
    show.numbers(*shown)


def _of_week(week: Any, unit: units.DistanceUnit) -> str:
    unknown = week.runs and not week.distance_m
    return "not known" if unknown else units.format_distance(week.distance_m, unit)


def _known(distance_m: float, unit: units.DistanceUnit) -> str:
    return units.format_distance(distance_m, unit) if distance_m else "not known"


def reference_hr(settings: Settings, runs: DataFrame[Runs]) -> int | None:
    """Return the heart rate [bpm] at which pace is compared: chosen, or from the highest seen."""
    highest = runs[Runs.max_hr_bpm].max()
    return settings.reference_hr(None if pd.isna(highest) else round(highest))


def reference_speed(found: SpeedAtReferenceHr, hr: int | None, chosen: Units) -> None:
    """Draw pace at the reference heart rate, or say in one sentence why it cannot be told.

    Always the whole log: every change is against its first block.
    """
    st.subheader("Is the same effort getting faster?")
    if hr is None:
        st.info(
            "Cannot tell yet: your maximum heart rate is not known. Enter it under Settings, or "
            "log a run with its maximum heart rate."
        )
    elif found.status != "ok":
        st.info(found.reason)
    else:
        st.caption(f"The whole log, compared at {hr} bpm; change it under Settings.")
        figure = charts.reference_speed(found.blocks, chosen)
        show.chart(figure, charts.reference_speed_alt(found.blocks, chosen), how="reference_speed")
