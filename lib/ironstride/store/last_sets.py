"""What was lifted before: the sets of last time, the weights so far, how an exercise is loaded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ironstride.records import ExerciseKind, LiftSet
from ironstride.store.connection import Log
from ironstride.store.exercises import resolve
from ironstride.store.rows import to_set


@dataclass(frozen=True, kw_only=True)
class Move:
    """How an exercise is loaded: its kind, and the share of body mass that it moves."""

    kind: ExerciseKind
    body_mass_fraction: float


@dataclass(frozen=True, kw_only=True)
class LastTime:
    """When an exercise was last lifted, its sets then, and all working loads [kg], newest first."""

    started_at: datetime
    sets: tuple[LiftSet, ...]
    loads_kg: tuple[float, ...]


def moves(log: Log) -> dict[str, Move]:
    """Return how every exercise is loaded, by its name."""
    rows = log.execute("select name, kind, body_mass_fraction from exercise")
    return {row[0]: Move(kind=row[1], body_mass_fraction=row[2]) for row in rows}


def last_time(log: Log, names: Iterable[str], before: datetime) -> dict[str, LastTime]:
    """Return for each exercise that was lifted before a moment how it was lifted last.

    `names` may be aliases; a name that was never lifted is left out.
    """
    found = {name: _last_time(log, name, before) for name in dict.fromkeys(names)}
    return {name: one for name, one in found.items() if one is not None}


def _last_time(log: Log, name: str, before: datetime) -> LastTime | None:
    known = (resolve(log.connection, name), before.isoformat(timespec="seconds"))
    rows = log.execute(_LAST, known).fetchall()
    if not rows:
        return None
    loads = log.execute(_LOADS, known)
    return LastTime(
        started_at=datetime.fromisoformat(rows[0]["started_at"]),
        sets=tuple(to_set(row) for row in rows),
        loads_kg=tuple(float(row[0]) for row in loads),
    )


_LAST = """
select started_at, name, lift_set.* from session
join lift_set on session_id = session.id join exercise on exercise.id = exercise_id
where exercise_id = ?1 and session.id = (
  select session_id from lift_set join session on session.id = session_id
  where exercise_id = ?1 and deleted_at is null and started_at < ?2
  order by started_at desc, session_id desc limit 1)
order by position
"""
_LOADS = """
select load_kg from lift_set join session on session.id = session_id
where exercise_id = ?1 and deleted_at is null and started_at < ?2
  and set_type <> 'warmup' and load_kg > 0 and coalesce(reps, 1) > 0
order by started_at desc, session_id desc, position desc
"""
