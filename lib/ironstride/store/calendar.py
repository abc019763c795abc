"""Which hours of the calendar are taken: what a new file's sessions are compared with."""

from dataclasses import dataclass
from datetime import datetime

from ironstride.store.connection import Log


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A session of the log as far as another source could tell it again."""

    session_id: int
    kind: str
    sport: str
    started_at: datetime
    time_known: bool
    duration_s: float | None
    elapsed_s: float | None
    distance_m: float | None
    title: str
    sets: int
    sources: frozenset[str]
    deleted: bool


def calendar(log: Log) -> list[Entry]:
    """Return every session but those of reverted imports, oldest first, deleted ones too."""
    return [
        Entry(
            session_id=row["id"],
            kind=row["kind"],
            sport=row["sport"],
            started_at=datetime.fromisoformat(row["started_at"]),
            time_known=bool(row["time_known"]),
            duration_s=row["duration_s"],
            elapsed_s=row["elapsed_s"],
            distance_m=row["distance_m"],
            title=row["title"],
            sets=row["sets"],
            sources=frozenset(row["sources"].split(",")) if row["sources"] else frozenset(),
            deleted=row["deleted_by"] is not None,
        )
        for row in log.execute(_CALENDAR)
    ]


_CALENDAR = """
select id, kind, sport, started_at, time_known, duration_s, elapsed_s, distance_m, title,
  deleted_by,
  (select count(*) from lift_set where session_id = session.id) as sets,
  (select group_concat(distinct source) from session_source
   join import_batch on import_batch.id = batch_id
   where session_id = session.id and (reverted_at is null or deleted_by is not null)) as sources
from session left join run on run.session_id = session.id
where deleted_by is not 'revert' order by started_at, id
"""
