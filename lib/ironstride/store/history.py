"""The history: which sessions the runner asks for, page by page, and what they add up to."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pandera.typing.pandas import DataFrame

from ironstride.frames import History
from ironstride.records.exercise import folded
from ironstride.records.merging import TYPED
from ironstride.store.connection import Log
from ironstride.store.tables import frame_of

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which sessions are asked for; what is empty asks for all.

    `first` and `last` are local days, both included. Every word of `text` must be found: in
    title, notes, name of the race, sport, type, an exercise or one of its other names, or at
    the beginning of a word of the date ("tue", "17 nov", "2026-11").
    """

    kind: str = ""
    type: str = ""
    first: date | None = None
    last: date | None = None
    exercise: str = ""
    text: str = ""
    source: str = ""
    deleted: bool = False


@dataclass(frozen=True, kw_only=True)
class Totals:
    """What sessions add up to: distance of the runs [m], time [s], climb [m], tonnage [kg]."""

    sessions: int
    runs: int
    lifts: int
    distance_m: float
    duration_s: float
    ascent_m: float
    working_sets: int
    tonnage_kg: float


def history(
    log: Log, wanted: Wanted | None = None, *, skip: int = 0, count: int = -1
) -> DataFrame[History]:
    """Return the sessions asked for, newest first, or what was deleted last first.

    `skip` and `count` cut a page out of them.
    """
    wanted = wanted or Wanted()
    condition, values = where(log.connection, wanted)
    order = "deleted_at desc, started_at desc" if wanted.deleted else "started_at desc"
    return frame_of(
        log,
        f"{_LINES} where {condition} order by {order}, session.id desc limit ? offset ?",
        History,
        (*values, count, skip),
    )


def totals(log: Log, wanted: Wanted) -> Totals:
    """Return what the sessions asked for add up to.

    Sets and tonnage leave warm-ups and failed attempts out, tonnage assistance as well; when an
    exercise is asked for, they are of this exercise alone.
    """
    condition, values = where(log.connection, wanted)
    summed = log.execute(f"{_SUMS} where {condition}", values).fetchone()
    own = " and exercise.name = ?" if wanted.exercise else ""
    only = (wanted.exercise,) if wanted.exercise else ()
    lifted = log.execute(
        f"{_LIFTED} and session_id in ({_IDS} where {condition}){own}", (*values, *only)
    ).fetchone()
    return Totals(**dict(summed), **dict(lifted))


def is_empty(log: Log) -> bool:
    """Tell whether the log holds no session, not even a deleted one."""
    row = log.execute("select not exists (select 1 from session where deleted_by is not 'revert')")
    return bool(row.fetchone()[0])


def sources(log: Log) -> list[str]:
    """Return where the sessions of the log come from, typed ones last."""
    found = [row[0] for row in log.execute("select distinct source from session_source order by 1")]
    typed = log.execute(f"select exists (select 1 from session where {_IS_TYPED})").fetchone()
    return [*found, TYPED] if typed[0] else found


def lifted_exercises(log: Log) -> list[str]:
    """Return the exercises that were lifted, the one with most sets first."""
    rows = log.execute(
        "select name from lift_set join exercise on exercise.id = exercise_id"
        " group by exercise.id order by count(*) desc, name"
    )
    return [row[0] for row in rows]


def where(connection: sqlite3.Connection, wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    """Return the condition on session and run that `wanted` means, with its values."""
    connection.create_function("date_words", 1, date_words, deterministic=True)
    parts = list(_conditions(wanted))
    return " and ".join(part for part, _ in parts), tuple(v for _, values in parts for v in values)


def date_words(started_at: str) -> str:
    """Return the words by which a session's day is found, each after a space.

    >>> date_words("2026-11-17T07:30:00")
    ' 2026-11-17 tuesday 17 november 2026'
    """
    day = date.fromisoformat(started_at[:10])
    month = _MONTHS[day.month - 1]
    return f" {started_at[:10]} {_WEEKDAYS[day.weekday()]} {day.day} {month} {day.year}"


def _conditions(wanted: Wanted) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield ("deleted_by = 'runner'" if wanted.deleted else "deleted_at is null"), ()
    from_file = "" if wanted.source == TYPED else wanted.source
    for condition, value in (
        ("session.kind = ?", wanted.kind),
        ("run.type = ?", wanted.type),
        ("started_at >= ?", wanted.first and wanted.first.isoformat()),
        ("started_at < ?", wanted.last and f"{wanted.last}T24"),
        (_WITH_EXERCISE, wanted.exercise),
        (_FROM_SOURCE, from_file),
    ):
        if value:
            yield condition, (value,)
    if wanted.source == TYPED:
        yield _IS_TYPED, ()
    for word in folded(wanted.text).split():
        yield _HOLDS, (word,) * 4


_IDS = "select session.id from session left join run on run.session_id = session.id"
_WITH_EXERCISE = (
    "session.id in (select session_id from lift_set join exercise on exercise.id = exercise_id"
    " where name = ?)"
)
_FROM_SOURCE = "session.id in (select session_id from session_source where source = ?)"
_IS_TYPED = (
    "(session.id in (select session_id from session_typed)"
    " or session.id not in (select session_id from session_source))"
)
_HOLDS = """(
  instr(folded(title || ' ' || notes || ' ' || coalesce(race, '') || ' ' || sport || ' '
    || replace(kind, 'other', '') || ' ' || replace(coalesce(type, ''), 'other', '')), ?)
  or instr(date_words(started_at), ' ' || ?)
  or session.id in (select session_id from lift_set where exercise_id in (
    select id from exercise where instr(folded(name), ?) union
    select exercise_id from exercise_alias where instr(folded(alias), ?))))"""
_LINES = """
select session.id as session_id, kind, sport, started_at, time_known, duration_s, rpe, avg_hr_bpm,
  title, notes, distance_m, coalesce(type, '') as type, coalesce(race, '') as race,
  (select count(*) from lift_set where session_id = session.id) as sets,
  (select coalesce(group_concat(distinct source), 'typed in') from
    (select source from session_source join import_batch on import_batch.id = batch_id
     where session_id = session.id and (reverted_at is null or deleted_at is not null) union all
     select 'typed in' from session_typed where session_id = session.id)) as source
from session left join run on run.session_id = session.id"""
_SUMS = """
select count(*) as sessions, count(*) filter (where kind = 'run') as runs,
  count(*) filter (where kind = 'lift') as lifts, total(distance_m) as distance_m,
  total(duration_s) as duration_s, total(ascent_m) as ascent_m
from session left join run on run.session_id = session.id"""
_LIFTED = """
select count(*) as working_sets,
  total(iif(exercise.kind = 'assisted', 0, reps * load_kg)) as tonnage_kg
from lift_set join exercise on exercise.id = exercise_id
where set_type <> 'warmup' and reps is not 0"""
