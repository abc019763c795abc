"""The sets of one exercise on one day, from what the demo runner can lift that day."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ironstride.metrics.strength import SURE_REPS, e1rm
from ironstride.records import LiftSet, Side

PLATE_KG = 2.5
# One-rep maximum as a multiple of the load that allows so many reps.
CAPACITY = {reps: e1rm(1.0, reps) for reps in range(1, 13)}
MOVE_NOISE = 0.02
RIR_MISSING = 0.08
WARMUPS = ((0.45, 8), (0.65, 5))


@dataclass(frozen=True)
class Move:
    """An exercise of a template: one-rep maximum [kg], or reps without load, or a hold [s]."""

    exercise: str
    one_rm_kg: float = 0.0
    reps: int = 0
    hold_s: float = 0.0
    warmups: int = 0
    sided: bool = False
    springs: bool = False


@dataclass(frozen=True)
class Plan:
    """How a working set is meant: reps, reps in reserve, how many sets."""

    reps: int
    rir: int
    sets: int


def move_sets(
    move: Move, plan: Plan, strength: float, rng: np.random.Generator
) -> Iterator[LiftSet]:
    """Yield warm-up and working sets; `strength` is ln of a ratio to the runner's usual."""
    able = strength + MOVE_NOISE * float(rng.normal())
    if move.one_rm_kg:
        yield from _loaded(move, plan, move.one_rm_kg * math.exp(able), rng)
    elif move.hold_s:
        yield from _held(move, plan, able, rng)
    else:
        yield from _counted(move, plan, able, rng)


def _loaded(
    move: Move, plan: Plan, one_rm_kg: float, rng: np.random.Generator
) -> Iterator[LiftSet]:
    for share, reps in WARMUPS[: move.warmups]:
        load_kg = plates(share * one_rm_kg)
        yield LiftSet(exercise=move.exercise, set_type="warmup", reps=reps, load_kg=load_kg)
    load_kg, possible = _working_load(plan, one_rm_kg)
    for number in range(plan.sets):
        left = possible - int(number > 0 and rng.random() < 0.4)
        reps, rir = min(plan.reps, left), max(0, left - plan.reps)
        for side in _sides(move):
            said = _given(rir, rng)
            yield LiftSet(exercise=move.exercise, side=side, reps=reps, load_kg=load_kg, rir=said)


def _working_load(plan: Plan, one_rm_kg: float) -> tuple[float, int]:
    """Return the load [kg] for the planned effort, and how many reps it allows."""
    load_kg = plates(one_rm_kg / CAPACITY[plan.reps + plan.rir])
    if _possible(load_kg, one_rm_kg) > SURE_REPS:
        load_kg += PLATE_KG
    return load_kg, _possible(load_kg, one_rm_kg)


def _counted(move: Move, plan: Plan, able: float, rng: np.random.Generator) -> Iterator[LiftSet]:
    grown = move.reps if move.springs else round(move.reps * math.exp(3 * able))
    for number in range(min(3, plan.sets)):
        for side in _sides(move):
            reps = grown if move.springs else max(1, grown - number)
            rir = None if move.springs else _given(2, rng)
            yield LiftSet(exercise=move.exercise, side=side, reps=reps, rir=rir)


def _held(move: Move, plan: Plan, able: float, rng: np.random.Generator) -> Iterator[LiftSet]:
    usual = move.hold_s * math.exp(3 * able)
    for number in range(min(3, plan.sets)):
        for side in _sides(move):
            seconds = usual * (1 - 0.06 * number) + float(rng.normal(0, 2))
            yield LiftSet(exercise=move.exercise, side=side, hold_s=float(round(max(10, seconds))))


def _sides(move: Move) -> tuple[Side | None, ...]:
    return ("left", "right") if move.sided else (None,)


def plates(load_kg: float) -> float:
    """Return the load [kg] that real plates make of one."""
    return PLATE_KG * round(load_kg / PLATE_KG)


def _possible(load_kg: float, one_rm_kg: float) -> int:
    return min(CAPACITY, key=lambda reps: abs(load_kg * CAPACITY[reps] - one_rm_kg))


def _given(rir: int, rng: np.random.Generator) -> float | None:
    return None if rng.random() < RIR_MISSING else float(rir)
