"""Workouts of Apple Health as they come in, and which of them an app copied in."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import itemgetter

from ironstride.importers.decoding import UnreadableFile
from ironstride.importers.text import clip, fold

COPY = "copy of another workout, put into Health by {app}"
MAX_WORKOUTS = 100_000

_TYPE = "HKWorkoutActivityType"
_STATISTIC = "HKQuantityTypeIdentifier"
# Apps that put into Health what they hold themselves.
_APPS = {
    "strava", "strong", "hevy", "connect", "garmin connect", "runkeeper", "nike run club",
    "adidas running", "runtastic", "map my run", "mapmyrun", "polar flow", "polar beat", "suunto",
    "coros", "wahoo fitness", "trainingpeaks", "zwift", "fitbit", "fitbod", "jefit", "runna",
    "rungap", "healthfit", "intervals.icu", "komoot", "peloton", "whoop", "zepp", "huawei health",
}  # fmt: skip
DISTANCES = (
    "DistanceWalkingRunning", "DistanceCycling", "DistanceSwimming", "DistanceWheelchair",
    "DistanceRowing", "DistanceCrossCountrySkiing", "DistanceDownhillSnowSports",
)  # fmt: skip
STATISTICS = (*DISTANCES, "HeartRate", "StepCount")
NOTES = ("HKTimeZone", "HKIndoorWorkout", "HKElevationAscended", "HKWeatherTemperature")
_WANTED = (
    "workoutActivityType", "duration", "durationUnit", "totalDistance", "totalDistanceUnit",
    "sourceName", "startDate", "endDate", "sum", "average", "maximum", "unit",
)  # fmt: skip
_LONGEST_WORD = 300
_SAME_OVERLAP = 0.5
_LONGEST = timedelta(days=2)


@dataclass
class Workout:
    """One workout, as its element says."""

    nth: int
    said: dict[str, str]
    statistics: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    route: str = ""

    @property
    def kind(self) -> str:
        """Return what Apple calls the sport, such as `Running`."""
        return self.said.get("workoutActivityType", "").removeprefix(_TYPE)

    @property
    def family(self) -> str:
        """Return what two apps call the same: one strength training is another's."""
        return self.kind.removeprefix("Traditional").removeprefix("Functional")

    @property
    def app(self) -> str:
        """Return who wrote the workout."""
        return " ".join(self.said.get("sourceName", "").split())

    @property
    def is_copy(self) -> bool:
        """Tell whether an app wrote it that holds it itself."""
        return fold(self.app) in _APPS

    def span(self) -> tuple[datetime, datetime] | None:
        """Return start and end, or None where one cannot be read."""
        start, end = (moment_of(self.said.get(name, "")) for name in ("startDate", "endDate"))
        return (start, end) if start and end and start <= end else None


def _wanted(attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes that a session is made of: memory stays small."""
    return {name: attributes[name][:_LONGEST_WORD] for name in _WANTED if name in attributes}


Timed = tuple[datetime, datetime, Workout]


class WorkoutWalker:
    """Gathers workouts; everything else that Health holds is passed by."""

    def __init__(self) -> None:
        self.workouts: list[Workout] = []

    def start(self, path: list[str], attributes: dict[str, str]) -> None:
        """Take note of a workout, or of what stands inside one."""
        name = path[-1]
        if name == "Record":
            return
        if name == "Workout":
            if len(self.workouts) >= MAX_WORKOUTS:
                raise UnreadableFile(f"the file holds more than {MAX_WORKOUTS:,} workouts")
            self.workouts.append(Workout(len(self.workouts) + 1, _wanted(attributes)))
        elif "Workout" in path and self.workouts:
            self._inside(path, name, attributes)

    def _inside(self, path: list[str], name: str, attributes: dict[str, str]) -> None:
        workout, is_child = self.workouts[-1], path[-2] == "Workout"
        if name == "WorkoutStatistics":
            kind = attributes.get("type", "").removeprefix(_STATISTIC)
            # The parts of a workout say the same once more.
            if kind in STATISTICS and (is_child or kind not in workout.statistics):
                workout.statistics[kind] = _wanted(attributes)
        elif name == "MetadataEntry" and is_child and attributes.get("key") in NOTES:
            workout.notes[attributes["key"]] = attributes.get("value", "")[:_LONGEST_WORD]
        elif name == "FileReference" and not workout.route:
            workout.route = attributes.get("path", "").lstrip("/")[:_LONGEST_WORD]

    def end(self, path: list[str], text: str) -> None:
        """Take no note: a workout says everything in its attributes."""


def without_copies(workouts: list[Workout], left_out: Counter[str]) -> list[Workout]:
    """Return workouts without those that an app copied in beside the same one by another."""
    originals = [(*span, one) for one in workouts if not one.is_copy and (span := one.span())]
    originals.sort(key=lambda timed: timed[:2])
    kept = []
    for one in workouts:
        if one.is_copy and _stands_beside(one, originals):
            left_out[COPY.format(app=clip(one.app, 40))] += 1
        else:
            kept.append(one)
    return kept


def _stands_beside(copy: Workout, originals: list[Timed]) -> bool:
    """Tell whether half of the shorter one overlaps with one of the same kind."""
    span = copy.span()
    if span is None:
        return False
    first = bisect_left(originals, span[0] - _LONGEST, key=itemgetter(0))
    last = bisect_right(originals, span[1], key=itemgetter(0))
    return any(
        one.family == copy.family
        and min(end, span[1]) - max(start, span[0])
        >= _SAME_OVERLAP * min(end - start, span[1] - span[0])
        for start, end, one in originals[first:last]
    )


def moment_of(text: str) -> datetime | None:
    """Return a moment with its offset, or None where a text holds none."""
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S %z")
    except (ValueError, OverflowError):
        return None
