"""Predicted paces over each distance as range bars, and the efforts they come from."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.race_time import moments
from ironstride.charts.race_words import distance_in_words, each, source_in_words
from ironstride.frames.prediction import Predictions
from ironstride.units import METRES_PER_MILE, Units, format_clock, format_pace, pace_s

TICKS = {
    METRES_PER_MILE: "1 mile", 3_000.0: "3 km", 5_000.0: "5 km", 10_000.0: "10 km",
    15_000.0: "15", 21_097.5: "half", 42_195.0: "full",
}  # fmt: skip
ENDS = (0.85 * METRES_PER_MILE, 1.18 * 42_195)


def predicted(found: DataFrame[Predictions], units: Units) -> go.Figure:
    """Return the predicted pace [min per km or mi] over each distance as a range bar."""
    told = found.dropna(subset=["low_s", "high_s"])
    traces = [_ranges(told, units), _middles(told, units), _sources(told, units)]
    built = theme.figure(traces if len(told) else [], y_title="", x_title="race distance")
    theme.pace_axis(built, units.distance)
    built.update_xaxes(
        type="log",
        tickvals=np.array(list(TICKS)),
        ticktext=list(TICKS.values()),
        tickangle=0,
        range=np.log10(ENDS),
    )
    return built.update_layout(hovermode="closest")


def predicted_alt(found: DataFrame[Predictions], units: Units) -> str:
    """Say in a sentence which times are predicted, and from how many races and tests."""
    told = found.dropna(subset=["low_s", "high_s"])
    if told.empty:
        return "No race or test to predict from."
    ranges = [
        f"{distance_in_words(one.distance_m, units)} {range_in_words(one)}" for one in each(told)
    ]
    efforts = len(told.drop_duplicates(["source", "source_id"]))
    whose = "one race or test" if efforts == 1 else f"{efforts} races and tests"
    return f"From {whose}: {', '.join(ranges)}."


def range_in_words(one: Any) -> str:
    """Return the range of a prediction."""
    return f"{format_clock(one.low_s)} to {format_clock(one.high_s)}"


def _ranges(told: pd.DataFrame, units: Units) -> go.Scatter:
    """Return one bar a distance, from its slowest to its fastest pace."""
    bars = [
        (one.distance_m, str(moments(pace_s(one.distance_m, seconds, units.distance))))
        for one in each(told)
        for seconds in (one.high_s, one.low_s)
    ]
    parted: list[tuple[Any, Any]] = []
    for slow, fast in zip(bars[::2], bars[1::2], strict=True):
        parted += [slow, fast, (None, None)]
    return go.Scatter(
        x=[at for at, _ in parted],
        y=[pace for _, pace in parted],
        name="predicted range",
        showlegend=True,
        mode="lines",
        line={"color": theme.RUNNING, "width": 4},
        hoverinfo="skip",
    )


def _middles(told: pd.DataFrame, units: Units) -> go.Scatter:
    """Return a mark in the middle of each bar that says its times, unseen on a range alone."""
    middle = told.mid_s.fillna((told.low_s + told.high_s) / 2)
    paces = [pace_s(*one, units.distance) for one in zip(told.distance_m, middle, strict=True)]
    return go.Scatter(
        x=told.distance_m.to_numpy(),
        y=moments(paces),
        customdata=[_note(one, units) for one in each(told)],
        name="expected",
        showlegend=True,
        mode="markers",
        marker={"color": theme.RUNNING, "size": 10, "opacity": np.where(told.mid_s.isna(), 0, 1)},
        hovertemplate="%{customdata}<extra></extra>",
    )


def _sources(told: pd.DataFrame, units: Units) -> go.Scatter:
    used = told.drop_duplicates(["source", "source_id"])
    pairs = list(zip(used.from_distance_m, used.from_duration_s, strict=True))
    return go.Scatter(
        x=used.from_distance_m.to_numpy(),
        y=moments([pace_s(*one, units.distance) for one in pairs]),
        customdata=[
            f"{source_in_words(one, units)}<br>{format_pace(*pair, units.distance)}"
            for one, pair in zip(each(used), pairs, strict=True)
        ],
        name="race or test",
        showlegend=True,
        mode="markers",
        marker={
            "color": theme.RUN_TYPES["race"],
            "size": 13,
            "symbol": "circle-open",
            "line_width": 2,
        },
        hovertemplate="%{customdata}<extra></extra>",
    )


def _note(one: Any, units: Units) -> str:
    paces = [format_pace(one.distance_m, seconds, units.distance) for seconds in _ends(one)]
    name = distance_in_words(one.distance_m, units)
    return (
        f"{name} {range_in_words(one)}<br>{paces[0]} to {paces[1]}"
        f"<br>from the {source_in_words(one, units)}"
    )


def _ends(one: Any) -> tuple[float, float]:
    return one.low_s, one.high_s
