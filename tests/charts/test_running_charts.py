from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import running
from ironstride.frames.running import WeeklyVolume
from ironstride.units import Units

KM, MI = Units(), Units(distance="mi")
LAST_WEEK = date(2026, 11, 16)


def _volume(*kilometres: float) -> DataFrame[WeeklyVolume]:
    """Weeks of which the longest run is half; the last is unfinished."""
    n = len(kilometres)
    distance_m = pd.Series(kilometres, dtype=float) * 1000
    table = pd.DataFrame(
        {
            "week": pd.date_range(end=LAST_WEEK, periods=n, freq="7D"),
            "distance_m": distance_m,
            "duration_s": distance_m / 3,
            "ascent_m": 0.0,
            "runs": (distance_m > 0) * 2,
            "longest_m": distance_m / 2,
            "long_run_share": (distance_m / 2 / distance_m).where(distance_m > 0),
            "mean_distance_m": [np.nan] * min(n, 3) + [35_000.0] * (n - 3),
            "complete": [True] * (n - 1) + [False],
        }
    )
    return WeeklyVolume.validate(table)


FIGURES = [
    running.weekly_distance(_volume(30, 0, 36, 40, 12), KM),
    running.weekly_distance(WeeklyVolume.empty(), KM),
]


@pytest.mark.parametrize("figure", FIGURES)
def test_every_chart_is_drawn_as_svg_and_titles_its_axes(figure: go.Figure) -> None:
    assert {trace.type for trace in figure.data} <= {"bar", "scatter"}
    assert figure.layout.xaxis.title.text
    unit_in_brackets = figure.layout.yaxis.title.text.split("(")[1]
    assert unit_in_brackets == "km)"


def test_the_two_bars_of_a_week_add_up_to_its_distance() -> None:
    longest, others = running.weekly_distance(_volume(30, 0, 36, 40, 12), KM).data[:2]
    assert longest.y[[0, 2, 3]].tolist() == [15, 18, 20]
    assert others.y.tolist() == [15, 0, 18, 20]
    assert longest.customdata[0].tolist() == [30, 0.5, 2]
    assert np.isnan(longest.y[1])


def test_only_the_unfinished_week_is_hatched_and_in_the_same_colours() -> None:
    bars = running.weekly_distance(_volume(30, 40, 12), KM).data[:4]
    assert [bar.marker.pattern.shape for bar in bars] == ["", "", "/", "/"]
    assert [bar.marker.color for bar in bars[:2]] == [bar.marker.color for bar in bars[2:]]
    assert bars[2].x.astype("datetime64[D]").tolist() == [LAST_WEEK]
    assert bars[2].y.tolist() == [6]


def test_the_mean_is_a_line_through_the_weeks_that_have_one() -> None:
    mean = running.weekly_distance(_volume(30, 0, 36, 40, 12), KM).data[-1]
    assert mean.mode == "lines"
    assert np.isnan(mean.y[:3]).all()
    assert mean.y[3:].tolist() == [35, 35]


def test_distances_are_drawn_in_the_chosen_unit() -> None:
    figure = running.weekly_distance(_volume(16.09344, 0), MI)
    assert figure.layout.yaxis.title.text == "distance (mi)"
    assert figure.data[1].y.tolist() == pytest.approx([5.0])
    assert " mi" in figure.data[0].hovertemplate


def test_a_log_of_one_week_is_not_one_bar_as_wide_as_the_page() -> None:
    axis = running.weekly_distance(_volume(30), KM).layout.xaxis
    assert axis.range[1] - axis.range[0] >= pd.Timedelta(weeks=12)


def test_twenty_years_of_weeks_stay_within_the_marks_of_a_trace() -> None:
    figure = running.weekly_distance(_volume(*[40.0] * 1043), KM)
    assert max(len(trace.x) for trace in figure.data) <= 1_100
    assert sum(len(trace.x) for trace in figure.data if trace.type == "bar") <= 4


@pytest.mark.parametrize(
    ("kilometres", "sentence"),
    [
        ((), "No runs yet."),
        ((12,), "1 week, 2 runs; this week so far 12.0 km."),
        ((38.2, 12), "2 weeks, 4 runs; last complete week 38.2 km, this week so far 12.0 km."),
        (
            (30, 34, 36, 38.2, 12),
            (
                "5 weeks, 10 runs; last complete week 38.2 km, four-week mean 35.0 km, "
                "this week so far 12.0 km."
            ),
        ),
    ],
)
def test_the_weekly_bars_say_their_numbers(kilometres: tuple[float, ...], sentence: str) -> None:
    volume = _volume(*kilometres) if kilometres else WeeklyVolume.empty()
    assert running.weekly_distance_alt(volume, KM) == sentence
