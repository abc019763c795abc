"""Garmin's account export: every activity in sum, in centimetres and milliseconds (JSON)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from ironstride.importers import build
from ironstride.importers.base import Choices, Origin, Question, Reading, RowError, Sourced
from ironstride.importers.cadence import steps_a_minute
from ironstride.importers.decoding import UnreadableFile
from ironstride.importers.json_text import Fields, above_zero, number, objects_in, words
from ironstride.importers.keys import made_key, settled
from ironstride.importers.moments import FURTHEST_MIN, local
from ironstride.importers.recordings.track import DAMAGED
from ironstride.importers.sports import sport_of
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip
from ironstride.records import Run, Sport

SOURCE = "garmin-json"
NAME = "Garmin account export (summarizedActivities.json)"

MOST_ACTIVITIES = 100_000
PARENT = "multisport session as a whole: its parts are kept"
NO_ZONE = "activity whose local time the file does not hold, read in UTC"
_LIST = re.compile(r'(?<!\\)"summarizedActivitiesExport"\s*:\s*\[')
_LOOKED_AT = 4096
# Words of Garmin's own that no list shows.
_SPORTS: dict[str, Sport] = {
    "obstacle_run": "run", "ultra_run": "run", "indoor_running": "treadmill",
    "casual_walking": "walk", "speed_walking": "walk", "road_biking": "ride",
    "indoor_cycling": "ride", "virtual_ride": "ride", "lap_swimming": "swim",
}  # fmt: skip
_CM, _MS = 100.0, 1000.0
_RACE = 1
_EPOCH = datetime(1970, 1, 1)
_READ_FROM = (
    Origin("start", "startTimeLocal", "local time"),
    Origin("distance", "distance", "cm"),
    Origin("moving time", "duration", "ms"),
    Origin("elapsed time", "elapsedDuration", "ms"),
    Origin("climb", "elevationGain", "cm"),
    Origin("average heart rate", "avgHr", "bpm"),
    Origin("maximum heart rate", "maxHr", "bpm"),
    Origin("cadence", "avgDoubleCadence", "steps per minute"),
    Origin("temperature", "minTemperature", "°C"),
    Origin("sport", "activityType", ""),
    Origin("title", "name", ""),
    Origin("notes", "description", ""),
)


def recognises_file(data: bytes) -> bool:
    """Tell whether a file is Garmin's list of activities, by the word it begins with."""
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start[:1] in (b"[", b"{") and b'"summarizedActivitiesExport"' in start


def read_file(data: bytes, choices: Choices) -> Reading:
    """Return Garmin's activities: local starts, the timer's time [s], metres.

    Raises:
        UnreadableFile: it holds no activities.
    """
    left_out: Counter[str] = Counter()
    made: list[Sourced] = []
    refused: list[RowError] = []
    for nth, said in _activities(data, left_out):
        dropped: Counter[str] = Counter()
        try:
            made.append(_sourced(nth, said, choices, dropped))
        except ValueError as error:
            refused.append(RowError(nth, str(error)))
        else:
            left_out.update(dropped)
    if not made and not refused and not left_out:
        raise UnreadableFile("the file is Garmin's list of activities, and empty")
    questions = tuple(_questions(left_out, choices))
    sessions = settled(made, left_out)
    return Reading(SOURCE, sessions, tuple(refused), dict(+left_out), questions, _READ_FROM)


def _activities(data: bytes, left_out: Counter[str]) -> Iterator[tuple[int, Fields]]:
    """Yield number and fields of each activity, one at a time: such a file can be large."""
    text = data.decode("utf-8-sig", "replace")
    lists = (objects_in(text, start.end() - 1) for start in _LIST.finditer(text))
    for nth, said in enumerate(chain.from_iterable(lists), start=1):
        if nth > MOST_ACTIVITIES:
            raise UnreadableFile(f"the file holds more than {MOST_ACTIVITIES:,} activities")
        if said is None:
            left_out[DAMAGED] += 1
        elif said.get("parent") is True:
            left_out[PARENT] += 1
        else:
            yield nth, said


def _sourced(nth: int, said: Fields, choices: Choices, dropped: Counter[str]) -> Sourced:
    """Return an activity, known by Garmin's number."""
    kind = said.get("activityType")
    word = words(kind.get("typeKey") if isinstance(kind, dict) else kind)
    plain = word.removesuffix("_v2")
    sport = _SPORTS.get(plain) or sport_of(plain.replace("_", " "))
    title = words(said.get("name")) or (plain.replace("_", " ") if sport == "other" else "")
    started = _started(said, choices, dropped)
    values: dict[str, Any] = {
        **started,
        "duration_s": _rounded(above_zero(said.get("duration"), _MS)),
        "elapsed_s": _rounded(above_zero(said.get("elapsedDuration"), _MS)),
        "title": clip(title, MAX_TITLE),
        "notes": clip(words(said.get("description")), MAX_NOTES),
        "avg_hr_bpm": above_zero(said.get("avgHr")),
        "max_hr_bpm": above_zero(said.get("maxHr")),
    }
    if sport in Run.sports:
        values |= _run_values(said)
    starts = started["started_at"].isoformat(timespec="seconds")
    number_of = number(said.get("activityId"))
    key = f"{number_of:.0f}" if number_of else made_key(starts, sport)
    return Sourced(key, nth, build.session(sport, values, dropped))


def _run_values(said: Fields) -> dict[str, Any]:
    """Return what only a run has."""
    cadence = above_zero(said.get("avgDoubleCadence")) or above_zero(said.get("avgRunCadence"))
    return {
        "distance_m": _rounded(above_zero(said.get("distance"), _CM)),
        "ascent_m": _rounded(above_zero(said.get("elevationGain"), _CM)),
        "cadence_spm": steps_a_minute(cadence),
        "temperature_c": number(said.get("minTemperature")),
        "type": "race" if number(said.get("eventTypeId")) == _RACE else "other",
    }


def _started(said: Fields, choices: Choices, dropped: Counter[str]) -> dict[str, Any]:
    """Return the local start, and how far it is ahead of UTC; ValueError where there is none."""
    there = number(said.get("startTimeLocal"))
    utc = number(said.get("startTimeGmt")) or number(said.get("beginTimestamp"))
    if there is not None:
        offset = None if utc is None else round((there - utc) / 60_000)
        is_zone = offset is not None and abs(offset) <= FURTHEST_MIN and offset % 15 == 0
        return {"started_at": _moment(there), "utc_offset_min": offset if is_zone else None}
    if utc is None:
        raise ValueError("the activity does not say when it started")
    if choices.zone is None:
        dropped[NO_ZONE] += 1
    started_at, ahead = local(_moment(utc), choices.zone)
    return {"started_at": started_at, "utc_offset_min": ahead}


def _moment(milliseconds: float) -> datetime:
    try:
        return _EPOCH + timedelta(seconds=int(milliseconds / _MS))
    except OverflowError:
        raise ValueError("the activity does not say when it started") from None


def _questions(left_out: Counter[str], choices: Choices) -> Iterable[Question]:
    if left_out[NO_ZONE] and choices.zone is None:
        yield Question(
            "zone",
            "some activities hold their time in UTC only: without your time zone, a session late "
            "in the evening or early in the morning may land on the wrong day",
        )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
