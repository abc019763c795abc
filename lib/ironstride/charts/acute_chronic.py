"""The acute:chronic workload ratio, for those who ask for it; without colours of good and bad."""

import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.load import thinned
from ironstride.frames.load import AcuteChronicRatio
from ironstride.units import count

HEIGHT = 240
LINES = {
    "uncoupled": ("last 7 days ÷ the 21 before", theme.RUNNING),
    "ewma_ratio": ("exponentially weighted", theme.CONTEXT),
}


def acute_chronic_ratio(ratios: DataFrame[AcuteChronicRatio]) -> go.Figure:
    """Return both forms of the ratio, day by day."""
    drawn = thinned(ratios)
    lines = [
        go.Scatter(
            x=drawn.day.to_numpy(),
            y=drawn[column].to_numpy(),
            name=name,
            showlegend=True,
            mode="lines",
            line={"color": colour, "width": 1.5},
            hovertemplate=f"{name} %{{y:.2f}}<extra></extra>",
        )
        for column, (name, colour) in LINES.items()
    ]
    built = theme.figure(lines, y_title="load ÷ load (ratio)", x_title="day", height=HEIGHT)
    built.update_yaxes(rangemode="tozero")
    date_axis(built, ratios.day, "%-d %b %Y")
    return built


def acute_chronic_ratio_alt(ratios: DataFrame[AcuteChronicRatio]) -> str:
    """Say in a sentence the latest ratio."""
    known = ratios.dropna(subset=[AcuteChronicRatio.uncoupled])
    if known.empty:
        return "Not known: it needs 28 days and a load in the three weeks before the last."
    last = known.iloc[-1]
    return (
        f"{count(len(known), 'day')}; on {last.day.day} {last.day:%b %Y} {last.uncoupled:.2f}, "
        f"exponentially weighted {last.ewma_ratio:.2f}."
    )
