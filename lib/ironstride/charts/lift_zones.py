"""How heavy each week's sets were, and how many jumps it held."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.body_figure import lifting
from ironstride.charts.date_axis import date_axis
from ironstride.charts.distance_bars import HATCH
from ironstride.charts.filled_steps import lightened
from ironstride.frames.muscles import WeeklyZones
from ironstride.units import count

CONTACTS_HEIGHT = 220
EDGE = {"color": theme.CONTEXT, "width": 0.5}
ZONES = {
    "near_max": ("90 % or more", "#8f4a12"),
    "heavy": ("80 to 90 %", theme.LIFTING),
    "submaximal": ("40 to 80 %", lifting(0.55)),
    "low": ("below 40 %", lifting(0.25)),
    "unknown": ("not known", theme.CONTEXT_FAINT),
}


def zones(weekly: DataFrame[WeeklyZones]) -> go.Figure:
    """Return stacked bars of working sets a week by share of the maximum, the heaviest below."""
    done, unfinished = weekly[weekly.complete], weekly[~weekly.complete]
    bars = [
        _bar(week, week[zone], name, colour, hatch)
        for week, hatch in ((done, ""), (unfinished, HATCH))
        for zone, (name, colour) in ZONES.items()
    ]
    built = theme.figure(lightened(bars), y_title="working sets", x_title="week")
    built.update_layout(barmode="stack")
    built.update_yaxes(rangemode="tozero")
    date_axis(built, weekly.week, "week of %-d %b %Y")
    return built


def zones_alt(weekly: DataFrame[WeeklyZones]) -> str:
    """Say in a sentence how the working sets are split."""
    sums = weekly[list(ZONES)].sum()
    every = int(sums.sum())
    if not every:
        return f"{count(len(weekly), 'week')} without a working set."
    told = [
        f"{100 * sums[zone] / every:.0f} % {'at ' if name[0].isdigit() else ''}{name}"
        for zone, (name, _) in ZONES.items()
    ]
    return (
        f"{count(len(weekly), 'week')} with {count(every, 'working set')}, beside the estimated "
        f"maximum: {', '.join(told)}."
    )


def contacts(weekly: DataFrame[WeeklyZones]) -> go.Figure:
    """Return bars of the contacts of jumps a week."""
    done, unfinished = weekly[weekly.complete], weekly[~weekly.complete]
    bars = [
        _bar(week, week.contacts, "contacts", theme.LIFTING, hatch)
        for week, hatch in ((done, ""), (unfinished, HATCH))
    ]
    built = theme.figure(
        lightened(bars), y_title="contacts", x_title="week", height=CONTACTS_HEIGHT
    )
    built.update_layout(showlegend=False)
    built.update_yaxes(rangemode="tozero")
    date_axis(built, weekly.week, "week of %-d %b %Y")
    return built


def contacts_alt(weekly: DataFrame[WeeklyZones]) -> str:
    """Say in a sentence how many jumps the weeks hold, and which of them could not be counted."""
    jumped = weekly[weekly.contacts > 0]
    told = (
        f"{count(len(weekly), 'week')}, {count(len(jumped), 'week')} of them with jumps: "
        f"{count(int(weekly.contacts.sum()), 'contact')}"
    )
    uncounted = int(weekly.uncounted_jumps.sum())
    if not uncounted:
        return f"{told}."
    return f"{told}; not counted, for they name no reps: {count(uncounted, 'set')}."


def _bar(
    weekly: pd.DataFrame, values: "pd.Series[int]", name: str, colour: str, hatch: str
) -> go.Bar:
    there = values > 0  # what is nothing would be a bar without height, thousands in twenty years
    return go.Bar(
        x=weekly.week[there].to_numpy(),
        y=values[there].to_numpy(),
        width=theme.BAR_MS,
        name=name,
        legendgroup=name,
        showlegend=not hatch,
        marker={"color": colour, "line": EDGE, "pattern": {"shape": hatch, "size": 6}},
        hovertemplate=f"{name}: %{{y}}<extra></extra>",
    )
