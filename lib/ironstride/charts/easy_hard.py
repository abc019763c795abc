"""Easy and hard: how the running time of each week is split."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.distance_bars import HATCH
from ironstride.charts.filled_steps import lightened
from ironstride.frames.volume import EasyHard
from ironstride.units import count, format_hours, percent

PARTS = {
    "easy_s": ("easy", theme.RUN_TYPES["easy"]),
    "hard_s": ("hard", theme.RUN_TYPES["race"]),
    "not_known_s": ("not known", theme.CONTEXT_FAINT),
}
EDGE = {"color": theme.CONTEXT, "width": 0.5}
HOUR_S = 3600


def easy_hard(split: DataFrame[EasyHard]) -> go.Figure:
    """Return bars of weekly running time [h]: easy below, hard above it, not known on top."""
    done, unfinished = split[split.complete], split[~split.complete]
    built = theme.figure(
        lightened([*_bars(done), *_bars(unfinished, HATCH)]),
        y_title="running time (h)",
        x_title="week",
    )
    built.update_layout(barmode="stack")
    built.update_yaxes(rangemode="tozero")
    date_axis(built, split.week, "week of %-d %b %Y")
    return built


def easy_hard_alt(split: DataFrame[EasyHard]) -> str:
    """Say in a sentence how the running time is split, and what is in no part of it."""
    sums = split[list(PARTS)].sum()
    whole_s = float(sums.sum())
    if not whole_s:
        return f"{count(len(split), 'week')} without a run that has a time."
    shares = [f"{percent(sums[part] / whole_s)} {name}" for part, (name, _) in PARTS.items()]
    told = (
        f"{count(len(split), 'week')} with {format_hours(whole_s)} of running: {', '.join(shares)}"
    )
    untimed = int(split.untimed.sum())
    return (
        f"{told}; without a time and left out: {count(untimed, 'run')}." if untimed else f"{told}."
    )


def _bars(split: pd.DataFrame, hatch: str = "") -> list[go.Bar]:
    # What is nothing would be drawn as a bar without height, a thousand of them in twenty years.
    rows = {part: split[split[part] > 0] for part in PARTS}
    there = [part for part in PARTS if len(rows[part])]
    named = there[:1] if hatch else there
    return [
        go.Bar(
            x=rows[part].week.to_numpy(),
            y=rows[part][part].to_numpy(dtype=float) / HOUR_S,
            width=theme.BAR_MS,
            name="this week so far" if hatch else name,
            legendgroup="this week so far" if hatch else name,
            showlegend=part in named,
            marker={"color": colour, "line": EDGE, "pattern": {"shape": hatch, "size": 6}},
            hovertemplate=f"{name} %{{y:.1f}} h<extra></extra>",
        )
        for part, (name, colour) in PARTS.items()
    ]
