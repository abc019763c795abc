"""A month on a calendar: what is planned beside what was done, told apart by shape and filling."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.typed import typed
from ironstride.frames.plan import PlanMarks
from ironstride.units import count
from ironstride.weeks import WEEK, WeekStart, week_of

ROW_PX, AROUND_PX = 62, 110
NAMES_PX = 36  # those of the days, above the squares
MOST_MARKS = 3  # beside one another in a square; the words of the day name all
SHAPES = {"run": "circle", "lift": "square", "other": "diamond"}
COLOURS = {"run": theme.RUNNING, "lift": theme.LIFTING, "other": theme.CONTEXT}
ENDINGS = {"done": "", "planned": "-open", "not done": "-x-open", "skipped": "-x-open"}
WORDS = {"run": "run", "lift": "lift", "other": "other sport"}


def month_days(month: date, week_start: WeekStart = "monday") -> list[date]:
    """Return the days of the whole weeks that a month touches.

    >>> days = month_days(date(2026, 11, 23))
    >>> str(days[0]), str(days[-1]), len(days)
    ('2026-10-26', '2026-12-06', 42)
    """
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    begin, end = week_of(first, week_start), week_of(last, week_start) + WEEK
    return [begin + timedelta(days=n) for n in range((end - begin).days)]


def plan_month(
    marks: DataFrame[PlanMarks], month: date, today: date, week_start: WeekStart = "monday"
) -> go.Figure:
    """Return the weeks of a month one below the other, a square a day, its number on top.

    Each square carries an invisible mark with its date in `customdata`, so that it can be clicked.
    """
    days = month_days(month, week_start)
    at = {day: divmod(n, 7)[::-1] for n, day in enumerate(days)}
    placed = list(_placed(marks, at))
    traces = [_drawn(placed, kind, state) for kind in SHAPES for state in ENDINGS]
    height = ROW_PX * (len(days) // 7) + AROUND_PX
    built = theme.figure(
        [*traces, _squares(marks, at)],
        y_title="week of the month",
        x_title="day of the week",
        height=height,
        left=theme.EDGE_OF_PAPER,
        bottom=theme.EDGE_OF_PAPER,
    )
    built.update_layout(hovermode="closest", shapes=_frames(at, today), margin_t=NAMES_PX)
    built.update_layout(annotations=_numbers(at, month))
    _axes(built, days)
    return built


def plan_month_alt(marks: DataFrame[PlanMarks], month: date) -> str:
    """Say in a sentence what was done in a month and what is planned, with their numbers."""
    inside = marks[(marks.day.dt.year == month.year) & (marks.day.dt.month == month.month)]
    counted = inside.state.value_counts()
    told = [f"{counted[state]} {state}" for state in ENDINGS if state in counted]
    return f"{month:%B %Y}: {', '.join(told) if told else 'nothing planned and nothing done'}."


def _placed(
    marks: pd.DataFrame, at: dict[date, tuple[int, int]]
) -> Iterator[tuple[str, str, float, float]]:
    """Yield kind, state and place of each mark; those of a day stand side by side."""
    for day, rows in marks.groupby(marks.day.dt.date):
        if day not in at:
            continue
        column, row = at[day]
        shown = rows.head(MOST_MARKS)
        for n, one in enumerate(shown.itertuples()):
            beside = (n - (len(shown) - 1) / 2) * 0.27
            yield str(one.kind), str(one.state), column + beside, row + 0.16


def _drawn(placed: list[tuple[str, str, float, float]], kind: str, state: str) -> go.Scatter:
    mine = [(x, y) for a_kind, a_state, x, y in placed if (a_kind, a_state) == (kind, state)]
    return go.Scatter(
        x=[x for x, _ in mine],
        y=[y for _, y in mine],
        name=f"{WORDS[kind]}, {state}",
        showlegend=bool(mine),
        mode="markers",
        marker={
            "symbol": SHAPES[kind] + ENDINGS[state],
            "size": 11,
            "color": theme.CONTEXT if state == "skipped" else COLOURS[kind],
            "line": {"width": 2 if ENDINGS[state] else 0},
        },
        hoverinfo="skip",
        unselected={"marker": {"opacity": 1}},
    )


def _squares(marks: pd.DataFrame, at: dict[date, tuple[int, int]]) -> go.Scatter:
    by_day = dict(list(marks.groupby(marks.day.dt.date)))
    return go.Scatter(
        x=[column for column, _ in at.values()],
        y=[row for _, row in at.values()],
        customdata=[f"{day:%Y-%m-%d}" for day in at],
        hovertext=[_hover(day, by_day.get(day)) for day in at],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
        mode="markers",
        marker={"symbol": "square", "size": 30, "color": theme.CONTEXT, "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
    )


def _hover(day: date, rows: pd.DataFrame | None) -> str:
    head = f"{day:%A} {day.day} {day:%B}"
    if rows is None:
        return f"{head}: nothing"
    names = [typed(title) or WORDS[kind] for title, kind in zip(rows.title, rows.kind, strict=True)]
    told = [f"{name}: {state}" for name, state in zip(names, rows.state, strict=True)]
    return f"{head}, {count(len(rows), 'session')}<br>" + "<br>".join(told)


def _frames(at: dict[date, tuple[int, int]], today: date) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect",
            "x0": column - 0.47,
            "x1": column + 0.47,
            "y0": row - 0.47,
            "y1": row + 0.47,
            "line": {"color": theme.CONTEXT, "width": 2 if day == today else 0.5},
            "layer": "below",
        }
        for day, (column, row) in at.items()
    ]


def _numbers(at: dict[date, tuple[int, int]], month: date) -> list[dict[str, Any]]:
    return [
        {
            "x": column - 0.42,
            "y": row - 0.44,
            "text": str(day.day),
            "showarrow": False,
            "xanchor": "left",
            "yanchor": "top",
            "opacity": 1 if day.month == month.month else 0.7,
        }
        for day, (column, row) in at.items()
    ]


def _axes(built: go.Figure, days: list[date]) -> None:
    rows = len(days) // 7
    built.update_xaxes(
        tickvals=list(range(7)),
        ticktext=[f"{day:%a}" for day in days[:7]],
        range=[-0.55, 6.55],
        side="top",
        title_text="",
        showgrid=False,
        ticks="",
        fixedrange=True,
    )
    built.update_yaxes(
        range=[rows - 0.45, -0.55],
        showticklabels=False,
        title_text="",
        showgrid=False,
        ticks="",
        fixedrange=True,
    )
    # The names of the days stand on top; what the marks mean stands below.
    built.update_layout(legend={"y": -0.02, "yanchor": "top"})
