"""Bars of many weeks are drawn as steps with the same numbers."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from ironstride.charts.filled_steps import MOST_BARS, UNSEEN, lightened


def bars(weeks: int) -> list[go.Bar]:
    days = pd.date_range("2006-01-02", periods=weeks, freq="7D").to_numpy()
    numbers = list(range(weeks))
    return [
        go.Bar(x=days, y=numbers, customdata=numbers, name="easy", marker={"color": "#123456"}),
        go.Bar(x=days[::2], y=numbers[::2], name="hard", hovertemplate="%{y} h"),
        go.Bar(x=days[-1:], y=[3.0], name="this week so far"),
    ]


def test_few_bars_stay_bars() -> None:
    few = bars(MOST_BARS // 2)
    assert lightened(few) == few


def test_many_bars_become_steps_with_the_same_numbers() -> None:
    many = bars(MOST_BARS)
    ground, *drawn = lightened(many)
    assert set(ground.y) == {0}
    assert len(ground.x) == MOST_BARS
    for bar, step in zip(many[:2], drawn[:2], strict=True):
        assert step.type == "scatter"
        assert list(step.x) == list(bar.x)
        assert list(step.y) == list(bar.y)
        assert (step.name, step.hovertemplate) == (bar.name, bar.hovertemplate)
    assert list(drawn[0].customdata) == list(many[0].customdata)
    assert drawn[2] is many[2]


@pytest.mark.parametrize("part", [1, 2])
def test_a_step_takes_hovers_and_clicks_by_marks_that_are_not_seen(part: int) -> None:
    step = lightened(bars(MOST_BARS))[part]
    assert step.mode == "lines+markers"
    assert step.marker.opacity == UNSEEN["opacity"] == 0
