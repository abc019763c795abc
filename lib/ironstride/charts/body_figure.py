"""The body from the front and from behind, each muscle group darker the more it was worked."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.body_outline import BACK, FRONT, Points, beside, parts, silhouette
from ironstride.frames.muscles import MuscleLast, MuscleTotals
from ironstride.units import count

HEIGHT = 520
APART = 43.0  # of each body's midline from the middle of the picture
VIEWS = ((FRONT, -APART, "Front"), (BACK, APART, "Back"))
BODY = "rgba(140, 147, 156, 0.22)"
NONE = "rgba(140, 147, 156, 0.38)"
PALEST = 0.25
MARK_EVERY = 4.5  # a mark to touch in every such square of a part
GAP = np.full((1, 2), np.nan)
CHOSEN = {"color": theme.CONTEXT, "width": 2.5}


def body_figure(
    totals: DataFrame[MuscleTotals], last: DataFrame[MuscleLast], *, chosen: str = "", most: float
) -> go.Figure:
    """Return both views, shaded by hard sets a week: grey for none, full colour from `most` on.

    A filled shape cannot be clicked, so each part carries invisible marks with its group's name.
    """
    per_week = dict(zip(totals.muscle, totals.per_week, strict=True))
    told = {one.muscle: _told(one) for one in totals.merge(last, on="muscle").itertuples()}
    outlines = _outlines()
    marks = [
        _marks(muscle, outlines[muscle], told[muscle]) for muscle in outlines if muscle in told
    ]
    built = theme.figure(
        [_bodies(), *_shapes(outlines, per_week, most, chosen), *marks, _scale(most)],
        y_title="",
        height=HEIGHT,
        left=theme.EDGE_OF_PAPER,
    )
    built.update_layout(hovermode="closest", hoverdistance=24, showlegend=False, dragmode=False)
    _axes(built)
    return built


def body_figure_alt(totals: DataFrame[MuscleTotals]) -> str:
    """Say in a sentence which groups got most, and which got nothing."""
    worked = totals[totals.hard_sets > 0].sort_values("hard_sets", ascending=False)
    if worked.empty:
        return "A body from the front and from behind, all grey: no hard set in this span."
    most = ", ".join(f"{one.muscle} {one.per_week:.1f}" for one in worked.itertuples())
    idle = sorted(set(totals.muscle) - set(worked.muscle))
    rest = f"; nothing for {', '.join(idle)}" if idle else ""
    return f"Hard sets a week: {most}{rest}."


def shade(per_week: float, most: float) -> str:
    """Return the colour of a group with so many hard sets a week.

    >>> shade(0, 8), shade(4, 8), shade(99, 8)
    ('rgba(140, 147, 156, 0.38)', 'rgba(213, 118, 42, 0.62)', 'rgba(213, 118, 42, 1.00)')
    """
    if not per_week:
        return NONE
    share = PALEST + (1 - PALEST) * min(per_week / most, 1.0)
    return lifting(share)


def lifting(opacity: float) -> str:
    """Return the accent of lifting, as strong as a number between 0 and 1 says."""
    return theme.faint(theme.LIFTING, opacity)


def _told(one: Any) -> str:
    sets = f"{one.per_week:.1f} hard sets a week" if one.hard_sets else "no hard set in this span"
    ago = "never worked" if pd.isna(one.days_since) else _ago(int(one.days_since))
    return f"<b>{one.muscle.capitalize()}</b><br>{sets}<br>{ago}"


def _ago(days: int) -> str:
    return "last today" if not days else f"last {count(days, 'day')} ago"


def _outlines() -> dict[str, list[Points]]:
    """Return the outlines of each group in both views, where the picture has them."""
    found: dict[str, list[Points]] = {}
    for view, middle, _ in VIEWS:
        for muscle, outline in parts(view):
            found.setdefault(muscle, []).append(beside(outline, middle))
    return found


def _bodies() -> go.Scatter:
    return _filled([beside(silhouette(), middle) for _, middle, _ in VIEWS], BODY, {"width": 0})


def _shapes(
    outlines: dict[str, list[Points]], per_week: dict[str, float], most: float, chosen: str
) -> list[go.Scatter]:
    return [
        _filled(
            outlines[muscle],
            shade(per_week.get(muscle, 0.0), most),
            CHOSEN if muscle == chosen else {"width": 0},
        )
        for muscle in sorted(outlines, key=lambda muscle: muscle == chosen)
    ]


def _filled(outlines: list[Points], colour: str, line: dict[str, Any]) -> go.Scatter:
    """Return closed shapes as one trace, each parted from the next by a gap."""
    drawn = np.vstack([part for outline in outlines for part in (outline, GAP)])
    return go.Scatter(
        x=drawn[:, 0].astype("float32"),
        y=drawn[:, 1].astype("float32"),
        mode="lines" if line["width"] else "none",  # each unseen line would be drawn all the same
        fill="toself",
        fillcolor=colour,
        line=line,
        hoverinfo="skip",
    )


def _marks(muscle: str, outlines: list[Points], told: str) -> go.Scatter:
    spots = np.vstack([_inside(outline) for outline in outlines])
    return go.Scatter(
        x=spots[:, 0].astype("float32"),
        y=spots[:, 1].astype("float32"),
        customdata=[muscle] * len(spots),
        hovertemplate=f"{told}<extra></extra>",
        mode="markers",
        # All but one or two are left out of the drawing, and take touches all the same.
        marker={"size": 14, "color": theme.LIFTING, "opacity": 0, "maxdisplayed": 1},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
    )


def _inside(outline: Points) -> Points:
    """Return points of a grid that lie inside a closed outline, its middle at least."""
    low, high = outline.min(axis=0), outline.max(axis=0)
    steps = np.maximum(np.ceil((high - low) / MARK_EVERY), 1).astype(int)
    across, up = (low[i] + (np.arange(steps[i]) + 0.5) * (high - low)[i] / steps[i] for i in (0, 1))
    grid = np.column_stack([axis.ravel() for axis in np.meshgrid(across, up)])
    inside = grid[[is_inside(point, outline) for point in grid]]
    return inside if len(inside) else outline[:-1].mean(axis=0, keepdims=True)


def is_inside(point: Points, outline: Points) -> bool:
    """Tell by the number of edges that a ray to the right crosses."""
    (x, y), a, b = point, outline[:-1], outline[1:]
    crosses = (a[:, 1] > y) != (b[:, 1] > y)
    a, b = a[crosses], b[crosses]
    at = a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
    return bool((at > x).sum() % 2)


def _scale(most: float) -> go.Scatter:
    """Return no mark, but the scale of colours under the picture."""
    return go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        hoverinfo="skip",
        marker={
            "color": [0.0],
            "cmin": 0.0,
            "cmax": most,
            "colorscale": [[0, NONE], [0.001, shade(0.001, 1)], [1, theme.LIFTING]],
            "showscale": True,
            "colorbar": {
                "orientation": "h",
                "title": {"text": "hard sets a week", "side": "top"},
                "thickness": 8,
                "len": 0.5,
                "y": -0.07,
                "yanchor": "top",
                "outlinewidth": 0,
                "nticks": 5,
            },
        },
    )


def _axes(built: go.Figure) -> None:
    built.update_xaxes(
        range=[-APART - 40, APART + 40],
        tickvals=[middle for _, middle, _ in VIEWS],
        ticktext=[name for _, _, name in VIEWS],
        ticks="",
        zeroline=False,
        fixedrange=True,
        constrain="domain",
    )
    built.update_yaxes(
        range=[-3, 200],
        showticklabels=False,
        ticks="",
        showgrid=False,
        scaleanchor="x",
        fixedrange=True,
        constrain="domain",
    )
