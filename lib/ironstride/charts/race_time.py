"""The axis of race times: faster is up, ticks read m:ss or h:mm:ss."""

from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from ironstride.charts import theme

HOUR_S = 3600
# Below this room [s] the ticks would repeat a second.
LEAST_S = 12
MARGIN = 1.15


def moments(seconds: Any) -> NDArray[np.datetime64]:
    """Return times [s] as the moments that a clock axis shows.

    >>> moments([90.0])
    array(['1970-01-01T00:01:30.000'], dtype='datetime64[ms]')
    """
    return (1000 * np.asarray(seconds, dtype=float)).round().astype("datetime64[ms]")


def race_time_axis(built: go.Figure, seconds: Any, margin: float = MARGIN) -> None:
    """Turn the y axis into one of race times [s] that holds all of these: faster is up."""
    times = np.asarray(seconds, dtype=float)
    if not times.size:
        return
    middle = (times.max() + times.min()) / 2
    half = max((times.max() - times.min()) * margin, LEAST_S) / 2
    long = times.max() >= HOUR_S
    built.update_layout(margin_l=theme.beside(["0:00:00"]) if long else theme.LEFT)
    built.update_yaxes(
        type="date",
        tickformat="%-H:%M:%S" if long else "%-M:%S",
        title_text="time (h:mm:ss)" if long else "time (m:ss)",
        range=moments([middle + half, middle - half]),
    )
