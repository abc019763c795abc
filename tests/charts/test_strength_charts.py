"""The strength charts, on their data."""

from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import strength as charts
from ironstride.charts.theme import LIFTING
from ironstride.frames.strength import SessionBests, TrendLine, WeeklySets
from ironstride.units import Units

KG, LB = Units(), Units(weight="lb")


def bests_of(
    e1rms: list[float], *, faded: bool = False, tested: bool = False
) -> DataFrame[SessionBests]:
    table = pd.DataFrame({"e1rm_kg": e1rms, "load_kg": 90.0, "reps": 5.0, "rir": np.nan})
    return SessionBests.validate(
        table.assign(
            session_id=range(1, len(e1rms) + 1),
            started_at=pd.date_range("2006-01-01", periods=len(e1rms), freq="3D"),
            exercise="Back squat",
            lower_body=True,
            faded=faded,
            tested=tested,
        )
    )


def line_of(*points: tuple[str, float]) -> DataFrame[TrendLine]:
    table = pd.DataFrame(points, columns=["started_at", "e1rm_kg"])
    return TrendLine.validate(table.assign(started_at=pd.to_datetime(table.started_at)))


def sets_of(*rows: tuple[str, int, float, bool]) -> DataFrame[WeeklySets]:
    table = pd.DataFrame(rows, columns=["week", "hard_sets", "tonnage_kg", "complete"])
    week = pd.to_datetime(table.week)
    return WeeklySets.validate(table.assign(week=week, sets=table.hard_sets, sessions=1))


TWO_WEEKS = sets_of(("2026-11-09", 18, 5400.0, True), ("2026-11-16", 7, 2100.0, False))
LINE = line_of(("2026-09-01", 100.0), ("2026-11-20", 106.0))
ALL = [
    charts.e1rm_trend(bests_of([100.0, 102.0]), LINE, KG, "Back squat"),
    charts.weekly_sets(TWO_WEEKS),
    charts.tonnage(TWO_WEEKS, LB),
]


def trace(figure: go.Figure, name: str) -> go.Scatter | go.Bar:
    return next(one for one in figure.data if one.name == name)


@pytest.mark.parametrize("figure", ALL)
def test_axes_have_titles_and_traces_are_drawn_as_svg(figure: go.Figure) -> None:
    assert figure.layout.xaxis.title.text
    assert figure.layout.yaxis.title.text
    assert {one.type for one in figure.data} <= {"scatter", "bar"}


def test_units_stand_on_the_axes() -> None:
    titles = [figure.layout.yaxis.title.text for figure in ALL]
    assert titles == [
        "estimated 1RM (kg)",
        "hard sets",
        "tonnage (lb)",
    ]


def test_session_points_and_the_trend_line_are_drawn_in_the_chosen_unit() -> None:
    figure = charts.e1rm_trend(bests_of([100.0, 102.0]), LINE, LB, "Back squat")
    points, line = trace(figure, "best set of a session"), trace(figure, "trend")
    assert points.y.round(1).tolist() == [220.5, 224.9]
    assert points.marker.color == LIFTING
    assert line.y.round(1).tolist() == [220.5, 233.7]
    assert "198.4 lb" in points.customdata[0][0]


def test_loose_estimates_are_open_and_tested_singles_are_diamonds() -> None:
    bests = pd.concat(
        [bests_of([100.0]), bests_of([101.0], faded=True), bests_of([102.0], tested=True)],
        ignore_index=True,
    )
    figure = charts.e1rm_trend(SessionBests.validate(bests), LINE, KG, "Back squat")
    assert trace(figure, "11 or 12 reps, less sure").marker.symbol == "circle-open"
    assert trace(figure, "tested single").marker.symbol == "diamond"
    assert [len(one.y) for one in figure.data] == [1, 1, 1, 2]


def test_a_name_cannot_bring_its_own_markup() -> None:
    name = "<b onclick=x>Squat</b>"
    figure = charts.e1rm_trend(bests_of([100.0]), LINE, KG, name)
    assert "<b onclick" not in figure.to_json()
    assert "&lt;b onclick" in figure.data[0].hovertemplate


def test_a_very_long_log_keeps_its_bests_in_few_marks() -> None:
    rising = [100 + day / 100 for day in range(5000)]
    figure = charts.e1rm_trend(bests_of(rising), LINE, KG, "Back squat")
    points = trace(figure, "best set of a session")
    assert len(points.y) <= charts.MAX_MARKS
    assert points.y.max() == max(rising)


def test_the_unfinished_week_is_hatched_and_stands_in_its_own_bar() -> None:
    figure = charts.weekly_sets(TWO_WEEKS)
    finished, so_far = figure.data
    assert (finished.y.tolist(), so_far.y.tolist()) == ([18], [7])
    assert (finished.marker.pattern.shape, so_far.marker.pattern.shape) == (None, "/")
    assert so_far.x[0] == np.datetime64("2026-11-16")


def test_tonnage_is_drawn_in_the_chosen_unit() -> None:
    assert charts.tonnage(TWO_WEEKS, KG).data[0].y.tolist() == [5400]
    assert charts.tonnage(TWO_WEEKS, LB).data[0].y.round().tolist() == [11905]


@pytest.mark.parametrize(
    "figure",
    [
        charts.e1rm_trend(SessionBests.empty(), TrendLine.empty(), KG, "Back squat"),
        charts.weekly_sets(WeeklySets.empty()),
        charts.tonnage(WeeklySets.empty(), KG),
    ],
)
def test_an_empty_log_draws_an_empty_chart(figure: go.Figure) -> None:
    assert sum(len(one.y) for one in figure.data) == 0
    assert figure.to_json()


def test_sentences_say_what_the_charts_show() -> None:
    bests = bests_of([100.0, 102.5])
    assert charts.e1rm_trend_alt(bests, LINE, KG, "Back squat") == (
        "Back squat: best set of 2 sessions from 1 Jan 2006 to 4 Jan 2006, estimated 1RM between "
        "100 kg and 102.5 kg. The trend since 1 Sep 2026 goes from 100 kg to 106 kg."
    )
    assert charts.weekly_sets_alt(TWO_WEEKS) == (
        "2 weeks from 9 Nov 2026: 18 hard sets in the last finished week, "
        "7 hard sets so far in the unfinished one."
    )
    assert "5\u202f400 kg in the last finished week" in charts.tonnage_alt(TWO_WEEKS, KG)


def test_sentences_of_an_empty_log_say_so() -> None:
    assert charts.e1rm_trend_alt(SessionBests.empty(), TrendLine.empty(), KG, "Back squat") == (
        "Back squat: no session with an estimated 1RM yet."
    )
    assert charts.weekly_sets_alt(WeeklySets.empty()) == "No week with a lift yet."


def test_a_sentence_without_an_unfinished_week_ends_with_the_last_finished_one() -> None:
    over = TWO_WEEKS[TWO_WEEKS.complete].reset_index(drop=True)
    assert charts.weekly_sets_alt(over).endswith("18 hard sets in the last finished week.")
    begun = TWO_WEEKS[~TWO_WEEKS.complete].reset_index(drop=True)
    assert charts.weekly_sets_alt(begun) == (
        f"1 week from {date(2026, 11, 16):%-d %b %Y}, 7 hard sets so far in the unfinished one."
    )


def test_an_axis_of_counts_never_goes_below_zero() -> None:
    for figure in (charts.weekly_sets(TWO_WEEKS), charts.tonnage(TWO_WEEKS, KG)):
        assert figure.layout.yaxis.rangemode == "nonnegative"
