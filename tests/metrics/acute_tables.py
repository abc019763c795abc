"""Small tables of runs and heavy leg work: what is not given is unknown."""

from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.acute import HeavySessions, SessionTimes

Row = dict[str, Any]

TIME: Row = {"kind": "run", "time_known": True}
HEAVY: Row = {"time_known": True, "length_known": True, "sets": 6}


def times_of(*rows: Row) -> DataFrame[SessionTimes]:
    filled = [{"session_id": n} | TIME | row for n, row in enumerate(rows, start=1)]
    if not rows:
        return SessionTimes.empty()
    table = pd.DataFrame(filled).reindex(columns=SessionTimes.empty().columns)
    return SessionTimes.validate(table.assign(started_at=pd.to_datetime(table.started_at)))


def heavy_of(*spans: tuple[str, str], time_known: bool = True) -> DataFrame[HeavySessions]:
    """Heavy leg sessions 101, 102 … as (start, end)."""
    if not spans:
        return HeavySessions.empty()
    table = pd.DataFrame(
        [
            {"session_id": n, "started_at": begun, "ended_at": ended}
            for n, (begun, ended) in enumerate(spans, start=101)
        ]
    )
    moments = {name: pd.to_datetime(table[name]) for name in ("started_at", "ended_at")}
    return HeavySessions.validate(table.assign(**HEAVY | {"time_known": time_known}, **moments))


def runs_at(*starts: str, time_known: bool = True) -> DataFrame[SessionTimes]:
    return times_of(*({"started_at": one, "time_known": time_known} for one in starts))
