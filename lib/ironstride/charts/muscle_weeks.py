"""Weeks beside muscle groups: how many hard sets each got, and whether it lies in the band."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.body_figure import NONE, lifting
from ironstride.charts.date_axis import TICKS
from ironstride.frames.muscles import BandedMuscleSets
from ironstride.units import count

HEIGHT = 390
# The order of the rows, from the ground up.
ORDER = ("calves", "hamstrings", "quads", "glutes", "hip", "hip flexors", "core", "back", "upper")
WIDE_WEEKS = 60  # more are too narrow for gaps and dots
MARKED_WEEKS = 104  # an older week is too narrow to be touched
FEWEST_WEEKS = 12
WEEK = pd.Timedelta(weeks=1)
BELOW_BAND = 0.45  # how strong the colour is just below the band, and within it
IN_BAND = 0.70
UNFINISHED = 0.5


def muscle_weeks(banded: DataFrame[BandedMuscleSets]) -> go.Figure:
    """Return a square for each week and group: grey for none, pale below the band, full at its end.

    A dot marks more than the band, up to a year of weeks; the unfinished week is paler. A heat
    map cannot be clicked, so each square of the last two years carries an invisible mark.
    """
    done, unfinished = banded[banded.complete], banded[~banded.complete]
    gap = 1 if _is_wide(banded) else 0
    built = theme.figure(
        [
            _squares(done, gap=gap),
            _squares(unfinished, gap=gap, opacity=UNFINISHED),
            _above(banded),
            _marks(banded),
        ],
        y_title="muscle group",
        x_title="week",
        height=HEIGHT,
        left=theme.beside(_rows(banded)),
    )
    built.update_layout(hovermode="closest")
    built.update_yaxes(
        categoryorder="array", categoryarray=_rows(banded), showgrid=False, fixedrange=True
    )
    built.update_xaxes(type="date", tickformatstops=TICKS)
    if len(banded):
        last, first = banded.week.max(), banded.week.min()
        first = min(first, last - (FEWEST_WEEKS - 1) * WEEK)
        built.update_xaxes(range=[first - WEEK / 2, last + WEEK / 2])
    return built


def muscle_weeks_alt(banded: DataFrame[BandedMuscleSets]) -> str:
    """Say in a sentence in how many finished weeks each group lay within its band."""
    done = banded[banded.complete]
    if done.empty:
        return "No finished week in this span yet."
    within = done[done.place == "within"].groupby("muscle").size()
    told = [f"{muscle} {within.get(muscle, 0)}" for muscle in reversed(_rows(done))]
    return (
        f"{count(done.week.nunique(), 'finished week')}; weeks within the band: {', '.join(told)}."
        f"{' A dot marks more than the band.' if _is_wide(banded) else ''}"
    )


def _is_wide(banded: pd.DataFrame) -> bool:
    """Tell whether the squares are wide enough for gaps and dots."""
    return banded.week.nunique() <= WIDE_WEEKS


def _rows(banded: pd.DataFrame) -> list[str]:
    own = set(banded.muscle)
    return [muscle for muscle in ORDER if muscle in own] + sorted(own - set(ORDER))


def _squares(banded: pd.DataFrame, *, gap: int, opacity: float = 1.0) -> go.Heatmap:
    grid = banded.pivot_table(index="muscle", columns="week", values="hard_sets")
    grid = grid.reindex(_rows(banded))
    if len(banded):
        # A column alone would be a millisecond wide.
        grid = grid.reindex(columns=[banded.week.min() - WEEK, *grid.columns])
    low, high = (float(banded[end].max()) if len(banded) else 1.0 for end in ("low", "high"))
    return go.Heatmap(
        x=grid.columns.to_numpy(),
        y=list(grid.index),
        z=grid.to_numpy(dtype=float),
        zmin=0,
        zmax=max(high, 1.0),
        colorscale=_colours(low, max(high, 1.0)),
        opacity=opacity,
        xgap=gap,
        ygap=2,
        hoverongaps=False,
        showscale=opacity == 1.0,
        hovertemplate="week of %{x|%-d %b %Y}<br>%{y}: %{z:.1f} hard sets<extra></extra>",
        colorbar={
            "orientation": "h",
            "title": {"text": "hard sets a week", "side": "top"},
            "thickness": 8,
            "len": 0.5,
            "y": -0.36,
            "yanchor": "top",
            "outlinewidth": 0,
            "tickvals": sorted({0.0, low, max(high, 1.0)}),
            "ticktext": [f"{one:g}" for one in sorted({0.0, low})] + [f"{high:g} and more"],
        },
    )


def _colours(low: float, high: float) -> list[list[Any]]:
    """Return grey at nothing, pale up to the band, a step at its low end, full at its high end."""
    begins = min(low / high, 1.0)
    scale: list[list[Any]] = [[0, NONE], [1e-6, NONE], [1e-6, lifting(0.2)]]
    if begins > 1e-6:
        scale += [[begins, lifting(BELOW_BAND)], [begins, lifting(IN_BAND)]]
    return [*scale, [1, lifting(1.0)]]


def _above(banded: pd.DataFrame) -> go.Scatter:
    over = banded[(banded.place == "above") & _is_wide(banded)]
    return go.Scatter(
        x=over.week.to_numpy(),
        y=over.muscle.to_numpy(),
        showlegend=False,
        mode="markers",
        marker={"size": 4, "color": "white"},
        hoverinfo="skip",
        unselected={"marker": {"opacity": 1}},
    )


def _marks(banded: pd.DataFrame) -> go.Scatter:
    since = banded.week.max() - MARKED_WEEKS * WEEK if len(banded) else pd.NaT
    near = banded[banded.week > since]
    return go.Scatter(
        x=near.week.to_numpy(),
        y=near.muscle.to_numpy(),
        customdata=[f"{week:%Y-%m-%d}" for week in near.week],
        hovertext=[_hover(one) for one in near.itertuples()],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
        mode="markers",
        marker={"symbol": "square-open", "size": 14, "color": theme.RUNNING, "opacity": 0},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0}},
    )


def _hover(one: Any) -> str:
    so_far = "" if one.complete else " so far"
    told = f", {one.place} {one.low:g} to {one.high:g}" if one.place else ""
    return (
        f"week of {one.week.day} {one.week:%b %Y}<br>{one.muscle}: {one.hard_sets:.1f} "
        f"hard sets{so_far}{told}<br>on {count(one.days, 'day')}"
    )
