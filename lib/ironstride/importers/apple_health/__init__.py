"""Apple Health's `export.xml`: its workouts only, read as the file comes in."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from ironstride.importers.apple_health.pieces import without_records
from ironstride.importers.apple_health.sessions import READ_FROM, sourced
from ironstride.importers.apple_health.workouts import WorkoutWalker, without_copies
from ironstride.importers.base import Choices, Reading, RowError, Sourced
from ironstride.importers.decoding import UnreadableFile
from ironstride.importers.keys import settled
from ironstride.importers.recordings.track import DAMAGED
from ironstride.importers.xml_walk import root_of, walk

SOURCE = "apple-health"
NAME = "Apple Health export.xml"

MAX_BYTES = 8 << 30
_PIECE = 1 << 20


def recognises_file(data: bytes) -> bool:
    """Tell whether a file is Apple's export, by its outermost element."""
    return root_of(data) == "HealthData"


def read_file(data: bytes, _choices: Choices) -> Reading:
    """Return the workouts of an export: starts by the zone they were in, metres, seconds.

    Raises:
        UnreadableFile: it holds no workouts.
    """
    return _read(iter([data]))


def read_open(start: bytes, file: BinaryIO) -> Reading:
    """Return the workouts of an open file whose first bytes were read already.

    Raises:
        UnreadableFile: it holds no workouts, or is larger than any export.
    """
    return _read(chain([start], _pieces(file)))


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    left = MAX_BYTES
    while piece := file.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise UnreadableFile(f"the file is larger than {MAX_BYTES >> 30} GB")
        yield piece


def _read(pieces: Iterator[bytes]) -> Reading:
    walker = WorkoutWalker()
    whole = walk(without_records(pieces), walker)
    if not walker.workouts:
        raise UnreadableFile(
            "the file is an export of Apple Health that holds no workouts"
            if whole
            else "the file is damaged before its first workout"
        )
    left_out: Counter[str] = Counter()
    if not whole:
        left_out[DAMAGED] += 1
    made: list[Sourced] = []
    refused: list[RowError] = []
    for workout in without_copies(walker.workouts, left_out):
        dropped: Counter[str] = Counter()
        try:
            made.append(sourced(workout, dropped))
        except ValueError as error:
            refused.append(RowError(workout.nth, str(error)))
        else:
            left_out.update(dropped)
    sessions = settled(made, left_out)
    return Reading(SOURCE, sessions, tuple(refused), dict(+left_out), (), READ_FROM)
