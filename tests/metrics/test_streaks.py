from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames import Runs
from ironstride.metrics.streaks import Streak
from ironstride.metrics.volume import streaks
from ironstride.weeks import WeekStart
from tests.metrics.running_tables import FEW, runs_of, sessions_of

SUNDAY = date(2026, 11, 22)


def _days(*days: str, today: date = SUNDAY) -> Streak:
    return streaks(runs_of(*({"started_at": day} for day in days)), today=today).days


def _weeks(*days: str, today: date = SUNDAY, week_start: WeekStart = "monday") -> Streak:
    runs = runs_of(*({"started_at": day} for day in days))
    return streaks(runs, today=today, week_start=week_start).weeks


def test_the_longest_streak_is_told_with_its_first_and_last_day() -> None:
    told = _days("2026-11-01", "2026-11-02", "2026-11-02 18:00", "2026-11-03", "2026-11-20")
    assert told == Streak(0, 3, date(2026, 11, 1), date(2026, 11, 3))


def test_of_equal_streaks_the_latest_is_named() -> None:
    told = _days("2026-11-01", "2026-11-02", "2026-11-10", "2026-11-11")
    assert (told.longest, told.first) == (2, date(2026, 11, 10))


@pytest.mark.parametrize(
    ("last", "current"), [("2026-11-22 06:00", 3), ("2026-11-21 23:59", 3), ("2026-11-20", 0)]
)
def test_today_breaks_no_streak_yesterday_does(last: str, current: int) -> None:
    end = date.fromisoformat(last[:10])
    before = [date.fromordinal(end.toordinal() - back).isoformat() for back in (1, 2)]
    assert _days(last, *before).current == current


def test_a_streak_runs_over_new_year_and_leap_day() -> None:
    assert _days("2023-12-31", "2024-01-01").longest == 2
    assert _days("2024-02-28", "2024-02-29", "2024-03-01").longest == 3


def test_one_run_a_week_is_a_streak_of_weeks() -> None:
    told = _weeks("2026-10-26", "2026-11-08", "2026-11-09", "2026-11-11")
    assert told == Streak(3, 3, date(2026, 10, 26), date(2026, 11, 9))


def test_a_week_without_a_run_ends_the_streak_of_weeks() -> None:
    assert _weeks("2026-11-01", "2026-11-08").current == 0
    assert _weeks("2026-10-28", "2026-11-10").longest == 1


def test_the_week_start_decides_which_week_a_sunday_run_belongs_to() -> None:
    days = ("2026-11-08 23:59", "2026-11-16")
    assert _weeks(*days).longest == 1
    assert _weeks(*days, week_start="sunday").longest == 2


def test_a_run_in_the_future_counts_for_nothing() -> None:
    assert _days("2026-11-22", "2026-11-23", "2026-11-24").longest == 1


def test_sessions_of_every_kind_can_be_counted() -> None:
    sessions = sessions_of(
        {"started_at": "2026-11-21", "kind": "lift"}, {"started_at": "2026-11-22"}
    )
    assert streaks(sessions, today=SUNDAY).days.current == 2


def test_nothing_logged_is_no_streak() -> None:
    told = streaks(Runs.empty(), today=SUNDAY)
    assert told.days == told.weeks == Streak(0, 0, None, None)


@FEW
@given(back=st.sets(st.integers(0, 60), max_size=30))
def test_a_streak_of_days_is_counted_as_by_hand(back: set[int]) -> None:
    today = SUNDAY.toordinal()
    told = _days(*(date.fromordinal(today - day).isoformat() for day in back))
    start = 0 if 0 in back else 1
    current = next(n for n in range(len(back) + 1) if start + n not in back)
    longest = max((n for day in back for n in range(1, 32)
                   if all(day + step in back for step in range(n))), default=0)  # fmt: skip
    assert (told.current, told.longest) == (current, longest)
