"""The trend of one exercise's e1RM, and when it has stalled."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.strength import SessionBests
from ironstride.metrics.trend import Trend, e1rm_trend
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
    assert trend.sentence.startswith("Rising: +5.6 % in 11 weeks (+0.50 % per week")


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
