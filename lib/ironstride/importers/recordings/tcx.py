"""TCX, Garmin's recordings in XML, as most apps write them: activities, laps and their points."""

import math
from collections import Counter
from dataclasses import dataclass, field

from ironstride.importers.base import Choices, Reading, UnreadableFile
from ironstride.importers.recordings.points import LapMark, Said
from ironstride.importers.recordings.sessions import Heard, reading_of
from ironstride.importers.recordings.track import (
    MAX_LAPS,
    MAX_SESSIONS,
    Track,
    number,
    or_none,
    refuse_more,
    seconds,
)
from ironstride.importers.sports import sport_of
from ironstride.importers.xml_walk import root_of, walk
from ironstride.records import Sport

SOURCE = "tcx"
NAME = "TCX recording"

_ROOT = "TrainingCenterDatabase"
_SPORTS: dict[str, Sport] = {"running": "run", "biking": "ride"}
_WORDS = ("Id", "Notes")
_OF_LAP = (
    "TotalTimeSeconds", "DistanceMeters", "AverageHeartRateBpm", "MaximumHeartRateBpm",
    "AvgRunCadence",
)  # fmt: skip
_OF_POINT = {
    "AltitudeMeters": "altitude_m",
    "DistanceMeters": "distance_m",
    "Cadence": "cadence",
    "RunCadence": "cadence",
    "LatitudeDegrees": "latitude",
    "LongitudeDegrees": "longitude",
}


def recognises_file(data: bytes) -> bool:
    """Tell whether a file is TCX, by its outermost element."""
    return root_of(data) == _ROOT


def read_file(data: bytes, choices: Choices) -> Reading:
    """Return the activities of a TCX file: times in UTC, metres; a lap's time is its timer's.

    Raises:
        UnreadableFile: it holds no activity.
    """
    walker = _Walker()
    whole = walk([data], walker)
    if not walker.activities:
        raise UnreadableFile(_why_none(walker, whole))
    heard = [one.heard() for one in walker.activities]
    return reading_of(SOURCE, heard, choices, whole=whole)


def _why_none(walker: "_Walker", whole: bool) -> str:
    if not whole:
        return "the file is damaged before its first activity"
    if walker.plans:
        return "the file is a course or a workout to follow, not a recording"
    return "the file is TCX without an activity"


@dataclass
class _Lap:
    """One lap, as its own elements say; NaN where they do not."""

    start_s: float = math.nan
    said: dict[str, float] = field(default_factory=dict)

    def value(self, name: str) -> float | None:
        return or_none(self.said.get(name, math.nan))

    def mark(self, until_s: float | None) -> LapMark:
        """Return the lap for the session; it ends where the next one starts."""
        start_s = None if math.isnan(self.start_s) else self.start_s
        return LapMark(
            start_s=start_s,
            end_s=until_s,
            distance_m=self.value("DistanceMeters"),
            duration_s=self.value("TotalTimeSeconds"),
        )


@dataclass
class _Activity:
    """One activity, as it comes in."""

    sport: str = ""
    words: dict[str, str] = field(default_factory=dict)
    laps: list[_Lap] = field(default_factory=list)
    track: Track = field(default_factory=Track)

    tracks_of_lap: int = 0

    def start_lap(self, start_s: float) -> None:
        """Take note of a lap that begins."""
        refuse_more(len(self.laps), MAX_LAPS, "laps")
        self.laps.append(_Lap(start_s))
        self.track.start_lap()
        self.tracks_of_lap = 0

    def start_track(self) -> None:
        """Take note of points that begin: within a lap, a second time after a pause."""
        self.tracks_of_lap += 1
        if self.tracks_of_lap > 1:
            self.track.start_part()

    def heard(self) -> Heard:
        """Return what the activity says of its session."""
        sport = self.sport.strip()
        distances = [lap.value("DistanceMeters") for lap in self.laps]
        times = [lap.value("TotalTimeSeconds") for lap in self.laps]
        said = Said(
            sport=_SPORTS.get(sport.casefold(), sport_of(sport)),
            start_s=self._start_s(),
            moving_s=sum(one or 0 for one in times) or None,
            distance_m=sum(one or 0 for one in distances) if all(distances) else None,
            avg_hr_bpm=_mean([(lap.value("AverageHeartRateBpm"), lap) for lap in self.laps]),
            max_hr_bpm=max((lap.value("MaximumHeartRateBpm") or 0 for lap in self.laps), default=0)
            or None,
            cadence=_mean([(lap.value("AvgRunCadence"), lap) for lap in self.laps]),
            laps=self._marks(),
            notes=self.words.get("Notes", ""),
        )
        return Heard(said, self.track, sport)

    def _start_s(self) -> float | None:
        starts = [lap.start_s for lap in self.laps[:1]] + [seconds(self.words.get("Id", ""))]
        return next((one for one in starts if not math.isnan(one)), None)

    def _marks(self) -> tuple[LapMark, ...]:
        ends = [or_none(lap.start_s) for lap in self.laps[1:]] + [self.track.last_s()]
        return tuple(lap.mark(end) for lap, end in zip(self.laps, ends, strict=False))


def _mean(values: list[tuple[float | None, _Lap]]) -> float | None:
    """Return the mean of what the laps say, each by its time; None unless every lap says it."""
    weighed = [(value, lap.value("TotalTimeSeconds") or 0) for value, lap in values]
    total = sum(weight for _, weight in weighed)
    if not total or any(value is None and weight for value, weight in weighed):
        return None
    return sum((value or 0) * weight for value, weight in weighed) / total


class _Walker:
    """Gathers activities; courses and workouts are plans."""

    def __init__(self) -> None:
        self.activities: list[_Activity] = []
        self.plans = 0
        self.met: Counter[str] = Counter()

    def start(self, path: list[str], attributes: dict[str, str]) -> None:
        name = path[-1]
        if name == "Activity":
            refuse_more(len(self.activities), MAX_SESSIONS, "activities")
            self.activities.append(_Activity(attributes.get("Sport", "")))
        elif name in ("Course", "Workout"):
            self.plans += 1
        elif name == "Lap" and path[-2:-1] == ["Activity"]:
            self.activities[-1].start_lap(seconds(attributes.get("StartTime", "").strip()))
        elif name == "Track" and "Activity" in path:
            self.activities[-1].start_track()

    def end(self, path: list[str], text: str) -> None:
        if "Activity" not in path:
            return
        if "Trackpoint" in path:
            self._end_in_point(path, text)
        elif path[-1] in _WORDS and path[-2:-1] == ["Activity"] and text:
            self.activities[-1].words[path[-1]] = text
        elif "Lap" in path and self.activities[-1].laps:
            self._end_in_lap(path, text)

    def _end_in_point(self, path: list[str], text: str) -> None:
        track, name = self.activities[-1].track, path[-1]
        if name in _OF_POINT:
            track.say(_OF_POINT[name], number(text))
        elif name == "Time":
            track.say("time_s", seconds(text))
        elif name == "Value" and path[-2] == "HeartRateBpm":
            track.say("hr_bpm", number(text))
        elif name == "Trackpoint":
            track.end_point()

    def _end_in_lap(self, path: list[str], text: str) -> None:
        """Take note of a lap's own sums; a heart rate stands one element deeper."""
        lap, name = self.activities[-1].laps[-1], path[-1]
        said = path[-2] if name == "Value" else name
        if text and said in _OF_LAP:
            lap.said[said] = number(text)
