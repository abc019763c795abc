"""The laps of one run: how fast each was, as wide as it was long."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.frames import Laps
from ironstride.units import Units, count, distance_in, format_distance, format_pace, pace_s

HEIGHT = 220
ROOM_S = 15


def laps(frame: DataFrame[Laps], units: Units) -> go.Figure:
    """Return pace [min per km or mi] over distance [km or mi], one step a lap, faster is up.

    The grey line is the pace of all laps together: sum of time ÷ sum of distance.
    """
    per_unit = frame.duration_s / distance_in(1.0, units.distance) / frame.distance_m
    traces = [_steps(frame, per_unit.to_numpy(), units), _mean(frame, units)]
    title = f"distance ({units.distance})"
    built = theme.figure(traces, y_title="", x_title=title, height=HEIGHT)
    built.update_layout(hovermode="closest")
    theme.pace_axis(built, units.distance)
    slow, fast = per_unit.max() + ROOM_S, max(per_unit.min() - ROOM_S, 0.0)
    built.update_yaxes(autorange=False, range=[_moment(slow), _moment(fast)], nticks=5)
    built.update_xaxes(range=[0, distance_in(frame.distance_m.sum(), units.distance)])
    return built


def laps_alt(frame: DataFrame[Laps], units: Units) -> str:
    """Say in a sentence how fast the laps were."""
    if frame.empty:
        return "No laps."
    pace = (frame.duration_s / frame.distance_m).to_numpy()
    fastest, slowest = int(pace.argmin()), int(pace.argmax())
    total = format_distance(frame.distance_m.sum(), units.distance, 2)
    return (
        f"{count(len(frame), 'lap')} over {total}: fastest lap {fastest + 1} at "
        f"{_pace(frame, fastest, units)}, slowest lap {slowest + 1} at "
        f"{_pace(frame, slowest, units)}."
    )


def _steps(frame: DataFrame[Laps], per_unit: NDArray[np.float64], units: Units) -> go.Scatter:
    """Return a line that holds each lap's pace from its beginning to its end."""
    edges = np.concatenate([[0.0], frame.distance_m.cumsum()])
    between = np.stack([edges[:-1], edges[1:]], axis=1).ravel()
    notes = [
        f"lap {place + 1}: {format_distance(distance_m, units.distance, 2)}, "
        f"{_pace(frame, place, units)}"
        for place, distance_m in enumerate(frame.distance_m)
    ]
    return go.Scatter(
        x=distance_in(1.0, units.distance) * between,
        y=[_moment(seconds) for seconds in np.repeat(per_unit, 2)],
        customdata=np.repeat(notes, 2),
        name="pace of the lap",
        showlegend=True,
        mode="lines",
        line={"color": theme.RUNNING, "width": 2.5},
        hovertemplate="%{customdata}<extra></extra>",
    )


def _mean(frame: DataFrame[Laps], units: Units) -> go.Scatter:
    whole_m, whole_s = frame.distance_m.sum(), frame.duration_s.sum()
    return go.Scatter(
        x=[0.0, distance_in(whole_m, units.distance)],
        y=[_moment(pace_s(whole_m, whole_s, units.distance))] * 2,
        name="all laps together",
        showlegend=True,
        mode="lines",
        line={"color": theme.CONTEXT, "width": 1.5, "dash": "dot"},
        hovertemplate=f"all laps: {format_pace(whole_m, whole_s, units.distance)}<extra></extra>",
    )


def _moment(seconds: float) -> str:
    """Return seconds as a moment of the first day, as the pace axis reads them."""
    return f"{pd.Timestamp(0) + pd.Timedelta(seconds=round(seconds)):%Y-%m-%dT%H:%M:%S}"


def _pace(frame: DataFrame[Laps], place: int, units: Units) -> str:
    return format_pace(frame.distance_m.iloc[place], frame.duration_s.iloc[place], units.distance)
