"""Points as a file writes them, made the columns of a stream."""

from collections import Counter
from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

from ironstride.importers.cadence import STRIDES_BELOW
from ironstride.importers.recordings.measures import FASTEST_MPS, FASTEST_RUN_MPS, track_m
from ironstride.records import Run, Sport, Stream
from ironstride.records.stream import BOUNDS, MAX_SAMPLES

Array = npt.NDArray[np.float64]

STRAY = "point at a time far from all others"
# No session is longer; a clock that leaps by more has lost its way.
LONGEST_S = 360_000.0
ON_FOOT = frozenset([*Run.sports, "walk", "hike"])


@dataclass(frozen=True, kw_only=True)
class Points:
    """What a recording holds point by point, as its file writes it; NaN where unknown.

    `time_s` counts from 1970 in UTC and may repeat or leap; `distance_m` counts from the start of
    the session; `cadence` is steps or strides a minute; positions are degrees. `starts_part` is
    true at the first point of each part of a track: nothing is known of the way to it.
    """

    time_s: Array
    distance_m: Array | None = None
    hr_bpm: Array | None = None
    altitude_m: Array | None = None
    cadence: Array | None = None
    latitude: Array | None = None
    longitude: Array | None = None
    temperature_c: Array | None = None
    starts_part: npt.NDArray[np.bool_] | None = None

    def at(self, chosen: npt.NDArray[np.bool_]) -> "Points":
        """Return some of the points."""
        held = {one.name: getattr(self, one.name) for one in fields(self)}
        return replace(self, **{k: v[chosen] for k, v in held.items() if v is not None})


def in_time(points: Points, left_out: Counter[str]) -> Points:
    """Return the points whose time lies within 100 hours of the middle one, and count the others.

    >>> left_out = Counter()
    >>> len(in_time(Points(time_s=np.array([5.0, 6, 7, 9e9])), left_out).time_s), +left_out
    (3, Counter({'point at a time far from all others': 1}))
    """
    known = np.isfinite(points.time_s)
    if not known.any():
        return points.at(known)
    middle = np.median(points.time_s[known])
    near = known & (np.abs(points.time_s - middle) <= LONGEST_S)
    left_out[STRAY] += int(known.sum() - near.sum())
    return points.at(near)


def stream_of(points: Points, start_s: float, sport: Sport) -> Stream | None:
    """Return the stream of points from a start on: one sample a moment, values within bounds."""
    points = points.at(points.time_s >= start_s)
    moments, which = np.unique(np.round(points.time_s - start_s, 3), return_inverse=True)
    if not 1 <= len(moments) <= MAX_SAMPLES:
        return None
    columns: dict[str, Array] = {"elapsed_s": moments}
    for name in BOUNDS.keys() - {"elapsed_s", "cadence_spm"}:
        _add(columns, name, getattr(points, name), which)
    if sport in ON_FOOT:
        _add(columns, "cadence_spm", _steps(points.cadence), which)
    _mend_places(columns)
    _mend_distance(columns, _parts(points, which, len(moments)), sport)
    return Stream(**columns)


def _add(
    columns: dict[str, Array], name: str, given: Array | None, which: npt.NDArray[np.intp]
) -> None:
    """Add a column: the last known value of each moment, what no body or place has is unknown."""
    if given is None:
        return
    low, high = BOUNDS[name]
    known = (given >= low) & (given <= high)
    if known.any():
        column = np.full(len(columns["elapsed_s"]), np.nan)
        column[which[known]] = given[known]
        columns[name] = column


def _steps(cadence: Array | None) -> Array | None:
    """Return steps a minute from steps, or from the strides of one leg."""
    if cadence is None or not (cadence > 0).any():
        return None
    usual = np.median(cadence[cadence > 0])
    return cadence * 2 if usual < STRIDES_BELOW else cadence


def _mend_places(columns: dict[str, Array]) -> None:
    """Take out positions that are half known, and the one off Africa that stands for none."""
    latitude, longitude = columns.get("latitude"), columns.get("longitude")
    if latitude is None or longitude is None:
        columns.pop("latitude", None)
        columns.pop("longitude", None)
        return
    none = np.isnan(latitude) | np.isnan(longitude) | ((latitude == 0) & (longitude == 0))
    latitude[none] = longitude[none] = np.nan


def _parts(points: Points, which: npt.NDArray[np.intp], samples: int) -> Array:
    """Return the number of the part of the track that each sample lies in."""
    starts = np.zeros(samples)
    if points.starts_part is not None:
        starts[which[points.starts_part]] = 1
    return np.cumsum(starts)


def _mend_distance(columns: dict[str, Array], part: Array, sport: Sport) -> None:
    """Make the distance one that never falls; where the file has none, follow the positions."""
    metres = columns.pop("distance_m", None)
    if metres is not None and np.nanmax(metres) > 0:
        columns["distance_m"] = _never_falling(metres)
    elif "latitude" in columns:
        fastest = FASTEST_RUN_MPS if sport in ON_FOOT else FASTEST_MPS
        columns["distance_m"] = track_m(
            columns["latitude"], columns["longitude"], columns["elapsed_s"], part, fastest
        )


def _never_falling(metres: Array) -> Array:
    """Return a distance that never falls, unknown where it was."""
    risen = np.fmax.accumulate(metres)
    risen[np.isnan(metres)] = np.nan
    return risen
