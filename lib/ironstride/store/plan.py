"""The plan in the log: planned sessions added, corrected, moved, copied, taken away."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ironstride.records import FieldError, PlannedSession
from ironstride.store.connection import Log
from ironstride.store.plan_done import log_planned, mark_done, mark_open, skip_planned
from ironstride.store.plan_frames import planned, planned_exercises, sessions_for
from ironstride.store.plan_rows import insert_planned, place_on, read_planned, update_planned

__all__ = [
    "add_planned",
    "copy_planned",
    "correct_planned",
    "delete_planned",
    "log_planned",
    "mark_done",
    "mark_open",
    "move_planned",
    "plan_uids",
    "planned",
    "planned_exercises",
    "planned_session",
    "replace_planned",
    "sessions_for",
    "skip_planned",
]


def add_planned(log: Log, *sessions: PlannedSession) -> list[int]:
    """Keep planned sessions, all of them or none, and return their ids."""
    with log.write() as connection:
        return [insert_planned(connection, one) for one in sessions]


def planned_session(log: Log, plan_id: int) -> PlannedSession:
    """Return a planned session as it was made.

    Raises:
        KeyError: there is no such planned session.
    """
    return read_planned(log.connection, plan_id)


def correct_planned(log: Log, plan_id: int, session: PlannedSession) -> None:
    """Put a planned session in the place of what was kept of it.

    Raises:
        KeyError: there is no such planned session.
        FieldError: the correction is of another kind.
    """
    with log.write() as connection:
        before = read_planned(connection, plan_id)
        if before.kind != session.kind:
            raise FieldError("kind", f"a planned {before.kind} cannot become a {session.kind}")
        update_planned(connection, plan_id, session)


def move_planned(log: Log, plan_id: int, day: date) -> None:
    """Plan a session for another day; one that was skipped is planned again.

    Raises:
        KeyError: there is no such planned session.
        FieldError: no log reaches that day.
    """
    with log.write() as connection:
        moved = replace(read_planned(connection, plan_id), day=day)
        connection.execute(
            "update plan set day = ?, place = ?, skipped = 0 where id = ?",
            (day.isoformat(), place_on(connection, day, moved, besides=plan_id), plan_id),
        )


def copy_planned(log: Log, plan_id: int, day: date) -> int:
    """Plan the same once more for a day, and return its id.

    Raises:
        KeyError: there is no such planned session.
        FieldError: no log reaches that day.
    """
    with log.write() as connection:
        before = read_planned(connection, plan_id)
        place = place_on(connection, day, before)
        return insert_planned(connection, replace(before, day=day, order=place))


def delete_planned(log: Log, *plan_ids: int) -> None:
    """Forget planned sessions; the sessions that did them stay in the log."""
    with log.write() as connection:
        connection.executemany("delete from plan where id = ?", [(one,) for one in plan_ids])


def replace_planned(
    log: Log, first: date, last: date, sessions: Iterable[PlannedSession]
) -> list[int]:
    """Plan sessions in the place of what is still open from a day to another; return their ids.

    What was done or skipped stays.
    """
    with log.write() as connection:
        connection.execute(_DELETE_OPEN, (first.isoformat(), last.isoformat()))
        return [insert_planned(connection, one) for one in sessions]


def plan_uids(log: Log) -> dict[int, str]:
    """Return the name that each planned session has in calendars: its own for good."""
    return {int(row[0]): str(row[1]) for row in log.execute("select id, uid from plan")}


_DELETE_OPEN = """
delete from plan where day between ? and ? and skipped = 0 and not exists (
  select 1 from session where session.id = done_session_id and deleted_at is null)
"""
