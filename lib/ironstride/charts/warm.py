"""Build one small figure before anyone waits for it."""

import plotly.graph_objects as go

from ironstride.charts import theme


def warm() -> None:
    """Build and serialise one small figure of bars and a line, so that the first chart is quick."""
    theme.figure([go.Bar(x=[0], y=[0]), go.Scatter(x=[0], y=[0])], y_title="").to_json()
