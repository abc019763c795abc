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
