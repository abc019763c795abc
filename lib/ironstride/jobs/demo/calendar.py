"""The demo runner's calendar: which week builds, lifts, tests, races, or is lost."""

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ironstride.jobs.demo.chance import chance
from ironstride.weeks import WEEK, week_of

WEEKS_A_YEAR = 52
BLOCK_WEEKS = 12
# The log ends nine weeks into a lifting block, so that there is something to see rising.
WEEKS_INTO_BLOCK = 9
RACES_M = (10_000.0, 5_000.0, 21_097.5, 10_000.0)
MARATHON_M = 42_195.0
BUILD_WEEKS = 14
# Share of the usual week by weeks left to the marathon; -1 is the week after it.
NEAR_MARATHON = {2: 0.90, 1: 0.65, 0: 0.40, -1: 0.45}
# Three weeks up, one lighter; the key is weeks ago modulo four.
WAVE = {0: 0.95, 3: 1.03, 2: 1.10, 1: 0.78}

Life = Literal["usual", "ill", "away"]


@dataclass(frozen=True, kw_only=True)
class WeekPlan:
    """One week: its Monday, planned distance [m], and what it holds."""

    index: int
    monday: date
    distance_m: float
    lifting: bool
    weeks_into_block: int
    is_test: bool
    race_m: float | None
    builds_marathon: bool
    life: Life


def plan_weeks(today: date, years: int, seed: int) -> tuple[WeekPlan, ...]:
    """Return the full weeks of some years and the unfinished one that holds `today`.

    Raises:
        ValueError: fewer than one year was asked for.

    >>> weeks = plan_weeks(date(2026, 11, 22), 1, 7)
    >>> len(weeks), weeks[-1].monday
    (53, datetime.date(2026, 11, 16))
    """
    if years < 1:
        raise ValueError(f"a demo log needs at least one year, got {years}")
    count = years * WEEKS_A_YEAR
    first = week_of(today) - count * WEEK
    return tuple(_week(first + index * WEEK, index, count, seed) for index in range(count + 1))


def week_after(today: date, years: int, seed: int) -> WeekPlan:
    """Return the week after the one that holds `today`.

    >>> week_after(date(2026, 11, 22), 1, 7).monday
    datetime.date(2026, 11, 23)
    """
    count = years * WEEKS_A_YEAR
    return _week(week_of(today) + WEEK, count + 1, count, seed)


def _week(monday: date, index: int, count: int, seed: int) -> WeekPlan:
    weeks_ago = count - index
    block, ago_in_block = divmod(weeks_ago + BLOCK_WEEKS - WEEKS_INTO_BLOCK, BLOCK_WEEKS)
    to_marathon = weeks_ago - _marathon_weeks_ago(count)
    return WeekPlan(
        index=index,
        monday=monday,
        distance_m=_distance_m(index, count, to_marathon, seed),
        lifting=block % 2 == 0,
        weeks_into_block=BLOCK_WEEKS - 1 - ago_in_block,
        is_test=weeks_ago % 4 == 1,
        race_m=_race_m(weeks_ago, to_marathon),
        builds_marathon=0 < to_marathon <= BUILD_WEEKS,
        life=_life(index, count),
    )


def _marathon_weeks_ago(count: int) -> int:
    return 8 * round(0.3 * count / 8) + 3


def _race_m(weeks_ago: int, to_marathon: int) -> float | None:
    if to_marathon == 0:
        return MARATHON_M
    return RACES_M[weeks_ago // 8 % len(RACES_M)] if weeks_ago % 8 == 3 else None


def _life(index: int, count: int) -> Life:
    # Neither falls into a test week (weeks ago 1, 5, 9, ...).
    if index == 4 * (count // 7) + 1:
        return "ill"
    return "away" if index == 4 * (count // 5) + 2 else "usual"


def _distance_m(index: int, count: int, to_marathon: int, seed: int) -> float:
    """Return a week's planned distance [m]: slow growth, seasons of more and less, waves."""
    usual = 38_000 + 5_000 * index / count
    swell = 1 + 0.10 * math.sin(2 * math.pi * index / 23)
    luck = math.exp(float(chance(seed, "calendar", index).normal(0, 0.06)))
    return usual * swell * luck * _share(index, count, to_marathon)


def _share(index: int, count: int, to_marathon: int) -> float:
    if to_marathon in NEAR_MARATHON:
        return NEAR_MARATHON[to_marathon]
    build = 1 + 0.35 * (1 - to_marathon / BUILD_WEEKS) if 0 < to_marathon <= BUILD_WEEKS else 1.0
    return build * WAVE[(count - index) % 4]
