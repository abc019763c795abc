"""Where the demo's chance comes from: one stream a week and room, so that none moves another."""

from datetime import date, datetime, timedelta
from typing import Literal, get_args

import numpy as np

Room = Literal[
    "calendar", "athlete", "runs", "lifts", "others", "body mass", "pains", "check-ins", "tests"
]

# A room's place is part of its seed: a new one goes last, and no number of the others moves.
_ROOMS: tuple[Room, ...] = get_args(Room)


def chance(seed: int, room: Room, week: int = 0) -> np.random.Generator:
    """Return the random numbers of one room and week; the same arguments give the same numbers.

    >>> float(chance(7, "runs", 3).random()) == float(chance(7, "runs", 3).random())
    True
    """
    return np.random.default_rng([seed, _ROOMS.index(room), week])


def pick(rng: np.random.Generator, words: tuple[str, ...]) -> str:
    """Return one of the words."""
    return words[int(rng.integers(len(words)))]


def moment(rng: np.random.Generator, day: date, earliest: float, latest: float) -> datetime:
    """Return a local start between two hours of a day, to the second."""
    seconds = int(rng.uniform(earliest, latest) * 3600)
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)


def rating(rng: np.random.Generator, usual: float, missing: float) -> float | None:
    """Return a CR-10 rating in half steps around the usual one, or None when not given."""
    rated = round(2 * float(rng.normal(usual, 0.5))) / 2
    return None if rng.random() < missing else min(10.0, max(1.0, rated))
