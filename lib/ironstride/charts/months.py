"""Months: the distance of each, with its longest run."""

import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.distance_bars import distance_bars
from ironstride.frames.volume import MonthlyVolume
from ironstride.units import Units, count, format_distance

BAR_MS = 24 * 24 * 3600 * 1000  # four days short of February


def monthly_distance(volume: DataFrame[MonthlyVolume], units: Units) -> go.Figure:
    """Return bars of monthly distance [km or mi], the longest run of the month below."""
    bars = distance_bars(volume, units, each="month", width_ms=BAR_MS)
    built = theme.figure(bars, y_title=f"distance ({units.distance})", x_title="month")
    built.update_layout(barmode="stack")
    built.update_yaxes(rangemode="tozero")
    date_axis(built, volume.month, "%B %Y")
    return built


def monthly_distance_alt(volume: DataFrame[MonthlyVolume], units: Units) -> str:
    """Say in a sentence what the monthly bars show."""
    if volume.empty:
        return "No runs yet."
    done, unfinished = volume[volume.complete], volume[~volume.complete]
    told = [f"{count(len(volume), 'month')}, {count(int(volume.runs.sum()), 'run')}"]
    if not done.empty:
        last = format_distance(done.distance_m.iloc[-1], units.distance)
        mean = format_distance(done.distance_m.mean(), units.distance)
        told.append(f"last complete month {last}, mean of the complete ones {mean}")
    if not unfinished.empty:
        so_far = format_distance(unfinished.distance_m.iloc[-1], units.distance)
        told.append(f"this month so far {so_far}")
    return f"{'; '.join(told)}."
