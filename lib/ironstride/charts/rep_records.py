"""Records of one lift: how the heaviest load rose in each range of reps."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.panels import MOST_MARKS
from ironstride.charts.race_words import day_in_words, each
from ironstride.frames.strength_trends import BracketRecords

SYMBOLS = ("diamond", "circle", "square", "triangle-up", "cross")


def progression(
    records: DataFrame[BracketRecords], display: units.Units, *, today: date
) -> go.Figure:
    """Return each range of reps of one exercise as steps in load [kg or lb], marks on records.

    The ranges keep their colour and mark whichever of them there are.
    """
    traces = []
    for at, bracket in enumerate(brackets(records)):
        own = records[records.bracket == bracket].tail(MOST_MARKS)
        colour = theme.CATEGORIES[at % len(theme.CATEGORIES)]
        look = {"color": colour, "symbol": SYMBOLS[at % len(SYMBOLS)], "size": 9}
        traces += [_steps(own, colour, display, today), _marks(own, look, display)]
    built = theme.figure(traces, y_title=f"load ({display.weight})", x_title="date")
    days = pd.concat([records.started_at, pd.Series([pd.Timestamp(today)])])
    date_axis(built, days if len(records) else records.started_at, "%-d %b %Y")
    return built.update_layout(hovermode="closest", legend_traceorder="normal")


def progression_alt(records: DataFrame[BracketRecords], display: units.Units) -> str:
    """Say in a sentence how often the records of an exercise rose, and when last."""
    if records.empty:
        return "No record of this exercise yet."
    rises = int(records.gain_kg.notna().sum())
    last = records.iloc[-1]
    load = units.format_weight(last.load_kg, display.weight)
    told = f"{units.count(records.bracket.nunique(), 'range')} of reps, "
    told += f"{units.count(rises, 'rise')} of a record since the first"
    return f"{told}; the latest is {last.reps:.0f} × {load} on {day_in_words(last.started_at)}."


def brackets(records: DataFrame[BracketRecords]) -> list[str]:
    """Return the ranges of reps that have a record, few reps first.

    >>> brackets(BracketRecords.empty())
    []
    """
    return sorted(records.bracket.unique(), key=lambda bracket: int(bracket.split("–")[0]))


def _steps(own: pd.DataFrame, colour: str, display: units.Units, today: date) -> go.Scatter:
    loads = own.load_kg * units.weight_in(1.0, display.weight)
    return go.Scatter(
        x=np.append(own.started_at.to_numpy(), np.datetime64(today, "ns")),
        y=np.append(loads, loads.tail(1)),
        mode="lines",
        line={"color": colour, "width": 2, "shape": "hv"},
        hoverinfo="skip",
        showlegend=False,
    )


def _marks(own: pd.DataFrame, look: dict[str, Any], display: units.Units) -> go.Scatter:
    bracket = own.bracket.iloc[0]
    return go.Scatter(
        x=own.started_at.to_numpy(),
        y=(own.load_kg * units.weight_in(1.0, display.weight)).to_numpy(),
        customdata=[_note(one, display) for one in each(own)],
        name=f"{bracket} {'rep' if bracket == '1' else 'reps'}",
        mode="markers",
        marker=look,
        hovertemplate="%{customdata}<extra></extra>",
    )


def _note(one: Any, display: units.Units) -> str:
    gain = ""
    if one.gain_kg > 0:
        gain = f"<br>+{units.format_weight(one.gain_kg, display.weight)}"
    load = units.format_weight(one.load_kg, display.weight)
    return f"{one.reps:.0f} × {load}<br>{day_in_words(one.started_at)}{gain}"
