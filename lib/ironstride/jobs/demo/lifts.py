"""The demo runner's lifting: two templates, loads on real plates, reps in reserve."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

import numpy as np

from ironstride.jobs.demo import words
from ironstride.jobs.demo.athlete import Athlete
from ironstride.jobs.demo.calendar import MARATHON_M, WeekPlan
from ironstride.jobs.demo.chance import moment, pick, rating
from ironstride.jobs.demo.sets import Move, Plan, move_sets
from ironstride.records import Lift, LiftSet

TUESDAY, FRIDAY = 1, 4
DAY_NOISE = 0.015

A = (
    Move("Squat (Barbell)", one_rm_kg=88, warmups=2),
    Move("Romanian Deadlift (Barbell)", one_rm_kg=95, warmups=1),
    Move("Standing Calf Raise (Machine)", one_rm_kg=120),
    Move("Bench Press (Barbell)", one_rm_kg=62),
    Move("Pull Up", reps=6),
    Move("Plank", hold_s=60),
)
B = (
    Move("Hip Thrust (Barbell)", one_rm_kg=125, warmups=2),
    Move("Leg Press (Machine)", one_rm_kg=170, warmups=1),
    Move("Bulgarian Split Squat", one_rm_kg=48, sided=True),
    Move("Single Leg Standing Calf Raise", reps=13, sided=True),
    Move("Bent Over Row (Barbell)", one_rm_kg=66),
    Move("Push Up", reps=15),
    Move("Side Plank", hold_s=35, sided=True),
    Move("Box Jump", reps=5, springs=True),
)
TEMPLATES: dict[str, tuple[Move, ...]] = {"A": A, "B": B}
# Reps and reps in reserve of a lifting block: four weeks each, fewer and heavier.
PHASES = (Plan(reps=8, rir=2, sets=3), Plan(reps=6, rir=2, sets=3), Plan(reps=5, rir=1, sets=4))
LIGHT = Plan(reps=6, rir=3, sets=2)
LIGHT_MOVES = 3


@dataclass(frozen=True)
class Workout:
    """A template on a weekday, in full or light."""

    weekday: int
    template: Literal["A", "B"]
    light: bool


def week_lifts(week: WeekPlan, athlete: Athlete, rng: np.random.Generator) -> list[Lift]:
    """Return the lift sessions of a week: two in a lifting block, else none or a light one."""
    strength = float(athlete.strength[week.index])
    return [_lift(week, workout, strength, rng) for workout in _workouts(week, rng)]


def _workouts(week: WeekPlan, rng: np.random.Generator) -> Iterator[Workout]:
    skips = rng.random() < 0.4
    if week.life == "away" or week.race_m == MARATHON_M:
        return
    if week.lifting:
        yield Workout(TUESDAY, "A", light=False)
        yield Workout(FRIDAY, "B", light=False)
    # Every other week is kept, or strength between the blocks could not be measured.
    elif week.index % 2 == 0 or not skips:
        yield Workout(FRIDAY, "A" if week.index // 2 % 2 == 0 else "B", light=True)


def _lift(week: WeekPlan, workout: Workout, strength: float, rng: np.random.Generator) -> Lift:
    day = week.monday + timedelta(days=workout.weekday)
    today = strength + DAY_NOISE * float(rng.normal())
    sets = tuple(_sets(week, workout, today, rng))
    rounds = sum(one.side != "right" for one in sets)
    minutes = round(8 + 2.1 * rounds + float(rng.normal(0, 3)))
    says = rng.random() < 0.08
    return Lift(
        started_at=_start(day, workout, rng),
        title=words.LIGHT_TITLE if workout.light else words.LIFT_TITLES[workout.template],
        notes=pick(rng, words.LIFT_NOTES) if says else "",
        duration_s=60.0 * minutes,
        rpe=rating(rng, 4.5 if workout.light else 7, missing=0.08),
        sets=sets,
    )


def _start(day: date, workout: Workout, rng: np.random.Generator) -> datetime:
    hours = (18.0, 19.2) if workout.weekday == TUESDAY else (12.1, 13.0)
    return moment(rng, day, *hours)


def _sets(
    week: WeekPlan, workout: Workout, strength: float, rng: np.random.Generator
) -> Iterator[LiftSet]:
    plan = LIGHT if workout.light else PHASES[week.weeks_into_block // 4]
    moves = TEMPLATES[workout.template]
    for move in moves[:LIGHT_MOVES] if workout.light else moves:
        yield from move_sets(move, plan, strength, rng)
