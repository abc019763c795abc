"""What the sets of a session come to while they are typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isnan

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import LiftSets
from ironstride.metrics.sets import weekly_sets
from ironstride.metrics.strength import Formula, session_bests
from ironstride.metrics.system_load import system_load_kg
from ironstride.records import LiftSet
from ironstride.settings import Settings
from ironstride.store import Move

OTHER = Move(kind="weighted", body_mass_fraction=0.0)


@dataclass(frozen=True, kw_only=True)
class LiveBest:
    """The best estimate of one exercise [kg]; without reps in reserve it is at least this."""

    exercise: str
    e1rm_kg: float
    at_least: bool


@dataclass(frozen=True, kw_only=True)
class LiveBody:
    """An exercise that moves the body: its heaviest rep and all its reps [kg], if mass is known."""

    exercise: str
    fraction: float
    rep_kg: float | None
    volume_kg: float | None


@dataclass(frozen=True, kw_only=True)
class LiveLift:
    """Hard sets, tonnage [kg] beside the body, best estimates, and what moves the body."""

    hard_sets: int
    tonnage_kg: float
    bests: tuple[LiveBest, ...]
    bodies: tuple[LiveBody, ...]


def live_lift(
    sets: Sequence[LiftSet],
    moves: Mapping[str, Move],
    started_at: datetime,
    body_mass_kg: float | None,
    chosen: Settings,
) -> LiveLift:
    """Return what sets come to, computed as on every other page; an exercise not known is weighted.

    >>> squat = LiftSet(exercise="Back squat", reps=5, load_kg=100, rir=2)
    >>> live = live_lift([squat], {}, datetime(2026, 11, 16, 18), None, Settings())
    >>> live.hard_sets, live.tonnage_kg, round(live.bests[0].e1rm_kg, 1)
    (1, 500.0, 121.7)
    """
    table = _table(sets, moves, started_at)
    day = started_at.date()
    week = weekly_sets(table, today=day, first=day, hard_rir=chosen.hard_rir).iloc[-1]
    return LiveLift(
        hard_sets=int(week.hard_sets),
        tonnage_kg=float(week.tonnage_kg),
        bests=_bests(table, chosen.e1rm_formula),
        bodies=_bodies(sets, moves, body_mass_kg),
    )


def _bests(table: DataFrame[LiftSets], formula: Formula) -> tuple[LiveBest, ...]:
    order = list(dict.fromkeys(table.exercise))
    found = (
        LiveBest(exercise=row["exercise"], e1rm_kg=row["e1rm_kg"], at_least=bool(isnan(row["rir"])))
        for row in session_bests(table, formula).to_dict("records")
    )
    return tuple(sorted(found, key=lambda best: order.index(best.exercise)))


def _bodies(
    sets: Sequence[LiftSet], moves: Mapping[str, Move], body_mass_kg: float | None
) -> tuple[LiveBody, ...]:
    done = [one for one in sets if one.set_type != "warmup" and one.reps]
    lifted = dict.fromkeys(one.exercise for one in done)
    names = [name for name in lifted if _moves_body(name, moves)]
    return tuple(
        _body([one for one in done if one.exercise == name], moves[name], body_mass_kg)
        for name in names
    )


def _moves_body(name: str, moves: Mapping[str, Move]) -> bool:
    move = moves.get(name, OTHER)
    return move.kind in ("bodyweight", "assisted") and move.body_mass_fraction > 0


def _body(sets: Sequence[LiftSet], move: Move, body_mass_kg: float | None) -> LiveBody:
    known = LiveBody(
        exercise=sets[0].exercise,
        fraction=move.body_mass_fraction,
        rep_kg=None,
        volume_kg=None,
    )
    if body_mass_kg is None:
        return known
    loads = [
        system_load_kg(
            one.load_kg, body_mass_kg, move.body_mass_fraction, assisted=move.kind == "assisted"
        )
        for one in sets
    ]
    volume = sum(load * (one.reps or 0) for load, one in zip(loads, sets, strict=True))
    return LiveBody(
        exercise=known.exercise, fraction=known.fraction, rep_kg=max(loads), volume_kg=volume
    )


def _table(
    sets: Sequence[LiftSet], moves: Mapping[str, Move], started_at: datetime
) -> DataFrame[LiftSets]:
    if not sets:
        return LiftSets.empty()
    rows = [
        {
            "session_id": 1,
            "started_at": pd.Timestamp(started_at),
            "position": position,
            "exercise": one.exercise,
            "kind": moves.get(one.exercise, OTHER).kind,
            "lower_body": False,
            "body_mass_fraction": moves.get(one.exercise, OTHER).body_mass_fraction,
            "set_type": one.set_type,
            "side": one.side or "",
            "reps": one.reps,
            "load_kg": one.load_kg,
            "hold_s": one.hold_s,
            "rir": one.rir,
        }
        for position, one in enumerate(sets)
    ]
    return LiftSets.validate(pd.DataFrame(rows))
