"""adidas Running (Runtastic until 2019): one JSON file for each session, with or without points."""

from collections import Counter
from datetime import datetime
from typing import Any

from ironstride.importers.base import Choices, Origin, Reading, RowError, Sourced
from ironstride.importers.decoding import UnreadableFile
from ironstride.importers.json_text import Fields, above_zero, number, parsed, words
from ironstride.importers.moments import FURTHEST_MIN
from ironstride.importers.recordings.points import Said, session_of, zone_question
from ironstride.importers.recordings.track import Track, key_of
from ironstride.records import Sport

SOURCE = "adidas-json"
NAME = "adidas Running (Runtastic) session"

_MS = 1000.0
# What is no sport of the log keeps its number as a title.
_SPORTS: dict[str, Sport] = {
    "1": "run", "14": "treadmill", "2": "walk", "19": "walk", "39": "walk", "7": "hike",
    "13": "hike", "3": "ride", "4": "ride", "15": "ride", "22": "ride", "36": "ride",
    "17": "row", "18": "swim", "8": "ski", "9": "ski", "10": "ski", "53": "ski",
    "31": "yoga", "34": "strength", "69": "strength",
}  # fmt: skip
_OF_POINT = {
    "distance": "distance_m",
    "heart_rate": "hr_bpm",
    "altitude": "altitude_m",
    "latitude": "latitude",
    "longitude": "longitude",
}
_READ_FROM = (
    Origin("start", "start_time", "UTC, with the file's own offset"),
    Origin("moving time", "duration", "ms"),
    Origin("distance", "distance", "m"),
    Origin("climb", "elevation_gain", "m"),
    Origin("average heart rate", "pulse_avg, heart_rate", "bpm"),
    Origin("temperature", "temperature", "°C"),
    Origin("sport", "sport_type_id", ""),
    Origin("notes", "notes", ""),
)


def recognises_file(data: bytes) -> bool:
    """Tell whether a file is a session of adidas Running, by its words."""
    is_object = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return is_object and b'"sport_type_id"' in data and b'"start_time_timezone_offset"' in data


def read_file(data: bytes, choices: Choices) -> Reading:
    """Return a session without its points.

    Raises:
        UnreadableFile: it is damaged.
    """
    return read_session(data, None, None, choices)


def read_session(
    session: bytes, places: bytes | None, hearts: bytes | None, choices: Choices
) -> Reading:
    """Return a session with the points of the files of its name in GPS-data and Heart-rate-data.

    Raises:
        UnreadableFile: the session is damaged; damaged points are left out.
    """
    fields = parsed(session)
    if not isinstance(fields, dict):
        raise UnreadableFile("the file is damaged: it holds no session")
    left_out: Counter[str] = Counter()
    track = Track()
    for points in (places, hearts):
        if points is not None:
            _add_points(points, track, left_out)
    said = said_of(fields)
    try:
        made, stream = session_of(said, track.points(), choices, left_out)
    except ValueError as error:
        return Reading(SOURCE, rejected=(RowError(1, str(error)),), read_from=_READ_FROM)
    key = words(fields.get("id")).strip() or key_of(said.start_s or 0)
    questions = zone_question(left_out)
    one = Sourced(key, 1, made, stream)
    return Reading(SOURCE, (one,), (), dict(+left_out), questions, _READ_FROM)


def said_of(fields: Fields) -> Said:
    """Return what a session's file says, in the layout of old or in that with features (2021)."""
    features = _features(fields)
    way = {**fields, **features.get("track_metrics", {})}
    heart = features.get("heart_rate", {})
    number_of = words(fields.get("sport_type_id"))
    sport = _SPORTS.get(number_of, "other")
    if sport == "run" and fields.get("indoor") is True:
        sport = "treadmill"
    start_ms, end_ms = number(fields.get("start_time")), number(fields.get("end_time"))
    return Said(
        sport=sport,
        start_s=start_ms and start_ms / _MS,
        elapsed_s=above_zero(end_ms - start_ms, _MS) if start_ms and end_ms else None,
        moving_s=above_zero(fields.get("duration"), _MS),
        distance_m=above_zero(way.get("distance")),
        ascent_m=above_zero(way.get("elevation_gain")),
        avg_hr_bpm=above_zero(heart.get("average") or fields.get("pulse_avg")),
        max_hr_bpm=above_zero(heart.get("maximum") or fields.get("pulse_max")),
        cadence=above_zero(features.get("steps", {}).get("average_step_rate")),
        temperature_c=number(features.get("weather", fields).get("temperature")),
        offset_min=_offset_min(fields),
        title=f"adidas sport {number_of}" if sport == "other" and number_of else "",
        notes=words(fields.get("notes")),
    )


def _features(fields: Fields) -> dict[str, Fields]:
    """Return the features of a session by their type."""
    every = fields.get("features")
    found: dict[str, Fields] = {}
    for one in every if isinstance(every, list) else ():
        if isinstance(one, dict) and isinstance(one.get("attributes"), dict):
            found.setdefault(words(one.get("type")), one["attributes"])
    return found


def _offset_min(fields: Fields) -> int | None:
    ahead = number(fields.get("start_time_timezone_offset"))
    minutes = None if ahead is None else round(ahead / _MS / 60)
    return minutes if minutes is not None and abs(minutes) <= FURTHEST_MIN else None


def _add_points(data: bytes, track: Track, left_out: Counter[str]) -> None:
    """Add the points of a file; what is no list of them is counted."""
    try:
        points: Any = parsed(data)
    except UnreadableFile:
        points = None
    if not isinstance(points, list):
        left_out["file of points that cannot be read"] += 1
        return
    for point in points:
        if isinstance(point, dict):
            track.say("time_s", _moment_s(point.get("timestamp")))
            for name, column in _OF_POINT.items():
                if (value := number(point.get(name))) is not None:
                    track.say(column, value)
            track.end_point()


def _moment_s(value: object) -> float:
    """Return a moment [s since 1970, UTC] from milliseconds or text, NaN where there is none.

    >>> _moment_s(1535794114000), _moment_s("2018-09-01 11:28:34 +0200")
    (1535794114.0, 1535794114.0)
    """
    milliseconds = number(value)
    if milliseconds is not None:
        return milliseconds / _MS
    try:
        return datetime.strptime(words(value), "%Y-%m-%d %H:%M:%S %z").timestamp()
    except (ValueError, OverflowError):
        return float("nan")
