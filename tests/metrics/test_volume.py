from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.running import WeeklyVolume
from ironstride.metrics.volume import weekly_volume
from tests.metrics.running_tables import FEW, any_runs, runs_of

SUNDAY = date(2026, 11, 22)


def _weekly_runs(*kilometres: float) -> DataFrame[Runs]:
    """One Wednesday run a week, the last in the week of 16 November 2026."""
    days = pd.date_range(end="2026-11-18", periods=len(kilometres), freq="7D")
    rows = [
        {"started_at": day, "distance_m": km * 1000.0}
        for day, km in zip(days, kilometres, strict=True)
        if km
    ]
    return runs_of(*rows)


def _row(volume: DataFrame[WeeklyVolume], at: int) -> dict[Any, Any]:
    return volume.iloc[at].to_dict()


def test_a_week_is_the_sum_of_its_runs_from_monday_to_sunday_night() -> None:
    runs = runs_of(
        {"started_at": "2026-11-15 23:59:59", "distance_m": 99_000.0},
        {"started_at": "2026-11-16 00:00", "distance_m": 6_000.0, "duration_s": 2_000.0},
        {"started_at": "2026-11-18 07:00", "distance_m": 10_000.0, "ascent_m": 120.0},
        {"started_at": "2026-11-22 23:59:59", "distance_m": 4_000.0, "duration_s": 1_500.0},
    )
    week = _row(weekly_volume(runs, today=SUNDAY), -1)
    assert week["week"] == pd.Timestamp("2026-11-16")
    assert (week["distance_m"], week["duration_s"], week["ascent_m"]) == (20_000, 3_500, 120)
    assert (week["runs"], week["longest_m"], week["long_run_share"]) == (3, 10_000, 0.5)


def test_a_week_may_start_on_sunday() -> None:
    runs = runs_of({"started_at": "2026-11-22 09:00", "distance_m": 5_000.0})
    volume = weekly_volume(runs, today=date(2026, 11, 24), week_start="sunday")
    assert volume.week.tolist() == [pd.Timestamp("2026-11-22")]
    assert volume.distance_m.tolist() == [5_000]


def test_a_run_without_distance_counts_in_time_and_number() -> None:
    runs = runs_of({"started_at": "2026-11-17", "duration_s": 1_800.0})
    week = _row(weekly_volume(runs, today=SUNDAY), 0)
    assert (week["runs"], week["duration_s"], week["distance_m"]) == (1, 1_800, 0)
    assert week["longest_m"] == 0
    assert pd.isna(week["long_run_share"])


def test_weeks_with_no_run_show_as_zero() -> None:
    volume = weekly_volume(_weekly_runs(10, 0, 0, 12), today=date(2026, 12, 3))
    assert volume.distance_m.tolist() == [10_000, 0, 0, 12_000, 0, 0]
    assert volume.runs.tolist() == [1, 0, 0, 1, 0, 0]


def test_only_the_week_of_today_is_unfinished_until_it_is_over() -> None:
    runs = _weekly_runs(10, 12)
    assert weekly_volume(runs, today=SUNDAY).complete.tolist() == [True, False]
    assert weekly_volume(runs, today=date(2026, 11, 23)).complete.tolist() == [True, True, False]


def test_the_mean_takes_four_complete_weeks_with_their_zeros() -> None:
    means = weekly_volume(_weekly_runs(10, 20, 0, 30, 40, 5), today=SUNDAY).mean_distance_m
    assert means[:3].isna().all()
    assert means[3:].tolist() == [15_000, 22_500, 22_500]


def test_the_unfinished_week_moves_no_mean() -> None:
    short = weekly_volume(_weekly_runs(10, 20, 30, 40, 1), today=SUNDAY)
    long = weekly_volume(_weekly_runs(10, 20, 30, 40, 99), today=SUNDAY)
    assert short.mean_distance_m.equals(long.mean_distance_m)


def test_a_later_first_day_cuts_the_table_but_not_the_mean() -> None:
    runs = _weekly_runs(10, 20, 30, 40, 50)
    cut = weekly_volume(runs, today=SUNDAY, first=date(2026, 11, 12))
    assert cut.distance_m.tolist() == [40_000, 50_000]
    assert cut.mean_distance_m.tolist() == [25_000, 25_000]


def test_an_earlier_first_day_shows_the_empty_weeks_before_the_first_run() -> None:
    volume = weekly_volume(_weekly_runs(10), today=SUNDAY, first=date(2026, 11, 5))
    assert volume.distance_m.tolist() == [0, 0, 10_000]


def test_a_first_day_after_today_leaves_nothing() -> None:
    assert weekly_volume(_weekly_runs(10), today=SUNDAY, first=date(2026, 12, 1)).empty


def test_a_run_dated_after_this_week_is_left_out() -> None:
    runs = runs_of(
        {"started_at": "2026-11-18", "distance_m": 8_000.0},
        {"started_at": "2062-11-18", "distance_m": 8_000.0},
    )
    assert weekly_volume(runs, today=SUNDAY).distance_m.tolist() == [8_000]


def test_an_empty_log_gives_an_empty_table() -> None:
    volume = weekly_volume(Runs.empty(), today=SUNDAY)
    assert volume.empty
    assert volume.dtypes.equals(WeeklyVolume.empty().dtypes)


def test_an_empty_log_with_a_first_day_gives_empty_weeks() -> None:
    volume = weekly_volume(Runs.empty(), today=SUNDAY, first=date(2026, 11, 9))
    assert volume.runs.tolist() == [0, 0]


@FEW
@given(runs=any_runs())
def test_the_weeks_add_up_to_all_the_runs(runs: DataFrame[Runs]) -> None:
    volume = weekly_volume(runs, today=SUNDAY)
    assert volume.runs.sum() == len(runs)
    for column in ("distance_m", "duration_s", "ascent_m"):
        assert volume[column].sum() == pytest.approx(runs[column].sum())
    assert (volume.longest_m <= volume.distance_m + 1e-6).all()


@FEW
@given(runs=any_runs())
def test_weeks_follow_one_another_without_a_gap(runs: DataFrame[Runs]) -> None:
    steps = weekly_volume(runs, today=SUNDAY).week.diff().dropna()
    assert (steps == pd.Timedelta(days=7)).all()


@FEW
@given(runs=any_runs())
def test_the_order_of_the_rows_does_not_matter(runs: DataFrame[Runs]) -> None:
    turned = Runs.validate(runs.iloc[::-1])
    pd.testing.assert_frame_equal(
        weekly_volume(turned, today=SUNDAY), weekly_volume(runs, today=SUNDAY)
    )
