"""Runs that a new one is compared with while it is typed."""

from datetime import date

from ironstride.records import Run, RunType
from ironstride.store.connection import Log
from ironstride.store.sessions import session


def last_run(log: Log, run_type: RunType) -> Run | None:
    """Return the latest run of a type, for what is usual of it."""
    found = _runs(log, "type = ? order by started_at desc limit 1", run_type)
    return found[0] if found else None


def runs_on(log: Log, day: date) -> list[Run]:
    """Return the runs of a local day, in their order."""
    return _runs(log, "date(started_at) = ? order by started_at", day.isoformat())


def _runs(log: Log, wanted: str, value: str) -> list[Run]:
    rows = log.execute(
        "select id from session join run on run.session_id = session.id"
        f" where deleted_at is null and {wanted}",
        (value,),
    ).fetchall()
    found = (session(log, row[0]) for row in rows)
    return [one for one in found if isinstance(one, Run)]
