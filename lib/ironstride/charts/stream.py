"""A recording: pace, heart rate, elevation and cadence above one another, over distance or time."""

from itertools import pairwise

import numpy as np
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.panels import place
from ironstride.charts.stream_axis import Over, ends_of, has_distance, time_unit_s, x_of, x_title
from ironstride.charts.stream_panels import DRAWN, HOUR_S, STANDING_MPS, TITLES, panels_of
from ironstride.frames import Laps
from ironstride.frames.stream import SampleLines
from ironstride.units import (
    DistanceUnit,
    Units,
    count,
    distance_in,
    format_clock,
    format_distance,
    number,
)

__all__ = ["Over", "has_distance", "stream", "stream_alt"]

PANEL_HEIGHT, ROOM_HEIGHT = 150, 70
NARROW = 0.03  # of the way; a narrower lap has no room for its number


def stream(
    lines: DataFrame[SampleLines],
    units: Units,
    *,
    over: Over = "distance",
    laps: DataFrame[Laps] | None = None,
    paced: bool = True,
) -> go.Figure:
    """Return one panel for each thing recorded, all over distance [km or mi] or time [min or h].

    Pace [min per km or mi], faster is up; not `paced`, as of a ride: speed [km/h or mi/h]. Dotted
    lines stand where a lap ends. Lines break at pauses.
    """
    x = x_of(lines, over, units.distance)
    panels = panels_of(lines, x, units.distance, paced=paced)
    built = theme.figure(
        [trace.update(yaxis=_axis(at)) for at, one in enumerate(panels, 1) for trace in one.traces],
        y_title="",
        x_title=x_title(lines, over, units.distance),
        height=ROOM_HEIGHT + PANEL_HEIGHT * max(len(panels), 1),
    )
    for at, panel in enumerate(panels, start=1):
        place(built, panel, at, len(panels))
    if panels and panels[0].title == "Pace":
        built.update_layout(yaxis={"type": "date", "tickformat": "%-M:%S", "nticks": 5})
    if laps is not None and len(laps) > 1:
        _mark(built, _lap_ends(lines, laps, over, units.distance))
    built.update_xaxes(
        anchor=_axis(max(len(panels), 1)),
        range=ends_of(x),
        unifiedhovertitle_text=x_title(lines, over, units.distance) + " %{x:.2f}",
    )
    # One label for all panels, where the pointer stands.
    return built.update_layout(showlegend=False, hoversubplots="axis")


def stream_alt(lines: DataFrame[SampleLines], units: Units, *, paced: bool = True) -> str:
    """Say in a sentence what was recorded, and between which values most of it lies."""
    if lines.empty:
        return "Nothing was recorded."
    farthest = lines.distance_m.max()
    way = "" if np.isnan(farthest) else f"{format_distance(farthest, units.distance, 2)} in "
    told = [_speed_in_words(lines, units.distance, paced=paced)]
    for name, (title, unit, _) in TITLES.items():
        low, high = lines[name].min(), lines[name].max()
        if not np.isnan(low):
            told.append(f"{title.lower()} {_between(number(low), number(high))} {unit}")
    what = "; ".join(one for one in told if one) or "neither pace nor heart rate"
    samples = int(lines[list(DRAWN)].notna().any(axis=1).sum())
    return f"{way}{format_clock(lines.elapsed_s.max())}: {what}. {count(samples, 'point')} drawn."


def _axis(at: int) -> str:
    return f"y{at}" if at > 1 else "y"


def _mark(built: go.Figure, ends: list[float]) -> None:
    """Draw a dotted line through all panels where a lap ends, and the numbers of wide laps."""
    for at in ends[:-1]:
        built.add_shape(
            type="line", x0=at, x1=at, y0=0, y1=1, yref="paper",
            line={"color": theme.CONTEXT, "width": 1, "dash": "dot"},
        )  # fmt: skip
    for lap, (begin, end) in enumerate(pairwise((0.0, *ends)), start=1):
        if end - begin < NARROW * ends[-1]:
            continue
        built.add_annotation(
            x=(begin + end) / 2, y=1, yref="y domain", yanchor="top", showarrow=False,
            text=str(lap), font={"size": 10, "color": theme.CONTEXT},
        )  # fmt: skip


def _lap_ends(
    lines: DataFrame[SampleLines], laps: DataFrame[Laps], over: Over, unit: DistanceUnit
) -> list[float]:
    metres = laps.distance_m.cumsum().to_numpy()
    if over == "distance":
        return [float(one) for one in metres * distance_in(1.0, unit)]
    known = lines.dropna(subset=["distance_m"])
    if known.empty:
        seconds = laps.duration_s.cumsum().to_numpy()
    else:
        seconds = np.interp(metres, known.distance_m, known.elapsed_s)
    return [float(one) for one in seconds / time_unit_s(lines)]


def _speed_in_words(lines: DataFrame[SampleLines], unit: DistanceUnit, *, paced: bool) -> str:
    moving = lines.speed_mps[lines.speed_mps >= STANDING_MPS]
    if moving.empty:
        return ""
    slow, fast = (float(one) for one in moving.quantile([0.05, 0.95]))
    if not paced:
        ends = (f"{HOUR_S * distance_in(one, unit):.0f}" for one in (slow, fast))
        return f"speed mostly {_between(*ends)} {unit}/h"
    ends = (format_clock(1 / distance_in(one, unit)) for one in (fast, slow))
    return f"pace mostly {_between(*ends)} /{unit}"


def _between(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"
