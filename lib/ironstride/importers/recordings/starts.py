"""When a recording's session started: its moment in UTC, and the local clock there."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from ironstride.importers.base import Choices, Question
from ironstride.importers.moments import local
from ironstride.importers.recordings.columns import Points
from ironstride.importers.recordings.said import Said
from ironstride.importers.recordings.zone import zone_at
from ironstride.records import Stream

NO_ZONE = "start whose time zone is not known, read in UTC"
_EPOCH = datetime(1970, 1, 1)
_SLACK_S = 3600.0


def zone_question(left_out: Counter[str]) -> tuple[Question, ...]:
    """Return the question after the runner's zone where a start needs it.

    >>> zone_question(Counter()), zone_question(Counter({NO_ZONE: 2}))[0].field
    ((), 'zone')
    """
    times = left_out.pop(NO_ZONE, 0)
    if not times:
        return ()
    why = (
        "the recording holds neither its local time nor a place: without your time zone, a session "
        "late in the evening or early in the morning may land on the wrong day"
    )
    return (Question("zone", why),)


def start_of(said: Said, points: Points | None) -> float:
    """Return the start [s since 1970, UTC]: what the file says, unless its points are elsewhere."""
    if points is None or (said.start_s is not None and _overlaps(said, said.start_s, points)):
        start_s = said.start_s
    else:
        start_s = float(points.time_s.min())
    if start_s is None or not np.isfinite(start_s):
        raise ValueError("the recording does not say when it started")
    return start_s


def _overlaps(said: Said, start_s: float, points: Points) -> bool:
    """Tell whether the points lie where the file says that the session was."""
    end_s = start_s + max(said.elapsed_s or 0, _SLACK_S)
    return bool(points.time_s.min() <= end_s and points.time_s.max() >= start_s)


def started(
    said: Said, stream: Stream | None, start_s: float, choices: Choices, left_out: Counter[str]
) -> dict[str, Any]:
    """Return the local start: by the file's own clock, the place, or the runner's zone."""
    try:
        moment = _EPOCH + timedelta(seconds=int(start_s))
    except OverflowError:
        raise ValueError("the recording does not say when it started") from None
    if said.offset_min is not None:
        ahead = timedelta(minutes=said.offset_min)
        return {"started_at": moment + ahead, "utc_offset_min": said.offset_min}
    zone = _zone(stream) or choices.zone
    if zone is None:
        left_out[NO_ZONE] += 1
    started_at, offset = local(moment, zone)
    return {"started_at": started_at, "utc_offset_min": offset}


def _zone(stream: Stream | None) -> str | None:
    """Return the zone at the first known position."""
    if stream is None or stream.latitude is None or stream.longitude is None:
        return None
    at = int(np.argmin(np.isnan(stream.latitude)))
    return zone_at(float(stream.latitude[at]), float(stream.longitude[at]))
