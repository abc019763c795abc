"""The axis that weeks and blocks share: ticks that read well over a month and over twenty years."""

import pandas as pd
import plotly.graph_objects as go

# A log of one week is drawn on as wide a paper as one of a season.
SHORTEST = pd.Timedelta(weeks=12)
MARGIN = pd.Timedelta(weeks=1)
HALF = MARGIN / 2
TICKS = [
    {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def date_axis(built: go.Figure, dates: "pd.Series[pd.Timestamp]", hover: str) -> None:
    """Label the x axis by date; `hover` is the d3 time format of the hover's headline."""
    built.update_xaxes(type="date", tickformatstops=TICKS, hoverformat=hover)
    if len(dates) and dates.max() - dates.min() < SHORTEST:
        built.update_xaxes(range=[dates.max() - SHORTEST, dates.max() + MARGIN])
    elif any(trace.type == "scatter" and trace.stackgroup for trace in built.data):
        # Their unseen marks would keep steps away from both ends.
        built.update_xaxes(range=[dates.min() - HALF, dates.max() + HALF])
