from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import Sessions
from ironstride.frames.load import WeeklyLoad
from ironstride.metrics.load import monotony, weekly_load
from ironstride.weeks import WeekStart
from tests.metrics.running_tables import Row, sessions_of

MONDAY = date(2026, 11, 9)
WEEK = [0, 400, 300, 0, 500, 200, 600]


def _on(day: int, load: float | None) -> Row:
    rpe = None if load is None else load / 100
    return {"started_at": str(MONDAY + timedelta(days=day)), "duration_s": 6_000.0, "rpe": rpe}


def _weeks(*rows: Row, over: int = 7, week_start: WeekStart = "monday") -> DataFrame[WeeklyLoad]:
    today = MONDAY + timedelta(days=over)
    return weekly_load(sessions_of(*rows), today=today, week_start=week_start)


def test_monotony_is_mean_over_sample_deviation_with_rest_days_in() -> None:
    assert monotony(WEEK) == pytest.approx(285.714 / 234.01, abs=1e-4)
    assert monotony(WEEK) == pytest.approx(1.221, abs=0.0005)


def test_days_that_are_nearly_alike_are_very_monotonous() -> None:
    assert monotony([300, 300, 280, 320, 300, 300, 300]) == pytest.approx(25.98, abs=0.005)


@pytest.mark.parametrize("daily", [[], [300], [300] * 7, [0] * 7, [0.1] * 7])
def test_days_that_do_not_differ_have_no_monotony(daily: list[float]) -> None:
    assert monotony(daily) is None


def test_a_week_has_its_load_monotony_and_strain() -> None:
    week = _weeks(*(_on(day, load) for day, load in enumerate(WEEK))).iloc[0]
    assert (week.load, week.complete) == (2_000, True)
    assert (week.monotony, week.strain) == pytest.approx((1.221, 2441.9), abs=0.05)
    assert week.monotony_shown == week.monotony


def test_monotony_is_shown_up_to_five() -> None:
    loads = [300, 300, 280, 320, 300, 300, 300]
    week = _weeks(*(_on(day, load) for day, load in enumerate(loads))).iloc[0]
    assert week.monotony == pytest.approx(25.98, abs=0.005)
    assert week.monotony_shown == 5


def test_an_unfinished_week_has_no_monotony_yet() -> None:
    weeks = _weeks(*(_on(day, load) for day, load in enumerate(WEEK)), over=6)
    assert weeks.complete.tolist() == [False]
    assert weeks[["monotony", "strain"]].isna().all(axis=None)


def test_a_week_that_the_log_begins_in_has_no_monotony() -> None:
    weeks = _weeks(_on(2, 300), _on(3, 500), _on(8, 300), over=14)
    assert weeks.load.tolist() == [800, 300, 0]
    assert weeks.monotony.notna().tolist() == [False, True, False]


def test_an_unrated_session_leaves_its_week_without_monotony() -> None:
    weeks = _weeks(*(_on(day, load) for day, load in enumerate(WEEK)), _on(3, None))
    assert weeks.unrated.tolist() == [1, 0]
    assert weeks.load.tolist() == [2_000, 0]
    assert weeks.monotony.isna().all()


def test_a_sunday_evening_belongs_to_the_week_that_the_runner_chose() -> None:
    late = _on(6, 300) | {"started_at": "2026-11-15 23:59"}
    assert [week.day for week in _weeks(late).week] == [9, 16]
    assert [week.day for week in _weeks(late, week_start="sunday").week] == [15]


def test_nothing_logged_has_no_weeks() -> None:
    told = weekly_load(Sessions.empty(), today=MONDAY)
    assert told.dtypes.equals(WeeklyLoad.empty().dtypes)


@given(
    daily=st.lists(st.integers(0, 1_000), min_size=7, max_size=7).filter(
        lambda days: len(set(days)) > 1
    ),
    times=st.integers(2, 9),
)
def test_twice_the_load_is_as_monotonous(daily: list[int], times: int) -> None:
    more = [times * load for load in daily]
    assert monotony(more) == pytest.approx(monotony(daily))
