"""Each race and test over time: its race fitness or its age grade."""

from typing import Literal

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.race_words import each, effort_in_words
from ironstride.frames.prediction import RatedEfforts
from ironstride.units import Units, count

Rating = Literal["race_fitness", "age_grade_pct"]

MOST_MARKS = 1_100
# flag: name of its marks, symbol, colour
LOOKS = {
    "race": ("races", "circle", theme.RUN_TYPES["race"]),
    "test": ("tests", "diamond-open", theme.RUN_TYPES["test"]),
}
_AXES = {"race_fitness": "race fitness (ml/kg/min)", "age_grade_pct": "age grade (%)"}


def over_time(rated: DataFrame[RatedEfforts], rating: Rating, units: Units) -> go.Figure:
    """Return the race fitness [ml/kg/min] or age grade [%] of each race and test by date."""
    known = rated.dropna(subset=rating)
    traces = [
        _marks(known[known.flag == flag].tail(MOST_MARKS), rating, units)
        for flag in LOOKS
        if (known.flag == flag).any()
    ]
    built = theme.figure(traces, y_title=_AXES[rating], x_title="date")
    date_axis(built, known.started_at, "%-d %b %Y")
    return built.update_layout(hovermode="closest")


def over_time_alt(rated: DataFrame[RatedEfforts], rating: Rating, units: Units) -> str:
    """Say in a sentence which effort was rated highest, and the latest."""
    known = rated.dropna(subset=rating)
    if known.empty:
        return "No race or test that can be rated."
    best, last = known.sort_values(rating, kind="stable").iloc[-1], known.iloc[-1]
    kinds = {flag: int((known.flag == flag).sum()) for flag in LOOKS}
    told = ", ".join(count(n, flag) for flag, n in kinds.items() if n)
    highest = f"highest {rating_in_words(best, rating)}, {effort_in_words(best, units)}"
    if best.name == last.name:
        return f"{told}; {highest}, which is the latest."
    latest = f"latest {rating_in_words(last, rating)}, {effort_in_words(last, units)}"
    return f"{told}; {highest}; {latest}."


def rating_in_words(effort: "pd.Series[float]", rating: Rating) -> str:
    """Return a rating with its unit; race fitness is read as a plain score."""
    return f"{effort[rating]:.1f}{' %' if rating == 'age_grade_pct' else ''}"


def _marks(known: pd.DataFrame, rating: Rating, units: Units) -> go.Scatter:
    name, symbol, colour = LOOKS[known.flag.iloc[0]]
    unit = _AXES[rating].split(" (")[0]
    return go.Scatter(
        x=known.started_at.to_numpy(),
        y=known[rating].to_numpy(),
        customdata=[effort_in_words(one, units) for one in each(known)],
        name=name,
        showlegend=True,
        mode="markers",
        marker={
            "color": colour,
            "size": 9,
            "symbol": symbol,
            "line": {"width": 1.5, "color": colour},
        },
        hovertemplate=f"%{{customdata}}<br>{unit} %{{y:.1f}}<extra></extra>",
    )
