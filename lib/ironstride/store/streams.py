"""What was recorded on the way: kept beside the layer that brought it, gone with it."""

import json
import sqlite3

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import HeartSeconds, Samples, StreamBests
from ironstride.records import KeptStream
from ironstride.records.merging import RANKED
from ironstride.store.connection import Log
from ironstride.store.packing import unpack
from ironstride.store.tables import frame_of

_RANK = " ".join(f"when '{source}' then {place}" for place, source in enumerate(RANKED))
# The one stream of each session: that of the best source, of its last import.
_OF_SESSION = f"""
select session_id, source, source_key, batch_id from (
  select session_id, source, source_key, batch_id, row_number() over (
    partition by session_id
    order by case source {_RANK} else {len(RANKED)} end, source, batch_id desc, source_key) as place
  from stream join session_source using (source, source_key, batch_id)
  join import_batch on import_batch.id = batch_id
  where reverted_at is null and (?1 is null or session_id = ?1))
where place = 1
"""


def add_stream(
    connection: sqlite3.Connection, layer: tuple[str, str, int], kept: KeptStream
) -> None:
    """Keep a stream beside its layer (source, key, batch); the caller holds the transaction."""
    heart = json.dumps({str(bpm): seconds for bpm, seconds in kept.heart_seconds})
    connection.execute(
        "insert into stream values (?, ?, ?, ?, ?, ?, ?)",
        (*layer, kept.samples, kept.elapsed_s, kept.data, heart if kept.heart_seconds else None),
    )
    connection.executemany(
        "insert into stream_best values (?, ?, ?, ?, ?)", [(*layer, *best) for best in kept.bests]
    )


def samples(log: Log, session_id: int) -> DataFrame[Samples]:
    """Return what was recorded of a session, by the best of its sources that has a recording."""
    found = log.execute(
        f"select data from stream join ({_OF_SESSION}) using (source, source_key, batch_id)",
        (session_id,),
    ).fetchone()
    columns = unpack(found["data"]).columns() if found else {}
    table = pd.DataFrame(columns, columns=list(Samples.empty().columns), dtype="float64")
    return DataFrame[Samples](Samples.validate(table))


def stream_bests(log: Log) -> DataFrame[StreamBests]:
    """Return the bests within the recording of every run that is not deleted."""
    return frame_of(
        log,
        "select session_id, distance_m, duration_s from stream_best"
        f" join ({_OF_SESSION}) using (source, source_key, batch_id)"
        " where session_id in (select id from session where kind = 'run' and deleted_at is null)"
        " order by session_id, distance_m",
        StreamBests,
        (None,),
    )


def heart_seconds(log: Log, session_id: int | None = None) -> DataFrame[HeartSeconds]:
    """Return the time at each heart rate of every session that is not deleted, or of one."""
    return frame_of(
        log,
        "select session_id, cast(key as integer) as bpm, cast(value as real) as seconds from stream"
        f" join ({_OF_SESSION}) using (source, source_key, batch_id), json_each(heart_seconds)"
        " where session_id in (select id from session where deleted_at is null) or ?1 is not null"
        " order by session_id, bpm",
        HeartSeconds,
        (session_id,),
    )
