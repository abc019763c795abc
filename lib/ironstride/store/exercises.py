"""Exercises in the log: found by name or alias, added when they are new."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Literal

from ironstride.records import Exercise, ExerciseKind, LiftSet
from ironstride.records.exercise import folded
from ironstride.store.connection import Log

Origin = Literal["catalogue", "log", "runner"]


def exercise_names(log: Log) -> list[str]:
    """Return the name of every exercise that is not archived, those lifted most often first."""
    rows = log.execute(
        "select name from exercise left join lift_set on exercise_id = exercise.id"
        " where archived_at is null group by exercise.id order by count(position) desc, name"
    )
    return [row[0] for row in rows]


def known_exercises(log: Log) -> dict[str, str]:
    """Return every name and alias as written, with the name of the exercise that it stands for."""
    rows = log.execute(
        "select name, name from exercise"
        " union all select alias, name from exercise_alias join exercise on id = exercise_id"
    )
    return {row[0]: row[1] for row in rows}


def unknown_exercises(log: Log, names: Iterable[str]) -> list[str]:
    """Return those of the names that no exercise of the log goes by, each once, in their order."""
    known = {folded(name) for name in known_exercises(log)}
    asked: dict[str, str] = {}
    for name in names:
        asked.setdefault(folded(name), name)
    return [name for fold, name in asked.items() if fold not in known]


def resolve(connection: sqlite3.Connection, name: str) -> int | None:
    """Return the id of the exercise that goes by a name or an alias, whatever its case."""
    known = by_index(connection, name)
    return known or _only(connection.execute(_BEYOND_ASCII, (folded(name),)))


def by_index(connection: sqlite3.Connection, name: str) -> int | None:
    """Return the id of the exercise that goes by a name, whatever the case of its ASCII letters."""
    return _only(connection.execute(_BY_INDEX, (name.strip(), folded(name))))


def _only(rows: sqlite3.Cursor) -> int | None:
    row = rows.fetchone()
    return None if row is None else int(row[0])


def known_id(connection: sqlite3.Connection, name: str) -> int:
    """Return the id of the exercise that goes by a name or an alias.

    Raises:
        KeyError: there is none.
    """
    found = resolve(connection, name)
    if found is None:
        raise KeyError(f"there is no exercise {name!r}")
    return found


def insert_exercise(connection: sqlite3.Connection, exercise: Exercise, origin: Origin) -> int:
    """Add an exercise with its muscles and those aliases that nobody else has."""
    cursor = connection.execute(
        "insert into exercise (name, kind, lower_body, body_mass_fraction, origin)"
        " values (?, ?, ?, ?, ?)",
        (
            exercise.name.strip(),
            exercise.kind,
            int(exercise.lower_body),
            exercise.body_mass_fraction,
            origin,
        ),
    )
    new = int(cursor.lastrowid or 0)
    _insert_muscles(connection, new, exercise)
    add_aliases(connection, new, exercise.aliases)
    return new


def describe(connection: sqlite3.Connection, number: int, told: Exercise) -> None:
    """Replace an exercise's kind, fraction and muscles; its names stay."""
    connection.execute(
        "update exercise set kind = ?, lower_body = ?, body_mass_fraction = ? where id = ?",
        (told.kind, int(told.lower_body), told.body_mass_fraction, number),
    )
    connection.execute("delete from exercise_muscle where exercise_id = ?", (number,))
    _insert_muscles(connection, number, told)


def add_aliases(connection: sqlite3.Connection, exercise_id: int, aliases: Iterable[str]) -> None:
    """Let an exercise go by those aliases too that nobody has as a name or an alias."""
    connection.executemany(
        "insert into exercise_alias (alias, exercise_id) select ?1, ?2"
        " where not exists (select 1 from exercise where name = ?1)"
        " and not exists (select 1 from exercise_alias where alias = ?1)",
        [(alias, exercise_id) for alias in aliases],
    )


def exercise_id(connection: sqlite3.Connection, name: str, sets: Iterable[LiftSet]) -> int:
    """Return the id of a set's exercise; a new one takes its kind from how it is lifted."""
    known = resolve(connection, name)
    if known is not None:
        return known
    kind = _kind([one for one in sets if one.exercise == name])
    return insert_exercise(connection, Exercise(name=name.strip(), kind=kind), origin="log")


def refresh_kinds(connection: sqlite3.Connection) -> None:
    """Let all sets of an exercise that the catalogue lacks say what kind it is."""
    connection.execute(_REFRESH)


def learn_names(connection: sqlite3.Connection, names: Mapping[str, str]) -> None:
    """Remember which exercise each new name means."""
    for alias, exercise in names.items():
        known = resolve(connection, exercise)
        if known is not None and resolve(connection, alias) is None:
            connection.execute(
                "insert into exercise_alias values (?, ?, 'runner')", (alias.strip(), known)
            )


def forget_exercises(connection: sqlite3.Connection, batch_id: int) -> None:
    """Forget the exercises that an import had brought, but those that something else uses.

    Those belong to the next import that lifts them from then on, or to the runner.
    """
    connection.execute(_HAND_OVER, (batch_id,))
    connection.execute(_FORGET, (batch_id,))


def _insert_muscles(connection: sqlite3.Connection, number: int, exercise: Exercise) -> None:
    shares = [(number, muscle, share) for muscle, share in exercise.muscles.items()]
    connection.executemany("insert into exercise_muscle values (?, ?, ?)", shares)


def _kind(sets: list[LiftSet]) -> ExerciseKind:
    if any(one.load_kg > 0 and one.reps for one in sets):
        return "weighted"
    return "bodyweight" if any(one.reps for one in sets) else "timed"


_BY_INDEX = """
select id from exercise where name in (?1, ?2)
union all select exercise_id from exercise_alias where alias in (?1, ?2) limit 1
"""
# SQLite folds the letters of ASCII only; few names hold others, and the index cannot find those.
_BEYOND_ASCII = """
select id from exercise where length(cast(name as blob)) > length(name) and folded(name) = ?1
union all select exercise_id from exercise_alias
where length(cast(alias as blob)) > length(alias) and folded(alias) = ?1 limit 1
"""
# An exercise that nothing lifts is weighted until something does: its kind never depends on what
# was imported and taken back.
_REFRESH = """
update exercise set kind = now.kind from (
  select exercise.id, case
    when sum(load_kg > 0 and reps > 0) > 0 then 'weighted'
    when sum(reps > 0) >= sum(hold_s is not null) then 'bodyweight'
    when count(every.exercise_id) > 0 then 'timed'
    else 'weighted' end as kind
  from exercise left join (
    select exercise_id, load_kg, reps, hold_s from lift_set
    union all select exercise_id, load_kg, reps, hold_s from template_set) every
  on exercise.id = every.exercise_id where origin = 'log'
  group by exercise.id) now
where now.id = exercise.id and now.kind <> exercise.kind
"""
_USED = """
(exists (select 1 from lift_set where exercise_id = exercise.id)
 or exists (select 1 from template_set where exercise_id = exercise.id)
 or exists (select 1 from fitness_test where exercise_id = exercise.id)
 or exists (select 1 from plan_exercise where exercise_id = exercise.id)
 or exists (select 1 from goal where exercise_id = exercise.id)
 or exists (select 1 from exercise_alias where exercise_id = exercise.id))
"""
_HAND_OVER = f"""
update exercise set batch_id = (
  select min(batch.id) from lift_set join session_source using (session_id)
  join import_batch batch on batch.id = session_source.batch_id
  where lift_set.exercise_id = exercise.id and reverted_at is null)
where batch_id = ? and {_USED}
"""
_FORGET = f"delete from exercise where batch_id = ? and origin = 'log' and not {_USED}"
