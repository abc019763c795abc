"""The splits of a recorded run, by kilometre or mile."""

from math import isnan
from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.frames.stream import Samples, Splits
from ironstride.metrics.recording import splits
from ironstride.ui import show as draw
from ironstride.units import Units

# Of a very long run a line for each kilometre says less.
MOST, LONG = 50, 5
FAR = 0.995  # of a whole split; the last one is named by its length below it


def show(table: DataFrame[Samples], chosen: Units) -> None:
    """Draw the splits as a table, what is not known of any of them left out."""
    one_m = units.metres(1.0, chosen.distance)
    times = LONG if table.distance_m.max() > MOST * one_m else 1
    found = splits(table, every_m=times * one_m)
    if len(found) < 2:
        return
    st.subheader(f"Splits of {times} {chosen.distance}")
    rows = pd.DataFrame([_row(one, times * one_m, chosen) for one in found.itertuples()])
    st.table(
        rows.loc[:, (rows != "").any()],
        border="horizontal",
        hide_index=True,
        alt="The splits of the run",
    )
    draw.below(_says(found, times * one_m, chosen), "splits", found)


def _says(found: DataFrame[Splits], every_m: float, chosen: Units) -> str:
    whole = found[found.distance_m >= FAR * every_m]
    fastest = whole.sort_values("duration_s").iloc[0]
    pace = units.format_pace(fastest.distance_m, fastest.duration_s, chosen.distance)
    name = _name(fastest, every_m, chosen)
    return f"{units.count(len(found), 'split')}, the fastest whole one number {name} at {pace}."


def _row(one: Any, every_m: float, chosen: Units) -> dict[str, str]:
    """Return a line without units, which stand above: on a phone they would take two lines."""
    unit = chosen.distance
    paused_s = round(one.elapsed_s) - round(one.duration_s)
    return {
        "Split": _name(one, every_m, chosen),
        f"Pace (/{unit})": _pace(one.distance_m, one.duration_s, chosen),
        f"Flat pace (/{unit})": _pace(one.flat_distance_m, one.duration_s, chosen),
        "Heart rate (bpm)": "" if isnan(one.avg_hr_bpm) else f"{one.avg_hr_bpm:.0f}",
        "Rise (m)": "" if isnan(one.rise_m) else _rise(one.rise_m),
        "Paused": units.format_clock(paused_s) if paused_s > 0 else "",
    }


def _pace(distance_m: float, duration_s: float, chosen: Units) -> str:
    if isnan(distance_m):
        return ""
    return units.format_clock(units.pace_s(distance_m, duration_s, chosen.distance))


def _rise(rise_m: float) -> str:
    return f"{round(rise_m):+d}".replace("-", "−") if round(rise_m) else "0"


def _name(one: Any, every_m: float, chosen: Units) -> str:
    """Return which split it is; the last one by its length, where it is no whole one."""
    if one.distance_m < FAR * every_m:
        return units.format_distance(one.distance_m, chosen.distance, 2)
    return str(int(one.position) + 1)
