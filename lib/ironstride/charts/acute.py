"""Groups of runs around heavy leg work: mean pace against the usual, with intervals."""

from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.frames.acute import GroupMeans
from ironstride.units import count

LETTERS_A_LINE = 12
LEAST_RANGE_PCT = 1.0
ROOM = 1.15


def acute_means(means: DataFrame[GroupMeans], *, x_title: str) -> go.Figure:
    """Draw each group's mean [% against the usual of the same four weeks] with its interval.

    The number of runs stands under each group; one with too few has no mark and says so.
    """
    labels = [_label(one) for one in means.itertuples()]
    lines = max((label.count("<br>") + 1 for label in labels), default=1)
    built = theme.figure(
        [_means(means[means.mean_pct.notna()])],
        x_title=x_title,
        y_title="pace against your usual<br>(%, up: faster)",
        bottom=theme.BOTTOM + theme.LINE * (lines - 2),
    )
    built.update_layout(showlegend=False, hovermode="closest")
    built.update_xaxes(
        range=[-0.5, len(means) - 0.5],
        tickvals=list(range(len(means))),
        ticktext=labels,
        tickangle=0,
    )
    built.update_yaxes(
        zeroline=True, zerolinecolor=theme.CONTEXT, zerolinewidth=1, range=_range(means)
    )
    for place in means.index[means.mean_pct.isna()]:
        built.add_annotation(x=place, y=0, text="too few", showarrow=False, yshift=10)
    return built


def acute_means_alt(means: DataFrame[GroupMeans]) -> str:
    """Say each group's mean, its interval and its number of runs."""
    return "; ".join(_told(one) for one in means.itertuples()).capitalize() + "."


def _means(known: pd.DataFrame) -> go.Scatter:
    hover = "%{customdata[0]}<br>%{y:+.1f} % (%{customdata[1]:+.1f} to %{customdata[2]:+.1f})"
    return go.Scatter(
        x=known.index.to_numpy(),
        y=known.mean_pct.to_numpy(),
        error_y={
            "array": (known.high_pct - known.mean_pct).to_numpy(),
            "arrayminus": (known.mean_pct - known.low_pct).to_numpy(),
            "thickness": 2,
            "width": 6,
        },
        mode="markers",
        marker={"color": theme.RUNNING, "size": 10},
        customdata=known[["group", "low_pct", "high_pct"]].to_numpy(),
        name="mean with 95 % interval",
        hovertemplate=f"{hover}<extra></extra>",
    )


def _label(one: Any) -> str:
    return "<br>".join([*wrap(one.group, LETTERS_A_LINE), count(one.runs, "run")])


def _range(means: pd.DataFrame) -> list[float]:
    """Return a range that is the same up and down, so that 0 stays in the middle."""
    ends = means[["low_pct", "high_pct"]].abs().to_numpy(dtype=float)
    widest = max([LEAST_RANGE_PCT, *ends[~pd.isna(ends)]])
    return [-ROOM * widest, ROOM * widest]


def _told(one: Any) -> str:
    if pd.isna(one.mean_pct):
        return f"{one.group}: too few ({count(one.runs, 'run')})"
    mean, low, high = (_signed(value) for value in (one.mean_pct, one.low_pct, one.high_pct))
    return f"{one.group}: {mean} % ({low} to {high}; {count(one.runs, 'run')})"


def _signed(value: float) -> str:
    told = f"{value:+z.1f}".replace("-", "−")
    return "0.0" if told == "+0.0" else told
