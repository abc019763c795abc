"""What a session's own page shows beside its record: laps, sets, neighbours, sources."""

from dataclasses import dataclass
from datetime import datetime

from pandera.typing.pandas import DataFrame

from ironstride.frames import Laps
from ironstride.records import Session
from ironstride.records.merging import TYPED
from ironstride.store.connection import Log
from ironstride.store.said import from_said
from ironstride.store.tables import frame_of


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one source said last of a session; of what was typed there is no file and no import."""

    source: str
    file: str
    imported_at: datetime | None
    session: Session


def laps(log: Log, session_id: int) -> DataFrame[Laps]:
    """Return the laps of a run in their order."""
    return frame_of(
        log,
        "select position, distance_m, duration_s from lap where session_id = ? order by position",
        Laps,
        (session_id,),
    )


def neighbours(log: Log, session_id: int) -> tuple[int | None, int | None]:
    """Return the sessions before and after one in the calendar, deleted ones left out."""
    before, after = (
        log.execute(
            "select id from session where deleted_at is null and (started_at, id)"
            f" {sign} (select started_at, id from session where id = ?)"
            f" order by started_at {order}, id {order} limit 1",
            (session_id,),
        ).fetchone()
        for sign, order in (("<", "desc"), (">", "asc"))
    )
    return before and before[0], after and after[0]


def told_of(log: Log, session_id: int) -> list[Told]:
    """Return the latest word of each source on a session; none when it was only ever typed in."""
    typed = log.execute("select said from session_typed where session_id = ?", (session_id,))
    words = [
        Told(source=TYPED, file="", imported_at=None, session=from_said(row[0])) for row in typed
    ]
    return words + [
        Told(
            source=row["source"],
            file=row["file"] or "",
            imported_at=datetime.fromisoformat(row["imported_at"]),
            session=from_said(row["said"]),
        )
        for row in log.execute(_TOLD, (session_id,))
    ]


def corrected_fields(log: Log, session_id: int) -> list[str]:
    """Return the fields of a session that the runner changed by hand."""
    rows = log.execute(
        "select field from session_edit where session_id = ? order by field", (session_id,)
    )
    return [row[0] for row in rows]


# SQLite takes the other columns from the row that holds the maximum.
_TOLD = """
select source, said, imported_at, max(batch_id),
  (select group_concat(file_name, ', ') from import_file
   where import_file.batch_id = session_source.batch_id
   and import_file.source = session_source.source) as file
from session_source join import_batch on import_batch.id = batch_id
where session_id = ? group by source, source_key order by source, source_key"""
