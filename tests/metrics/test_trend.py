"""The trend of one exercise's e1RM, and when it has stalled."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.strength import SessionBests
from ironstride.frames.strength_trends import HoldBests
from ironstride.metrics.trend import Trend, e1rm_trend, hold_trend
from tests.metrics.running_tables import FEW

TODAY = date(2026, 11, 22)


def bests_of(
    values: list[float], days_apart: int = 7, last: date = TODAY
) -> DataFrame[SessionBests]:
    """One best a session [kg], the last of them on `last`."""
    back = [days_apart * (len(values) - 1 - n) for n in range(len(values))]
    moments = [pd.Timestamp(last) + pd.Timedelta(hours=18) - timedelta(days=n) for n in back]
    table = pd.DataFrame({"started_at": moments, "e1rm_kg": values, "load_kg": values})
    return SessionBests.validate(
        table.assign(
            session_id=range(1, len(values) + 1),
            exercise="Back squat",
            lower_body=True,
            position=0,
            formula="single",
            reps=1.0,
            rir=np.nan,
            faded=False,
            tested=True,
        )
    )


def test_the_slope_is_the_published_median_of_pairwise_slopes() -> None:
    # The worked example has y = 100 … 108 and one stray 140, at x = 0 … 7.
    stray = np.array([100, 101, 103, 102, 140, 105, 107, 108])
    trend = e1rm_trend(bests_of(np.exp(stray / 100).tolist()), today=TODAY)
    per_week = [trend.pct_per_week, trend.low_pct_per_week, trend.high_pct_per_week]
    slopes = 100 * np.log1p(np.array(per_week) / 100)
    assert slopes == pytest.approx([1.1548, 0.6667, 2.0], abs=1e-4)
    assert np.log(trend.line.e1rm_kg.iloc[0]) * 100 == pytest.approx(99.958, abs=1e-3)


def test_one_stray_day_does_not_turn_the_trend() -> None:
    steady = [100 * 1.005**week for week in range(12)]
    stray = [*steady[:5], 60.0, *steady[6:]]
    assert e1rm_trend(bests_of(stray), today=TODAY).pct_per_week == pytest.approx(0.5)


def test_a_steady_rise_is_told_with_its_change_and_line() -> None:
    trend = e1rm_trend(bests_of([100 * 1.005**week for week in range(12)]), today=TODAY)
    assert (trend.status, trend.sessions, trend.weeks) == ("rising", 12, 11)
    assert trend.change_pct == pytest.approx(100 * (1.005**11 - 1))
    assert trend.line.e1rm_kg.iloc[[0, -1]].tolist() == pytest.approx([100, 100 * 1.005**11])
    assert trend.sentence.startswith("Rising: +5.6 % in 11 weeks (+2.2 % per month")


def test_a_steady_fall_is_falling_not_stalled() -> None:
    trend = e1rm_trend(bests_of([100 * 0.99**week for week in range(12)]), today=TODAY)
    assert trend.status == "falling"
    assert trend.sentence.startswith("Falling: −10.5 % in 11 weeks")


def test_a_flat_line_without_a_new_best_has_stalled() -> None:
    assert e1rm_trend(bests_of([100.0] * 12), today=TODAY).status == "stalled"


def test_a_rise_that_ended_six_weeks_ago_has_stalled() -> None:
    values = [100, 101, 102, 103, 104, 105, *[104.5] * 7]
    assert e1rm_trend(bests_of([float(kg) for kg in values]), today=TODAY).status == "stalled"


def test_a_new_best_within_six_weeks_is_no_stall() -> None:
    flat = [100.0] * 12
    flat[-3] = 101.0
    assert e1rm_trend(bests_of(flat), today=TODAY).status == "uncertain"


def test_too_few_sessions_lately_cannot_be_a_stall() -> None:
    # Twelve weeks hold six sessions, the last eight only four.
    trend = e1rm_trend(bests_of([100.0] * 6, days_apart=16), today=TODAY)
    assert (trend.sessions, trend.status) == (6, "uncertain")


def test_wide_scatter_is_uncertain() -> None:
    values = [100.0, 120, 95, 118, 90, 121, 99, 125, 94, 119, 92, 126]
    trend = e1rm_trend(bests_of(values), today=TODAY)
    assert trend.status == "uncertain"
    assert trend.low_pct_per_week < 0 < trend.high_pct_per_week


@pytest.mark.parametrize(
    "bests",
    [
        bests_of([]),
        bests_of([100.0]),
        bests_of([100.0] * 5),
        bests_of([100.0] * 10, days_apart=2),
        bests_of([100.0] * 12, last=TODAY - timedelta(weeks=20)),
        bests_of([100.0] * 12, last=TODAY + timedelta(weeks=20)),
    ],
    ids=["none", "one", "five sessions", "under four weeks", "long ago", "in the future"],
)
def test_too_little_in_the_span_is_said(bests: DataFrame[SessionBests]) -> None:
    trend = e1rm_trend(bests, today=TODAY)
    assert trend.status == "not enough data"
    assert trend.line.empty
    assert np.isnan(trend.change_pct)
    assert "a trend needs 6 or more, spread over at least 4 weeks" in trend.sentence


def test_two_sessions_on_one_day_count_as_one_the_better() -> None:
    steady = bests_of([100 * 1.005**week for week in range(8)])
    worse = steady.assign(e1rm_kg=50.0, started_at=steady.started_at + pd.Timedelta(hours=2))
    both = SessionBests.validate(pd.concat([steady, worse], ignore_index=True))
    assert e1rm_trend(both, today=TODAY).sentence == e1rm_trend(steady, today=TODAY).sentence


def told(trend: Trend) -> tuple[str, float, float]:
    return trend.status, trend.low_pct_per_week, trend.high_pct_per_week


@FEW
@given(st.lists(st.sampled_from([80.0, 90.0, 100.0]), min_size=6, max_size=20), st.randoms())
def test_the_order_of_the_sessions_does_not_matter(values: list[float], random: object) -> None:
    bests = bests_of(values)
    backwards = bests.iloc[::-1].reset_index(drop=True)
    assert told(e1rm_trend(backwards, today=TODAY)) == told(e1rm_trend(bests, today=TODAY))


@FEW
@given(st.lists(st.floats(50, 200), min_size=6, max_size=20), st.floats(0.5, 2))
def test_scaling_all_loads_changes_no_rate(values: list[float], factor: float) -> None:
    one = e1rm_trend(bests_of(values), today=TODAY)
    other = e1rm_trend(bests_of([factor * kg for kg in values]), today=TODAY)
    assert other.pct_per_week == pytest.approx(one.pct_per_week, abs=1e-9)


def test_half_a_percent_a_week_is_two_and_a_fifth_a_month() -> None:
    trend = e1rm_trend(bests_of([100 * 1.005**week for week in range(12)]), today=TODAY)
    per_month = 100 * (1.005 ** (365.2425 / 84) - 1)
    assert trend.pct_per_month == pytest.approx(per_month)
    assert round(per_month, 1) == 2.2


def test_the_band_is_the_interval_of_the_slope_about_the_median_day() -> None:
    stray = np.array([100, 101, 103, 102, 140, 105, 107, 108])
    trend = e1rm_trend(bests_of(np.exp(stray / 100).tolist()), today=TODAY)
    middle = 99.958 + 1.1548 * 3.5
    low, high = (100 * np.log(trend.line[edge]) for edge in ("low_kg", "high_kg"))
    assert high.iloc[-1] == pytest.approx(middle + 2.0 * 3.5, abs=1e-3)
    assert low.iloc[-1] == pytest.approx(middle + 0.6667 * 3.5, abs=1e-3)
    assert low.iloc[0] == pytest.approx(middle - 2.0 * 3.5, abs=1e-3)
    assert (trend.line.e1rm_kg.between(trend.line.low_kg, trend.line.high_kg)).all()


def test_long_spans_are_judged_by_the_best_of_each_week() -> None:
    steady = [100 * 1.0005**day for day in range(500)]
    trend = e1rm_trend(bests_of(steady, days_apart=1), today=TODAY, span_weeks=80)
    assert trend.sessions == 500
    assert trend.pct_per_week == pytest.approx(100 * (1.0005**7 - 1))


def holds_of(seconds: list[float]) -> DataFrame[HoldBests]:
    """One longest hold a week [s], the last of them on `TODAY`."""
    weeks = [pd.Timestamp(TODAY) - timedelta(weeks=n) for n in reversed(range(len(seconds)))]
    table = pd.DataFrame({"started_at": weeks, "best_s": seconds, "total_s": seconds})
    fixed: dict[str, Any] = {
        "session_id": 1,
        "exercise": "Plank",
        "load_kg": 0.0,
        "sets": 1,
        "log_pct": 0.0,
    }
    return HoldBests.validate(table.assign(**fixed))


def test_holds_have_their_own_trend_in_seconds() -> None:
    trend = hold_trend(holds_of([60 * 1.02**week for week in range(10)]), today=TODAY)
    assert trend.status == "rising"
    assert trend.line.empty
    assert trend.hold_line.hold_s.iloc[[0, -1]].tolist() == pytest.approx([60, 60 * 1.02**9])


def test_too_few_holds_have_no_trend() -> None:
    trend = hold_trend(holds_of([60.0] * 5), today=TODAY)
    assert (trend.status, trend.hold_line.empty) == ("not enough data", True)


@pytest.mark.parametrize(("weeks_ago", "status"), [(5, "uncertain"), (6, "stalled")])
def test_a_best_six_weeks_old_no_longer_holds_off_a_stall(weeks_ago: int, status: str) -> None:
    flat = [100.0] * 12
    flat[-1 - weeks_ago] = 101.0
    assert e1rm_trend(bests_of(flat), today=TODAY).status == status


@pytest.mark.parametrize(("days_apart", "status"), [(10, "stalled"), (12, "uncertain")])
def test_a_stall_needs_six_days_within_eight_weeks(days_apart: int, status: str) -> None:
    trend = e1rm_trend(bests_of([100.0] * 7, days_apart=days_apart), today=TODAY)
    assert trend.status == status


@pytest.mark.parametrize(("rate", "stalled"), [(1.002, True), (1.003, False)])
def test_a_quarter_percent_a_week_is_no_stall(rate: float, stalled: bool) -> None:
    values = [110.0, *(100 * rate**week for week in range(1, 12))]
    assert (e1rm_trend(bests_of(values), today=TODAY).status == "stalled") is stalled


def test_scatter_without_a_new_best_is_uncertain_not_stalled() -> None:
    trend = e1rm_trend(bests_of([130.0, *[100.0, 120, 95, 118, 90, 121, 99] * 2]), today=TODAY)
    assert trend.status == "uncertain"


def test_the_span_is_twelve_weeks() -> None:
    assert e1rm_trend(bests_of([100.0] * 14), today=TODAY).sessions == 12
