import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts.acute_chronic import acute_chronic_ratio, acute_chronic_ratio_alt
from ironstride.charts.load import load_history, load_history_alt, weekly_load, weekly_load_alt
from ironstride.charts.monotony import monotony, monotony_alt
from ironstride.charts.trimp import weekly_trimp, weekly_trimp_alt
from ironstride.frames.load import (
    AcuteChronicRatio,
    LoadByKind,
    TrainingLoad,
    WeeklyLoad,
    WeeklyTrimp,
)

LAST, NOW = "2026-11-09", "2026-11-16"


def _kinds(*rows: tuple[str, str, bool, float]) -> DataFrame[LoadByKind]:
    table = pd.DataFrame(rows, columns=["week", "kind", "estimated", "load"])
    week = pd.to_datetime(table.week)
    return LoadByKind.validate(
        table.assign(week=week, sessions=2, complete=week < pd.Timestamp(NOW))
    )


def _days(number: int, *, gap: slice = slice(0), estimated: int = 0) -> DataFrame[TrainingLoad]:
    """Days with a load of 100 each, hidden for 41 days and warming up for 126."""
    count = np.arange(1, number + 1)
    known = np.where(count >= 42, 100.0, np.nan)
    table = pd.DataFrame(
        {
            "day": pd.date_range(end="2026-11-21", periods=number),
            "load": 100.0,
            "unrated": 0,
            "estimated": estimated,
            "recent": known,
            "long_term": known * 0.9,
            "balance": known * 0,
            "warming_up": count <= 126,
            "gap": False,
            "complete": True,
        }
    )
    table.loc[table.index[gap], "gap"] = True
    return TrainingLoad.validate(table)


def _weeks(*monotonies: float) -> DataFrame[WeeklyLoad]:
    alike = pd.Series(monotonies, dtype=float)
    table = pd.DataFrame(
        {
            "week": pd.date_range(end=LAST, periods=len(alike), freq="7D"),
            "load": 2000.0,
            "monotony": alike,
            "monotony_shown": alike.clip(upper=5),
            "strain": 2000 * alike,
            "unrated": 0,
            "estimated": 0,
            "complete": True,
        }
    )
    return WeeklyLoad.validate(table)


def _trimp(*rows: tuple[str, float, int]) -> DataFrame[WeeklyTrimp]:
    table = pd.DataFrame(rows, columns=["week", "trimp", "known_runs"])
    week = pd.to_datetime(table.week)
    return WeeklyTrimp.validate(table.assign(week=week, runs=3, complete=week < pd.Timestamp(NOW)))


def _ratios(*ratios: float) -> DataFrame[AcuteChronicRatio]:
    uncoupled = pd.Series(ratios, dtype=float)
    day = pd.date_range(end="2026-11-21", periods=len(ratios))
    table = pd.DataFrame({"day": day, "uncoupled": uncoupled, "ewma_ratio": uncoupled + 0.1})
    return AcuteChronicRatio.validate(table)


KINDS = _kinds(
    (LAST, "lift", False, 200), (LAST, "run", False, 600), (LAST, "run", True, 200),
    (NOW, "run", False, 150),
)  # fmt: skip
FIGURES = [
    weekly_load(KINDS),
    weekly_load(LoadByKind.empty()),
    load_history(_days(200)),
    load_history(TrainingLoad.empty()),
    monotony(_weeks(1.2, np.nan)),
    monotony(WeeklyLoad.empty()),
    weekly_trimp(_trimp((LAST, 240, 2), (NOW, 80, 1))),
    weekly_trimp(WeeklyTrimp.empty()),
    acute_chronic_ratio(_ratios(np.nan, 1.1)),
    acute_chronic_ratio(AcuteChronicRatio.empty()),
]


@pytest.mark.parametrize("figure", FIGURES)
def test_every_chart_is_drawn_as_svg_and_titles_its_axes(figure: go.Figure) -> None:
    assert {trace.type for trace in figure.data} <= {"bar", "scatter"}
    assert figure.layout.xaxis.title.text in {"week", "day"}
    assert figure.layout.yaxis.title.text.endswith(")")


def test_bars_stack_by_kind_and_add_up_to_the_week() -> None:
    figure = weekly_load(KINDS)
    assert figure.layout.barmode == "stack"
    assert sum(bar.y[0] for bar in figure.data if bar.x[0] == pd.Timestamp(LAST)) == 1000


def test_the_ticks_of_few_weeks_stand_on_their_first_days() -> None:
    assert pd.Timestamp(weekly_load(KINDS).layout.xaxis.tick0) == KINDS.week.max()


def test_the_unfinished_week_is_hatched_and_what_is_estimated_cross_hatched() -> None:
    drawn = {bar.name: bar for bar in weekly_load(KINDS).data}
    assert {name: bar.marker.pattern.shape for name, bar in drawn.items()} == {
        "runs": "", "lifts": "", "estimated": "x", "this week so far": "/",
    }  # fmt: skip
    assert drawn["estimated"].marker.color == drawn["runs"].marker.color
    assert drawn["lifts"].marker.color != drawn["runs"].marker.color


def test_a_pattern_stands_in_the_legend_once() -> None:
    both = _kinds((LAST, "lift", True, 1), (LAST, "run", True, 1))
    assert [bar.showlegend for bar in weekly_load(both).data] == [True, False]


def test_the_weekly_load_says_its_numbers() -> None:
    assert weekly_load_alt(KINDS) == (
        "2 weeks with a load, 8 sessions; week of 9 Nov 2026 1\u202f000 (runs 800, lifts 200); "
        "this week so far 150; 17 % of all of it estimated."
    )
    assert weekly_load_alt(LoadByKind.empty()) == "No session with a load here."


def test_recent_and_long_term_load_are_two_lines_that_begin_after_six_weeks() -> None:
    recent, long_term, *_ = load_history(_days(200)).data
    assert np.isnan(recent.y[40])
    assert (recent.y[41], long_term.y[41]) == (100, 90)
    assert recent.line.color != long_term.line.color
    assert recent.line.dash == "solid"


def test_each_day_of_the_lines_can_be_clicked() -> None:
    # Plotly takes no click where a line without marks is the nearest.
    recent, long_term, days, *_ = load_history(_days(200)).data
    assert (recent.hoverinfo, long_term.hoverinfo) == ("skip", "skip")
    assert (days.mode, days.marker.opacity, days.showlegend) == ("markers", 0, False)
    assert (len(days.x), days.y[0], days.customdata[0]) == (159, 100, 90)


def test_of_very_many_days_the_marks_to_click_are_not_drawn() -> None:
    few, many = (load_history(_days(days)).data[2] for days in (200, 300))
    assert (few.marker.maxdisplayed, few.selected.marker.opacity) == (0, 1)
    assert (many.marker.maxdisplayed, many.selected.marker.opacity) == (1, 0)


def test_the_days_of_warming_up_are_shaded_and_named() -> None:
    days = _days(200)
    figure = load_history(days)
    (band,) = figure.layout.shapes
    assert (band.x0, band.x1) == (days.day.iloc[0], days.day.iloc[126])
    assert "warming up" in {trace.name for trace in figure.data}


def test_each_gap_is_shaded_and_named_once() -> None:
    days = _days(300)
    days.loc[list(range(150, 170)) + list(range(200, 220)), "gap"] = True
    figure = load_history(DataFrame[TrainingLoad](days))
    assert len(figure.layout.shapes) == 3
    assert [trace.name for trace in figure.data].count("gap") == 1
    assert "2 gaps" in load_history_alt(DataFrame[TrainingLoad](days))


def test_lines_that_rest_on_estimates_are_dashed() -> None:
    assert load_history(_days(200, estimated=1)).data[0].line.dash == "dash"


def test_twenty_years_of_days_stay_within_the_marks_of_a_trace_and_keep_the_last() -> None:
    days = _days(7305)
    figure = load_history(days)
    assert max(len(trace.x) for trace in figure.data) <= 1_100
    assert figure.data[0].x[-1] == days.day.iloc[-1]


def test_recent_and_long_term_load_are_said_in_words() -> None:
    assert load_history_alt(_days(200)) == (
        "200 days; on 21 Nov 2026 recent load 100 a day, long-term load 90 a day."
    )
    assert "still warming up" in load_history_alt(_days(60))
    assert "from 42 days on" in load_history_alt(_days(20))


def test_monotony_and_strain_are_two_panels_without_colour() -> None:
    alike, strain = monotony(_weeks(1.2, 7.5)).data
    assert alike.y.tolist() == [1.2, 5]
    assert strain.y.tolist() == [2400, 15_000]
    assert strain.yaxis == "y2"
    assert alike.line.color == strain.line.color


def test_monotony_is_said_in_words() -> None:
    assert monotony_alt(_weeks(1.2, np.nan)) == (
        "1 week of 2 wholly known; latest monotony 1.2, strain 2\u202f400."
    )
    assert "above 5" in monotony_alt(_weeks(7.5))
    assert monotony_alt(_weeks(np.nan)).startswith("No week")


def test_the_impulse_of_the_unfinished_week_is_hatched() -> None:
    done, unfinished = weekly_trimp(_trimp((LAST, 240, 2), (NOW, 80, 1))).data
    assert (done.y.tolist(), unfinished.y.tolist()) == ([240], [80])
    assert unfinished.marker.pattern.shape == "/"


def test_the_impulse_says_how_many_runs_are_in_it() -> None:
    assert weekly_trimp_alt(_trimp((LAST, 240, 2), (NOW, 80, 1))) == (
        "2 weeks; heart rate known of 3 of 6 runs; last full week with runs 240."
    )
    assert weekly_trimp_alt(WeeklyTrimp.empty()) == "No run here."


def test_the_ratio_says_its_latest_value_or_what_it_needs() -> None:
    assert acute_chronic_ratio_alt(_ratios(np.nan, 1.1)) == (
        "1 day; on 21 Nov 2026 1.10, exponentially weighted 1.20."
    )
    assert acute_chronic_ratio_alt(_ratios(np.nan)).startswith("Not known")
