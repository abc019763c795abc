"""Every exercise of the log as a list shows it: what it is, how often and when it was lifted."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ironstride.records import Exercise
from ironstride.store.connection import Log
from ironstride.store.exercises import Origin


@dataclass(frozen=True, kw_only=True)
class ExerciseEntry:
    """An exercise, who described it, in how many sessions it was lifted, and when last.

    `given` are those of its aliases that the runner gave it.
    """

    number: int
    exercise: Exercise
    origin: Origin
    is_archived: bool
    sessions: int
    last: date | None
    given: tuple[str, ...]


def exercise_entries(log: Log) -> list[ExerciseEntry]:
    """Return every exercise, archived or not, those lifted in most sessions first."""
    muscles = _by_exercise(log, "select * from exercise_muscle order by share desc, muscle")
    names = _by_exercise(
        log, "select exercise_id, alias, origin from exercise_alias order by alias"
    )
    return [_entry(row, muscles[row["id"]], names[row["id"]]) for row in log.execute(_ENTRIES)]


def _by_exercise(log: Log, sql: str) -> dict[int, list[tuple[Any, Any]]]:
    """Return what a query reads of each exercise, its id in the first of three columns."""
    found: dict[int, list[tuple[Any, Any]]] = defaultdict(list)
    for number, one, other in log.execute(sql):
        found[number].append((one, other))
    return found


def _entry(
    row: Any, muscles: Sequence[tuple[Any, float]], names: Sequence[tuple[str, str]]
) -> ExerciseEntry:
    return ExerciseEntry(
        number=row["id"],
        exercise=Exercise(
            name=row["name"],
            kind=row["kind"],
            lower_body=bool(row["lower_body"]),
            body_mass_fraction=row["body_mass_fraction"],
            muscles=dict(muscles),
            aliases=tuple(alias for alias, _ in names),
        ),
        origin=row["origin"],
        is_archived=row["archived_at"] is not None,
        sessions=row["sessions"] or 0,
        last=date.fromisoformat(row["last"]) if row["last"] else None,
        given=tuple(alias for alias, origin in names if origin == "runner"),
    )


_ENTRIES = """
select exercise.*, sessions, last from exercise left join (
  select exercise_id, count(distinct session_id) as sessions,
    max(substr(started_at, 1, 10)) as last
  from lift_set join session on session.id = session_id
  where deleted_at is null group by exercise_id) on exercise_id = exercise.id
order by coalesce(sessions, 0) desc, name
"""
