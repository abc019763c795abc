"""Running: the distance of each week."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.distance_bars import distance_bars, in_unit
from ironstride.charts.filled_steps import lightened
from ironstride.frames.running import WeeklyVolume
from ironstride.units import Units, count, format_distance


def weekly_distance(volume: DataFrame[WeeklyVolume], units: Units) -> go.Figure:
    """Return bars of weekly distance [km or mi], the longest run below, and the four-week mean.

    The unfinished week is hatched in the same colours.
    """
    bars = lightened(distance_bars(volume, units, each="week", width_ms=theme.BAR_MS))
    built = theme.figure(
        [*bars, _mean(volume, units)], y_title=f"distance ({units.distance})", x_title="week"
    )
    built.update_layout(barmode="stack")
    built.update_yaxes(rangemode="tozero")
    date_axis(built, volume.week, "week of %-d %b %Y")
    return built


def weekly_distance_alt(volume: DataFrame[WeeklyVolume], units: Units) -> str:
    """Say in a sentence what the weekly bars show."""
    if volume.empty:
        return "No runs yet."
    done, unfinished = volume[volume.complete], volume[~volume.complete]
    parts = [f"{count(len(volume), 'week')}, {count(int(volume.runs.sum()), 'run')}"]
    if not done.empty:
        parts.append(
            f"last complete week {format_distance(done.distance_m.iloc[-1], units.distance)}"
        )
    mean_m = volume.mean_distance_m.iloc[-1]
    if pd.notna(mean_m):
        parts.append(f"four-week mean {format_distance(mean_m, units.distance)}")
    if not unfinished.empty:
        so_far = format_distance(unfinished.distance_m.iloc[-1], units.distance)
        parts.append(f"this week so far {so_far}")
    return f"{parts[0]}; {', '.join(parts[1:])}."


def _mean(volume: DataFrame[WeeklyVolume], units: Units) -> go.Scatter:
    return go.Scatter(
        x=volume.week.to_numpy(),
        y=in_unit(volume.mean_distance_m, units),
        name="four-week mean",
        mode="lines",
        line={"color": theme.CONTEXT, "width": 2},
        hoverinfo="skip",  # Plotly takes no click where a line is the nearest mark
    )
