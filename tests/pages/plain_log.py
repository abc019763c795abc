"""A Strava list read with nothing but `csv`, and numbers written as the pages write them."""

import csv
import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import fsum
from zoneinfo import ZoneInfo

DAY, WEEK = timedelta(days=1), timedelta(days=7)
RUNNING = {"Run": "run", "Trail Run": "trail", "Virtual Run": "virtual"}
WHEN = "%b %d, %Y, %I:%M:%S %p"


@dataclass(frozen=True)
class Done:
    """One activity: SI units, None where the file says nothing."""

    at: datetime
    kind: str
    sport: str
    type: str
    metres: float | None
    moving: float | None
    elapsed: float | None
    climb: float | None
    bpm: float | None
    top_bpm: float | None
    celsius: float | None
    rpe: float | None

    @property
    def day(self) -> date:
        return self.at.date()


def read(text: str, zone: str) -> list[Done]:
    """Return the activities, oldest first, at the wall clock of a zone."""
    header, *rows = csv.reader(io.StringIO(text))
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places[name] = place  # of two columns of one name the second holds metres and seconds
    done = [_one({name: row[place] for name, place in places.items()}, zone) for row in rows]
    return sorted(done, key=lambda one: one.at)


def _one(cell: dict[str, str], zone: str) -> Done:
    def number(name: str, digits: int = 1) -> float | None:
        text = cell.get(name, "")
        return round(float(text), digits) if text else None

    named = cell["Activity Type"]
    kind = "run" if named in RUNNING else "lift" if named == "Weight Training" else "other"
    told = "long" if cell.get("Long Run") in ("1", "1.0", "true") else "other"
    raced = cell.get("Competition") in ("1", "1.0", "true")
    utc = datetime.strptime(cell["Activity Date"], WHEN).replace(tzinfo=UTC)
    elapsed = number("Elapsed Time", 9) or None
    weather = number("Weather Temperature")
    return Done(
        at=utc.astimezone(ZoneInfo(zone)).replace(tzinfo=None),
        kind=kind,
        sport=RUNNING.get(named, "other"),
        type="race" if raced else told,
        metres=number("Distance", 2) or None,
        moving=number("Moving Time", 9) or elapsed,
        elapsed=elapsed,
        climb=number("Elevation Gain"),
        bpm=number("Average Heart Rate") or None,
        top_bpm=number("Max Heart Rate") or None,
        celsius=number("Average Temperature") if weather is None else weather,
        rpe=number("Perceived Exertion") or None,
    )


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def total(done: list[Done], name: str) -> float:
    return fsum(getattr(one, name) or 0.0 for one in done)


def grouped(value: float, digits: int = 0) -> str:
    return f"{value:,.{digits}f}".replace(",", "\u202f")


def km(metres: float, digits: int = 1) -> str:
    return f"{grouped(metres / 1000, digits)} km"


def clock(seconds: float) -> str:
    whole = round(seconds)
    hours, minutes, left = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def pace(metres: float, seconds: float) -> str:
    return f"{clock(1000 * seconds / metres)} /km"


def hours(seconds: float) -> str:
    minutes = round(seconds / 60)
    whole = f"{grouped(minutes // 60)} h {minutes % 60:02} min"
    return whole if minutes >= 60 else f"{minutes} min"


def count(number: int, noun: str) -> str:
    return f"{grouped(number)} {noun}{'' if number == 1 else 's'}"


def day(one: date) -> str:
    return f"{one.day} {one:%b %Y}"
