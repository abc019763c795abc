"""User text and sessions in words, safe to show."""

import re
from datetime import date
from typing import Any

from ironstride import units
from ironstride.charts.race_words import day_in_words
from ironstride.importers import NAMES
from ironstride.jobs.demo_log import DEMO
from ironstride.records import Lift, Run, Session
from ironstride.units import Units

SPORTS = {
    "run": "Run", "trail": "Trail run", "track": "Track run", "treadmill": "Treadmill run",
    "virtual": "Virtual run", "strength": "Lift", "walk": "Walk", "hike": "Hike", "ride": "Ride",
    "swim": "Swim", "row": "Row", "ski": "Ski", "yoga": "Yoga", "other": "Other",
}  # fmt: skip
RUN_TYPES = {
    "easy": "Easy", "long": "Long", "tempo": "Tempo", "intervals": "Intervals", "race": "Race",
    "hills": "Hills", "test": "Test", "other": "Not said",
}  # fmt: skip

SURFACES = {
    "road": "Road", "trail": "Trail", "track": "Track", "treadmill": "Treadmill", "other": "Other",
}  # fmt: skip

_SOURCES = NAMES | {DEMO: "Demo log"}


def tame(text: str) -> str:
    """Return text without the marks that turn the direction of what follows.

    >>> tame("abc\u202edef")
    'abcdef'
    """
    return re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def plain(text: str) -> str:
    r"""Return text that Markdown shows as it was typed: no links, images, emoji or formulas.

    What turns into a link, an emoji or an arrow by itself is parted by an invisible word joiner.
    Each line of several begins a line, and none a list, a heading or a block of code.

    >>> print(plain("![x](y) **z** 4:33 &copy;"))
    !\[x\](y) \*\*z\*\* 4:33 \&copy;
    >>> plain(":smile: www.x.y"), plain("a -> b")
    (':\u2060smile: www\u2060.x.y', 'a -\u2060\\> b')
    >>> plain("1. a\n\n    - b")
    '1\\. a  \n\\- b'
    """
    lines = re.sub(r"[ \t]*\n\s*", "  \n", re.sub(r"\A[ \t]*\t|\A {4,}", " ", tame(text)))
    parted = re.sub(r"(?<=[-<>~])(?=[-=>])", "\u2060", lines)
    escaped = re.sub(r"([\\`*_\[\]<>#|~$&])", r"\\\1", parted)
    escaped = re.sub(r"(?m)^( *\d*)([-+=.)])(?=[ \t]|$|=+ *$)", r"\1\\\2", escaped)
    return re.sub(r":(?=[A-Za-z/])|@(?=\w)|(?i:www)(?=\.)", lambda m: f"{m[0]}\u2060", escaped)


def as_sentence(text: str) -> str:
    """Return a refusal as a sentence: it begins with a capital and ends with one full stop.

    >>> as_sentence("a name must have at most 80 characters")
    'A name must have at most 80 characters.'
    """
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def source_in_words(source: str) -> str:
    """Return where a session came from, as a person calls it; several are parted by commas.

    >>> source_in_words("hevy-csv"), source_in_words("garmin-csv,typed in")
    ('Hevy workouts.csv', 'Garmin Activities.csv, typed in')
    >>> source_in_words("demo")
    'Demo log'
    """
    return ", ".join(_SOURCES.get(one, one) for one in source.split(","))


def moment(row: Any) -> str:
    """Return when a session started, as a person writes it; a day only where no time is known."""
    time = ", %H:%M" if row.time_known else ""
    return f"{row.started_at:%a %d %b %Y{time}}"


def weekday_in_words(day: date) -> str:
    """Return a day with its name.

    >>> weekday_in_words(date(2026, 11, 3))
    'Tue 3 Nov 2026'
    """
    return f"{day:%a} {day_in_words(day)}"


def run_in_words(distance_m: float | None, duration_s: float | None, chosen: Units) -> str:
    """Return a run's distance, time and pace, as far as they are known."""
    parts = []
    if distance_m:
        parts.append(units.format_distance(distance_m, chosen.distance, 2))
    if duration_s:
        parts.append(units.format_clock(duration_s))
    if distance_m and duration_s:
        parts.append(units.format_pace(distance_m, duration_s, chosen.distance))
    return " · ".join(parts)


def session_in_words(session: Session, chosen: Units) -> str:
    """Return what a session was, in one line."""
    if isinstance(session, Run):
        return run_in_words(session.distance_m, session.duration_s, chosen)
    sets = (
        units.count(len(session.sets), "set")
        if isinstance(session, Lift)
        else SPORTS[session.sport]
    )
    time = units.format_hours(session.duration_s) if session.duration_s else ""
    return " · ".join(part for part in (sets, time) if part)
