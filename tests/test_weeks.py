from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride import weeks

DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
STARTS = st.sampled_from(["monday", "sunday"])


@given(DAYS, STARTS)
def test_a_week_starts_on_its_day_and_holds_its_days(day: date, start: weeks.WeekStart) -> None:
    first = weeks.week_of(day, start)
    assert first.strftime("%A").lower() == start
    assert first <= day < first + weeks.WEEK
    assert weeks.week_of(first, start) == first


@given(st.lists(DAYS, min_size=1), STARTS)
def test_the_column_and_the_day_agree(days: list[date], start: weeks.WeekStart) -> None:
    column = weeks.weeks_of(pd.Series(pd.to_datetime(days).astype("datetime64[ns]")), start)
    assert [moment.date() for moment in column] == [weeks.week_of(day, start) for day in days]


def test_a_run_before_midnight_belongs_to_the_week_that_ends() -> None:
    moments = pd.Series(pd.to_datetime(["2026-11-22 23:59:59", "2026-11-23 00:00:00"]))
    assert [week.day for week in weeks.weeks_of(moments)] == [16, 23]


def test_weeks_run_through_new_year_and_daylight_saving() -> None:
    found = list(weeks.weeks_between(date(2025, 12, 29), date(2026, 4, 6)))
    assert len(found) == 15
    assert {later - earlier for earlier, later in pairwise(found)} == {timedelta(days=7)}


@pytest.mark.parametrize(
    ("today", "over"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True)]
)
def test_a_week_is_over_when_its_seventh_day_has_passed(today: date, over: bool) -> None:
    assert weeks.is_complete(date(2026, 11, 16), today) is over
