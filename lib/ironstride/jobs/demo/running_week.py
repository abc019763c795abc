"""The demo runner's running week: which day holds which run, and how far."""

from dataclasses import dataclass

import numpy as np

from ironstride.jobs.demo.calendar import MARATHON_M, WeekPlan
from ironstride.records import RunType

TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, SUNDAY = 1, 2, 3, 5, 6
TEST_M = 3_000.0
HARD: tuple[RunType, ...] = ("tempo", "intervals", "hills")


@dataclass(frozen=True)
class PlannedRun:
    """A run on a weekday (Monday is 0): its type and distance [m]."""

    weekday: int
    type: RunType
    distance_m: float


def planned_runs(week: WeekPlan, rng: np.random.Generator) -> list[PlannedRun]:
    """Return the runs of a week in order: a hard one, a long one or a race, easy ones between."""
    if week.life == "away":
        return [PlannedRun(WEDNESDAY, "easy", 6_000.0), PlannedRun(SATURDAY, "easy", 8_000.0)]
    key = [run for run in (_hard(week, rng), _sunday(week)) if run]
    left = week.distance_m - sum(run.distance_m for run in key)
    return sorted([*key, *_easy(left, rng)], key=lambda run: run.weekday)


def _hard(week: WeekPlan, rng: np.random.Generator) -> PlannedRun | None:
    distance_m = float(rng.uniform(7_500, 10_000))
    if week.is_test:
        return PlannedRun(TUESDAY, "test", TEST_M)
    if week.race_m == MARATHON_M:
        return None
    return PlannedRun(TUESDAY, HARD[week.index % len(HARD)], distance_m)


def _sunday(week: WeekPlan) -> PlannedRun:
    if week.race_m:
        return PlannedRun(SUNDAY, "race", week.race_m)
    share = 0.48 if week.builds_marathon else 0.36
    return PlannedRun(SUNDAY, "long", min(31_000.0, max(9_000.0, share * week.distance_m)))


def _easy(left_m: float, rng: np.random.Generator) -> list[PlannedRun]:
    is_third = rng.random() < 0.35 or left_m > 18_000
    days = (WEDNESDAY, THURSDAY, SATURDAY) if is_third else (THURSDAY, SATURDAY)
    shares = left_m / len(days) * rng.normal(1, 0.12, len(days))
    distances = np.clip(shares, 4_500, 15_000)
    return [
        PlannedRun(day, "easy", float(distance_m))
        for day, distance_m in zip(days, distances, strict=True)
    ]
