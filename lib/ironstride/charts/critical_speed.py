"""Critical speed: distance over time of all-out efforts, with the line through them."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from ironstride.charts import theme
from ironstride.charts.race_words import distance_in_words
from ironstride.units import Units, count, distance_in, format_clock, format_pace

MARGIN = 1.1
MINUTE_S = 60


def critical_speed(
    efforts: Sequence[tuple[float, float]], speed_mps: float, d_prime_m: float, units: Units
) -> go.Figure:
    """Return all-out efforts as distance [km or mi] over time [min], and the line through them.

    The line starts at D′ [m]; its slope is critical speed [m/s].
    """
    metres, seconds = np.array(efforts, dtype=float).reshape(-1, 2).T
    ends = np.array([0.0, MARGIN * seconds.max(initial=0)])
    traces = [
        _line(ends, d_prime_m + speed_mps * ends, units),
        _marks(metres, seconds, units),
    ]
    built = theme.figure(
        traces if len(metres) else [], y_title=f"distance ({units.distance})", x_title="time (min)"
    )
    built.update_xaxes(rangemode="tozero")
    built.update_yaxes(rangemode="tozero")
    return built.update_layout(hovermode="closest")


def critical_speed_alt(
    efforts: Sequence[tuple[float, float]],
    speed_mps: float,
    d_prime_m: float,
    r2: float,
    units: Units,
) -> str:
    """Say in a sentence what the line through the efforts is."""
    told = efforts_in_words(efforts, units)
    pace = format_pace(speed_mps, 1, units.distance)
    return (
        f"{count(len(efforts), 'effort')} ({told}); critical speed {pace}, "
        f"D′ {d_prime_m:.0f} m, R² {np.floor(1e4 * r2) / 1e4:.4f}."
    )


def efforts_in_words(efforts: Sequence[tuple[float, float]], units: Units) -> str:
    """Return distances [m] and times [s] of efforts, one after the other."""
    return ", ".join(
        f"{distance_in_words(metres, units)} in {format_clock(seconds)}"
        for metres, seconds in efforts
    )


def _line(seconds: np.ndarray, metres: np.ndarray, units: Units) -> go.Scatter:
    return go.Scatter(
        x=seconds / MINUTE_S,
        y=distance_in(metres, units.distance),  # type: ignore[arg-type]  # an array is divided as well
        name="D′ + critical speed × time",
        showlegend=True,
        mode="lines",
        line={"color": theme.CONTEXT, "width": 2},
        hoverinfo="skip",
    )


def _marks(metres: np.ndarray, seconds: np.ndarray, units: Units) -> go.Scatter:
    return go.Scatter(
        x=seconds / MINUTE_S,
        y=distance_in(metres, units.distance),  # type: ignore[arg-type]  # an array is divided as well
        customdata=[
            f"{efforts_in_words([pair], units)}<br>{format_pace(*pair, units.distance)}"
            for pair in zip(metres, seconds, strict=True)
        ],
        name="all-out effort",
        showlegend=True,
        mode="markers",
        marker={"color": theme.RUNNING, "size": 10},
        hovertemplate="%{customdata}<extra></extra>",
    )
