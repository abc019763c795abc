"""Laps as a person pastes them: one a line, a distance and a time."""

import re

from ironstride import units
from ironstride.records import Lap
from ironstride.units import DistanceUnit

MOST_LAPS = 500
_LAP = re.compile(
    r"(?:\d{1,3}[.):]\s+)?(?P<far>\d[\d.,]*)\s*(?P<unit>km|mi|m)?[\s,;]+(?P<long>\d[\d:.,]*)",
    re.IGNORECASE,
)


def read_laps(text: str, unit: DistanceUnit) -> tuple[Lap, ...]:
    r"""Return the laps [m], [s] of pasted lines; a bare distance is in the runner's unit.

    Raises:
        ValueError: a line is no lap; the sentence names it.

    >>> read_laps("1 4:05\n400 m, 1:32", "km")
    (Lap(distance_m=1000.0, duration_s=245.0), Lap(distance_m=400.0, duration_s=92.0))
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
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


def _lap(number: int, line: str, unit: DistanceUnit) -> Lap:
    match = _LAP.fullmatch(line)
    if match is None:
        raise ValueError(f"lap {number}: write a distance and a time, such as 1 km 4:05")
    try:
        far, said = units.parse_number(match["far"]), (match["unit"] or unit).lower()
        distance_m = far if said == "m" else units.metres(far, "mi" if said == "mi" else "km")
        return Lap(distance_m=distance_m, duration_s=units.parse_clock(match["long"]))
    except ValueError as why:
        raise ValueError(f"lap {number}: {why}") from None
