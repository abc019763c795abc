"""Laps as a person pastes them: one a line, a distance and a time."""

import re

from ironstride import standards, units
from ironstride.records import Lap
from ironstride.units import DistanceUnit

MOST_LAPS, LONGEST_BARE = 500, 100
_CLOCK = r"\d{1,3}(?::\d\d){1,2}(?:[.,]\d+)?"
_LONG = rf"(?P<long>{_CLOCK}|\d+(?:[.,]\d+)?s)"
_FAR, _BETWEEN = r"(?P<far>\d[\d.,]*?)\s*", r"(?:\s*[,;|/=:–-]\s*|\s+(?:in\s+)?)"
_NUMBER = r"(?:(?:lap\s*)?\d{1,3}[.):]\s+|lap\s*\d{1,3}\s+)?"
_ROW = r"(?:lap\s*)?\d{1,3}\s+"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_NUMBER}{_FAR}(?P<unit>km|mi|m)?{_BETWEEN}{_LONG}",
        rf"{_NUMBER}{_LONG}{_BETWEEN}{_FAR}(?P<unit>km|mi|m)",
        # Rows of a watch's table: lap, time, time so far, distance, …; or lap, distance, time, …
        rf"{_ROW}{_LONG}(?:\s+{_CLOCK})?\s+(?P<far>\d+[.,]\d\d)(?:\s*(?P<unit>km|mi))?(?:\s.*)?",
        rf"{_ROW}(?P<far>\d+[.,]\d\d?)(?:\s*(?P<unit>km|mi))?\s+{_LONG}(?:\s+[^/\s].*)?",
    )
)
_SPELLINGS = (
    (r"(?<=\d)\s*kilomet(?:re|er)s?\b", " km"),
    (r"(?<=\d)\s*miles?\b", " mi"),
    (r"(?<=\d)\s*met(?:re|er)s?\b", " m"),
    (r"(\d)\s*['′]\s*(\d\d(?:[.,]\d+)?)\s*(?:[\"″”]|'')?", r"\1:\2"),
    (r"(\d)m(\d\d)s?\b", r"\1:\2"),
    (r"(?<=\d)\s*(?:s|secs?|seconds?)$", "s"),
)
_HEAD = re.compile(r"\b(?:laps?|time|distance|pace|splits?)\b", re.IGNORECASE)
_SUM = re.compile(r"(?:summary|total)\b", re.IGNORECASE)


def read_laps(text: str, unit: DistanceUnit) -> tuple[Lap, ...]:
    r"""Return the laps [m], [s] of pasted lines; a bare distance is in the runner's unit.

    Raises:
        ValueError: a line is no lap; the sentence names it.

    >>> read_laps("1 4:05\n400 m, 1:32", "km")
    (Lap(distance_m=1000.0, duration_s=245.0), Lap(distance_m=400.0, duration_s=92.0))
    """
    lines = _rows([line.strip() for line in text.splitlines() if line.strip()])
    if len(lines) > MOST_LAPS:
        raise ValueError(f"a run has at most {MOST_LAPS} laps, got {len(lines)}")
    return tuple(_lap(number, line, unit) for number, line in enumerate(lines, start=1))


def write_laps(laps: tuple[Lap, ...], unit: DistanceUnit) -> str:
    """Return laps as the lines that `read_laps` reads.

    >>> write_laps((Lap(distance_m=1000, duration_s=245),), "km")
    '1 km 4:05'
    """
    return "\n".join(
        f"{units.distance_in(lap.distance_m, unit):.3f}".rstrip("0").rstrip(".")
        + f" {unit} {units.format_clock(lap.duration_s)}"
        for lap in laps
    )


def _rows(lines: list[str]) -> list[str]:
    """Return the lines without what stands above and below the rows of a table."""
    head = 0
    if lines and _HEAD.search(lines[0]):
        head = next((at for at, line in enumerate(lines) if re.search(r"\d", line)), 0)
    rows = lines[head:]
    return rows[:-1] if len(rows) > 1 and _SUM.match(rows[-1]) else rows


def _lap(number: int, line: str, unit: DistanceUnit) -> Lap:
    try:
        found = _found(line)
        lap = Lap(distance_m=_metres(found, unit), duration_s=_seconds(found["long"]))
        _refuse_impossible(lap, found[0])
    except ValueError as why:
        raise ValueError(f"lap {number}: {why}") from None
    return lap


def _found(line: str) -> re.Match[str]:
    for pattern, instead in _SPELLINGS:
        line = re.sub(pattern, instead, line, flags=re.IGNORECASE)
    for shape in _SHAPES:
        if found := shape.fullmatch(line):
            return found
    raise ValueError("write a distance and a time, such as 1 km 4:05 or 400 m 75s")


def _metres(found: re.Match[str], unit: DistanceUnit) -> float:
    far, said = found["far"], (found["unit"] or unit).lower()
    if said == "m" and re.fullmatch(r"\d{1,3}\.\d{3}", far):
        raise ValueError(f"{far} m may mean thousands: write {far.replace('.', '')} m")
    number = units.parse_number(far)
    if found["unit"] is None and number >= LONGEST_BARE:
        raise ValueError(f"{far} {unit} is too long for a lap: for metres write {far} m")
    return number if said == "m" else units.metres(number, "mi" if said == "mi" else "km")


def _seconds(long: str) -> float:
    is_seconds = long.lower().endswith("s")
    return units.parse_number(long[:-1]) if is_seconds else units.parse_clock(long)


def _refuse_impossible(lap: Lap, line: str) -> None:
    """Refuse a pace that nobody runs: numbers of laps pasted as distances give it away."""
    if lap.distance_m / lap.duration_s > standards.fastest_speed(lap.distance_m):
        raise ValueError(
            f"“{line}” is faster than the world standard: is there a distance before the time?"
        )
