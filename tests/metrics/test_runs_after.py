"""How long after heavy leg work runs are, and on which side of it on one day."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames.acute import HeavySessions, SessionTimes
from ironstride.metrics.runs_after import (
    AFTER_LIFTING,
    BEFORE_LIFTING,
    LIFTED_FIRST,
    RAN_FIRST,
    runs_after,
)
from tests.metrics.acute_tables import heavy_of, runs_at
from tests.metrics.running_tables import FEW

EVENING = ("2026-11-10 18:00", "2026-11-10 19:00")
NOON = ("2026-11-13 12:00", "2026-11-13 13:00")


def order(*starts: str, heavy: tuple[str, str] = EVENING) -> list[str]:
    return list(runs_after(runs_at(*starts), heavy_of(heavy)).order)


@pytest.mark.parametrize(
    ("start", "hours", "after"),
    [
        ("2026-11-10 17:00", None, ""),
        ("2026-11-10 19:00", 0, "0 to 24 h"),
        ("2026-11-11 18:59", 24 - 1 / 60, "0 to 24 h"),
        ("2026-11-11 19:00", 24, "24 to 48 h"),
        ("2026-11-12 19:00", 48, "48 to 72 h"),
        ("2026-11-13 19:00", 72, "over 72 h"),
        ("2026-11-17 18:59", 168 - 1 / 60, "over 72 h"),
        ("2026-11-17 19:00", None, ""),
    ],
)
def test_hours_run_from_the_end_of_lifting_up_to_seven_days(
    start: str, hours: float | None, after: str
) -> None:
    found = runs_after(runs_at(start), heavy_of(EVENING)).iloc[0]
    assert found.after == after
    assert found.hours == pytest.approx(hours) if hours is not None else pd.isna(found.hours)
    assert not found.untimed


def test_the_last_heavy_leg_work_counts() -> None:
    found = runs_after(runs_at("2026-11-14 07:00"), heavy_of(EVENING, NOON))
    assert found.hours.tolist() == [18]


def test_a_run_during_the_lifting_belongs_to_the_one_before() -> None:
    found = runs_after(runs_at("2026-11-13 12:30"), heavy_of(EVENING, NOON))
    assert found.after.tolist() == ["48 to 72 h"]


def test_a_run_without_a_time_of_day_is_in_no_group_and_counted() -> None:
    day_before = runs_at("2026-11-10 07:00")
    vague = runs_at("2026-11-11 00:00", time_known=False).assign(session_id=2)
    runs = SessionTimes.validate(pd.concat([day_before, vague]))
    found = runs_after(runs, heavy_of(EVENING)).iloc[1]
    assert (found.after, found.order, found.untimed) == ("", "", True)


@pytest.mark.parametrize(
    ("start", "untimed"),
    [
        ("2026-11-09 12:00", False),
        ("2026-11-10 12:00", True),
        ("2026-11-12 12:00", True),
        ("2026-11-20 12:00", False),
    ],
)
def test_runs_after_leg_work_without_a_time_of_day_are_in_no_group(
    start: str, untimed: bool
) -> None:
    day = heavy_of(("2026-11-10 00:00", "2026-11-11 00:00"), time_known=False)
    found = runs_after(runs_at(start), day).iloc[0]
    assert (found.after, found.order, found.untimed) == ("", "", untimed)


def test_leg_work_with_a_time_ends_the_doubt_of_one_without() -> None:
    vague = heavy_of(("2026-11-10 00:00", "2026-11-11 00:00"), time_known=False)
    timed = heavy_of(NOON).assign(session_id=200)
    found = runs_after(
        runs_at("2026-11-12 12:00", "2026-11-13 14:00"),
        HeavySessions.validate(pd.concat([vague, timed])),
    )
    assert found.after.tolist() == ["", "0 to 24 h"]
    assert found.untimed.tolist() == [True, False]


def test_runs_of_the_day_are_before_or_after_its_lifting() -> None:
    assert order("2026-11-10 07:00") == [BEFORE_LIFTING]
    assert order("2026-11-10 19:00") == [AFTER_LIFTING]
    assert order("2026-11-10 18:30") == [""]


def test_of_two_liftings_of_a_day_a_run_is_before_both_or_after_both() -> None:
    runs = runs_at("2026-11-10 06:00", "2026-11-10 12:00", "2026-11-10 20:00")
    twice = heavy_of(("2026-11-10 07:00", "2026-11-10 08:00"), EVENING)
    assert runs_after(runs, twice).order.tolist() == [BEFORE_LIFTING, "", AFTER_LIFTING]
    one_vague = twice.assign(time_known=[False, True])
    found = runs_after(runs, HeavySessions.validate(one_vague))
    assert found.order.tolist() == ["", "", ""]


def test_the_next_day_follows_the_order_of_the_day_before() -> None:
    assert order("2026-11-10 07:00", "2026-11-11 07:00") == [BEFORE_LIFTING, RAN_FIRST]
    assert order("2026-11-10 20:00", "2026-11-11 07:00") == [AFTER_LIFTING, LIFTED_FIRST]


def test_a_day_of_lifting_alone_or_of_both_orders_says_nothing_of_the_next() -> None:
    assert order("2026-11-11 07:00") == [""]
    mixed = order("2026-11-10 07:00", "2026-11-10 20:00", "2026-11-11 07:00")
    assert mixed == [BEFORE_LIFTING, AFTER_LIFTING, ""]


def test_a_next_day_with_heavy_leg_work_of_its_own_is_only_that_day() -> None:
    heavy = heavy_of(EVENING, ("2026-11-11 18:00", "2026-11-11 19:00"))
    found = runs_after(runs_at("2026-11-10 07:00", "2026-11-11 07:00"), heavy)
    assert found.order.tolist() == [BEFORE_LIFTING, BEFORE_LIFTING]


def test_without_runs_or_without_lifting_there_is_nothing_to_place() -> None:
    assert runs_after(SessionTimes.empty(), heavy_of(EVENING)).empty
    alone = runs_after(runs_at("2026-11-10 07:00"), HeavySessions.empty()).iloc[0]
    assert (alone.after, alone.order, alone.untimed) == ("", "", False)


@FEW
@given(st.permutations(["2026-11-10 07:00", "2026-11-11 07:00", "2026-11-12 20:00"]))
def test_the_order_of_rows_does_not_matter(starts: list[str]) -> None:
    found = runs_after(runs_at(*starts), heavy_of(EVENING))
    assert found.order.tolist() == [BEFORE_LIFTING, RAN_FIRST, ""]
    assert found.after.tolist() == ["", "0 to 24 h", "48 to 72 h"]
