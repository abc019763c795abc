from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.volume import CumulativeYears, DayTotals, MonthlyVolume, YearlyVolume
from ironstride.metrics.volume import (
    cumulative_years,
    day_totals,
    monthly_volume,
    weekly_volume,
    yearly_volume,
)
from ironstride.weeks import WeekStart
from tests.metrics.running_tables import FEW, Row, any_runs, runs_of

SUNDAY = date(2026, 11, 22)
SUMS = ["distance_m", "duration_s", "ascent_m"]


def _run(started_at: str, kilometres: float) -> Row:
    return {"started_at": started_at, "distance_m": kilometres * 1000}


AROUND_NEW_YEAR = (
    _run("2025-12-31 23:59:59", 9),
    _run("2026-01-01 00:00", 6),
    _run("2026-01-31 23:59:59", 10) | {"duration_s": 3_000.0, "ascent_m": 80.0},
    _run("2026-03-01 07:00", 12),
)


def test_a_month_is_the_sum_of_its_runs_to_its_last_second() -> None:
    months = monthly_volume(runs_of(*AROUND_NEW_YEAR), today=date(2026, 3, 31))
    assert months.month.dt.strftime("%Y-%m-%d").tolist() == [
        "2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01",
    ]  # fmt: skip
    assert months.distance_m.tolist() == [9_000, 16_000, 0, 12_000]
    assert months.runs.tolist() == [1, 2, 0, 1]
    assert (months.duration_s[1], months.ascent_m[1], months.longest_m[1]) == (3_000, 80, 10_000)
    assert months.long_run_share.fillna(-1).tolist() == [1, 0.625, -1, 1]


def test_a_month_is_complete_on_the_first_of_the_next() -> None:
    runs = runs_of(*AROUND_NEW_YEAR)
    assert monthly_volume(runs, today=date(2026, 3, 31)).complete.tolist()[-1] is False
    months = monthly_volume(runs, today=date(2026, 4, 1))
    assert months.complete.tolist() == [True, True, True, True, False]


def test_a_first_day_cuts_the_months() -> None:
    months = monthly_volume(
        runs_of(*AROUND_NEW_YEAR), today=date(2026, 3, 31), first=date(2026, 2, 14)
    )
    assert months.distance_m.tolist() == [0, 12_000]


def test_a_year_is_the_sum_of_its_runs() -> None:
    years = yearly_volume(runs_of(*AROUND_NEW_YEAR), today=SUNDAY)
    assert years.year.tolist() == [2025, 2026]
    assert years.distance_m.tolist() == [9_000, 28_000]
    assert years.complete.tolist() == [True, False]


def test_a_year_without_a_run_is_a_row_of_zeros() -> None:
    years = yearly_volume(runs_of(_run("2024-05-05", 5)), today=SUNDAY)
    assert years.distance_m.tolist() == [5_000, 0, 0]


def test_every_day_has_a_row_and_the_runs_of_a_day_count_together() -> None:
    days = day_totals(
        runs_of(_run("2026-11-18 06:00", 4), _run("2026-11-18 23:59", 5), _run("2026-11-20", 7)),
        today=date(2026, 11, 21),
    )
    assert days.distance_m.tolist() == [9_000, 0, 7_000, 0]
    assert days.runs.tolist() == [2, 0, 1, 0]


def test_the_days_may_begin_before_or_after_the_first_run() -> None:
    runs = runs_of(_run("2026-11-18", 4), _run("2026-11-20", 7))
    early = day_totals(runs, today=date(2026, 11, 20), first=date(2026, 11, 17))
    late = day_totals(runs, today=date(2026, 11, 20), first=date(2026, 11, 19))
    assert early.distance_m.tolist() == [0, 4_000, 0, 7_000]
    assert late.distance_m.tolist() == [0, 7_000]


def test_each_year_adds_up_from_the_first_of_january() -> None:
    lines = cumulative_years(runs_of(*AROUND_NEW_YEAR), today=date(2026, 3, 2))
    assert lines.distance_m[lines.year == 2025].tolist() == [9_000]
    this_year = lines[lines.year == 2026].set_index("day_of_year").distance_m
    assert this_year[[1, 30, 31, 59, 61, 62]].tolist() == [
        6_000, 6_000, 16_000, 16_000, 28_000, 28_000,
    ]  # fmt: skip
    assert this_year.index.max() == 62


def test_the_same_date_lies_at_the_same_place_in_every_year() -> None:
    lines = cumulative_years(runs_of(_run("2023-01-01", 1)), today=date(2024, 12, 31))
    place = lines.set_index("day").day_of_year
    assert place["2024-02-29"] == 60
    assert place["2023-03-01"] == place["2024-03-01"] == 61
    assert place["2023-12-31"] == place["2024-12-31"] == 366
    assert 60 not in lines.day_of_year[lines.year == 2023].tolist()


def test_a_year_is_whole_when_the_log_reaches_back_to_its_first_day() -> None:
    runs = runs_of(_run("2024-01-02", 5))
    lines = cumulative_years(runs, today=date(2025, 1, 2))
    assert lines.groupby("year").whole.agg(["min", "max"]).to_numpy().tolist() == [
        [False, False],
        [True, True],
    ]
    kept_longer = cumulative_years(runs, today=date(2025, 1, 2), log_start=date(2024, 1, 1))
    assert kept_longer.whole.all()
    assert kept_longer.distance_m.tolist()[:2] == [0, 5_000]


def test_an_empty_log_has_no_months_years_or_days() -> None:
    nothing = Runs.empty()
    assert monthly_volume(nothing, today=SUNDAY).dtypes.equals(MonthlyVolume.empty().dtypes)
    assert yearly_volume(nothing, today=SUNDAY).dtypes.equals(YearlyVolume.empty().dtypes)
    assert day_totals(nothing, today=SUNDAY).dtypes.equals(DayTotals.empty().dtypes)
    assert cumulative_years(nothing, today=SUNDAY).dtypes.equals(CumulativeYears.empty().dtypes)


def test_a_run_dated_in_the_future_is_left_out() -> None:
    runs = runs_of(_run("2026-11-18", 8), _run("2062-11-18", 8))
    assert monthly_volume(runs, today=SUNDAY).distance_m.tolist() == [8_000]
    assert yearly_volume(runs, today=SUNDAY).distance_m.tolist() == [8_000]
    assert day_totals(runs, today=SUNDAY).distance_m.sum() == 8_000


@pytest.mark.parametrize(
    ("week_start", "week"), [("monday", date(2026, 11, 16)), ("sunday", date(2026, 11, 22))]
)
def test_a_run_a_minute_before_midnight_on_sunday_belongs_to_its_own_week(
    week_start: WeekStart, week: date
) -> None:
    runs = runs_of(_run("2026-11-22 23:59", 8))
    [told] = weekly_volume(runs, today=SUNDAY, week_start=week_start).week
    assert told.date() == week


@FEW
@given(runs=any_runs())
def test_months_years_and_days_add_up_to_all_the_runs(runs: DataFrame[Runs]) -> None:
    for totals in (
        monthly_volume(runs, today=SUNDAY),
        yearly_volume(runs, today=SUNDAY),
        day_totals(runs, today=SUNDAY),
    ):
        assert totals.runs.sum() == len(runs)
        for column in SUMS:
            assert totals[column].sum() == pytest.approx(runs[column].sum())


@FEW
@given(runs=any_runs())
def test_a_years_line_never_falls_and_ends_at_the_years_distance(runs: DataFrame[Runs]) -> None:
    lines = cumulative_years(runs, today=SUNDAY)
    assert (lines.groupby("year").distance_m.diff().dropna() >= 0).all()
    ends = lines.groupby("year").distance_m.last()
    assert ends.tolist() == pytest.approx(yearly_volume(runs, today=SUNDAY).distance_m.tolist())


@FEW
@given(runs=any_runs())
def test_the_order_of_the_rows_changes_no_month_and_no_day(runs: DataFrame[Runs]) -> None:
    turned = Runs.validate(runs.iloc[::-1])
    pd.testing.assert_frame_equal(
        monthly_volume(turned, today=SUNDAY), monthly_volume(runs, today=SUNDAY)
    )
    pd.testing.assert_frame_equal(
        cumulative_years(turned, today=SUNDAY), cumulative_years(runs, today=SUNDAY)
    )


@FEW
@given(day=st.dates(date(2019, 1, 1), date(2026, 11, 22)))
def test_any_date_finds_its_place_in_a_leap_year(day: date) -> None:
    lines = cumulative_years(Runs.empty(), today=day, log_start=day)
    assert lines.day_of_year.tolist() == [datetime(2024, day.month, day.day).timetuple().tm_yday]
