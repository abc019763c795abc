"""Bests over one distance: how the record fell, and the best of each year."""

from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.race_time import moments, race_time_axis
from ironstride.charts.race_words import KNOWN, day_in_words, distance_in_words, each
from ironstride.frames.bests import Efforts, RecordSteps, YearlyBests
from ironstride.units import Units, count, format_clock, format_pace

MOST_MARKS = 1_100
# An easy run of the distance says nothing of the record, and would flatten its steps.
FAR_SLOWER = 1.3
LABELLED_YEARS = 6
ROOM_FOR_LABELS = 1.45


def progression(
    efforts: DataFrame[Efforts], steps: DataFrame[RecordSteps], units: Units, *, today: date
) -> go.Figure:
    """Return the record over one distance as steps in time, other efforts as faint marks.

    Both frames hold one distance only.
    """
    others = _others(efforts, steps)
    traces = [_line(steps, today), _marks(others, units), _records(steps, units)]
    built = theme.figure(traces if len(steps) else [], y_title="time (m:ss)", x_title="date")
    race_time_axis(built, [*others.duration_s, *steps.duration_s])
    date_axis(built, _days(efforts, today), "%-d %b %Y")
    return built.update_layout(hovermode="closest")


def progression_alt(
    efforts: DataFrame[Efforts], steps: DataFrame[RecordSteps], units: Units
) -> str:
    """Say in a sentence how the record over one distance fell."""
    if steps.empty:
        return "No effort over this distance yet."
    first, last = steps.iloc[0], steps.iloc[-1]
    name = distance_in_words(last.distance_m, units)
    told = f"{name}: {count(len(efforts), 'effort')}"
    left_out = len(efforts) - len(steps) - len(_others(efforts, steps))
    if left_out:
        told += f", {count(left_out, 'slower one')} not drawn"
    now = f"{format_clock(last.duration_s)} ({day_in_words(last.started_at)})"
    if len(steps) == 1:
        return f"{told}; the first, {now}, is still the best."
    before = f"{format_clock(first.duration_s)} ({day_in_words(first.started_at)})"
    return f"{told}; the record fell {_times(len(steps) - 1)}, from {before} to {now}."


def yearly(bests: DataFrame[YearlyBests], units: Units, *, today: date) -> go.Figure:
    """Return the best of each year over one distance; this year's is an open mark."""
    mode = "markers+text" if len(bests) <= LABELLED_YEARS else "markers"
    traces = [
        _years(bests[bests.year < today.year], units, "best of the year", "circle"),
        _years(bests[bests.year >= today.year], units, "this year so far", "circle-open"),
    ]
    built = theme.figure(
        [trace.update(mode=mode) for trace in traces if len(trace.x)],
        y_title="time (m:ss)",
        x_title="year",
    )
    race_time_axis(built, bests.duration_s, ROOM_FOR_LABELS)
    if len(bests):
        first, last = bests.year.min(), bests.year.max()
        few = last - first < LABELLED_YEARS
        built.update_xaxes(
            tickformat="d", dtick=1 if few else None, range=[first - 0.6, last + 0.6]
        )
    return built.update_layout(hovermode="closest")


def yearly_alt(bests: DataFrame[YearlyBests], units: Units) -> str:
    """Say in a sentence which year was the fastest over one distance, and the latest."""
    if bests.empty:
        return "No effort over this distance yet."
    best, last = bests.sort_values("duration_s", kind="stable").iloc[0], bests.iloc[-1]
    name = distance_in_words(last.distance_m, units)
    told = f"{name}: {count(len(bests), 'year')} with an effort"
    fastest = f"the fastest is {best.year} ({format_clock(best.duration_s)})"
    if best.year == last.year:
        return f"{told}; {fastest}."
    return f"{told}; {fastest}, the latest {last.year} ({format_clock(last.duration_s)})."


def _others(efforts: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """Return the efforts drawn beside the records: the quickest, without what is far slower."""
    keys = ["source", "source_id"]
    is_record = pd.MultiIndex.from_frame(efforts[keys]).isin(pd.MultiIndex.from_frame(steps[keys]))
    rest = efforts[~is_record]
    slowest = max(steps.duration_s.max(), FAR_SLOWER * steps.duration_s.min())
    near: pd.DataFrame = rest[rest.duration_s <= slowest].nsmallest(MOST_MARKS, "duration_s")
    return near.sort_values("started_at")


def _line(steps: DataFrame[RecordSteps], today: date) -> go.Scatter:
    days = np.append(steps.started_at.to_numpy(), np.datetime64(today, "ns"))
    seconds = np.append(steps.duration_s, steps.duration_s.tail(1))
    return go.Scatter(
        x=days,
        y=moments(seconds),
        mode="lines",
        line={"color": theme.RUNNING, "width": 2, "shape": "hv"},
        hoverinfo="skip",
        showlegend=False,
    )


def _marks(others: pd.DataFrame, units: Units) -> go.Scatter:
    return go.Scatter(
        x=others.started_at.to_numpy(),
        y=moments(others.duration_s),
        customdata=_notes(others, units),
        name="other efforts",
        showlegend=len(others) > 0,
        mode="markers",
        marker={"color": theme.CONTEXT, "size": 6},
        hovertemplate="%{customdata}<extra></extra>",
    )


def _records(steps: DataFrame[RecordSteps], units: Units) -> go.Scatter:
    gains = ["" if np.isnan(gain) else f"<br>{_gain(gain)} faster" for gain in steps.gain_s]
    notes = _notes(steps, units)
    return go.Scatter(
        x=steps.started_at.to_numpy(),
        y=moments(steps.duration_s),
        customdata=[f"{note}{gain}" for note, gain in zip(notes, gains, strict=True)],
        name="record",
        showlegend=True,
        mode="markers",
        marker={"color": theme.RUNNING, "size": 9},
        hovertemplate="%{customdata}<extra></extra>",
    )


def _years(bests: pd.DataFrame, units: Units, name: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=bests.year.to_numpy(),
        y=moments(bests.duration_s),
        text=[format_clock(seconds) for seconds in bests.duration_s],
        textposition="top center",
        customdata=_notes(bests, units),
        name=name,
        showlegend=True,
        marker={
            "color": theme.RUNNING,
            "size": 9,
            "symbol": symbol,
            "line": {"width": 2, "color": theme.RUNNING},
        },
        hovertemplate="%{customdata}<extra></extra>",
    )


def _notes(efforts: pd.DataFrame, units: Units) -> list[str]:
    return [
        f"{format_clock(one.duration_s)} "
        f"({format_pace(one.measured_m, one.duration_s, units.distance)})"
        f"<br>{day_in_words(one.started_at)}, {KNOWN[one.known]}"
        for one in each(efforts)
    ]


def _gain(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds >= 1 else "less than 1 s"


def _times(falls: int) -> str:
    return "once" if falls == 1 else f"{falls} times"


def _days(efforts: DataFrame[Efforts], today: date) -> "pd.Series[pd.Timestamp]":
    days = efforts.started_at
    return pd.concat([days, pd.Series([pd.Timestamp(today)])]) if len(days) else days
