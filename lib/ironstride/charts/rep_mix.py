"""Ranges of reps: how the working sets of each week divide among them."""

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.distance_bars import HATCH
from ironstride.charts.filled_steps import lightened
from ironstride.frames.strength_trends import RepMix, RepShares
from ironstride.units import count, percent

EDGE = {"color": theme.CONTEXT, "width": 0.5}
# From few reps to many: one hue, dark to pale, and grey where no maximum can be estimated.
SHADES = ("#6b3410", "#97500f", "#c4651c", "#eba25f", "#f3cda6", "#a3abb5")


# Thousands of slivers say no more than hundreds of bars, and take a browser a second longer.
MOST_WEEKS, WEEKS_A_BAR = 208, 4


def rep_mix(mix: DataFrame[RepMix]) -> go.Figure:
    """Return the share [%] of each range of reps in the working sets, few reps below.

    A bar is a week; of more than four years, four weeks.
    """
    weeks = weeks_a_bar(mix)
    drawn = mix if weeks == 1 else _in_fours(mix)
    bars = [
        bar
        for (_, own), shade in zip(drawn.groupby("bracket", sort=False), SHADES, strict=False)
        for bar in _bars(own, shade, weeks)
    ]
    x_title = "week" if weeks == 1 else f"{weeks} weeks a column"
    built = theme.figure(
        lightened(bars, weeks=weeks), y_title="share of working sets (%)", x_title=x_title
    )
    built.update_layout(barmode="stack", legend_traceorder="normal")
    built.update_yaxes(range=[0, 100])
    date_axis(built, drawn.week, f"{'week of' if weeks == 1 else 'weeks around'} %-d %b %Y")
    return built


def rep_mix_alt(mix: DataFrame[RepMix], shares: DataFrame[RepShares]) -> str:
    """Say in a sentence how the working sets of the span divide."""
    sets = int(shares.sets.sum())
    if not sets:
        return "No working set with reps in this span."
    parts = [
        f"{percent(share)} of {_reps(bracket)}"
        for bracket, share in zip(shares.bracket, shares.share, strict=True)
        if share
    ]
    column = "a week" if weeks_a_bar(mix) == 1 else "four weeks"
    return f"{count(sets, 'working set')}: {', '.join(parts)}. A column is {column}."


def weeks_a_bar(mix: DataFrame[RepMix]) -> int:
    """Return how many weeks a bar stands for.

    >>> weeks_a_bar(RepMix.empty())
    1
    """
    return 1 if mix.week.nunique() <= MOST_WEEKS else WEEKS_A_BAR


def _in_fours(mix: DataFrame[RepMix]) -> pd.DataFrame:
    first = mix.week.min()
    block = first + (mix.week - first) // pd.Timedelta(weeks=WEEKS_A_BAR) * pd.Timedelta(
        weeks=WEEKS_A_BAR
    )
    keys = [block.rename("week"), mix.bracket]
    sums = mix.groupby(keys, sort=False).agg({"sets": "sum", "complete": "all"}).reset_index()
    total = sums.groupby("week").sets.transform("sum")
    return sums.assign(share=sums.sets / total.where(total > 0))


def _reps(bracket: str) -> str:
    return "1 rep" if bracket == "1" else f"{bracket} reps"


def _bars(own: pd.DataFrame, shade: str, weeks: int) -> list[go.Bar]:
    name = _reps(own.bracket.iloc[0])
    middle = pd.Timedelta(days=7 * (weeks - 1) / 2)
    return [
        go.Bar(
            x=(part.week + middle).to_numpy(),
            y=(100 * part.share).to_numpy(),
            customdata=part.sets.to_numpy(),
            width=theme.BAR_MS * weeks,
            name=name,
            legendgroup=name,
            showlegend=bool(own.sets.any()) and not shape,
            marker={"color": shade, "line": EDGE, "pattern": {"shape": shape, "size": 6}},
            hovertemplate=f"{name}: %{{customdata}} (%{{y:.0f}} %)<extra></extra>",
        )
        for part, shape in ((own[own.complete], ""), (own[~own.complete], HATCH))
    ]
