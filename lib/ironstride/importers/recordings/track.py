"""What TCX and GPX share: values as text, and points that are gathered one by one."""

import math
from array import array
from collections.abc import Iterable
from datetime import UTC, datetime

import numpy as np

from ironstride.importers.base import UnreadableFile
from ironstride.importers.keys import made_key
from ironstride.importers.recordings.points import Array, Points
from ironstride.importers.sports import key_family
from ironstride.records.stream import MAX_SAMPLES

DAMAGED = "rest of a damaged file: what came before it is kept"
NO_TIME = "point of a track without a time"
# Nobody runs that far before the first point; what a distance starts with is another session's.
_FARTHEST_START_M, _FASTEST_START_MPS = 200, 20
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UNKNOWN = math.nan

MAX_SESSIONS = 2_000
MAX_LAPS = 20_000

COLUMNS = (
    "time_s", "distance_m", "hr_bpm", "altitude_m", "cadence", "latitude", "longitude",
    "temperature_c",
)  # fmt: skip
_AT = {name: at for at, name in enumerate(COLUMNS)}


class Track:
    """The points of one session, as they come in."""

    def __init__(self) -> None:
        self._rows = array("d")
        self._row = [_UNKNOWN] * len(COLUMNS)
        self._parts: list[int] = []
        self._laps: list[int] = []
        self.untimed = 0

    def __len__(self) -> int:
        """Return how many points there are."""
        return len(self._rows) // len(COLUMNS)

    def start_part(self) -> None:
        """Take note that the next point starts a new part: the way to it is not known."""
        self._parts.append(len(self))

    def start_lap(self) -> None:
        """Take note that the next point starts a new lap, whose distance may count anew."""
        self._laps.append(len(self))

    def say(self, column: str, value: float) -> None:
        """Take note of a value of the point that is being read."""
        self._row[_AT[column]] = value

    def end_point(self) -> None:
        """Keep the point that was read; one without a time is counted.

        Raises:
            UnreadableFile: there are more points than any recording has.
        """
        row, self._row = self._row, [_UNKNOWN] * len(COLUMNS)
        if math.isnan(row[0]):
            self.untimed += 1
            return
        self._rows.extend(row)
        if len(self) > MAX_SAMPLES:
            raise UnreadableFile(f"the file has more than {MAX_SAMPLES:,} points")

    def first_s(self) -> float | None:
        """Return the earliest time [s since 1970, UTC]."""
        return min(self._rows[:: len(COLUMNS)], default=None)

    def last_s(self) -> float | None:
        """Return the latest time [s since 1970, UTC]."""
        return max(self._rows[:: len(COLUMNS)], default=None)

    def points(self) -> Points | None:
        """Return the points, or None where there are none."""
        if not self._rows:
            return None
        table = np.frombuffer(self._rows, dtype=np.float64).reshape(-1, len(COLUMNS))
        columns = {name: table[:, at].copy() for name, at in _AT.items()}
        # An app without a barometer writes 0 throughout.
        if not np.nan_to_num(columns["altitude_m"]).any():
            columns["altitude_m"][:] = _UNKNOWN
        starts = [at for at in {*self._laps, *self._parts} if at < len(table)]
        columns["distance_m"] = from_zero(columns["distance_m"], starts, columns["time_s"])
        parts = np.zeros(len(table), dtype=np.bool_)
        parts[[at for at in self._parts if at < len(table)]] = True
        said = {name: None if np.isnan(one).all() else one for name, one in columns.items()}
        said["time_s"] = columns["time_s"]
        return Points(starts_part=parts, **said)  # type: ignore[arg-type]  # time_s is there


def from_zero(metres: Array, starts: Iterable[int], time_s: Array) -> Array:
    """Return a distance that counts from the start of the session, through all of its parts.

    Some apps count each lap from 0, others go on where the session before ended.

    >>> from_zero(np.array([0, 900.0, 0, 850]), [0, 2], np.array([0, 300.0, 301, 600]))
    array([   0.,  900.,  900., 1750.])
    >>> from_zero(np.array([5000, 5900.0, 5900, 6750]), [0, 2], np.array([0, 300.0, 301, 600]))
    array([   0.,  900.,  900., 1750.])
    """
    known = np.nonzero(~np.isnan(metres))[0]
    if not len(known):
        return metres
    said = metres.copy()
    first = said[known[0]]
    if first > _FARTHEST_START_M + _FASTEST_START_MPS * (time_s[known[0]] - np.min(time_s)):
        said -= first
    counted = said.copy()
    for at in sorted(starts):
        before, after = known[known < at], known[known >= at]
        if len(before) and len(after) and said[after[0]] < said[before[-1]] / 2:
            counted[at:] = said[at:] + counted[before[-1]]
    return counted


def refuse_more(count: int, most: int, what: str) -> None:
    """Raise UnreadableFile where a file holds more of something than any recording has."""
    if count >= most:
        raise UnreadableFile(f"the file holds more than {most:,} {what}")


def number(text: str) -> float:
    """Return the number that a text holds, NaN where it holds none.

    >>> number("12.5"), number("1_0"), number("1e999"), number("")
    (12.5, nan, nan, nan)
    """
    try:
        value = float(text)
    except ValueError:
        return _UNKNOWN
    return value if math.isfinite(value) and "_" not in text else _UNKNOWN


def seconds(text: str) -> float:
    """Return a moment [s since 1970, UTC], NaN where a text holds none; UTC where no zone is said.

    >>> seconds("1970-01-01T01:00:05.5+01:00"), seconds("1970-01-01T00:00:05"), seconds("soon")
    (5.5, 5.0, nan)
    """
    try:
        moment = datetime.fromisoformat(text)
        return ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH).total_seconds()
    except (ValueError, OverflowError):
        return _UNKNOWN


def or_none(value: float) -> float | None:
    """Return a number above 0, or None where it is unknown: recorders write 0 for what they lack.

    >>> or_none(3.0), or_none(0.0), or_none(float("nan"))
    (3.0, None, None)
    """
    return value if value > 0 else None


def key_of(start_s: float, word: str = "") -> str:
    """Return the key of a session that its file has no number for: its start in UTC and its sport.

    >>> key_of(1699378200), key_of(1699378200, "trail_running")
    ('2023-11-07T17:30:00Z ', '2023-11-07T17:30:00Z run')
    """
    family = key_family(word.replace("_", " ")) if word else ""
    try:
        moment = datetime.fromtimestamp(start_s, UTC)
    except (ValueError, OverflowError, OSError):
        return made_key("no start", family)
    return made_key(f"{moment:%Y-%m-%dT%H:%M:%SZ}", family)
