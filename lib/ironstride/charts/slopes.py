"""What trials, this log, and both together say of speed per strength, as intervals."""

import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.race_words import each
from ironstride.frames.together import SlopeEstimates

HEIGHT = 220


def slopes(estimates: DataFrame[SlopeEstimates]) -> go.Figure:
    """Draw each slope [% speed per 1 % strength] with its 95 % interval, one row a source."""
    middle = estimates.slope
    marks = go.Scatter(
        x=middle.to_numpy(),
        y=list(estimates.source),
        error_x={
            "array": (estimates.high - middle).to_numpy(),
            "arrayminus": (middle - estimates.low).to_numpy(),
            "thickness": 2,
            "width": 0,
        },
        mode="markers",
        marker={"color": theme.RUNNING, "size": 10},
        showlegend=False,
        hovertemplate="%{y}: %{x:.2f} % per 1 %<extra></extra>",
    )
    title = "% faster per 1 % stronger<br>(with 95 % interval)"
    built = theme.figure(
        [marks],
        y_title="",
        x_title=title,
        height=HEIGHT,
        left=theme.beside(estimates.source, titled=False),
        bottom=theme.BOTTOM + theme.LINE,
    )
    built.update_layout(hovermode="closest")
    built.update_xaxes(zeroline=True, zerolinecolor=theme.CONTEXT, zerolinewidth=1, showgrid=True)
    built.update_yaxes(autorange="reversed", type="category")
    return built


def slopes_alt(estimates: DataFrame[SlopeEstimates]) -> str:
    """Say in a sentence what each source says."""
    told = [
        f"{row.source} {_number(row.slope)} ({_number(row.low)} to {_number(row.high)})"
        for row in each(estimates)
    ]
    return f"% faster per 1 % stronger, with 95 % intervals: {', '.join(told)}."


def _number(value: float) -> str:
    return f"{value:z.2f}".replace("-", "−")
