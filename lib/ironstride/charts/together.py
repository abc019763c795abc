"""Strength beside running: two stacked panels, and the scatter of block changes."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.block_bands import block_bands, by_kind
from ironstride.charts.date_axis import date_axis
from ironstride.frames.blocks import TrainingBlocks
from ironstride.frames.running import ReferenceSpeed
from ironstride.frames.strength import WeeklyIndex
from ironstride.frames.together import BlockAssociation, BlockChanges
from ironstride.units import count

STACK_HEIGHT = 470
SCATTER_HEIGHT = 360


def index_and_speed(
    strength: DataFrame[WeeklyIndex],
    speed: DataFrame[ReferenceSpeed],
    blocks: DataFrame[TrainingBlocks],
) -> go.Figure:
    """Draw the strength index [% of start] above the change of speed [%], on one time axis.

    Two panels, never two scales on one: where lines cross is a matter of scale. Missing weeks and
    blocks are gaps; a block of weeks stands in its middle. Marked training blocks are shaded.
    """
    built = theme.figure(
        [_index(strength), _speed(speed)],
        y_title="strength index<br>(% of start)",
        x_title="week",
        height=STACK_HEIGHT,
    )
    for axis, known in (("y", strength.index_pct), ("y2", speed.change_pct)):
        if known.isna().all():
            _say_empty(built, axis)
    dates = pd.concat([strength.week, _middles(speed)])
    date_axis(built, dates, "%-d %b %Y")
    built.update_layout(
        shapes=by_kind(block_bands(blocks, _middles(speed), strength.week)),
        xaxis={"anchor": "y2"},
        yaxis={"domain": [0.53, 1]},
        yaxis2={
            "domain": [0, 0.47],
            "anchor": "x",
            **theme.Y_AXIS,
            "title_text": "speed at reference HR<br>(% ± 1 SE, up: faster)",
        },
    )
    return built


def index_and_speed_alt(
    strength: DataFrame[WeeklyIndex],
    speed: DataFrame[ReferenceSpeed],
    blocks: DataFrame[TrainingBlocks],
) -> str:
    """Say in a sentence each where strength and speed stand, and what is shaded."""
    index, change = strength.index_pct.dropna(), speed.change_pct.dropna()
    lifting = running = "nothing to show yet"
    if len(index):
        lifting = (
            f"{index.iloc[-1]:.0f} % of its start after {count(len(index), 'week')} with a measure"
        )
    if len(change):
        moved = _signed(change.iloc[-1])
        running = f"{moved} % against the first of {count(len(change), 'block')} (up is faster)"
    bands = block_bands(blocks, _middles(speed), strength.week)
    shaded = f" Shaded: {count(len(bands), 'marked block')}." if bands else ""
    return f"Strength index: {lifting}. Speed at the reference heart rate: {running}.{shaded}"


def block_changes(pairs: DataFrame[BlockChanges], association: BlockAssociation) -> go.Figure:
    """Draw each change of strength [%] against the next block's change of speed [%].

    The line is Theil and Sen's, drawn only where the association is a hint or a link.
    """
    built = theme.figure(
        [_points(pairs), *([_line(pairs, association)] if association.has_slope else [])],
        x_title="change of strength (%, right: stronger)",
        y_title="change of speed, a block later<br>(%, up: faster)",
        height=SCATTER_HEIGHT,
    )
    built.update_layout(hovermode="closest", margin={"t": 28})
    built.update_xaxes(zeroline=True, zerolinecolor=theme.CONTEXT, zerolinewidth=1)
    built.update_yaxes(zeroline=True, zerolinecolor=theme.CONTEXT, zerolinewidth=1)
    built.add_annotation(
        text=count(len(pairs), "block pair"),
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
    )
    return built


def block_changes_alt(pairs: DataFrame[BlockChanges], association: BlockAssociation) -> str:
    """Say in a sentence how the points lie, and whether a line is drawn through them."""
    if pairs.empty:
        return "Changes of strength against the next change of speed: no block pairs yet."
    rose = pairs.strength_change > 0
    faster = pairs.performance_change > 0
    line = "No line is drawn."
    if association.has_slope:
        line = f"The line goes {_signed(association.slope, 2)} % in speed per 1 % in strength."
    return (
        f"{count(len(pairs), 'block pair')}, season, trend and distance taken out: of {rose.sum()} "
        f"in which strength rose, "
        f"speed rose a block later in {(rose & faster).sum()}; of the other {(~rose).sum()}, "
        f"in {(~rose & faster).sum()}. " + line
    )


def _index(strength: DataFrame[WeeklyIndex]) -> go.Scatter:
    return go.Scatter(
        x=strength.week.to_numpy(),
        y=strength.index_pct.to_numpy(),
        mode="lines",
        line={"color": theme.LIFTING, "width": 2},
        name="strength index",
        showlegend=False,
        hovertemplate="%{y:.1f} % of start",
    )


def _speed(speed: DataFrame[ReferenceSpeed]) -> go.Scatter:
    return go.Scatter(
        x=_middles(speed).to_numpy(),
        y=speed.change_pct.to_numpy(),
        error_y={"array": speed.se_pct.to_numpy(), "thickness": 1, "width": 0},
        mode="lines+markers",
        line={"color": theme.RUNNING, "width": 1},
        marker={"size": 6},
        name="speed at reference heart rate",
        hovertemplate="%{y:+.1f} %",
        yaxis="y2",
        showlegend=False,
    )


def _say_empty(built: go.Figure, axis: str) -> None:
    """Say in a panel that it has nothing to show, without ticks that mean nothing."""
    built.add_annotation(
        text="nothing to show yet",
        x=0.5,
        y=0.5,
        xref="paper",
        yref=f"{axis} domain",
        showarrow=False,
        font={"color": theme.CONTEXT},
    )
    built.update_layout({f"{axis[0]}axis{axis[1:]}": {"showticklabels": False, "showgrid": False}})


def _middles(speed: DataFrame[ReferenceSpeed]) -> "pd.Series[pd.Timestamp]":
    middles: pd.Series[pd.Timestamp] = speed.block + pd.to_timedelta(speed.weeks * 3.5, unit="D")
    return middles


def _points(pairs: DataFrame[BlockChanges]) -> go.Scatter:
    return go.Scatter(
        x=pairs.strength_change.to_numpy(),
        y=pairs.performance_change.to_numpy(),
        mode="markers",
        marker=theme.edged(theme.RUNNING, 0.7) | {"size": 8},
        name="block pairs",
        showlegend=False,
        hovertemplate="strength %{x:+.1f} %, then speed %{y:+.1f} %<extra></extra>",
    )


def _line(pairs: DataFrame[BlockChanges], association: BlockAssociation) -> go.Scatter:
    ends = pairs.strength_change.agg(["min", "max"]).to_numpy()
    return go.Scatter(
        x=ends,
        y=association.intercept + association.slope * ends,
        mode="lines",
        line={"color": theme.RUNNING, "width": 2},
        showlegend=False,
        hoverinfo="skip",
    )


def _signed(value: float, digits: int = 1) -> str:
    told = f"{value:+z.{digits}f}".replace("-", "−")
    return told if told.strip("+0.") else told.lstrip("+")
