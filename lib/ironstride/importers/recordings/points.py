"""One session of what a recording says in sum and of its points."""

from collections import Counter
from dataclasses import fields, replace
from typing import Any

import numpy as np

from ironstride.importers import build
from ironstride.importers.base import Choices
from ironstride.importers.cadence import steps_a_minute
from ironstride.importers.recordings.columns import (
    ON_FOOT,
    STRAY,
    Array,
    Points,
    in_time,
    stream_of,
)
from ironstride.importers.recordings.measures import climb_m, mean_of, moving_s
from ironstride.importers.recordings.said import LapMark, Said
from ironstride.importers.recordings.starts import NO_ZONE, start_of, started, zone_question
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip
from ironstride.records import Lap, Lift, LiftSet, Other, Run, Session, Stream

__all__ = ["NO_ZONE", "STRAY", "Array", "LapMark", "Points", "Said", "session_of", "zone_question"]

NO_LAP = "lap without a distance or a time"
NO_SETS = "strength session without sets, kept as time and heart rate"
# Convention: points of a shorter part of a session, as damage leaves them, sum up none of it.
LEAST_COVERED = 0.8


def session_of(
    said: Said, points: Points | None, choices: Choices, left_out: Counter[str]
) -> tuple[Run | Lift | Other, Stream | None]:
    """Return the session of a recording, and its stream where it has points.

    What the file says in sum counts first, its points where it says nothing. Moving time is that
    without the pauses of the timer, or where those are not told, without the steps that are slower
    than 0.5 m/s; where no distance is known it is the elapsed time. `left_out` counts what was left
    out, by reason.

    Raises:
        ValueError: there is no start, or the session is one that cannot be.
    """
    points = None if points is None else in_time(points, left_out)
    if points is not None and not len(points.time_s):
        points = None
    start_s = start_of(said, points)
    stream = None if points is None else stream_of(points, start_s, said.sport)
    values = _values(said, stream, start_s) | started(said, stream, start_s, choices, left_out)
    if said.sets:
        return _lift(values, said.sets, left_out), stream
    if said.sport == "strength":
        left_out[NO_SETS] += 1
    if said.sport in Run.sports:
        values["laps"] = tuple(_laps(said.laps, stream, start_s, left_out))
    session = build.session(said.sport, values, left_out)
    if isinstance(session, Run) and said.surface:
        session = replace(session, surface=said.surface)
    return session, stream


def _values(said: Said, stream: Stream | None, start_s: float) -> dict[str, Any]:
    """Return the measures of a session: the file's own sums first."""
    elapsed_s = said.elapsed_s or (float(stream.elapsed_s[-1]) if stream else None) or None
    moving = said.moving_s or _moving_s(said, stream, start_s, elapsed_s) or elapsed_s
    if elapsed_s and moving and elapsed_s < moving:
        elapsed_s = moving
    return {
        "elapsed_s": elapsed_s and round(elapsed_s, 1),
        "duration_s": moving and round(moving, 1),
        "title": clip(said.title, MAX_TITLE),
        "notes": clip(said.notes, MAX_NOTES),
        **_ways(said, stream),
        **_body(said, stream),
    }


def _moving_s(
    said: Said, stream: Stream | None, start_s: float, elapsed_s: float | None
) -> float | None:
    if said.pauses is not None and elapsed_s:
        end_s = start_s + elapsed_s
        inside = [(max(one, start_s), min(two, end_s)) for one, two in said.pauses]
        return elapsed_s - sum(max(two - one, 0) for one, two in inside)
    if stream is None or stream.distance_m is None:
        return None
    if not _covers(stream, stream.distance_m, elapsed_s):
        return None
    return moving_s(stream.elapsed_s, stream.distance_m)


def _covers(stream: Stream, column: Array, elapsed_s: float | None) -> bool:
    """Tell whether what is known of a column reaches over nearly all of a session."""
    at = stream.elapsed_s[~np.isnan(column)]
    return bool(at[-1] - at[0] >= LEAST_COVERED * (elapsed_s or 0))


def _ways(said: Said, stream: Stream | None) -> dict[str, Any]:
    """Return distance and climb [m]."""
    far = climb = None
    if stream is not None and stream.distance_m is not None:
        far = float(np.nanmax(stream.distance_m))
    altitude = None if stream is None else stream.altitude_m
    lasted_s = said.elapsed_s or said.moving_s
    if stream is not None and altitude is not None and _covers(stream, altitude, lasted_s):
        climb = climb_m(stream.elapsed_s, altitude)
    ascent_m = climb if said.ascent_m is None else said.ascent_m
    distance_m = said.distance_m or far or None
    return {
        "distance_m": distance_m and round(distance_m, 1),
        "ascent_m": None if ascent_m is None else round(ascent_m, 1),
    }


def _body(said: Said, stream: Stream | None) -> dict[str, Any]:
    """Return heart rate [bpm], cadence [steps a minute] and the lowest temperature [°C].

    What is above the lowest is the wrist's.
    """
    hr = None if stream is None else stream.hr_bpm
    steps = None if stream is None else stream.cadence_spm
    warm = None if stream is None else stream.temperature_c
    cadence = said.cadence
    if not cadence and stream is not None and steps is not None:
        cadence = mean_of(stream.elapsed_s, np.where(steps > 0, steps, np.nan))
    mean_hr = said.avg_hr_bpm
    if not mean_hr and stream is not None and hr is not None:
        mean_hr = mean_of(stream.elapsed_s, hr)
    top_hr = said.max_hr_bpm or (None if hr is None else float(np.nanmax(hr)))
    coolest = said.temperature_c
    if coolest is None and warm is not None:
        coolest = float(np.nanmin(warm))
    return {
        "avg_hr_bpm": mean_hr and round(mean_hr, 1),
        "max_hr_bpm": top_hr or None,
        "cadence_spm": steps_a_minute(cadence) if said.sport in ON_FOOT else None,
        "temperature_c": coolest,
    }


def _lift(values: dict[str, Any], sets: tuple[LiftSet, ...], left_out: Counter[str]) -> Lift:
    """Return the session of sets; what no body shows is left out as of any other sport's."""
    other = build.session("strength", values, left_out)
    shared = {one.name: getattr(other, one.name) for one in fields(Session)}
    return Lift(sets=sets, **shared)


def _laps(
    marks: tuple[LapMark, ...], stream: Stream | None, start_s: float, left_out: Counter[str]
) -> list[Lap]:
    """Return laps, what a mark lacks read off the stream; a single lap is the run itself."""
    if len(marks) < 2:
        return []
    laps = []
    for mark in marks:
        try:
            laps.append(_lap(mark, stream, start_s))
        except ValueError:
            left_out[NO_LAP] += 1
    return laps


def _lap(mark: LapMark, stream: Stream | None, start_s: float) -> Lap:
    distance_m, duration_s = mark.distance_m, mark.duration_s
    if mark.start_s is not None and mark.end_s is not None:
        begin, end = mark.start_s - start_s, mark.end_s - start_s
        duration_s = duration_s or end - begin
        if not distance_m and stream is not None and stream.distance_m is not None:
            known = ~np.isnan(stream.distance_m)
            at = np.interp([begin, end], stream.elapsed_s[known], stream.distance_m[known])
            distance_m = float(at[1] - at[0])
    return Lap(distance_m=round(distance_m or 0, 1), duration_s=round(duration_s or 0, 1))
