"""Race distances, days and efforts as a runner says them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from ironstride.frames.bests import DISTANCES
from ironstride.units import Units, format_clock, format_distance

KNOWN = {
    "stream": "from a recording", "laps": "from laps", "whole run": "whole run",
    "test": "time trial", "at most": "at most",
}  # fmt: skip


def each(table: pd.DataFrame) -> Iterator[Any]:
    """Yield the rows of a table, their columns as attributes."""
    yield from table.itertuples()


def distance_in_words(distance_m: float, units: Units) -> str:
    """Return the name of a standard distance, or kilometres or miles of another [m].

    >>> distance_in_words(21_097.5, Units()), distance_in_words(7_000, Units())
    ('half marathon', '7.00 km')
    """
    return DISTANCES.get(distance_m) or format_distance(distance_m, units.distance, 2)


def day_in_words(day: date) -> str:
    """Return a day without its hour.

    >>> day_in_words(pd.Timestamp("2026-09-06 10:00"))
    '6 Sep 2026'
    """
    return f"{day.day} {day:%b %Y}"


def effort_in_words(effort: Any, units: Units) -> str:
    """Return what an all-out effort was, how long it took, and when."""
    return _in_words(effort, effort.distance_m, effort.duration_s, units)


def source_in_words(prediction: Any, units: Units) -> str:
    """Return which race or test a prediction comes from."""
    return _in_words(prediction, prediction.from_distance_m, prediction.from_duration_s, units)


def _in_words(effort: Any, distance_m: float, time_s: float, units: Units) -> str:
    name = distance_in_words(distance_m, units)
    return f"{name} {effort.flag} in {format_clock(time_s)}, {day_in_words(effort.started_at)}"
