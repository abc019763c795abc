from datetime import date

import pandas as pd
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs, Sessions
from ironstride.frames.volume import RestDays
from ironstride.metrics.volume import rest_days
from tests.metrics.running_tables import FEW, any_runs, sessions_of

SUNDAY = date(2026, 11, 22)


def _sessions(*days: str, kind: str = "run") -> DataFrame[Sessions]:
    return sessions_of(*({"started_at": day, "kind": kind} for day in days))


def _counts(table: DataFrame[RestDays]) -> list[list[float]]:
    return table[["rest_days", "days"]].fillna(-1).to_numpy().tolist()


def test_a_rest_day_saw_no_session_of_any_kind() -> None:
    sessions = sessions_of(
        {"started_at": "2026-11-09"},
        {"started_at": "2026-11-11 06:00", "kind": "lift"},
        {"started_at": "2026-11-11 18:00"},
        {"started_at": "2026-11-15 23:59", "kind": "other", "sport": "ride"},
    )
    assert _counts(rest_days(sessions, today=date(2026, 11, 16))) == [[4, 7], [-1, 0]]


def test_of_an_unfinished_week_only_the_days_that_are_over_count() -> None:
    sessions = _sessions("2026-11-16", "2026-11-18")
    table = rest_days(sessions, today=date(2026, 11, 20))
    assert _counts(table) == [[2, 4]]
    assert table.complete.tolist() == [False]


def test_a_session_today_changes_no_count_yet() -> None:
    before = rest_days(_sessions("2026-11-16"), today=date(2026, 11, 20))
    after = rest_days(_sessions("2026-11-16", "2026-11-20"), today=date(2026, 11, 20))
    pd.testing.assert_frame_equal(before, after)


def test_the_days_before_the_first_session_are_not_known() -> None:
    table = rest_days(_sessions("2026-11-12"), today=date(2026, 11, 23), first=date(2026, 11, 2))
    assert _counts(table) == [[-1, 0], [3, 4], [7, 7], [-1, 0]]


def test_weeks_may_start_on_sunday() -> None:
    table = rest_days(_sessions("2026-11-15"), today=SUNDAY, week_start="sunday")
    assert _counts(table) == [[6, 7], [-1, 0]]


def test_a_first_day_with_nothing_logged_knows_no_rest_day() -> None:
    table = rest_days(Sessions.empty(), today=SUNDAY, first=date(2026, 11, 10))
    assert _counts(table) == [[-1, 0], [-1, 0]]


def test_nothing_logged_gives_no_weeks() -> None:
    table = rest_days(Sessions.empty(), today=SUNDAY)
    assert table.dtypes.equals(RestDays.empty().dtypes)


@FEW
@given(runs=any_runs())
def test_rest_days_and_days_with_a_session_add_up_to_the_days_that_are_over(
    runs: DataFrame[Runs],
) -> None:
    sessions = Sessions.validate(runs.assign(kind="run", title="", notes=""))
    table = rest_days(sessions, today=SUNDAY)
    over = runs.started_at[runs.started_at < pd.Timestamp(SUNDAY)].dt.normalize()
    known = 0 if runs.empty else (pd.Timestamp(SUNDAY) - runs.started_at.min().normalize()).days
    assert table.days.sum() == known
    assert table.rest_days.sum() == known - over.nunique()
