"""A block ends after it began, a day is of one kind, and a trial could have been drawn."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ironstride.records import FieldError, TrainingBlock, WatchAnswer
from tests.build import trial

FIRST, LAST = date(2026, 1, 5), date(2026, 3, 29)
HEAVY = TrainingBlock(kind="heavy lifting", started_on=FIRST, ended_on=LAST)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"ended_on": date(2026, 1, 4)}, "ended_on", "must not be before the first"),
        ({"started_on": date(1899, 12, 31)}, "started_on", "in the years 1900 to 2199"),
        ({"ended_on": date(2200, 1, 1)}, "ended_on", "in the years 1900 to 2199"),
        ({"title": 81 * "x"}, "title", "at most 80 characters"),
        ({"notes": 2001 * "x"}, "notes", "at most 2000 characters"),
        ({"kind": "yoga"}, None, "kind must be one of"),
    ],
)
def test_a_block_refuses(said: dict[str, Any], field: str | None, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence) as refusal:
        replace(HEAVY, **said)
    assert getattr(refusal.value, "field", None) == field


def test_a_block_may_last_one_day_or_go_on() -> None:
    assert replace(HEAVY, ended_on=FIRST).ended_on == FIRST
    assert replace(HEAVY, ended_on=None).ended_on is None


@pytest.mark.parametrize(
    ("other", "clashes"),
    [
        (TrainingBlock(kind="maintenance", started_on=LAST), True),
        (TrainingBlock(kind="maintenance", started_on=date(2026, 3, 30)), False),
        (TrainingBlock(kind="no lifting", started_on=date(2025, 1, 1), ended_on=FIRST), True),
        (TrainingBlock(kind="no lifting", started_on=date(2025, 1, 1)), True),
        (TrainingBlock(kind="life event", started_on=FIRST), False),
    ],
)
def test_a_day_is_lifting_or_not_but_life_goes_on(other: TrainingBlock, clashes: bool) -> None:
    assert HEAVY.clashes_with(other) == other.clashes_with(HEAVY) == clashes
    assert not replace(HEAVY, kind="life event").clashes_with(HEAVY)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"begins_on": date(2026, 1, 6)}, "begins_on", "starts on a Monday, got Tuesday"),
        ({"cycles": 2}, "cycles", "must be 3 to 6, got 2"),
        ({"cycles": 3.0}, "cycles", "must be 3 to 6"),
        ({"longest_weeks": 14}, "longest_weeks", "must be 9 to 12, got 14"),
        ({"shortest_weeks": 12}, "shortest_weeks", "must be 8 to 11, got 12"),
        ({"step_weeks": 3}, "step_weeks", "steps of 3 weeks do not lead from 8 to 12"),
        ({"wash_in_weeks": 8}, "wash_in_weeks", "must be 0 to 7, got 8"),
        ({"test_every_weeks": 9}, "test_every_weeks", "must be 1 to 8, got 9"),
        ({"lifts_first": (True, False)}, "lifts_first", "3 cycles need 3 drawn here, got 2"),
        ({"block_weeks": (8, 12)}, "block_weeks", "3 cycles need 6 drawn here, got 2"),
        ({"block_weeks": (9, 11, 8, 12, 8, 12)}, "block_weeks", "one of 8, 10, 12 weeks"),
        ({"block_weeks": (8, 12, 8, 12, 8, 10)}, "block_weeks", "add up to 60 weeks, got 58"),
        ({"outcome": "VO2max"}, None, "outcome must be one of"),
    ],
)
def test_a_trial_that_could_not_have_been_drawn_is_refused(
    said: dict[str, Any], field: str | None, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence) as refusal:
        trial(**said)
    assert getattr(refusal.value, "field", None) == field


def test_a_trial_lasts_as_long_whatever_is_drawn() -> None:
    assert trial().weeks == trial(block_weeks=(10, 10, 10, 10, 10, 10)).weeks == 60


def test_each_cycle_has_both_kinds_in_the_order_that_was_drawn() -> None:
    heavy, light = "heavy lifting", "maintenance"
    assert trial(lifts_first=(True, False, True)).kinds == (
        heavy, light, light, heavy, heavy, light,
    )  # fmt: skip


def test_an_answer_about_a_watch_needs_a_day_that_a_log_reaches() -> None:
    with pytest.raises(FieldError, match="in the years 1900 to 2199"):
        WatchAnswer(day=date(2900, 1, 1), is_new=True)
