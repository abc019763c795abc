"""The bars that weeks and months share: the longest run below, the other runs above it."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from ironstride.charts import theme
from ironstride.units import Units, metres

RUNNING_FAINT = theme.faint(theme.RUNNING, 0.55)
EDGE = {"color": theme.RUNNING, "width": 0.5}
HATCH = "/"


def distance_bars(volume: pd.DataFrame, units: Units, *, each: str, width_ms: int) -> list[go.Bar]:
    """Return stacked bars of distance [km or mi] for each week or month, `width_ms` wide.

    The unfinished one is hatched in the same colours.
    """
    done, unfinished = volume[volume.complete], volume[~volume.complete]
    return [
        *_bars(done, units, each, width_ms),
        *_bars(unfinished, units, each, width_ms, HATCH),
    ]


def in_unit(distance_m: "pd.Series[Any]", units: Units) -> NDArray[np.float64]:
    """Return kilometres or miles of distances [m]."""
    return distance_m.to_numpy(dtype=float) / metres(1, units.distance)


def _bars(
    volume: pd.DataFrame, units: Units, each: str, width_ms: int, hatch: str = ""
) -> list[go.Bar]:
    longest = volume.longest_m.where(volume.longest_m > 0)
    parts = [
        ("longest run", longest, theme.RUNNING, _longest_hover(units)),
        ("other runs", volume.distance_m - volume.longest_m, RUNNING_FAINT, _others_hover(units)),
    ]
    total = in_unit(volume.distance_m, units)
    details = np.column_stack([total, volume.long_run_share, volume.runs])
    so_far = f"this {each} so far"
    return [
        go.Bar(
            x=volume[each].to_numpy(),
            y=in_unit(distance_m, units),
            customdata=details,
            width=width_ms,
            name=so_far if hatch else name,
            showlegend=not volume.empty and not (hatch and name == "other runs"),
            legendgroup=so_far if hatch else name,
            marker={"color": colour, "line": EDGE, "pattern": {"shape": hatch, "size": 6}},
            hovertemplate=hover,
        )
        for name, distance_m, colour, hover in parts
    ]


def _longest_hover(units: Units) -> str:
    return (
        f"longest run %{{y:.1f}} of %{{customdata[0]:.1f}} {units.distance} "
        "(%{customdata[1]:.0%}), runs: %{customdata[2]}<extra></extra>"
    )


def _others_hover(units: Units) -> str:
    return f"other runs %{{y:.1f}} {units.distance}<extra></extra>"
