"""The panels of a recording: one line each, broken only where nothing was recorded."""

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.panels import Panel
from ironstride.frames.stream import SampleLines
from ironstride.units import DistanceUnit, distance_in

Array = npt.NDArray[np.float64]

# Slower than this is standing, of which no pace can be drawn.
STANDING_MPS = 0.5
# What a hundredth of the time lies beyond is left out of the picture, so that a pause or a leap of
# the positions does not flatten the rest.
EDGE = 0.01
LEAST_SPAN = {"hr_bpm": 10.0, "altitude_m": 20.0, "cadence_spm": 10.0, "speed_mps": 5.0}
LEAST_PACE_S = 30.0
# Slower than twice the middle pace is standing about; it stays below the picture.
SLOWEST = 2.0
HOUR_S = 3600.0
TITLES = {
    "hr_bpm": ("Heart rate", "bpm", theme.CATEGORIES[7]),
    "altitude_m": ("Elevation", "m", theme.CATEGORIES[5]),
    "cadence_spm": ("Cadence", "steps/min", theme.CATEGORIES[2]),
}
DRAWN = ("speed_mps", *TITLES)


def panels_of(
    lines: DataFrame[SampleLines], x: Array, unit: DistanceUnit, *, paced: bool
) -> list[Panel]:
    """Return a panel for each thing that was recorded, pace or speed first."""
    moving = lines.speed_mps.where(lines.speed_mps >= STANDING_MPS).to_numpy()
    found = []
    if not np.isnan(moving).all():
        found.append(_pace(lines, x, moving, unit) if paced else _speed(lines, x, unit))
    return found + [_panel(lines, x, name) for name in TITLES if lines[name].notna().any()]


def _pace(lines: DataFrame[SampleLines], x: Array, moving: Array, unit: DistanceUnit) -> Panel:
    seconds = 1 / (moving * distance_in(1.0, unit))
    fast, slow = _range(seconds, LEAST_PACE_S)
    line = _line(lines, x, "speed_mps", seconds, theme.RUNNING, f"%{{y|%-M:%S}} /{unit}")
    line.update(y=[None if np.isnan(one) else _moment(one) for one in line.y])
    slow = min(slow, SLOWEST * float(np.nanmedian(seconds)))
    ends = (_moment(slow), _moment(max(fast, 0.0)))
    return Panel("Pace", f"pace (min/{unit})", [line], ends)


def _speed(lines: DataFrame[SampleLines], x: Array, unit: DistanceUnit) -> Panel:
    values = HOUR_S * distance_in(1.0, unit) * lines.speed_mps.to_numpy()
    line = _line(lines, x, "speed_mps", values, theme.RUNNING, f"%{{y:.1f}} {unit}/h")
    return Panel("Speed", f"speed ({unit}/h)", [line], _range(values, LEAST_SPAN["speed_mps"]))


def _panel(lines: DataFrame[SampleLines], x: Array, name: str) -> Panel:
    title, unit, colour = TITLES[name]
    values = lines[name].to_numpy()
    line = _line(lines, x, name, values, colour, f"%{{y:.0f}} {unit}")
    return Panel(title, f"{title.lower()} ({unit})", [line], _range(values, LEAST_SPAN[name], name))


def _line(
    lines: DataFrame[SampleLines], x: Array, name: str, values: Array, colour: str, hover: str
) -> go.Scatter:
    """Return a line through the known values, broken at pauses and where a pace is none."""
    is_break = lines[list(DRAWN)].isna().all(axis=1).to_numpy()
    kept = ~np.isnan(x) & (lines[name].notna().to_numpy() | is_break)
    return go.Scatter(
        x=x[kept],
        y=values[kept],
        mode="lines",
        line={"color": colour, "width": 1.5},
        hovertemplate=f"{hover}<extra></extra>",
    )


def _range(values: Array, least: float, name: str = "") -> tuple[float, float]:
    """Return the ends of an axis: nearly all values and some room, never less than a span."""
    known = values[~np.isnan(values)]
    # The highest point of a way is no mistake.
    edge = 0.0 if name == "altitude_m" else EDGE
    low, high = (float(one) for one in np.quantile(known, (edge, 1 - edge)))
    room = max(0.08 * (high - low), (least - (high - low)) / 2)
    return low - room, high + room


def _moment(seconds: float) -> str:
    """Return seconds as a moment of the first day, as the pace axis reads them."""
    return f"{pd.Timestamp(0) + pd.Timedelta(seconds=round(seconds)):%Y-%m-%dT%H:%M:%S}"
