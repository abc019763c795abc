"""Load: week by week by kind of session, and lately beside over the last months."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.filled_steps import lightened
from ironstride.charts.race_words import day_in_words
from ironstride.frames.load import LoadByKind, TrainingLoad
from ironstride.units import count, number

KINDS = {
    "run": ("runs", theme.RUNNING),
    "lift": ("lifts", theme.LIFTING),
    "other": ("other sports", theme.CONTEXT),
}
HATCH, CROSSED = "/", "x"
MOST_DAYS = 1_100
MOST_MARKED = 200  # of more days, the one that was clicked does not stand out
FEW_WEEKS = pd.Timedelta(weeks=16)
WEEK_MS = 7 * 86_400_000


def weekly_load(by_kind: DataFrame[LoadByKind]) -> go.Figure:
    """Return bars of weekly load [RPE × minutes], stacked by kind of session.

    The unfinished week is hatched, what was estimated is cross-hatched.
    """
    built = theme.figure(lightened(_bars(by_kind)), y_title="load (RPE × min)", x_title="week")
    built.update_layout(barmode="stack")
    built.update_yaxes(rangemode="tozero")
    date_axis(built, by_kind.week, "week of %-d %b %Y")
    if len(by_kind) and by_kind.week.max() - by_kind.week.min() < FEW_WEEKS:
        # Left alone, ticks stand on Sundays, whatever day the weeks begin on.
        built.update_xaxes(tick0=by_kind.week.max(), dtick=2 * WEEK_MS)
    return built


def weekly_load_alt(by_kind: DataFrame[LoadByKind]) -> str:
    """Say in a sentence what the weekly bars show."""
    if by_kind.empty:
        return "No session with a load here."
    weeks = count(by_kind.week.nunique(), "week")
    parts = [f"{weeks} with a load, {count(int(by_kind.sessions.sum()), 'session')}"]
    done, unfinished = by_kind[by_kind.complete], by_kind[~by_kind.complete]
    if len(done):
        last = done[done.week == done.week.max()]
        parts.append(
            f"week of {day_in_words(last.week.iloc[0])} {number(last.load.sum())}{_split(last)}"
        )
    if len(unfinished):
        parts.append(f"this week so far {number(unfinished.load.sum())}")
    estimated = by_kind[by_kind.estimated]
    if len(estimated):
        share = estimated.load.sum() / by_kind.load.sum()
        parts.append(f"{100 * share:.0f} % of all of it estimated")
    return f"{'; '.join(parts)}."


def load_history(load: DataFrame[TrainingLoad]) -> go.Figure:
    """Return recent (7 days) and long-term load (42 days) as lines [RPE × minutes a day].

    The days on which they still lean on their start are a grey band, stretches of two weeks or
    more without a known load a darker one. Dashed where ratings were estimated.
    """
    drawn = thinned(load)
    dash = "dash" if load.estimated.sum() else "solid"
    lines = [
        _line(drawn, "recent", "recent load (7 days)", theme.CATEGORIES[2], dash),
        _line(drawn, "long_term", "long-term load (42 days)", theme.CONTEXT, dash),
        _marks(drawn),
    ]
    built = theme.figure(lines, y_title="load (RPE × min a day)", x_title="day")
    built.update_yaxes(rangemode="tozero")
    _mark(built, load[load.warming_up], "warming up", 0.12)
    for gap in _gaps(load):
        _mark(built, gap, "gap", 0.3)
    date_axis(built, load.day, "%-d %b %Y")
    return built


def load_history_alt(load: DataFrame[TrainingLoad]) -> str:
    """Say in a sentence where recent and long-term load stand."""
    known = load.dropna(subset=[TrainingLoad.recent])
    if known.empty:
        return f"{count(len(load), 'day')}: recent and long-term load are shown from 42 days on."
    last, gaps = known.iloc[-1], len(list(_gaps(load)))
    said = (
        f"{count(len(load), 'day')}; on {day_in_words(last.day)} recent load "
        f"{number(last.recent)} a day, long-term load {number(last.long_term)} a day"
    )
    if last.warming_up:
        said += ", still warming up"
    if gaps:
        said += f"; {count(gaps, 'gap')} of 14 days or more without a known load"
    return f"{said}."


def thinned(load: pd.DataFrame) -> pd.DataFrame:
    """Return the days, or of many years every seventh of them, the last one among them."""
    return load if len(load) <= MOST_DAYS else load.iloc[::-1].iloc[::7].iloc[::-1]


def _bars(by_kind: DataFrame[LoadByKind]) -> Iterator[go.Bar]:
    told = set()
    for kind, (name, colour) in KINDS.items():
        of_kind = by_kind[by_kind.kind == kind]
        for (estimated, done), rows in of_kind.groupby(["estimated", "complete"]):
            hatch = CROSSED if estimated else "" if done else HATCH
            shown = {CROSSED: "estimated", HATCH: "this week so far"}.get(hatch, name)
            yield go.Bar(
                x=rows.week.to_numpy(),
                y=rows.load.to_numpy(),
                customdata=rows.sessions.to_numpy(),
                width=theme.BAR_MS,
                name=shown,
                legendgroup=shown,
                legendrank=1001 if hatch else 1000,
                showlegend=shown not in told,
                marker={"color": colour, "line_width": 0, "pattern": {"shape": hatch, "size": 6}},
                hovertemplate=_hover(name, estimated=bool(estimated)),
            )
            told.add(shown)


def _hover(name: str, *, estimated: bool) -> str:
    how = ", estimated" if estimated else ""
    return f"{name}{how} %{{y:.0f}}, sessions: %{{customdata}}<extra></extra>"


def _split(week: pd.DataFrame) -> str:
    sums = week.groupby("kind").load.sum()
    if len(sums) < 2:
        return ""
    parts = [f"{name} {number(sums[kind])}" for kind, (name, _) in KINDS.items() if kind in sums]
    return f" ({', '.join(parts)})"


def _line(drawn: pd.DataFrame, column: str, name: str, colour: str, dash: str) -> go.Scatter:
    return go.Scatter(
        x=drawn.day.to_numpy(),
        y=drawn[column].to_numpy(),
        name=name,
        showlegend=True,
        mode="lines",
        line={"color": colour, "width": 2, "dash": dash},
        hoverinfo="skip",
    )


def _marks(drawn: pd.DataFrame) -> go.Scatter:
    """Return an unseen mark a day that says both loads, for a line alone cannot be clicked."""
    known = drawn.dropna(subset=[TrainingLoad.recent])
    many = len(known) > MOST_MARKED
    return go.Scatter(
        x=known.day.to_numpy(),
        y=known.recent.to_numpy(),
        customdata=known.long_term.to_numpy(),
        name="day",
        showlegend=False,
        mode="markers",
        marker={
            "color": theme.CATEGORIES[2],
            "size": 8,
            "opacity": 0,
            # All but one or two are left out of the drawing, and take clicks all the same.
            "maxdisplayed": int(many),
        },
        selected={"marker": {"opacity": 0 if many else 1}},
        unselected={"marker": {"opacity": 0}},
        hovertemplate="recent %{y:.0f}, long-term %{customdata:.0f}<extra></extra>",
    )


def _gaps(load: pd.DataFrame) -> Iterator[pd.DataFrame]:
    number_of_gap = (load.gap != load.gap.shift()).cumsum()
    for _, gap in load[load.gap].groupby(number_of_gap):
        yield gap


def _mark(built: go.Figure, days: pd.DataFrame, name: str, share: float) -> None:
    """Shade some days behind the lines and name the shade in the legend once."""
    if days.empty:
        return
    built.add_vrect(
        x0=days.day.iloc[0],
        x1=days.day.iloc[-1] + pd.Timedelta(days=1),
        fillcolor=theme.faint(theme.CONTEXT, share),
        line={"width": theme.EDGE_PX, "color": theme.CONTEXT},
        layer="below",
    )
    if name in {trace.name for trace in built.data}:
        return
    square = theme.edged(theme.CONTEXT, share) | {"symbol": "square", "size": 12}
    built.add_scatter(x=[None], y=[None], name=name, mode="markers", marker=square, showlegend=True)
