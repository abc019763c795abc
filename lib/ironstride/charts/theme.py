"""How every chart looks: one accent for running, one for lifting, grey for context."""

from collections.abc import Iterable
from typing import Any

import plotly.graph_objects as go
from plotly.colors import hex_to_rgb

# Told apart by colour-blind readers (Okabe & Ito's blue and orange), dark enough on white and
# light enough on black; the unfinished week is hatched in the same colour.
RUNNING = "#2a75b3"
LIFTING = "#d5762a"
CONTEXT = "#8c939c"
CONTEXT_FAINT = "rgba(140, 147, 156, 0.35)"
# Categories in a fixed order (Okabe & Ito), never the only carrier of meaning.
CATEGORIES = (
    "#2a75b3",
    "#d5762a",
    "#2a9d78",
    "#b05f94",
    "#a98b00",
    "#5f6b7a",
    "#3d8fc4",
    "#c2503a",
)
RUN_TYPES = {
    "easy": "#2a75b3", "long": "#5f6b7a", "tempo": "#d5762a", "intervals": "#b05f94",
    "race": "#c2503a", "hills": "#2a9d78", "test": "#a98b00", "other": "#8c939c",
}  # fmt: skip

EDGE_PX = 1.0  # around what is too pale to stand out by itself

HEIGHT = 300
# Room around the axes [px], fixed: were Plotly to find it, it would draw every chart twice.
EDGE_OF_PAPER = 8
LEFT, LEFT_OF_TWO = 66, 82  # labels as 10:30 or 1 500 beside a title of one line, of two
BOTTOM, LINE = 62, 16  # two lines of labels above a title of one line; each further line
NEAR = 12  # between the labels and the title
LETTER = 6.2  # of a label, on average
AXIS: dict[str, Any] = {"automargin": False, "title_standoff": NEAR}
# Also of a further axis that a chart adds.
Y_AXIS: dict[str, Any] = AXIS | {"zeroline": False, "separatethousands": True}
BAR_MS = 6 * 24 * 3600 * 1000  # a bar of a week is six days wide


def figure(
    traces: Iterable[Any],
    *,
    y_title: str,
    x_title: str = "",
    height: int = HEIGHT,
    left: int = 0,
    bottom: int = BOTTOM,
) -> go.Figure:
    """Return a figure [px high] with the house's margins, legend on top and titled axes.

    `left` and `bottom` [px] are the room of labels that are longer or shorter than usual.
    """
    left = left or (LEFT_OF_TWO if "<br>" in y_title else LEFT)
    layout = {
        "height": height,
        "margin": {"l": left, "r": EDGE_OF_PAPER, "t": EDGE_OF_PAPER, "b": bottom},
        "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
        "hovermode": "x unified",
        "bargap": 0.15,
        "separators": ".\u202f",  # thousands apart as in every text
        "xaxis": AXIS | {"title_text": x_title, "showgrid": False},
        "yaxis": Y_AXIS | {"title_text": y_title},
    }
    return go.Figure(list(traces), layout)


def beside(labels: Iterable[str], *, titled: bool = True) -> int:
    """Return the room [px] that labels of words need to the left of their axis.

    >>> beside(["calves", "hamstrings"])
    102
    """
    longest = max((len(label) for label in labels), default=0)
    return round(longest * LETTER) + 2 * EDGE_OF_PAPER + (24 if titled else 0)


def faint(colour: str, share: float) -> str:
    """Return a colour that covers what lies under it by a share.

    >>> faint(RUNNING, 0.25)
    'rgba(42, 117, 179, 0.25)'
    """
    red, green, blue = hex_to_rgb(colour)
    return f"rgba({red}, {green}, {blue}, {share:.2f})"


def edged(colour: str, share: float, width: float = EDGE_PX) -> dict[str, Any]:
    """Return a marker that is faint inside and whose edge [px] stands out on any ground."""
    return {"color": faint(colour, share), "line": {"color": colour, "width": width}}


def pace_axis(built: go.Figure, unit: str) -> None:
    """Turn the y axis into a pace axis: faster is up, ticks read m:ss.

    The traces must carry `pd.to_datetime(seconds_per_unit, unit="s")`.
    """
    built.update_yaxes(
        type="date",
        tickformat="%-M:%S",
        autorange="reversed",
        title_text=f"pace (min/{unit})",
    )
