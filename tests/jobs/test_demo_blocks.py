"""The demo log's marked blocks: in turn without a gap, true to what was lifted."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from ironstride import store
from ironstride.jobs.demo import DEMO_SEED, demo_sessions
from ironstride.jobs.demo.training_blocks import demo_training_blocks
from ironstride.jobs.demo_log import write_demo_log
from ironstride.records import Lift, TrainingBlock
from ironstride.weeks import WEEK, week_of

TODAY = date(2026, 11, 19)
DAY = timedelta(days=1)


def blocks(years: int = 3, seed: int = DEMO_SEED) -> tuple[TrainingBlock, ...]:
    return demo_training_blocks(today=TODAY, years=years, seed=seed)


def lifting(years: int = 3) -> list[TrainingBlock]:
    return [one for one in blocks(years) if one.kind != "life event"]


@pytest.mark.parametrize("years", [1, 3, 5])
def test_lifting_and_maintenance_take_turns_from_the_first_day_to_today(years: int) -> None:
    marked = lifting(years)
    assert marked[0].started_on == week_of(TODAY) - years * 52 * WEEK
    assert marked[-1].kind == "heavy lifting"
    assert marked[-1].ended_on is None
    for one, following in pairwise(marked):
        assert {one.kind, following.kind} == {"heavy lifting", "maintenance"}
        assert one.ended_on is not None
        assert following.started_on == one.ended_on + DAY
    for one in marked[1:-1]:
        assert one.ended_on is not None
        assert one.ended_on + DAY - one.started_on == 12 * WEEK


def test_two_full_sessions_a_week_are_lifted_in_heavy_blocks_and_none_between() -> None:
    days = [
        one.started_at.date()
        for one in demo_sessions(today=TODAY)
        if isinstance(one, Lift) and one.title != "Short and light"
    ]
    heavy = [one for one in lifting() if one.kind == "heavy lifting"]
    within = [
        sum(one.started_on <= day <= (one.ended_on or TODAY) for day in days) for one in heavy
    ]
    assert sum(within) == len(days)
    assert min(within[:-1]) >= 20


def test_in_the_week_of_the_flu_nothing_was_done() -> None:
    [flu] = [one for one in blocks() if one.title == "Flu"]
    assert flu.ended_on is not None
    days = {one.started_at.date() for one in demo_sessions(today=TODAY)}
    assert not any(flu.started_on <= day <= flu.ended_on for day in days)


@pytest.mark.parametrize("effect", [0.3, 0.0])
def test_the_written_log_holds_the_blocks_whatever_was_planted(
    tmp_path: Path, effect: float
) -> None:
    path = tmp_path / "demo.db"
    write_demo_log(path, today=TODAY, years=1, effect=effect)
    with store.open_log(path) as log:
        numbers = store.training_blocks(log).block_id
        held = [store.training_block(log, int(number)) for number in numbers]
    assert held == sorted(blocks(1), key=lambda one: one.started_on)
