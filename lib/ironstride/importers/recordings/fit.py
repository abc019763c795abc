"""FIT recordings of watches: points, laps and sums, chained files, several sessions, sets."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import timedelta

from ironstride.importers.base import Choices, Origin, Reading, RowError, Sourced, UnreadableFile
from ironstride.importers.decoding import NoSession
from ironstride.importers.keys import made_key, settled
from ironstride.importers.recordings.fit_decode import (
    DAMAGED,
    MOST_BYTES,
    NO_RECORDING,
    TOO_LARGE,
    Decoded,
    chained,
    decoded,
    is_fit,
)
from ironstride.importers.recordings.fit_sessions import sessions_in
from ironstride.importers.recordings.points import session_of, zone_question
from ironstride.importers.recordings.sessions import origins_of
from ironstride.records import Run, Session

SOURCE = "fit"
NAME = "FIT recording"

_MOST_MB = MOST_BYTES >> 20
_KINDS = {
    1: "settings of a device",
    2: "settings of a device",
    3: "settings of sports",
    5: "a workout to be followed",
    6: "a course to be followed",
    7: "a schedule",
    9: "weights",
    10: "totals",
    11: "goals",
    15: "what was measured over a day",
    20: "a summary of activities",
    28: "what was measured over a day",
    32: "what was measured over a day",
}


def recognises_file(data: bytes) -> bool:
    """Tell whether a file is FIT, by the letters in its header."""
    return is_fit(data)


def read_file(data: bytes, choices: Choices) -> Reading:
    """Return the sessions of a FIT file; a damaged one gives what came before the damage.

    Raises:
        UnreadableFile: it holds no session and no points.
    """
    made: list[Sourced] = []
    refused: list[RowError] = []
    left_out: Counter[str] = Counter()
    kinds: set[object] = set()
    for part in chained(data):
        found = decoded(part)
        left_out[found.damage] += bool(found.damage)
        kinds.update(one.get("type") for one in found.messages.get("file_id", ()))
        for outcome in _outcomes(found, choices, left_out, len(made) + len(refused)):
            if isinstance(outcome, Sourced):
                made.append(outcome)
            else:
                refused.append(outcome)
    if not made and not refused:
        raise _why_nothing(kinds, left_out)
    questions = zone_question(left_out)
    sessions = settled(made, left_out)
    start = Origin("start", "start_time", "by the clock of the watch, else where it was")
    read_from = (start, *origins_of(sessions, choices.zone)[1:])
    return Reading(SOURCE, sessions, tuple(refused), dict(+left_out), questions, read_from)


def _outcomes(
    found: Decoded, choices: Choices, left_out: Counter[str], before: int
) -> Iterator[Sourced | RowError]:
    """Yield each session of a file, or the reason why it cannot be one."""
    for line, one in enumerate(sessions_in(found, left_out), start=before + 1):
        try:
            session, stream = session_of(one.said, one.points, choices, left_out)
        except ValueError as error:
            yield RowError(line, str(error))
        else:
            yield Sourced(_key(found, one.number, session), line, session, stream)


def _key(found: Decoded, number: int, session: Session) -> str:
    """Return the watch's number, when it made the file and which session; else start and sport."""
    for one in found.messages.get("file_id", ()):
        serial, made_s = one.get("serial_number"), one.get("time_created")
        if serial and made_s:
            return f"{serial}-{made_s}-{number}"
    start = session.started_at - timedelta(minutes=session.utc_offset_min or 0)
    return made_key(f"{start.isoformat()}Z", "run" if isinstance(session, Run) else session.sport)


def _why_nothing(kinds: Collection[object], left_out: Counter[str]) -> UnreadableFile:
    """Return the sentence about a file without a session."""
    if left_out[TOO_LARGE]:
        return UnreadableFile(f"the FIT file has more than {_MOST_MB} MB, which no watch writes")
    if left_out[DAMAGED] or left_out[NO_RECORDING]:
        return UnreadableFile("the FIT file is damaged, and nothing was recorded before the damage")
    known = [_KINDS[kind] for kind in kinds if isinstance(kind, int) and kind in _KINDS]
    if not known:
        return UnreadableFile("the FIT file holds no activity: there is nothing to import from it")
    return NoSession(
        f"the FIT file holds {known[0]}, no session: there is nothing to import from it"
    )
