"""Strength for one's own mass, above body mass itself."""

from math import sqrt
from typing import Literal

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import theme
from ironstride.charts.panels import MOST_MARKS, Panel, smooth_line, stacked
from ironstride.charts.race_words import day_in_words
from ironstride.charts.typed import typed
from ironstride.frames.strength_trends import RelativeBests, SmoothLine

Measure = Literal["per_kg", "allometric"]
Y_TITLES: dict[Measure, str] = {
    "per_kg": "e1RM ÷ body mass<br>(kg per kg)",
    "allometric": "e1RM ÷ mass^0.67<br>(kg per kg^0.67)",
}
ROOM = 1.02


def relative_strength(
    bests: DataFrame[RelativeBests],
    smooth: DataFrame[SmoothLine],
    display: units.Units,
    measure: Measure,
) -> go.Figure:
    """Return relative strength [kg/kg or kg/kg^0.67] above body mass [kg or lb], same days.

    Both panels stretch by the same percentage, so equal heights are equal changes in percent.
    """
    known = bests.dropna(subset="body_mass_kg").tail(MOST_MARKS)
    mass = known.body_mass_kg * units.weight_in(1.0, display.weight)
    stretch = max(_stretch(known[measure]), _stretch(mass)) * ROOM
    weight = f"%{{y:.1f}} {display.weight}"
    upper = [_marks(known.day, known[measure], "%{y:.2f}", theme.LIFTING, "e1RM for its mass")]
    if len(smooth):
        upper.insert(0, smooth_line(smooth.started_at, smooth.value.to_numpy()))
    lower = [_marks(known.day, mass, weight, theme.CONTEXT, "body mass")]
    name = typed(bests.exercise.iloc[0]) if len(bests) else "no lift"
    panels = [
        Panel(name, Y_TITLES[measure], upper, _range(known[measure], stretch)),
        Panel(
            "Body mass that day", f"body mass<br>({display.weight})", lower, _range(mass, stretch)
        ),
    ]
    return stacked(panels, known.day, "%-d %b %Y")


def relative_strength_alt(
    bests: DataFrame[RelativeBests], display: units.Units, measure: Measure
) -> str:
    """Say in a sentence where relative strength and body mass began and where they are."""
    known = bests.dropna(subset="body_mass_kg")
    if known.empty:
        return "No day with both an estimated 1RM and a body mass."
    first, last = known.iloc[0], known.iloc[-1]
    masses = [units.format_weight(one.body_mass_kg, display.weight) for one in (first, last)]
    return (
        f"{units.count(len(known), 'day')} with both: from {first[measure]:.2f} at {masses[0]} on "
        f"{day_in_words(first.day)} to {last[measure]:.2f} at {masses[1]} on "
        f"{day_in_words(last.day)}. Equal heights in both panels are equal changes in percent."
    )


def _marks(days: pd.Series, values: pd.Series, shape: str, colour: str, name: str) -> go.Scatter:
    return go.Scatter(
        x=days.to_numpy(),
        y=values.to_numpy(),
        name=name,
        mode="markers",
        marker=theme.edged(colour, 0.6) | {"size": 6},
        showlegend=len(values) > 0,
        hovertemplate=f"%{{x|%-d %b %Y}}<br>{shape}<extra>{name}</extra>",
    )


def _stretch(values: pd.Series) -> float:
    return sqrt(values.max() / values.min()) if len(values) else 1.0


def _range(values: pd.Series, stretch: float) -> tuple[float, float] | None:
    if values.empty:
        return None
    middle = sqrt(values.max() * values.min())
    return middle / stretch, middle * stretch
