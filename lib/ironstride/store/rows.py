"""Between Records and rows: which column holds which field."""

import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from ironstride.records import Lap, Lift, LiftSet, Other, Run, Session

SESSION_FIELDS = tuple(f.name for f in fields(Session))
RUN_FIELDS = tuple(f.name for f in fields(Run) if f.name not in (*SESSION_FIELDS, "laps"))
LAP_FIELDS = tuple(f.name for f in fields(Lap))
SET_FIELDS = tuple(f.name for f in fields(LiftSet) if f.name != "exercise")


def values(record: object, names: tuple[str, ...]) -> tuple[Any, ...]:
    """Return the named fields of a record as SQLite keeps them."""
    return tuple(_plain(getattr(record, name)) for name in names)


def session_values(session: Session) -> tuple[Any, ...]:
    """Return what the session table holds of a record, its kind first."""
    return (session.kind, *values(session, SESSION_FIELDS))


def to_record(
    session: sqlite3.Row,
    run: sqlite3.Row | None,
    laps: list[sqlite3.Row],
    sets: list[sqlite3.Row],
) -> Session:
    """Return the record that a session's rows were made from."""
    known: dict[str, Any] = {name: session[name] for name in SESSION_FIELDS}
    known["started_at"] = datetime.fromisoformat(known["started_at"])
    known["time_known"] = bool(known["time_known"])
    if run is not None:
        made = tuple(Lap(**{name: row[name] for name in LAP_FIELDS}) for row in laps)
        return Run(**known, **{name: run[name] for name in RUN_FIELDS}, laps=made)
    if session["kind"] == "lift":
        return lift_of(known, map(to_set, sets))
    return Other(**known)


def lift_of(known: dict[str, Any], sets: Iterable[LiftSet]) -> Lift:
    """Return a lift session as the log holds it, however many sets of an exercise it has.

    Two names that came to mean one exercise may hold more of them than one name may.
    """
    lift = Lift(**known)
    object.__setattr__(lift, "sets", tuple(sets))
    return lift


def to_set(row: sqlite3.Row) -> LiftSet:
    """Return the set that a row with its exercise's name was made from."""
    return LiftSet(exercise=row["name"], **{name: row[name] for name in SET_FIELDS})


def _plain(value: Any) -> Any:
    """Return a plain number or text: numpy's own would be stored as bytes."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return value.item() if hasattr(value, "item") else value
