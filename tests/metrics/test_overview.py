from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import LiftSets, Runs
from ironstride.metrics.overview import WeekSummary, last_days, week_summary
from tests.metrics.running_tables import FEW, any_runs, lift_sets_of, runs_of, sessions_of

THURSDAY = date(2026, 11, 19)
FOUR_WEEKS_AGO = "2026-10-19"


def _summary(
    *sessions: dict[str, Any],
    runs: DataFrame[Runs] | None = None,
    sets: DataFrame[LiftSets] | None = None,
    today: date = THURSDAY,
) -> WeekSummary:
    return week_summary(
        sessions_of(*sessions),
        Runs.empty() if runs is None else runs,
        LiftSets.empty() if sets is None else sets,
        today=today,
    )


def test_this_week_stands_beside_the_mean_of_four_with_their_zeros() -> None:
    runs = runs_of(
        {"started_at": "2026-10-12", "distance_m": 99_000.0, "duration_s": 9_000.0},
        {"started_at": "2026-10-20", "distance_m": 10_000.0, "duration_s": 3_000.0},
        {"started_at": "2026-11-11", "distance_m": 20_000.0, "duration_s": 6_000.0},
        {"started_at": "2026-11-15", "duration_s": 1_800.0},
        {"started_at": "2026-11-17", "distance_m": 8_000.0, "duration_s": 2_700.0},
    )
    found = _summary({"started_at": "2026-10-12"}, runs=runs)
    assert (found.week, found.weeks) == (date(2026, 11, 16), 4)
    assert (found.distance_m.so_far, found.distance_m.mean) == (8_000, 7_500)
    assert (found.duration_s.so_far, found.duration_s.mean) == (2_700, 2_700)
    assert (found.runs.so_far, found.runs.mean) == (1, 0.75)


@pytest.mark.parametrize(
    ("first", "weeks"),
    [
        ("2026-11-16", 0),
        ("2026-11-15", 1),
        ("2026-10-26", 3),
        (FOUR_WEEKS_AGO, 4),
        ("2020-01-01", 4),
    ],
)
def test_there_is_no_mean_before_four_weeks_of_log(first: str, weeks: int) -> None:
    found = _summary({"started_at": first})
    assert found.weeks == weeks
    assert (found.rest_days.mean is None) == (weeks < 4)
    assert found.runs.mean is None  # a mean counts from the first session of its kind


def test_an_empty_log_has_a_week_of_nothing() -> None:
    found = _summary()
    assert (found.weeks, found.unrated) == (0, 0)
    assert (found.distance_m.so_far, found.session_load.so_far, found.hard_sets.so_far) == (0, 0, 0)
    assert found.session_load.mean is None


def test_hard_sets_are_near_the_limit_or_of_unknown_reserve() -> None:
    day = {"started_at": "2026-11-17"}
    sets = lift_sets_of(
        day | {"rir": 4.0},
        day | {"rir": 5.0},
        day,
        day | {"set_type": "warmup"},
        day | {"set_type": "failure"},
        day | {"set_type": "drop", "rir": 1.0},
    )
    assert _summary(day, sets=sets).hard_sets.so_far == 4


def test_load_sums_the_rated_sessions_and_counts_the_unrated() -> None:
    rated = {"duration_s": 3_600.0, "rpe": 5.0}
    found = _summary(
        {"started_at": FOUR_WEEKS_AGO} | rated,
        {"started_at": "2026-11-16"} | rated,
        {"started_at": "2026-11-16 18:00", "kind": "lift", "sport": "strength"},
        {"started_at": "2026-11-18", "duration_s": 1_800.0, "rpe": 4.0},
    )
    assert (found.session_load.so_far, found.unrated) == (420, 1)
    assert found.session_load.mean == 75


def test_a_week_of_unrated_sessions_has_an_unknown_load() -> None:
    found = _summary(
        {"started_at": FOUR_WEEKS_AGO, "duration_s": 3_600.0},
        {"started_at": "2026-11-17", "duration_s": 3_600.0},
    )
    assert found.session_load.so_far is None
    assert found.session_load.mean is None


def test_rest_days_are_days_that_are_over_and_saw_no_session() -> None:
    other = {"kind": "other", "sport": "swim"}
    found = _summary(
        {"started_at": "2026-10-19"},
        {"started_at": "2026-10-21"},
        {"started_at": "2026-11-17 06:00"},
        {"started_at": "2026-11-17 18:00"} | other,
    )
    assert found.rest_days.so_far == 2
    assert found.rest_days.mean == (5 + 7 + 7 + 7) / 4


def test_a_session_today_takes_no_rest_day_away() -> None:
    session = {"started_at": "2026-11-16"}
    assert _summary(session, today=date(2026, 11, 16)).rest_days.so_far == 0
    assert _summary(today=date(2026, 11, 16)).rest_days.so_far == 0


def test_a_week_may_start_on_sunday() -> None:
    runs = runs_of({"started_at": "2026-11-15", "distance_m": 5_000.0})
    sessions = sessions_of({"started_at": "2026-11-15"})
    found = week_summary(
        sessions, runs, LiftSets.empty(), today=date(2026, 11, 16), week_start="sunday"
    )
    assert (found.week, found.distance_m.so_far) == (date(2026, 11, 15), 5_000)


@FEW
@given(runs=any_runs())
def test_the_order_of_the_rows_makes_no_difference_to_the_week(runs: DataFrame[Runs]) -> None:
    sessions = sessions_of({"started_at": "2026-01-01"})
    turned = Runs.validate(runs.iloc[::-1])
    one, other = (
        week_summary(sessions, table, LiftSets.empty(), today=THURSDAY) for table in (runs, turned)
    )
    assert one.runs == other.runs
    assert one.distance_m.so_far == pytest.approx(other.distance_m.so_far)
    assert one.duration_s.mean == pytest.approx(other.duration_s.mean)


def test_the_strip_shows_each_day_in_the_order_it_was_done() -> None:
    strip = last_days(
        sessions_of(
            {
                "started_at": "2026-11-18 18:00",
                "kind": "lift",
                "sport": "strength",
                "title": "Legs",
            },
            {"started_at": "2026-11-18 07:00", "duration_s": 2_700.0},
            {"started_at": "2026-11-05 23:59", "title": "too old"},
            {"started_at": "2026-11-06 00:00", "title": "just in"},
        ),
        today=THURSDAY,
    )
    assert strip.day.nunique() == 14
    wednesday = strip[strip.day == "2026-11-18"]
    assert wednesday.kind.tolist() == ["run", "lift"]
    assert wednesday.order.tolist() == [1, 2]
    assert wednesday.title.tolist() == ["", "Legs"]
    assert wednesday.minutes.iloc[0] == 45
    assert strip.title.iloc[0] == "just in"


def test_a_day_without_a_session_is_a_rest_row_and_today_is_open() -> None:
    before = pd.Timestamp(THURSDAY) - pd.Timedelta(days=9)
    strip = last_days(sessions_of({"started_at": before}), today=THURSDAY, days=3)
    assert strip.kind.tolist() == ["rest", "rest", "open"]
    assert strip.order.tolist() == [0] * 3
    assert strip.started_at.isna().all()
    assert strip.day.iloc[-1] == pd.Timestamp(THURSDAY)


def test_days_before_the_log_began_are_no_rest() -> None:
    tuesday = pd.Timestamp(THURSDAY) - pd.Timedelta(days=2)
    strip = last_days(sessions_of({"started_at": tuesday}), today=THURSDAY, days=5)
    assert strip.kind.tolist() == ["open", "open", "run", "rest", "open"]


@FEW
@given(days=st.integers(1, 40), back=st.lists(st.integers(0, 60), max_size=15))
def test_every_day_is_in_the_strip_and_no_session_is_lost(days: int, back: list[int]) -> None:
    today = pd.Timestamp(THURSDAY)
    sessions = sessions_of(*({"started_at": today - pd.Timedelta(days=n)} for n in back))
    strip = last_days(sessions, today=THURSDAY, days=days)
    assert strip.day.nunique() == days
    assert (strip.kind == "run").sum() == sum(n < days for n in back)
    assert strip.day.is_monotonic_increasing
