"""Bars of many weeks are drawn as steps with the same numbers."""

import pandas as pd
import plotly.graph_objects as go

from ironstride.charts import theme
from ironstride.charts.date_axis import date_axis
from ironstride.charts.filled_steps import MOST_BARS, lightened


def bars(weeks: int) -> list[go.Bar]:
    days = pd.date_range("2006-01-02", periods=weeks, freq="7D").to_numpy()
    numbers = list(range(weeks))
    return [
        go.Bar(x=days, y=numbers, customdata=numbers, name="easy", marker={"color": "#123456"}),
        go.Bar(x=days[::2], y=numbers[::2], name="hard", hovertemplate="%{y} h"),
        go.Bar(x=days[-1:], y=[3.0], name="this week so far"),
    ]


def marks_of(drawn: list[go.Bar]) -> list[go.Scatter]:
    steps = [one for one in lightened(drawn) if one.type == "scatter"]
    return [one for one in steps if one.mode == "markers"]


def test_few_bars_stay_bars() -> None:
    few = bars(MOST_BARS // 2)
    assert lightened(few) == few


def test_many_bars_become_steps_with_the_same_numbers() -> None:
    many = bars(MOST_BARS)
    ground, *drawn = lightened(many)
    assert set(ground.y) == {0}
    assert len(ground.x) == MOST_BARS
    for bar, step in zip(many[:2], drawn[:2], strict=True):
        assert (step.type, step.mode, step.name) == ("scatter", "lines", bar.name)
        assert list(step.x) == list(bar.x)
        assert list(step.y) == list(bar.y)
    assert drawn[2] is many[2]


def test_a_mark_that_is_not_seen_says_and_opens_each_week() -> None:
    easy, hard, _ = many = bars(MOST_BARS)
    marks = marks_of(many)
    assert [(one.name, one.marker.opacity) for one in marks] == [("easy", 0), ("hard", 0)]
    assert list(marks[0].customdata) == list(easy.customdata)
    assert marks[1].hovertemplate == hard.hovertemplate


def test_a_week_that_holds_nothing_says_so_and_not_what_its_neighbour_holds() -> None:
    marks = marks_of(bars(MOST_BARS))
    assert list(marks[1].y[:4]) == [0, 0, 2, 0]


def drawn_over_time(weeks: int) -> go.Figure:
    drawn = bars(weeks)
    built = theme.figure(lightened(drawn), y_title="time (h)")
    date_axis(built, pd.Series(drawn[0].x), "%-d %b %Y")
    return built


def test_steps_reach_from_one_end_of_the_chart_to_the_other() -> None:
    first, last = (pd.Timestamp(end) for end in drawn_over_time(MOST_BARS).layout.xaxis.range)
    weeks = bars(MOST_BARS)[0].x
    half = pd.Timedelta(days=3.5)
    assert (first, last) == (weeks.min() - half, weeks.max() + half)
    assert drawn_over_time(60).layout.xaxis.range is None
