"""The chart of a fitness test: every result of one protocol, one line a kind of test."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.typed import typed
from ironstride.frames.fitness import JudgedTests
from ironstride.units import Units

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "hexagon")
PRACTICE = "practice"
HEIGHT = 260
_PACED = ("time_trial", "submaximal_run")


def history(judged: DataFrame[JudgedTests], display: Units) -> go.Figure:
    """Draw the results of one protocol over time; practice is an open mark outside the line."""
    protocol = judged.protocol.iloc[0] if len(judged) else ""
    traces = [
        trace
        for number, (_, kind) in enumerate(judged.dropna(subset="value").groupby("series"))
        for trace in _kind(kind, number, display)
    ]
    built = theme.figure(traces, y_title=_axis(protocol, display), x_title="date", height=HEIGHT)
    if protocol in _PACED:
        theme.pace_axis(built, display.distance)
    date_axis(built, judged.day, "%-d %b %Y")
    return built.update_layout(hovermode="closest")


def history_alt(judged: DataFrame[JudgedTests], display: Units) -> str:
    """Say in a sentence what `history` shows; practice is counted and otherwise left out."""
    told = units.count(len(judged), "test")
    parts = []
    for _, kind in judged.groupby("series"):
        counted = kind[kind.verdict != PRACTICE]
        first, last = ((kind if counted.empty else counted).iloc[at] for at in (0, -1))
        name = kind_in_words(first, display)
        results = [result_in_words(one, display) for one in (first, last)]
        span = results[0] if len(counted) <= 1 else f"from {results[0]} to {results[1]}"
        parts.append(f"{name}: {span}" if name else span)
    return f"{told}. {'; '.join(parts)}." if parts else "No test yet."


def kind_in_words(test: Any, display: Units) -> str:
    """Return what all tests of one kind share: distance, heart rate, exercise and reps, side."""
    if test.protocol == "time_trial":
        return units.format_distance(test.reference, display.distance, 2)
    if test.protocol == "submaximal_run":
        return f"{test.reference:.0f} bpm"
    if test.protocol == "rep_max":
        return f"{test.exercise}, {test.reference:.0f} reps"
    return str(test.side)


def result_in_words(test: Any, display: Units) -> str:
    """Return what a test measured, in the runner's units."""
    if test.protocol == "time_trial":
        return units.format_clock(test.duration_s)
    if test.protocol == "submaximal_run":
        return units.format_pace(test.distance_m, test.duration_s, display.distance)
    if test.protocol == "rep_max":
        return f"{test.reps:.0f} × {units.format_weight(test.load_kg, display.weight)}"
    if test.protocol == "calf_raises":
        return units.count(int(test.reps), "rep")
    if test.protocol == "hop":
        return f"{100 * test.hop_m:.0f} cm"
    return f"{test.hold_s:.0f} s"


def _kind(kind: pd.DataFrame, number: int, display: Units) -> list[go.Scatter]:
    practice = kind.verdict == PRACTICE
    name, colour = _name(kind, display), theme.CATEGORIES[number % len(theme.CATEGORIES)]
    symbol = SYMBOLS[number % len(SYMBOLS)]
    looks = (
        (~practice, name, "lines+markers", symbol),
        (practice, f"{name} (practice)".strip(), "markers", f"{symbol}-open"),
    )
    return [
        go.Scatter(
            x=kind.day[chosen].to_numpy(),
            y=_heights(kind[chosen], display),
            customdata=[result_in_words(one, display) for one in kind[chosen].itertuples()],
            name=label,
            showlegend=True,
            mode=mode,
            line={"color": colour, "width": 2},
            marker={"color": colour, "symbol": mark, "size": 9},
            hovertemplate=f"{label}<br>%{{x|%-d %b %Y}}<br>%{{customdata}}<extra></extra>",
        )
        for chosen, label, mode, mark in looks
        if chosen.any()
    ]


def _name(kind: pd.DataFrame, display: Units) -> str:
    return typed(kind_in_words(kind.iloc[0], display)) or "test"


def _heights(kind: pd.DataFrame, display: Units) -> Any:
    protocol = kind.protocol.iloc[0]
    if protocol in _PACED:
        seconds = units.metres(1.0, display.distance) / kind.value
        return pd.to_datetime(seconds, unit="s").to_numpy()
    scale = {"rep_max": units.weight_in(1.0, display.weight), "hop": 100.0}
    return kind.value.to_numpy() * scale.get(protocol, 1.0)


def _axis(protocol: str, display: Units) -> str:
    names = {"rep_max": f"estimated 1RM ({display.weight})", "calf_raises": "raises (reps)"}
    return names.get(protocol, "distance of the hop (cm)" if protocol == "hop" else "hold (s)")
