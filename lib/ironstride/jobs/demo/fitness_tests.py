"""The demo runner's fitness tests: one round every four weeks, as noisy as real ones."""

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from ironstride.jobs.demo.athlete import Athlete, build_athlete
from ironstride.jobs.demo.calendar import WeekPlan, plan_weeks
from ironstride.jobs.demo.chance import chance
from ironstride.jobs.demo.effort import BPM_PER_M_S, HR_STANDING_BPM
from ironstride.jobs.demo.sets import CAPACITY, plates
from ironstride.metrics.fitness import ERRORS
from ironstride.records import FitnessTest, Run, Session, Side
from ironstride.records.fitness_test import Protocol

THURSDAY, FRIDAY, SATURDAY = 3, 4, 5
CALF_RAISES, PLANK_S, SIDE_PLANK_S, HOP_M = 24, 95, 62, 1.48
SUBMAXIMAL_S, SUBMAXIMAL_BPM = 1200.0, 145.0
SQUAT, SQUAT_KG, SQUAT_REPS = "Squat (Barbell)", 88, 5
SIDES: dict[Side, float] = {"left": 0.98, "right": 1.02}
# How much of a change in strength, in ln units, shows in what a test measures.
ENDURANCE, POWER = 1.5, 0.5
FIRST_TIME = 0.9


def demo_fitness_tests(
    sessions: Sequence[Session], *, today: date, years: int, effect: float, seed: int
) -> tuple[FitnessTest, ...]:
    """Return the fitness tests beside a made-up log's sessions, oldest first.

    The time trials are the log's own test runs. The others follow the runner's hidden state,
    each off by the typical error of its protocol.
    """
    weeks = plan_weeks(today, years, seed)
    athlete = build_athlete(weeks, effect, seed)
    tests = [_time_trial(one) for one in sessions if isinstance(one, Run) and one.type == "test"]
    for number, week in enumerate(week for week in weeks if week.is_test):
        tests += _round(number, week, athlete, chance(seed, "tests", week.index))
    return tuple(sorted((one for one in tests if one.day <= today), key=lambda one: one.day))


def _time_trial(run: Run) -> FitnessTest:
    return FitnessTest(
        protocol="time_trial",
        day=run.started_at.date(),
        distance_m=run.distance_m,
        duration_s=run.duration_s,
    )


def _round(
    number: int, week: WeekPlan, athlete: Athlete, rng: np.random.Generator
) -> Iterator[FitnessTest]:
    """Yield the tests of one round: legs each time, trunk and easy run by turns, the lift third."""
    strength = float(athlete.strength[week.index])
    learned = 1.0 if number else FIRST_TIME
    thursday = week.monday + timedelta(days=THURSDAY)
    for side, share in SIDES.items():
        raises = CALF_RAISES * share * learned * _off("calf_raises", ENDURANCE * strength, rng)
        hop_m = HOP_M * share * learned * _off("hop", POWER * strength, rng)
        yield FitnessTest(protocol="calf_raises", day=thursday, side=side, reps=round(raises))
        yield FitnessTest(protocol="hop", day=thursday, side=side, hop_m=round(hop_m, 2))
    if number % 2 == 0:
        yield from _trunk(thursday, learned, ENDURANCE * strength, rng)
    else:
        yield _submaximal(week, float(athlete.fitness[week.index]), rng)
    if number % 3 == 0:
        yield _squat(week, strength, rng)


def _trunk(
    day: date, learned: float, strength: float, rng: np.random.Generator
) -> Iterator[FitnessTest]:
    held_s = PLANK_S * learned * _off("plank", strength, rng)
    yield FitnessTest(protocol="plank", day=day, hold_s=float(round(held_s)))
    for side, share in SIDES.items():
        held_s = SIDE_PLANK_S * share * learned * _off("side_plank", strength, rng)
        yield FitnessTest(protocol="side_plank", day=day, side=side, hold_s=float(round(held_s)))


def _submaximal(week: WeekPlan, fitness: float, rng: np.random.Generator) -> FitnessTest:
    speed = (SUBMAXIMAL_BPM - HR_STANDING_BPM) / BPM_PER_M_S
    distance_m = SUBMAXIMAL_S * speed * _off("submaximal_run", fitness, rng)
    return FitnessTest(
        protocol="submaximal_run",
        day=week.monday + timedelta(days=SATURDAY),
        distance_m=float(round(distance_m, -1)),
        duration_s=SUBMAXIMAL_S,
        avg_hr_bpm=SUBMAXIMAL_BPM,
    )


def _squat(week: WeekPlan, strength: float, rng: np.random.Generator) -> FitnessTest:
    one_rm_kg = SQUAT_KG * _off("rep_max", strength, rng)
    return FitnessTest(
        protocol="rep_max",
        day=week.monday + timedelta(days=FRIDAY),
        exercise=SQUAT,
        load_kg=plates(one_rm_kg / CAPACITY[SQUAT_REPS]),
        reps=SQUAT_REPS,
    )


def _off(protocol: Protocol, state: float, rng: np.random.Generator) -> float:
    """Return a ratio to the usual result: the state, off by the protocol's typical error."""
    return math.exp(state + math.log1p(ERRORS[protocol][0]) * float(rng.normal()))
