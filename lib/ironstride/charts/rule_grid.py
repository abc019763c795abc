"""Rules beside weeks: a mark for each, told apart by its shape before its colour."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.frames.guidance import RuleWeeks
from ironstride.units import count

# state: (mark, its words, colour)
MARKS = {
    "met": ("✓", "met", theme.RUNNING),
    "not met": ("✗", "not met", theme.LIFTING),
    "not assessable": ("?", "not assessable", theme.CONTEXT),
    "open": ("…", "still open", theme.CONTEXT),
}
ROW_PX, AROUND_PX = 30, 110
WEEK = pd.Timedelta(weeks=1)


def rule_grid(table: DataFrame[RuleWeeks], names: Mapping[str, str]) -> go.Figure:
    """Return a mark for each rule and week, the first rule on top, the unfinished week round."""
    rules = [rule for rule in names if rule in set(table.rule)]
    traces = [_marks(table[table.state == state], state, names) for state in MARKS]
    height = ROW_PX * len(rules) + AROUND_PX
    left = theme.beside((names[rule] for rule in rules), titled=False)
    built = theme.figure(traces, y_title="rule", x_title="week of", height=height, left=left)
    built.update_layout(hovermode="closest")
    built.update_yaxes(
        categoryorder="array",
        categoryarray=[names[rule] for rule in reversed(rules)],
        range=[-0.6, len(rules) - 0.4],
        showgrid=False,
        fixedrange=True,
        title_text="",
    )
    weeks = pd.DatetimeIndex(sorted(table.week.unique()))
    built.update_xaxes(
        type="date",
        tickvals=weeks[::-3].to_numpy(),
        tickformat="%-d<br>%b",
        tickangle=0,
        fixedrange=True,
    )
    if len(weeks):
        built.update_xaxes(range=[weeks.min() - 0.6 * WEEK, weeks.max() + 0.6 * WEEK])
    return built


def rule_grid_alt(table: DataFrame[RuleWeeks]) -> str:
    """Say in a sentence what the marks mean and how many weeks are shown."""
    if table.empty:
        return "No rule is switched on."
    over = table[table.complete].week.nunique()
    shown = ", ".join(f"{mark} {words}" for mark, words, _ in MARKS.values())
    rules = count(table.rule.nunique(), "rule")
    return f"{rules} in {count(over, 'finished week')} and the unfinished one, last: {shown}."


def _marks(rows: pd.DataFrame, state: str, names: Mapping[str, str]) -> go.Scatter:
    mark, words, color = MARKS[state]
    return go.Scatter(
        x=rows.week.to_numpy(),
        y=[names[rule] for rule in rows.rule],
        text=[mark] * len(rows),
        customdata=[
            [rule, f"{week:%Y-%m-%d}"] for rule, week in zip(rows.rule, rows.week, strict=True)
        ],
        name=f"{mark} {words}",
        showlegend=False,
        mode="markers+text",
        marker={
            "symbol": ["square" if done else "circle" for done in rows.complete],
            "size": 17,
            **(theme.edged(color, 1.0 if state in ("met", "not met") else 0.35)),
        },
        textfont={"size": 12, "color": "white" if state in ("met", "not met") else None},
        unselected={"marker": {"opacity": 0.5}},
        hovertemplate=f"%{{y}}<br>week of %{{x|%-d %b}}: {words}<extra></extra>",
    )
