"""Lifts over time: the best set of each day, with its trend, one panel a lift."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import theme
from ironstride.charts.panels import Panel, band, smooth_line, stacked, trend_line
from ironstride.charts.race_words import day_in_words, each
from ironstride.charts.typed import typed
from ironstride.frames.strength import TrendLine
from ironstride.frames.strength_trends import DailyBests, SmoothLine

# A single is a dot, a set of twelve three times as wide.
SMALLEST, PER_REP = 5.0, 0.8
TEST_SIZE = 11
ROOM = 1.04


@dataclass(frozen=True, eq=False)
class Lift:
    """One lift to draw: the best of each day (or week), a smooth line, the trend's line."""

    exercise: str
    bests: DataFrame[DailyBests]
    smooth: DataFrame[SmoothLine] = field(default_factory=SmoothLine.empty)
    trend: DataFrame[TrendLine] = field(default_factory=TrendLine.empty)
    best_of: Literal["day", "week"] = "day"


def lifts(shown: Sequence[Lift], display: units.Units) -> go.Figure:
    """Return the estimated 1RM [kg or lb] of each lift over time, each lift in its own panel.

    A mark is as large as its reps were many, faint above ten; tested maxima are diamonds.
    """
    panels = [
        Panel(
            typed(one.exercise),
            f"estimated 1RM ({display.weight})",
            list(_traces(one, display)),
            _range(one, display),
        )
        for one in shown
    ]
    days = pd.concat([one.bests.day for one in shown] or [pd.Series(dtype="datetime64[ns]")])
    return stacked(panels, days, "%-d %b %Y")


def lifts_alt(shown: Sequence[Lift], display: units.Units) -> str:
    """Say in a sentence or two a lift what `lifts` shows."""
    told = " ".join(_told(one, display) for one in shown)
    if all(one.bests.empty for one in shown):
        return told or "No lift is chosen."
    return f"{told} The larger a mark, the more reps; faint ones had 11 or 12 and are less sure."


def _told(one: Lift, display: units.Units) -> str:
    bests, line = one.bests, one.trend
    if bests.empty:
        return f"{one.exercise}: no set with an estimated 1RM in this span."
    low, high = (units.format_weight(kg, display.weight) for kg in _ends(bests.e1rm_kg))
    told = (
        f"{one.exercise}: best set of {units.count(len(bests), one.best_of)} from "
        f"{day_in_words(bests.day.min())} to {day_in_words(bests.day.max())}, estimated 1RM "
        f"between {low} and {high}"
    )
    if tested := int(bests.tested.sum()):
        told += f", {tested} of them tested"
    if line.empty:
        return f"{told}."
    start, end = (units.format_weight(line.e1rm_kg.iloc[at], display.weight) for at in (0, -1))
    return f"{told}; trend since {day_in_words(line.started_at.iloc[0])} from {start} to {end}."


def _traces(one: Lift, display: units.Units) -> Iterator[go.Scatter]:
    bests, line = one.bests, one.trend
    per_kg = units.weight_in(1.0, display.weight)
    if len(line):
        yield band(line.started_at, line.low_kg * per_kg, line.high_kg * per_kg)
    looks = (
        (f"best set of a {one.best_of}", ~bests.faded & ~bests.tested, 0.6),
        ("11 or 12 reps, less sure", bests.faded & ~bests.tested, 0.1),
    )
    for name, chosen, share in looks:
        size = {"size": SMALLEST + PER_REP * bests.reps[chosen].to_numpy()}
        yield _marks(bests[chosen], name, theme.edged(theme.LIFTING, share) | size, display)
    if len(one.smooth):
        yield smooth_line(one.smooth.started_at, (one.smooth.value * per_kg).to_numpy())
    if len(line):
        yield trend_line(line.started_at, line.e1rm_kg * per_kg)
    diamond = {"symbol": "diamond", "size": TEST_SIZE, "color": theme.CATEGORIES[3]}
    yield _marks(bests[bests.tested], "tested maximum", diamond, display)


def _marks(
    bests: pd.DataFrame, name: str, marker: dict[str, Any], display: units.Units
) -> go.Scatter:
    return go.Scatter(
        x=bests.day.to_numpy(),
        y=(bests.e1rm_kg * units.weight_in(1.0, display.weight)).to_numpy(),
        customdata=[_note(row, display) for row in each(bests)],
        name=name,
        mode="markers",
        marker={"line": {"width": 0}, "opacity": 1} | marker,  # several sizes would be see-through
        showlegend=len(bests) > 0,
        hovertemplate="%{customdata}<extra></extra>",
    )


def _note(row: Any, display: units.Units) -> str:
    value = units.format_weight(row.e1rm_kg, display.weight)
    load = units.format_weight(row.load_kg, display.weight)
    reserve = "" if pd.isna(row.rir) or row.tested else f", {row.rir:g} in reserve"
    least = "at least " if row.at_least else ""
    test = "fitness test, " if row.source == "test" else ""
    return (
        f"<b>{typed(row.exercise)}</b><br>{day_in_words(row.day)}<br>"
        f"estimated 1RM {least}{value}<br>{test}from {row.reps:.0f} × {load}{reserve}"
    )


def _range(one: Lift, display: units.Units) -> tuple[float, float] | None:
    """Return a kilogram of change as small as it is, with the band in sight."""
    drawn = pd.concat([one.bests.e1rm_kg, one.trend.low_kg, one.trend.high_kg])
    if drawn.empty:
        return None
    low, high = _ends(drawn)
    per_kg = units.weight_in(1.0, display.weight)
    return low / ROOM * per_kg, high * ROOM * per_kg


def _ends(values: "pd.Series[float]") -> tuple[float, float]:
    return float(values.min()), float(values.max())
