"""A workout's session: its values in the units of the log."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ironstride import units
from ironstride.importers import build
from ironstride.importers.apple_health.workouts import DISTANCES, Workout, moment_of
from ironstride.importers.base import Origin, Sourced
from ironstride.importers.keys import made_key
from ironstride.importers.recordings.track import number, or_none
from ironstride.importers.sports import sport_of
from ironstride.importers.text import MAX_TITLE, clip
from ironstride.records import Run, Sport

_STEP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPORTS: dict[str, Sport] = {
    "TraditionalStrengthTraining": "strength",
    "FunctionalStrengthTraining": "strength",
    "CrossCountrySkiing": "ski",
    "DownhillSkiing": "ski",
}
_METRES = {
    "m": 1.0, "km": 1000.0, "cm": 0.01, "ft": units.METRES_PER_FOOT, "yd": 0.9144,
    "mi": units.metres(1, "mi"),
}  # fmt: skip
_SECONDS = {"s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0, "h": 3600.0, "ms": 0.001}
READ_FROM = (
    Origin("start", "startDate", "zone of the workout, else as written"),
    Origin("moving time", "duration", "durationUnit"),
    Origin("elapsed time", "startDate, endDate", ""),
    Origin("distance", "totalDistance, WorkoutStatistics", "its own unit"),
    Origin("climb", "HKElevationAscended", "its own unit"),
    Origin("average heart rate", "WorkoutStatistics", "bpm"),
    Origin("temperature", "HKWeatherTemperature", "°F or °C"),
    Origin("sport", "workoutActivityType", ""),
)


def sourced(workout: Workout, dropped: build.Dropped) -> Sourced:
    """Return a workout's session, known by its start in UTC and its kind.

    Raises:
        ValueError: its start, distance or time cannot be.
    """
    moment = moment_of(workout.said.get("startDate", ""))
    if moment is None:
        raise ValueError("the workout does not say when it started")
    started_at, offset = _local(moment, workout.notes.get("HKTimeZone"))
    sport = _sport(workout)
    span = workout.span()
    values: dict[str, Any] = {
        "started_at": started_at,
        "utc_offset_min": offset,
        "duration_s": _rounded(_measure(workout.said, "duration", _SECONDS, "min")),
        "elapsed_s": _rounded((span[1] - span[0]).total_seconds() or None) if span else None,
        "title": clip(_words(workout.kind), MAX_TITLE) if sport == "other" else "",
        **_heart(workout),
    }
    if sport in Run.sports:
        values |= _run_values(workout, values["duration_s"])
    key = made_key(f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", workout.kind)
    session = build.session(sport, values, dropped)
    return Sourced(key, workout.nth, session, recording=workout.route)


def _run_values(workout: Workout, duration_s: float | None) -> dict[str, Any]:
    """Return what only a run has."""
    said = workout.statistics
    distance_m = _measure(workout.said, "totalDistance", _METRES, "km")
    for name in DISTANCES:
        distance_m = distance_m or _measure(said.get(name, {}), "sum", _METRES, "km")
    steps = or_none(number(said.get("StepCount", {}).get("sum", "")))
    return {
        "distance_m": _rounded(distance_m),
        "ascent_m": _rounded(_with_unit(workout.notes.get("HKElevationAscended", ""), _METRES)),
        "cadence_spm": round(steps / duration_s * 60, 1) if steps and duration_s else None,
        "temperature_c": _celsius(workout.notes.get("HKWeatherTemperature", "")),
    }


def _heart(workout: Workout) -> dict[str, float | None]:
    beats = workout.statistics.get("HeartRate", {})
    mean, top = (or_none(number(beats.get(name, ""))) for name in ("average", "maximum"))
    return {"avg_hr_bpm": _rounded(mean), "max_hr_bpm": top}


def _sport(workout: Workout) -> Sport:
    sport = _SPORTS.get(workout.kind) or sport_of(_words(workout.kind))
    indoors = workout.notes.get("HKIndoorWorkout") == "1"
    return "treadmill" if sport == "run" and indoors else sport


def _words(kind: str) -> str:
    """Return Apple's word as words.

    >>> _words("StairClimbing")
    'Stair Climbing'
    """
    return _STEP.sub(" ", kind)


def _local(moment: datetime, zone: str | None) -> tuple[datetime, int]:
    """Return the wall clock where the workout was; without its zone, the one of the phone."""
    try:
        there = moment.astimezone(ZoneInfo(zone)) if zone else moment
    except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):
        there = moment
    ahead = there.utcoffset() or timedelta()
    return there.replace(tzinfo=None), round(ahead.total_seconds() / 60)


def _measure(
    said: dict[str, str], name: str, per_unit: dict[str, float], usual: str
) -> float | None:
    """Return a measure in the unit of the log, by the unit that stands beside it."""
    unit = said.get(f"{name}Unit") or said.get("unit") or usual
    value, per = or_none(number(said.get(name, ""))), per_unit.get(unit)
    return value * per if value and per else None


def _with_unit(text: str, per_unit: dict[str, float]) -> float | None:
    """Return a measure whose unit stands behind it, None where it cannot be read.

    >>> _with_unit("4989 cm", {"cm": 0.01}), _with_unit("high", {})
    (49.89, None)
    """
    value, _, unit = text.partition(" ")
    per = per_unit.get(unit)
    found = or_none(number(value))
    return found * per if found and per else None


def _celsius(text: str) -> float | None:
    """Return a temperature [°C].

    >>> _celsius("39.2 degF"), _celsius("4 degC"), _celsius("")
    (4.0, 4.0, None)
    """
    value, _, unit = text.partition(" ")
    found = number(value)
    if unit not in ("degF", "degC") or found != found:
        return None
    return round(units.celsius(found) if unit == "degF" else found, 1)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
