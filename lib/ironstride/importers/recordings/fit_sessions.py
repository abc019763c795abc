"""The sessions of a FIT file: what each says in sum, and which of the points are its own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ironstride.importers.recordings.columns import Points
from ironstride.importers.recordings.fit_decode import Array, Decoded, Message
from ironstride.importers.recordings.fit_sets import sets_of
from ironstride.importers.recordings.fit_sports import TRANSITION, name_of, sport_of, surface_of
from ironstride.importers.recordings.gpx import GUESSED, sport_by_pace
from ironstride.importers.recordings.points import LapMark, Said
from ironstride.importers.recordings.track import from_zero
from ironstride.records import LiftSet

CHANGE_OF_SPORT = "change of sport in a race of several"
_TIMER, _START = 0, 0
_STOPS = (1, 4, 8, 9)
_QUARTER_S, _MOST_AHEAD_S = 900, 15 * 3600
# Before July 1998 there was no FIT: such a clock counts from when the watch was switched on.
_FIRST_DAY_S = 631_065_600 + 0x10000000
# Points for this long after the last session that was summed up are one that was not.
_UNSUMMED_S, _UNSUMMED_POINTS = 60.0, 10


Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class FitSession:
    """One session of a FIT file, and its number within it."""

    number: int
    said: Said
    points: Points | None


def sessions_in(found: Decoded, left_out: Counter[str]) -> Iterator[FitSession]:
    """Yield the sessions of a file, also one that the watch never summed up."""
    times = found.points.get("timestamp", np.array([]))
    times = np.where(times >= _FIRST_DAY_S, times, np.nan)
    summed = sorted(found.messages.get("session", ()), key=lambda one: _start(one) or 0)
    summed = _with_unsummed(summed, found, times)
    starts = [_start(one) for one in summed]
    sets = _sets(summed, found, left_out)
    for number, message in enumerate(summed):
        if message.get("sport") == TRANSITION:
            left_out[CHANGE_OF_SPORT] += 1
            continue
        begin, end = _span(starts, number)
        inside = (times >= begin) & (times < end)
        said = _said(message, found, (begin, end), [one for at, one in sets if begin <= at < end])
        points = _points(found.points, inside)
        if message.get("sport") is None and points is not None:
            left_out[GUESSED] += 1
            said = replace(said, sport=sport_by_pace(points))
        yield FitSession(number, said, points)


def _sets(
    summed: list[Message], found: Decoded, left_out: Counter[str]
) -> list[tuple[float, LiftSet]]:
    """Return the sets of a file with a strength session; yoga counts its poses as sets too."""
    sports = {sport_of(one.get("sport"), one.get("sub_sport")) for one in summed}
    titles = found.messages.get("exercise_title", ())
    return list(
        sets_of(
            found.messages.get("set", ()), titles, left_out if "strength" in sports else Counter()
        )
    )


def _with_unsummed(summed: list[Message], found: Decoded, times: Array) -> list[Message]:
    """Return the sessions, and one more for points that no session covers."""
    beyond = times[times > max((_end(one) for one in summed), default=0)]
    if not len(beyond):
        return summed
    if summed and (np.ptp(beyond) < _UNSUMMED_S or len(beyond) < _UNSUMMED_POINTS):
        return summed
    sports = found.messages.get("sport", ())
    named = sports[len(summed)] if len(sports) > len(summed) else {}
    return [*summed, {"start_time": float(beyond.min()), **_sport(named, found, summed)}]


def _sport(named: Message, found: Decoded, summed: Sequence[Message]) -> Message:
    """Return the sport of a session that was never summed up: as set, as lapped, as felt."""
    if named.get("sport") is not None:
        return {"sport": named["sport"], "sub_sport": named.get("sub_sport")}
    laps = [one for one in found.messages.get("lap", ()) if one.get("sport") is not None]
    if laps and not summed:
        return {"sport": laps[-1]["sport"], "sub_sport": laps[-1].get("sub_sport")}
    felt = found.points.get("activity_type", np.array([]))
    felt = felt[np.isfinite(felt)]
    return {"sport": int(np.median(felt))} if len(felt) and not summed else {}


def _span(starts: Sequence[float | None], number: int) -> tuple[float, float]:
    """Return from when to when points belong to a session: the first and last have the ends."""
    start, after = starts[number], starts[number + 1 : number + 2]
    begin = start if number and start is not None else -np.inf
    return begin, after[0] if after and after[0] is not None else np.inf


def _said(message: Message, found: Decoded, span: tuple[float, float], sets: list[LiftSet]) -> Said:
    number = message.get("sport"), message.get("sub_sport")
    sport = sport_of(*number)
    start_s = _start(message)
    return Said(
        sport=sport,
        surface=surface_of(*number),
        start_s=start_s if start_s is not None and start_s >= _FIRST_DAY_S else None,
        elapsed_s=_known(message, "total_elapsed_time"),
        moving_s=_known(message, "total_timer_time"),
        distance_m=_known(message, "total_distance"),
        ascent_m=_number(message, "total_ascent", None),
        avg_hr_bpm=_known(message, "avg_heart_rate"),
        max_hr_bpm=_known(message, "max_heart_rate"),
        cadence=_cadence(message),
        temperature_c=_number(message, "min_temperature", None),
        offset_min=_offset_min(found.messages.get("activity", ())),
        pauses=_pauses(found.messages.get("event", ())),
        laps=tuple(_laps(found.messages.get("lap", ()), span)),
        sets=tuple(sets) if sport == "strength" else (),
        title=name_of(message.get("sport")) if sport == "other" else "",
    )


def _start(message: Message) -> float | None:
    start = message.get("start_time", message.get("timestamp"))
    return float(start) if isinstance(start, int | float) else None


def _end(message: Message) -> float:
    elapsed_s = _number(message, "total_elapsed_time", 0.0)
    return float(max((_start(message) or 0) + elapsed_s, _number(message, "timestamp", 0.0)))


def _number(message: Message, name: str, missing: Any) -> Any:
    value = message.get(name)
    return float(value) if isinstance(value, int | float) and np.isfinite(value) else missing


def _known(message: Message, name: str) -> float | None:
    """Return a value that stands for unknown when it is 0 or below."""
    value = _number(message, name, None)
    return value if value and value > 0 else None


def _cadence(message: Message) -> float | None:
    whole = _known(message, "avg_cadence") or _known(message, "avg_running_cadence")
    return whole and whole + _number(message, "avg_fractional_cadence", 0.0)


def _offset_min(activities: Sequence[Message]) -> int | None:
    """Return how far the watch's clock was ahead of UTC [min]; 0 is what some write for unknown."""
    for one in activities:
        local, utc = _number(one, "local_timestamp", None), _number(one, "timestamp", None)
        if local is None or utc is None:
            continue
        ahead = round((local - utc) / _QUARTER_S) * _QUARTER_S
        if ahead and abs(ahead) <= _MOST_AHEAD_S and abs(local - utc - ahead) <= 60:
            return int(ahead // 60)
    return None


def _pauses(events: Sequence[Message]) -> tuple[tuple[float, float], ...] | None:
    """Return from when to when the timer stood still, or None where the file does not tell."""
    timer = [one for one in events if one.get("event") == _TIMER and _start(one) is not None]
    if not timer:
        return None
    pauses, stopped = [], None
    for one in sorted(timer, key=lambda one: _start(one) or 0):
        moment, kind = _start(one) or 0.0, one.get("event_type")
        if kind in _STOPS and stopped is None:
            stopped = moment
        elif kind == _START and stopped is not None:
            pauses.append((stopped, moment))
            stopped = None
    return tuple(pauses)


def _laps(laps: Sequence[Message], span: tuple[float, float]) -> Iterator[LapMark]:
    for one in laps:
        start, end = _start(one), _number(one, "timestamp", None)
        if start is not None and span[0] <= start < span[1]:
            yield LapMark(
                start_s=start,
                end_s=end,
                distance_m=_known(one, "total_distance"),
                duration_s=_known(one, "total_timer_time") or _known(one, "total_elapsed_time"),
            )


def _points(columns: dict[str, Array], inside: Mask) -> Points | None:
    """Return the points of a session, its distance counted from its own start."""
    if not inside.any():
        return None
    own = {name: column[inside] for name, column in columns.items()}
    cadence = own.get("cadence")
    if cadence is not None and "fractional_cadence" in own:
        cadence = cadence + np.nan_to_num(own["fractional_cadence"])
    return Points(
        time_s=own["timestamp"],
        distance_m=_from_start(columns.get("distance"), columns["timestamp"], inside),
        hr_bpm=own.get("heart_rate"),
        altitude_m=_either(own.get("enhanced_altitude"), own.get("altitude")),
        cadence=cadence,
        latitude=own.get("position_lat"),
        longitude=own.get("position_long"),
        temperature_c=own.get("temperature"),
    )


def _either(first: Array | None, second: Array | None) -> Array | None:
    if first is None or second is None:
        return second if first is None else first
    return np.where(np.isnan(first), second, first)


def _from_start(metres: Array | None, times: Array, inside: Mask) -> Array | None:
    """Return the distance from a session's start, where the watch counted on from the last one.

    That one may be in another file, of which this one was split.
    """
    if metres is None or np.isnan(metres[inside]).all():
        return None
    own, before = metres[inside], metres[: int(np.argmax(inside))]
    so_far = np.nanmax(before) if np.isfinite(before).any() else 0.0
    first = own[np.isfinite(own)][0]
    if so_far and first >= so_far - 1:
        return own - so_far
    return from_zero(own, [], times[inside])
