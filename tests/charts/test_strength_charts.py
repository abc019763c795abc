"""The strength charts, on their data."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import strength as charts
from ironstride.charts.theme import LIFTING, faint
from ironstride.frames.strength import TrendLine
from ironstride.frames.strength_trends import DailyBests, SmoothLine
from ironstride.units import Units

KG, LB = Units(), Units(weight="lb")
ONE: dict[str, Any] = {
    "exercise": "Back squat",
    "load_kg": 90.0,
    "reps": 5.0,
    "rir": np.nan,
    "formula": "mean",
    "faded": False,
    "tested": False,
    "at_least": True,
    "source": "set",
    "session_id": 1.0,
    "position": 0.0,
}


def days_of(*rows: dict[str, Any]) -> DataFrame[DailyBests]:
    first = pd.Timestamp("2026-01-01")
    table = pd.DataFrame(
        [ONE | {"day": first + pd.Timedelta(days=3 * n)} | row for n, row in enumerate(rows)]
    )
    return DailyBests.validate(table)


def line_of(*points: tuple[str, float]) -> DataFrame[TrendLine]:
    table = pd.DataFrame(points, columns=["started_at", "e1rm_kg"])
    band = {"low_kg": table.e1rm_kg - 2, "high_kg": table.e1rm_kg + 2}
    return TrendLine.validate(table.assign(started_at=pd.to_datetime(table.started_at), **band))


def trace(figure: go.Figure, name: str) -> go.Scatter:
    return next(one for one in figure.data if one.name == name)


TWO = days_of({"e1rm_kg": 100.0}, {"e1rm_kg": 102.5, "reps": 10.0})
LINE = line_of(("2026-01-01", 100.0), ("2026-02-20", 106.0))
SQUAT = charts.Lift("Back squat", TWO, trend=LINE)
NOTHING = charts.Lift("Row", DailyBests.empty())


def test_marks_and_the_trend_are_drawn_in_the_chosen_unit_with_titled_axes() -> None:
    figure = charts.lifts([SQUAT], LB)
    points, line = trace(figure, "best set of a day"), trace(figure, "trend with its band")
    assert points.y.round(1).tolist() == [220.5, 226.0]
    assert points.marker.line.color == LIFTING
    assert line.y.round(1).tolist() == [220.5, 233.7]
    assert "198.4 lb" in points.customdata[0]
    assert figure.layout.yaxis.title.text == "estimated 1RM (lb)"
    assert figure.layout.xaxis.title.text == "date"
    assert {one.type for one in figure.data} == {"scatter"}


def test_a_mark_is_as_large_as_its_reps_were_many() -> None:
    five, ten = trace(charts.lifts([SQUAT], KG), "best set of a day").marker.size
    assert ten - five == pytest.approx(5 * charts.PER_REP)


def test_above_ten_reps_a_mark_is_faint_and_a_tested_maximum_is_a_diamond() -> None:
    bests = days_of(
        {"e1rm_kg": 100.0},
        {"e1rm_kg": 101.0, "faded": True, "reps": 12.0},
        {"e1rm_kg": 110.0, "tested": True, "at_least": False, "source": "test", "rir": 0.0},
    )
    figure = charts.lifts([charts.Lift("Back squat", bests)], KG)
    sure, unsure = trace(figure, "best set of a day"), trace(figure, "11 or 12 reps, less sure")
    tested = trace(figure, "tested maximum")
    assert (sure.marker.color, unsure.marker.color) == (faint(LIFTING, 0.6), faint(LIFTING, 0.1))
    assert tested.marker.symbol == "diamond"
    assert [one.y.tolist() for one in (sure, unsure, tested)] == [[100.0], [101.0], [110.0]]
    assert "at least" in sure.customdata[0]
    assert "at least" not in tested.customdata[0]
    assert "fitness test" in tested.customdata[0]


def test_each_lift_has_a_panel_and_each_kind_of_mark_one_entry_in_the_legend() -> None:
    row = charts.Lift("Row", days_of({"e1rm_kg": 60.0, "exercise": "Row"}))
    figure = charts.lifts([SQUAT, row], KG)
    assert {one.yaxis for one in figure.data} == {"y", "y2"}
    assert [one.text for one in figure.layout.annotations] == ["<b>Back squat</b>", "<b>Row</b>"]
    shown = [one.name for one in figure.data if one.showlegend]
    assert len(shown) == len(set(shown))
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]


def test_a_band_lies_around_the_trend_and_takes_no_pointer_from_the_marks() -> None:
    figure = charts.lifts([SQUAT], KG)
    band = trace(figure, "how sure the slope is")
    assert band.y.tolist() == [98.0, 104.0, 108.0, 102.0]
    lines = [one for one in figure.data if one.mode == "lines"]
    assert {one.hoverinfo for one in lines} == {"skip"}


def test_the_smooth_line_is_drawn_in_the_chosen_unit() -> None:
    smooth = SmoothLine.validate(
        pd.DataFrame({"started_at": pd.to_datetime(["2026-01-01"]), "value": [100.0]})
    )
    figure = charts.lifts([charts.Lift("Back squat", TWO, smooth)], LB)
    assert trace(figure, "smooth, for the eye").y.round(1).tolist() == [220.5]


def test_a_name_cannot_bring_its_own_markup() -> None:
    name = "<b onclick=x>Squat</b>"
    bests = days_of({"e1rm_kg": 100.0, "exercise": name})
    figure = charts.lifts([charts.Lift(name, bests)], KG)
    texts = [one.text for one in figure.layout.annotations]
    texts += [note for one in figure.data for note in one.customdata]
    assert all("<b onclick" not in text for text in texts)
    assert all("&lt;b onclick" in text for text in texts)


@pytest.mark.parametrize("shown", [[], [NOTHING]])
def test_nothing_to_draw_draws_an_empty_chart(shown: list[charts.Lift]) -> None:
    figure = charts.lifts(shown, KG)
    assert sum(len(one.y) for one in figure.data) == 0
    assert figure.to_json()


def test_sentences_say_how_many_days_between_which_values_and_the_trend() -> None:
    assert charts.lifts_alt([SQUAT], KG) == (
        "Back squat: best set of 2 days from 1 Jan 2026 to 4 Jan 2026, estimated 1RM between "
        "100 kg and 102.5 kg; trend since 1 Jan 2026 from 100 kg to 106 kg. "
        "The larger a mark, the more reps; faint ones had 11 or 12 and are less sure."
    )
    tested = charts.Lift("Back squat", days_of({"e1rm_kg": 1.0, "tested": True}), best_of="week")
    assert "best set of 1 week from" in charts.lifts_alt([tested], KG)
    assert "1 of them tested." in charts.lifts_alt([tested], KG)


def test_sentences_of_nothing_say_so() -> None:
    assert charts.lifts_alt([NOTHING], KG) == ("Row: no set with an estimated 1RM in this span.")
    assert charts.lifts_alt([], KG) == "No lift is chosen."
