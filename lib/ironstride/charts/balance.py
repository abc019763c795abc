"""One part beside another over blocks of four weeks, within the runner's own band."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.frames.balance import BalanceBlocks
from ironstride.units import count, percent

BAND = theme.faint(theme.CONTEXT, 0.25)
ROOM = 15.0
SYMBOLS = {"below": "triangle-down", "above": "triangle-up", "within": "circle"}


def balance(blocks: DataFrame[BalanceBlocks], *, part: str, both: str) -> go.Figure:
    """Return one measure's share [% of the hard sets of both] in each block, with the own band.

    A triangle lies outside the quartiles of the blocks before it, a ring has no band yet.
    """
    built = theme.figure(
        [*_band(blocks), _median(blocks), _shares(blocks, f"{part}, % of {both}")],
        y_title="share of hard sets (%)",
        x_title="four weeks from",
    )
    built.update_yaxes(range=_range(blocks))
    date_axis(built, blocks.block, "four weeks from %-d %b %Y")
    return built


def balance_alt(blocks: DataFrame[BalanceBlocks], *, part: str) -> str:
    """Say in a sentence what the blocks show: how many, the last, and where it lies."""
    known = blocks[blocks.share.notna()]
    if known.empty:
        return f"{count(len(blocks), 'block')} of four weeks, none with four hard sets."
    last = known.iloc[-1]
    told = f"{count(len(known), 'block')} of four weeks; in the last {percent(last.share)} {part}"
    if " : " in last.measure and pd.notna(last.ratio):
        told += f" (ratio {last.ratio:.2f})"
    if last.place == "cannot tell yet":
        return f"{told}; cannot tell yet where that lies."
    return f"{told}, {last.place} your own band: {_ends(last)}."


def _ends(block: Any) -> str:
    low, high = percent(block.low), percent(block.high)
    return f"{low} at both ends" if low == high else f"{low} to {high}"


def _range(blocks: pd.DataFrame) -> list[float]:
    """Return the shares shown, with room around them, so that one set does not look like much."""
    drawn = 100 * blocks[["share", "low", "high"]].to_numpy(dtype=float)
    if not np.isfinite(drawn).any():
        return [0, 100]
    return [max(float(np.nanmin(drawn)) - ROOM, 0), min(float(np.nanmax(drawn)) + ROOM, 100)]


def _band(blocks: pd.DataFrame) -> list[go.Scatter]:
    known = blocks[blocks.low.notna()]
    return [
        go.Scatter(
            x=known.block.to_numpy(),
            y=100 * known[end].to_numpy(dtype=float),
            name="your own earlier blocks, middle half",
            showlegend=end == "high" and not known.empty,
            mode="lines",
            line={"width": theme.EDGE_PX, "color": theme.CONTEXT, "shape": "hvh"},
            fill="tonexty" if end == "high" else None,
            fillcolor=BAND,
            hoverinfo="skip",
        )
        for end in ("low", "high")
    ]


def _median(blocks: pd.DataFrame) -> go.Scatter:
    known = blocks[blocks["median"].notna()]
    return go.Scatter(
        x=known.block.to_numpy(),
        y=100 * known["median"].to_numpy(dtype=float),
        name="their median",
        showlegend=not known.empty,
        mode="lines",
        line={"width": 1, "color": theme.CONTEXT, "dash": "dot", "shape": "hvh"},
        hoverinfo="skip",
    )


def _shares(blocks: pd.DataFrame, name: str) -> go.Scatter:
    return go.Scatter(
        x=blocks.block.to_numpy(),
        y=100 * blocks.share.to_numpy(dtype=float),
        customdata=[_hover(one) for one in blocks.itertuples()],
        name=name,
        mode="lines+markers",
        line={"color": theme.LIFTING, "width": 1},
        marker={
            "color": theme.LIFTING,
            "opacity": 1,  # marks of several sizes would be see-through
            "size": np.where(blocks.place == "within", 7, 10),
            "symbol": [SYMBOLS.get(place, "circle-open") for place in blocks.place],
        },
        hovertemplate="%{y:.0f} %, %{customdata}<extra></extra>",
    )


def _hover(one: Any) -> str:
    ratio = "" if pd.isna(one.ratio) else f", ratio {one.ratio:.2f}"
    return f"{one.part_sets:.1f} of {one.part_sets + one.other_sets:.1f} sets{ratio}; {one.place}"
