"""Exploration: r with its interval for each lag, one adjustment beside the other."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.frames.explore import Asked
from ironstride.units import count

HEIGHT = 340
# Side by side around each lag [blocks], and the symbols that tell them apart without colour.
BESIDE = {"season": (-0.2, theme.CONTEXT, "circle-open"), "usual": (0.0, theme.RUNNING, "circle"),
          "everything": (0.2, theme.LIFTING, "diamond")}  # fmt: skip


def lags(asked: DataFrame[Asked], names: dict[str, str]) -> go.Figure:
    """Draw r of block changes with its 95 % interval against the lag [blocks], by adjustment.

    A lag that cannot be told has no mark; its number of pairs stands in the hover of the others.
    """
    built = theme.figure(
        [_marks(asked[asked.adjusted == one], one, names[one]) for one in BESIDE],
        x_title="how much later running is looked at<br>(blocks of 4 weeks)",
        y_title="r of block changes<br>(−1 to 1, up: together)",
        height=HEIGHT,
        bottom=theme.BOTTOM + theme.LINE,
    )
    built.update_layout(hovermode="closest")
    built.update_xaxes(tickvals=sorted(asked.lag.unique()), range=[-0.5, 3.5])
    built.update_yaxes(range=[-1.05, 1.05], zeroline=True, zerolinecolor=theme.CONTEXT)
    return built


def lags_alt(asked: DataFrame[Asked], names: dict[str, str]) -> str:
    """Say in a sentence what each lag shows after the usual adjustment."""
    usual = asked[asked.adjusted == "usual"]
    told = usual.dropna(subset=["r"])
    if told.empty:
        return "r for each lag: none can be told."
    each = "; ".join(
        f"{one['lag']}: {_number(one['r'])} ({_number(one['ci_low'])} to "
        f"{_number(one['ci_high'])}, {count(one['n_pairs'], 'pair')})"
        for one in told.to_dict("records")
    )
    return f"r at each lag in blocks, {names['usual']} taken out: {each}."


def _marks(asked: pd.DataFrame, adjusted: str, name: str) -> go.Scatter:
    beside, color, symbol = BESIDE[adjusted]
    told = asked.dropna(subset=["r"])
    return go.Scatter(
        x=told.lag.to_numpy() + beside,
        y=told.r.to_numpy(),
        error_y={
            "array": (told.ci_high - told.r).to_numpy(),
            "arrayminus": (told.r - told.ci_low).to_numpy(),
            "thickness": 1.5,
            "width": 0,
        },
        mode="markers",
        marker={"size": 9, "symbol": symbol, "color": color},
        name=name,
        showlegend=True,
        customdata=told[["ci_low", "ci_high", "n_pairs"]].to_numpy(),
        hovertemplate="r %{y:.2f} (%{customdata[0]:.2f} to %{customdata[1]:.2f}), "
        "%{customdata[2]} pairs",
    )


def _number(value: float) -> str:
    return f"{value:z.2f}".replace("-", "−")
