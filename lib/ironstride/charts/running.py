"""Running: weekly distance, pace by type, speed at the reference heart rate."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.reference_speed import reference_speed, reference_speed_alt
from ironstride.frames.running import WeeklyPace, WeeklyVolume
from ironstride.units import Units, count, format_distance, format_pace, metres

__all__ = [
    "pace_by_type",
    "pace_by_type_alt",
    "reference_speed",
    "reference_speed_alt",
    "weekly_distance",
    "weekly_distance_alt",
]

RUNNING_FAINT = "rgba(42, 117, 179, 0.55)"
ROOM = pd.Timedelta(minutes=1)
LONG_GAP = pd.Timedelta(weeks=13)
HATCH = "/"


def weekly_distance(volume: DataFrame[WeeklyVolume], units: Units) -> go.Figure:
    """Return bars of weekly distance [km or mi], the longest run below, and the four-week mean.

    The unfinished week is hatched in the same colours.
    """
    done, unfinished = volume[volume.complete], volume[~volume.complete]
    traces = [*_bars(done, units), *_bars(unfinished, units, HATCH), _mean(volume, units)]
    built = theme.figure(traces, y_title=f"distance ({units.distance})", x_title="week")
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


def pace_by_type(pace: DataFrame[WeeklyPace], units: Units) -> go.Figure:
    """Return weekly pace [min per km or mi] as a line with points for each run type."""
    per_unit = pace.assign(pace=_pace_times(pace, units))
    traces = [_pace_line(per_unit, name, units) for name in _types(pace)]
    built = theme.figure(traces, y_title="", x_title="week")
    theme.pace_axis(built, units.distance)
    _room(built, per_unit.pace)
    date_axis(built, pace.week, "week of %-d %b %Y")
    return built


def pace_by_type_alt(pace: DataFrame[WeeklyPace], units: Units) -> str:
    """Say in a sentence what the pace lines show."""
    if pace.empty:
        return "No run with distance and time here."
    latest = pace.groupby("type").tail(1).set_index("type")

    def written(name: str) -> str:
        return format_pace(latest.distance_m[name], latest.duration_s[name], units.distance)

    paces = [f"{_label(name)} {written(name)}" for name in _types(pace)]
    weeks = count(pace.week.nunique(), "week")
    return f"{weeks}, {count(int(pace.runs.sum()), 'run')}; latest {', '.join(paces)}."


def _bars(volume: pd.DataFrame, units: Units, hatch: str = "") -> list[go.Bar]:
    longest = volume.longest_m.where(volume.longest_m > 0)
    parts = [
        ("longest run", longest, theme.RUNNING, _longest_hover(units)),
        ("other runs", volume.distance_m - volume.longest_m, RUNNING_FAINT, _others_hover(units)),
    ]
    total = _in_unit(volume.distance_m, units)
    details = np.column_stack([total, volume.long_run_share, volume.runs])
    return [
        go.Bar(
            x=volume.week.to_numpy(),
            y=_in_unit(distance_m, units),
            customdata=details,
            width=theme.BAR_MS,
            name="this week so far" if hatch else name,
            showlegend=not volume.empty and not (hatch and name == "other runs"),
            legendgroup="this week so far" if hatch else name,
            marker={"color": colour, "line_width": 0, "pattern": {"shape": hatch, "size": 6}},
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


def _mean(volume: DataFrame[WeeklyVolume], units: Units) -> go.Scatter:
    return go.Scatter(
        x=volume.week.to_numpy(),
        y=_in_unit(volume.mean_distance_m, units),
        name="four-week mean",
        mode="lines",
        line={"color": theme.CONTEXT, "width": 2},
        hovertemplate=f"four-week mean %{{y:.1f}} {units.distance}<extra></extra>",
    )


def _pace_line(per_unit: pd.DataFrame, name: str, units: Units) -> go.Scatter:
    own = _parted(per_unit[per_unit.type == name])
    label = _label(name)
    return go.Scatter(
        x=own.week.to_numpy(),
        # Texts, for Plotly writes a missing moment as a number.
        y=own.pace.dt.strftime("%Y-%m-%dT%H:%M:%S").astype(object).where(own.pace.notna(), None),
        customdata=own.runs.to_numpy(),
        name=label,
        showlegend=True,
        mode="lines+markers",
        line={"color": theme.RUN_TYPES.get(name, theme.RUNNING), "width": 1.5},
        marker={"size": 4},
        hovertemplate=(
            f"{label} %{{y|%-M:%S}} /{units.distance}, runs: %{{customdata}}<extra></extra>"
        ),
    )


def _parted(own: pd.DataFrame) -> pd.DataFrame:
    """Add an empty row before each long gap, or a line would be drawn through months of nothing."""
    after = own[own.week.diff() > LONG_GAP]
    empty = after.assign(week=after.week - pd.Timedelta(days=1), pace=pd.Timestamp("NaT"), runs=0)
    return pd.concat([own, empty]).sort_values("week") if len(after) else own


def _label(name: str) -> str:
    return {"all": "all runs", "other": "untyped"}.get(name, name)


def _room(built: go.Figure, pace: "pd.Series[Any]") -> None:
    """Give paces that hardly differ a whole minute, or the ticks would repeat a second."""
    if pace.empty or pace.max() - pace.min() >= ROOM:
        return
    middle = pace.min() + (pace.max() - pace.min()) / 2
    built.update_yaxes(autorange=False, range=[middle + ROOM / 2, middle - ROOM / 2])


def _types(pace: pd.DataFrame) -> list[str]:
    """Return the run types there are, always in the same order."""
    there = set(pace.type)
    return [name for name in (*theme.RUN_TYPES, "all") if name in there]


def _pace_times(pace: pd.DataFrame, units: Units) -> "pd.Series[Any]":
    seconds = pace.pace_s_per_km * metres(1, units.distance) / 1000
    return pd.to_datetime(seconds.round(), unit="s")


def _in_unit(distance_m: "pd.Series[Any]", units: Units) -> NDArray[np.float64]:
    return distance_m.to_numpy(dtype=float) / metres(1, units.distance)
