"""GPX: tracks of points, from watches, phones and sites; each track is one session."""

import re
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from ironstride.importers.base import Choices, Reading, UnreadableFile
from ironstride.importers.recordings.columns import in_time
from ironstride.importers.recordings.measures import track_m
from ironstride.importers.recordings.points import Points, Said
from ironstride.importers.recordings.sessions import Heard, reading_of
from ironstride.importers.recordings.track import (
    MAX_SESSIONS,
    Track,
    number,
    refuse_more,
    seconds,
)
from ironstride.importers.sports import sport_of
from ironstride.importers.xml_walk import root_of, walk
from ironstride.records import Sport

SOURCE = "gpx"
NAME = "GPX recording"

GUESSED = "sport that the file does not name, told by its pace"
# Strava wrote numbers for a while.
_NUMBERS: dict[str, Sport] = {"1": "ride", "4": "hike", "9": "run", "10": "walk", "16": "swim"}
_WORDS = ("name", "type", "desc", "cmt")
_OF_POINT = {
    "ele": "altitude_m",
    "hr": "hr_bpm",
    "heartrate": "hr_bpm",
    "heart_rate": "hr_bpm",
    "cad": "cadence",
    "cadence": "cadence",
    "runcadence": "cadence",
    "atemp": "temperature_c",
    "temp": "temperature_c",
    "temperature": "temperature_c",
}
# Half of a run is at 9:00 /km or faster, and nearly all of it slower than 2:34 /km.
_RUN_MPS, _FASTEST_RUN_MPS, _WALK_MPS = 1.85, 6.5, 0.6
_OVER_S = 30.0
# What Apple calls each of them.
_ROUTE = re.compile(r"Route \d{4}-\d\d-\d\d")


def recognises_file(data: bytes) -> bool:
    """Tell whether a file is GPX, by its outermost element."""
    return root_of(data).casefold() == "gpx"


def read_file(data: bytes, choices: Choices) -> Reading:
    """Return the tracks of a GPX file: times in UTC, metres, distance along the positions.

    Raises:
        UnreadableFile: it holds no track with times.
    """
    walker = _Walker()
    whole = walk([data], walker)
    recorded = [one for one in walker.tracks if len(one.track)]
    if not recorded:
        raise UnreadableFile(_why_none(walker, whole))
    return reading_of(SOURCE, [one.heard() for one in recorded], choices, whole=whole)


def _why_none(walker: "_Walker", whole: bool) -> str:
    if not whole:
        return "the file is damaged before its first point"
    if walker.planned or any(one.track.untimed for one in walker.tracks):
        return "the file is a route without times, not a recording"
    return "the file is GPX without a track"


@dataclass
class _Recorded:
    """One track, as it comes in."""

    words: dict[str, str] = field(default_factory=dict)
    track: Track = field(default_factory=Track)

    def heard(self) -> Heard:
        """Return what the track says of its session; words that name no sport leave it to pace."""
        word = self.words.get("type", "")
        name = self.words.get("name", "")
        sport = _sport(word) or (None if word else _sport_in_name(name))
        guessed = () if sport or word else (GUESSED,)
        if guessed:
            sport = sport_by_pace(self.track.points())
        said = Said(
            sport=sport or "other",
            title="" if _ROUTE.match(name) else name or word,
            notes=self.words.get("desc", "") or self.words.get("cmt", ""),
        )
        return Heard(said, self.track, word, guessed)


def _sport(word: str) -> Sport | None:
    """Return the sport that a track's type names, or None.

    >>> _sport("trail_running"), _sport("9"), _sport("kitesurf")
    ('trail', 'run', None)
    """
    sport = _NUMBERS.get(word.strip()) or sport_of(word.replace("_", " "))
    return None if sport == "other" else sport


def _sport_in_name(name: str) -> Sport | None:
    """Return the sport that a name starts with, as Runkeeper writes it.

    >>> _sport_in_name("Running 12/26/16 11:11 am"), _sport_in_name("Round the lake")
    ('run', None)
    """
    words = name.split()[:3]
    found = (_sport(" ".join(words[:count])) for count in range(len(words), 0, -1))
    return next((one for one in found if one), None)


def sport_by_pace(points: Points | None) -> Sport:
    """Return run or walk where the speed of a track without a word looks like one, else other."""
    # One point in another century would make millions of steps.
    points = None if points is None else in_time(points, Counter())
    if points is None or points.latitude is None or points.longitude is None:
        return "other"
    if not len(points.time_s):
        return "other"
    order = np.argsort(points.time_s, kind="stable")
    at = points.time_s[order]
    part = np.zeros(len(at))
    if points.starts_part is not None:
        part += np.cumsum(points.starts_part)
    metres = track_m(points.latitude[order], points.longitude[order], at - at[0], part[order], 100)
    known = ~np.isnan(metres)
    grid = np.arange(at[0], at[-1], _OVER_S)
    if len(grid) < 3 or known.sum() < 2:
        return "other"
    speeds = np.diff(np.interp(grid, at[known], metres[known])) / _OVER_S
    moving = speeds[speeds >= _WALK_MPS]
    if not len(moving) or np.quantile(moving, 0.98) > _FASTEST_RUN_MPS:
        return "other"
    return "run" if np.median(moving) >= _RUN_MPS else "walk"


class _Walker:
    """Gathers tracks; routes and bare places are plans."""

    def __init__(self) -> None:
        self.tracks: list[_Recorded] = []
        self.planned = 0

    def start(self, path: list[str], attributes: dict[str, str]) -> None:
        name = path[-1]
        if name == "trk":
            refuse_more(len(self.tracks), MAX_SESSIONS, "tracks")
            self.tracks.append(_Recorded())
        elif name in ("rte", "wpt"):
            self.planned += 1
        elif "trk" not in path:
            return
        elif name == "trkseg":
            self.tracks[-1].track.start_part()
        elif name == "trkpt":
            track = self.tracks[-1].track
            track.say("latitude", number(attributes.get("lat", "")))
            track.say("longitude", number(attributes.get("lon", "")))

    def end(self, path: list[str], text: str) -> None:
        if "trk" not in path:
            return
        recorded, name = self.tracks[-1], path[-1]
        if name == "trkpt":
            recorded.track.end_point()
        elif "trkpt" not in path:
            if name in _WORDS and path[-2:-1] == ["trk"] and text:
                recorded.words[name] = text
        elif name == "time":
            recorded.track.say("time_s", seconds(text))
        elif column := _OF_POINT.get(name.casefold()):
            recorded.track.say(column, number(text))
