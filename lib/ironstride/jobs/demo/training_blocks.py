"""The demo runner's marked blocks: lifting and maintenance in turn, and what life brought."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from ironstride.jobs.demo import words
from ironstride.jobs.demo.calendar import WeekPlan, plan_weeks
from ironstride.records import BlockKind, TrainingBlock

LAST_OF_WEEK = timedelta(days=6)
KINDS: dict[bool, BlockKind] = {True: "heavy lifting", False: "maintenance"}


def demo_training_blocks(*, today: date, years: int, seed: int) -> tuple[TrainingBlock, ...]:
    """Return the blocks of a made-up log as its runner marks them; the last one goes on."""
    weeks = plan_weeks(today, years, seed)
    return (*_lifting(weeks), *_lived(weeks))


def _lifting(weeks: tuple[WeekPlan, ...]) -> Iterator[TrainingBlock]:
    for lifting, found in groupby(weeks, key=lambda week: week.lifting):
        block = list(found)
        goes_on = block[-1] is weeks[-1]
        yield TrainingBlock(
            kind=KINDS[lifting],
            started_on=block[0].monday,
            ended_on=None if goes_on else block[-1].monday + LAST_OF_WEEK,
            title=words.BLOCK_TITLES[KINDS[lifting]],
        )


def _lived(weeks: tuple[WeekPlan, ...]) -> Iterator[TrainingBlock]:
    for week in weeks:
        if week.life in words.LIFE_TITLES:
            yield TrainingBlock(
                kind="life event",
                started_on=week.monday,
                ended_on=week.monday + LAST_OF_WEEK,
                title=words.LIFE_TITLES[week.life],
            )
