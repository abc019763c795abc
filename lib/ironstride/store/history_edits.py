"""Changes to many sessions of the history at once, each in one transaction."""

from typing import Literal, get_args

from ironstride.records.limits import refuse_other
from ironstride.records.run import RunType, Surface
from ironstride.store.connection import Log
from ironstride.store.history import Wanted, where

Changed = Literal["type", "surface"]


def runs_to_change(log: Log, wanted: Wanted, field: Changed, value: str | None) -> list[int]:
    """Return the runs asked for that do not have this type or surface yet.

    A race with a name stays a race: it is no run of another type.
    """
    condition, values = where(log.connection, wanted)
    named = "and race = ''" if field == "type" else ""
    rows = log.execute(
        "select session_id from session join run on run.session_id = session.id"
        f" where {condition} and run.{field} is not ? {named} order by session_id",
        (*values, value),
    )
    return [row[0] for row in rows]


def named_races(log: Log, wanted: Wanted) -> int:
    """Return how many of the runs asked for are races with a name."""
    condition, values = where(log.connection, wanted)
    row = log.execute(
        "select count(*) from session join run on run.session_id = session.id"
        f" where {condition} and race <> ''",
        values,
    ).fetchone()
    return int(row[0])


def change_runs(log: Log, wanted: Wanted, field: Changed, value: str | None) -> int:
    """Set the type or the surface of the runs asked for, as the runner's own correction.

    Returns how many runs were changed. No import overwrites them.

    Raises:
        ValueError: there is no such type or surface.
    """
    if field == "type" or value is not None:
        refuse_other(field, value, get_args(RunType if field == "type" else Surface))
    with log.write() as connection:
        changed = runs_to_change(log, wanted, field, value)
        connection.executemany(
            f"update run set {field} = ? where session_id = ?",
            [(value, session_id) for session_id in changed],
        )
        connection.executemany(
            "insert or ignore into session_edit values (?, ?)",
            [(session_id, field) for session_id in changed],
        )
    return len(changed)


def restore_sessions(log: Log, wanted: Wanted) -> int:
    """Bring back the deleted sessions asked for and return how many they were."""
    condition, values = where(log.connection, wanted)
    with log.write() as connection:
        restored = connection.execute(
            "update session set deleted_at = null, deleted_by = null where deleted_by = 'runner'"
            " and id in (select session.id from session left join run on run.session_id ="
            f" session.id where {condition})",
            values,
        )
    return restored.rowcount
