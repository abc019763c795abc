from datetime import date, timedelta

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import calendar, easy_hard, months, years
from ironstride.frames import Runs
from ironstride.frames.volume import (
    CumulativeYears,
    DayTotals,
    EasyHard,
    MonthlyVolume,
    YearlyVolume,
)
from ironstride.metrics import volume
from ironstride.units import Units
from ironstride.weeks import WeekStart
from tests.metrics.running_tables import runs_of

WEEK_STARTS: tuple[WeekStart, ...] = ("monday", "sunday")
KM, MI = Units(), Units(distance="mi")
TODAY = date(2024, 3, 2)
# Two runs on one day, one on a leap day, one whose distance nobody knows, one a year earlier.
RUNS = runs_of(
    {"started_at": "2022-12-31", "distance_m": 2000.0, "duration_s": 700.0},
    {"started_at": "2023-03-01", "distance_m": 9000.0, "duration_s": 3000.0, "type": "tempo"},
    {"started_at": "2024-01-01 07:00", "distance_m": 5000.0, "duration_s": 1800.0},
    {"started_at": "2024-01-01 19:00", "distance_m": 3000.0, "duration_s": 1800.0, "type": "race"},
    {"started_at": "2024-02-29", "distance_m": 10_000.0, "duration_s": 3600.0, "type": "other"},
    {"started_at": "2024-03-01", "duration_s": 1200.0, "type": "other"},
)
MONTHS = volume.monthly_volume(RUNS, today=TODAY, first=date(2024, 1, 1))
YEARS = volume.yearly_volume(RUNS, today=TODAY)
LINES = volume.cumulative_years(RUNS, today=TODAY)
SPLIT = volume.easy_hard(RUNS, today=TODAY)


def _days(year: int) -> DataFrame[DayTotals]:
    days = volume.day_totals(RUNS, today=TODAY)
    return DayTotals.validate(days[days.day.dt.year == year])


FIGURES = [
    months.monthly_distance(MONTHS, KM),
    months.monthly_distance(MonthlyVolume.empty(), KM),
    easy_hard.easy_hard(SPLIT),
    easy_hard.easy_hard(EasyHard.empty()),
    calendar.year_calendar(_days(2024), KM),
    calendar.year_calendar(DayTotals.empty(), KM),
    years.year_lines(LINES, KM),
    years.year_lines(CumulativeYears.empty(), KM),
    years.yearly_totals(YEARS, KM),
    years.yearly_totals(YearlyVolume.empty(), KM),
]


@pytest.mark.parametrize("figure", FIGURES)
def test_every_chart_is_drawn_as_svg_and_says_its_units(figure: go.Figure) -> None:
    assert {trace.type for trace in figure.data} <= {"bar", "scatter", "heatmap"}
    assert figure.layout.xaxis.title.text
    assert figure.layout.yaxis.title.text
    scale = [trace.colorbar.title.text for trace in figure.data if trace.type == "heatmap"]
    assert any(f"({unit})" in f"{figure.layout.yaxis.title.text}{scale}" for unit in ("km", "h"))


def test_a_month_is_its_longest_run_and_the_others() -> None:
    longest, others, *unfinished = months.monthly_distance(MONTHS, KM).data
    assert longest.y.tolist() == [5, 10]
    assert others.y.tolist() == [3, 0]
    assert [bar.marker.pattern.shape for bar in unfinished] == ["/", "/"]


def test_months_say_their_numbers() -> None:
    assert months.monthly_distance_alt(MONTHS, KM) == (
        "3 months, 4 runs; last complete month 10.0 km, mean of the complete ones 9.0 km; "
        "this month so far 0.0 km."
    )
    assert months.monthly_distance_alt(MonthlyVolume.empty(), KM) == "No runs yet."


def test_easy_hard_and_not_known_add_up_to_the_time_of_each_week() -> None:
    figure = easy_hard.easy_hard(SPLIT)
    summed = sum(float(np.sum(bar.y)) for bar in figure.data)
    assert summed == pytest.approx((700 + 3000 + 1800 + 1800 + 3600 + 1200) / 3600)
    assert figure.layout.barmode == "stack"
    easy, hard, unknown = (float(np.sum(bar.y)) for bar in figure.data[3:])
    assert (easy, hard) == (0, 0)
    assert unknown == pytest.approx(4800 / 3600)


def test_what_no_run_was_is_not_in_the_legend() -> None:
    easy = runs_of({"started_at": "2024-03-01", "duration_s": 600.0, "type": "easy"})
    split = volume.easy_hard(easy, today=date(2024, 3, 12))
    named = [bar.name for bar in easy_hard.easy_hard(split).data if bar.showlegend]
    assert named == ["easy"]
    hard = runs_of({"started_at": "2024-03-01", "duration_s": 600.0, "type": "race"})
    bars = easy_hard.easy_hard(volume.easy_hard(hard, today=date(2024, 3, 2))).data
    assert [bar.name for bar in bars if bar.showlegend] == ["this week so far"]


def test_the_split_is_said_in_shares_with_what_is_not_known() -> None:
    said = easy_hard.easy_hard_alt(SPLIT)
    assert said.endswith("with 3 h 22 min of running: 21 % easy, 40 % hard, 40 % not known.")
    untimed = volume.easy_hard(runs_of({"started_at": "2024-03-01"}), today=TODAY)
    assert easy_hard.easy_hard_alt(untimed) == "1 week without a run that has a time."


def test_every_day_of_a_year_has_a_square_of_its_own() -> None:
    for week_start in WEEK_STARTS:
        days = _whole_year(2024)
        squares, _, marks = calendar.year_calendar(days, KM, week_start).data
        assert len(set(zip(marks.x, marks.y, strict=True))) == 366
        assert np.isfinite(squares.z).sum() == 366
        assert squares.z.shape == (16, 28)


@pytest.mark.parametrize("year", range(1995, 2030))
def test_every_year_fits_whatever_day_it_begins_on(year: int) -> None:
    for week_start in WEEK_STARTS:
        squares = calendar.year_calendar(_whole_year(year), KM, week_start).data[0]
        assert np.isfinite(squares.z).sum() in {365, 366}


def test_the_first_row_is_the_day_on_which_the_week_starts() -> None:
    days = _whole_year(2024)  # 1 January 2024 is a Monday
    assert calendar.year_calendar(days, KM, "monday").data[2].y[0] == 0
    assert calendar.year_calendar(days, KM, "sunday").data[2].y[0] == 1
    labels = calendar.year_calendar(days, KM, "sunday").layout.yaxis
    assert dict(zip(labels.tickvals, labels.ticktext, strict=True))[1] == "Mon"


def test_a_day_carries_its_date_to_click_and_its_numbers_to_read() -> None:
    squares, dots, marks = calendar.year_calendar(_days(2024), KM).data
    assert marks.customdata[59] == "2024-02-29"
    assert marks.hovertext[0] == "Mon 1 Jan: 8.0 km, 2 runs"
    assert marks.hovertext[1] == "Tue 2 Jan: no run"
    assert marks.hovertext[60] == "Fri 1 Mar: not known, 1 run"
    assert squares.z[0, 0] == 8
    assert (dots.x.tolist(), dots.y.tolist()) == ([8], [4])


def test_one_long_day_does_not_pale_the_others() -> None:
    days = _whole_year(2024).assign(distance_m=10_000.0, runs=1)
    days.loc[100, "distance_m"] = 100_000.0
    assert calendar.year_calendar(DayTotals.validate(days), KM).data[0].zmax == 10


def test_the_calendar_says_days_distance_and_the_furthest() -> None:
    assert calendar.year_calendar_alt(_days(2024), KM) == (
        "2024: 3 days with a run out of 62, 18.0 km; the furthest day Thu 29 Feb with 10.0 km."
    )
    assert calendar.year_calendar_alt(_whole_year(2024), KM) == "No run in 366 days."


def test_the_same_date_lies_at_the_same_place_in_every_year() -> None:
    def dates(line: go.Scatter) -> pd.DatetimeIndex:
        return pd.DatetimeIndex(pd.to_datetime(line.x, unit="ms"))

    first, before, now = years.year_lines(LINES, KM).data
    assert dates(first)[-1] == pd.Timestamp(2000, 12, 31)
    assert pd.Timestamp(2000, 2, 29) not in dates(before)
    assert dates(before)[59] == pd.Timestamp(2000, 3, 1)
    assert dates(now)[59:61].tolist() == [pd.Timestamp(2000, 2, 29), pd.Timestamp(2000, 3, 1)]
    assert now.y[[0, 58, 59, 61]].tolist() == [8, 8, 18, 18]


def test_twenty_years_have_three_names_in_the_legend_and_one_colour() -> None:
    runs = runs_of(
        *({"started_at": f"{year}-05-01", "distance_m": 1.0} for year in range(2005, 2025))
    )
    lines = years.year_lines(volume.cumulative_years(runs, today=date(2024, 6, 1)), KM).data
    assert [line.name for line in lines if line.showlegend] == [
        "earlier years", "2023", "2024 so far"
    ]  # fmt: skip
    assert [line.line.color for line in lines].count(lines[-1].line.color) == 1
    assert max(len(line.x) for line in lines) <= 366


def test_years_are_compared_by_the_same_date() -> None:
    assert years.year_lines_alt(LINES, KM) == (
        "3 years; 2024 so far 18.0 km by 2 Mar; 2023 by the same date 9.0 km."
    )
    young = volume.cumulative_years(Runs.validate(RUNS[1:]), today=TODAY)
    assert years.year_lines_alt(young, KM).endswith("2023 is not known from 1 January on.")
    assert years.year_lines_alt(CumulativeYears.empty(), KM) == "No runs yet."


def test_only_the_unfinished_year_is_hatched() -> None:
    bars = years.yearly_totals(YEARS, MI).data[0]
    assert bars.marker.pattern.shape.tolist() == ["", "", "/"]
    assert bars.y.tolist() == pytest.approx([2 / 1.609344, 9 / 1.609344, 18 / 1.609344])
    assert bars.customdata[2] == "11.2 mi, 4 runs, 2 h 20 min, longest 6.2 mi"


@pytest.mark.parametrize(("first", "begins", "step"), [(2024, 2021, 1), (2014, 2014, 2)])
def test_the_names_of_the_years_have_room(first: int, begins: int, step: int) -> None:
    runs = runs_of({"started_at": f"{first}-01-01", "distance_m": 1000.0})
    axis = years.yearly_totals(volume.yearly_volume(runs, today=TODAY), KM).layout.xaxis
    assert (axis.range[0], axis.dtick) == (begins - 0.6, step)


def test_the_years_say_their_sum_and_the_most() -> None:
    assert years.yearly_totals_alt(YEARS, KM) == (
        "3 years, 6 runs, 29.0 km; most in 2024 with 18.0 km so far."
    )
    unmeasured = volume.yearly_volume(runs_of({"started_at": "2024-03-01"}), today=TODAY)
    assert years.yearly_totals_alt(unmeasured, KM) == "1 year, 1 run, distance not known."


def _whole_year(year: int) -> DataFrame[DayTotals]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = volume.day_totals(runs_of(), today=last, first=first)
    assert len(days) == (last - first + timedelta(days=1)).days
    return days


def test_what_is_nothing_in_a_week_is_no_bar() -> None:
    drawn = easy_hard.easy_hard(SPLIT).data
    assert sum(len(bar.y) for bar in drawn) < len(drawn) / 2 * len(SPLIT)
    assert all((bar.y > 0).all() for bar in drawn)
