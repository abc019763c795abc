"""The last leg work before a race: 7 to 14 days before."""

from datetime import date, timedelta

import pytest

from ironstride.metrics.taper import taper, without_legs

RACE = date(2026, 12, 20)


def before(days: int) -> date:
    return RACE - timedelta(days=days)


@pytest.mark.parametrize(
    ("last_legs", "today", "status"),
    [
        (None, 20, "ahead"),
        (None, 15, "ahead"),
        (None, 14, "now"),
        (20, 7, "now"),
        (None, 6, "cannot tell yet"),
        (20, 6, "long ago"),
        (15, 3, "long ago"),
        (14, 3, "kept"),
        (7, 3, "kept"),
        (7, 20, "kept"),
        (6, 3, "too late"),
        (1, 20, "too late"),
        (10, -1, "over"),
        (0, 3, "cannot tell yet"),
        (-2, 3, "cannot tell yet"),
    ],
)
def test_the_last_leg_work_is_judged_by_its_days_before_the_race(
    last_legs: int | None, today: int, status: str
) -> None:
    days = [] if last_legs is None else [before(last_legs)]
    assert taper(RACE, days, today=before(today)).status == status


def test_the_latest_leg_work_counts_whatever_the_order() -> None:
    days = [before(6), before(10), before(20)]
    assert taper(RACE, days, today=before(3)) == taper(RACE, days[::-1], today=before(3))
    assert taper(RACE, days, today=before(3)).sentence == (
        "Leg work 6 days before the race: the last of it belongs "
        "between 6 December and 13 December."
    )


def test_the_six_days_before_a_race_and_the_race_are_without_leg_work() -> None:
    assert sorted(without_legs([RACE])) == [before(days) for days in range(6, -1, -1)]
    assert without_legs([]) == frozenset()
