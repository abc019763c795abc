"""The Eddington number: how many days of how many kilometres or miles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.units import DistanceUnit, distance_in


@dataclass(frozen=True)
class Eddington:
    """The number [days and km or mi], and how many more such days the next one takes."""

    number: int
    unit: DistanceUnit
    days_to_next: int


def eddington(runs: DataFrame[Runs], *, today: date, unit: DistanceUnit = "km") -> Eddington:
    """Return the largest E with at least E days of at least E units, and the days to the next.

    Source: named for Arthur Eddington, who counted his cycling days so; "at least", not "more
    than", to the nearest metre. The runs of a day count together, one without a distance or after
    `today` not at all. No runs: 0. It only grows, and a number in km is no number in miles, so
    state the unit.

    >>> eddington(Runs.empty(), today=date(2026, 11, 22))
    Eddington(number=0, unit='km', days_to_next=1)
    """
    past = runs[runs.started_at < pd.Timestamp(today) + pd.Timedelta(days=1)]
    metres = past.distance_m.fillna(0.0).groupby(past.started_at.dt.normalize()).sum()
    # Files keep metres to a decimal or two: three miles come back as 2.99998 of them.
    days = [round(distance_in(day, unit), 3) for day in metres]
    number = eddington_number(days)
    reached = sum(day >= number + 1 for day in days)
    return Eddington(number=number, unit=unit, days_to_next=number + 1 - reached)


def eddington_number(days: Iterable[float]) -> int:
    """Return the largest E such that at least E of the daily distances are E or more.

    >>> eddington_number(range(10, 101, 10)), eddington_number([5, 5, 5, 10, 10, 3])
    (10, 5)
    """
    longest_first = sorted(days, reverse=True)
    return sum(distance >= place for place, distance in enumerate(longest_first, start=1))
