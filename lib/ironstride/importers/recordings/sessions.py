"""A recording's sessions from what it said of each: those that cannot be are refused one by one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ironstride.importers.base import Choices, Origin, Reading, RowError, Sourced
from ironstride.importers.keys import settled
from ironstride.importers.origins import utc_in
from ironstride.importers.recordings.points import Said, session_of, zone_question
from ironstride.importers.recordings.track import DAMAGED, NO_TIME, Track, key_of
from ironstride.records import Stream

_NAMES = {
    "distance_m": ("distance", "m"),
    "hr_bpm": ("heart rate", "bpm"),
    "altitude_m": ("climb", "m"),
    "cadence_spm": ("cadence", "steps per minute"),
    "latitude": ("position", "degrees"),
    "temperature_c": ("temperature", "°C"),
}


@dataclass(frozen=True)
class Heard:
    """What a file said of one session, its points, its word for the sport, what was guessed."""

    said: Said
    track: Track
    word: str = ""
    guessed: tuple[str, ...] = ()


def reading_of(source: str, every: Iterable[Heard], choices: Choices, *, whole: bool) -> Reading:
    """Return the sessions of a recording; each counts as a line of its file."""
    left_out: Counter[str] = Counter()
    made: list[Sourced] = []
    refused: list[RowError] = []
    for nth, heard in enumerate(every, start=1):
        try:
            made.append(_sourced(nth, heard, choices, left_out))
        except ValueError as error:
            refused.append(RowError(nth, str(error)))
    if not whole:
        left_out[DAMAGED] += 1
    sessions = settled(made, left_out)
    questions = zone_question(left_out)
    read_from = origins_of(sessions, choices.zone)
    return Reading(source, sessions, tuple(refused), dict(+left_out), questions, read_from)


def _sourced(nth: int, heard: Heard, choices: Choices, left_out: Counter[str]) -> Sourced:
    """Return one session, known by its start in UTC and its sport."""
    dropped: Counter[str] = Counter({NO_TIME: heard.track.untimed})
    session, stream = session_of(heard.said, heard.track.points(), choices, dropped)
    dropped.update(heard.guessed)
    left_out.update(+dropped)
    start_s = heard.said.start_s
    first_s = heard.track.first_s() if start_s is None else start_s
    return Sourced(key_of(first_s or 0, heard.word), nth, session, stream)


def origins_of(sessions: Iterable[Sourced], zone: str | None) -> tuple[Origin, ...]:
    """Return what the recordings hold, in the words of the preview."""
    streams = [one.stream for one in sessions if isinstance(one.stream, Stream)]
    held = {name for stream in streams for name in stream.columns()}
    start = Origin("start", "time of the points", utc_in(zone))
    if "latitude" in held:
        start = Origin("start", "time of the points", "UTC, shown in the zone of the place")
    said = (Origin(what, "points", unit) for name, (what, unit) in _NAMES.items() if name in held)
    return (start, *said)
