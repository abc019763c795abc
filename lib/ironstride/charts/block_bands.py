"""Training blocks that the runner marked, as shaded bands behind lines over time."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.race_words import each
from ironstride.frames.blocks import TrainingBlocks

DAY = pd.Timedelta(days=1)
# kind: colour of its edge, how strong it is inside, how its edge is drawn
LOOKS = {
    "heavy lifting": (theme.LIFTING, 0.28, "solid"),
    "maintenance": (theme.LIFTING, 0.10, "dot"),
    "no lifting": (theme.CONTEXT, 0.20, "dot"),
    "life event": (theme.CONTEXT, 0.55, "solid"),
}

SHARED = (
    "xref", "yref", "layer", "line", "fillcolor", "name", "legendgroup", "showlegend",
)  # fmt: skip


def block_bands(
    blocks: DataFrame[TrainingBlocks], *shown: "pd.Series[pd.Timestamp]"
) -> list[go.layout.Shape]:
    """Return a band for each marked block that lies within the days shown, each kind named once.

    A block that goes on ends with the last day shown; its own last day belongs to it.
    """
    drawn = pd.concat(shown)
    if drawn.empty or blocks.empty:
        return []
    first, last = drawn.min(), drawn.max()
    begin = blocks.started_on.where(blocks.started_on > first, first)
    end = blocks.ended_on + DAY
    inside = blocks.assign(left=begin, right=end.where(end < last, last))
    inside = inside[inside.left < inside.right]
    named = ~inside.duplicated("kind")
    return [_band(row, named=bool(named[row.Index])) for row in each(inside)]


def by_kind(bands: list[go.layout.Shape]) -> list[go.layout.Shape]:
    """Return the bands of each kind as one shape: a browser draws many shapes one by one."""
    shown = {name: [band for band in bands if band.name == name] for name in LOOKS}
    return [
        go.layout.Shape(
            type="path",
            path="".join(map(_outline, own)),
            **{name: own[0][name] for name in SHARED},
        )
        for own in shown.values()
        if own
    ]


def _outline(band: go.layout.Shape) -> str:
    """Return the way around a band; a path writes a moment without a space and without a T."""
    left, right = (f"{pd.Timestamp(x):%Y-%m-%d_%H:%M}" for x in (band.x0, band.x1))
    return f"M{left},{band.y0}L{right},{band.y0}L{right},{band.y1}L{left},{band.y1}Z"


def _band(block: Any, *, named: bool) -> go.layout.Shape:
    colour, share, dash = LOOKS[block.kind]
    return go.layout.Shape(
        type="rect",
        xref="x",
        yref="paper",
        x0=block.left,
        x1=block.right,
        y0=0,
        y1=1,
        layer="below",
        line={"width": theme.EDGE_PX, "color": colour, "dash": dash},
        fillcolor=theme.faint(colour, share),
        name=block.kind,
        legendgroup=block.kind,
        showlegend=named,
    )
