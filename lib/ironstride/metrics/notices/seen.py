"""What the finders of lines read of a log, and the line that each of them gives."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns, ExerciseMuscles, LiftSets, Runs, Sessions
from ironstride.frames.bests import Efforts
from ironstride.frames.goals import GoalProgress, Goals
from ironstride.frames.guidance import RuleWeeks
from ironstride.metrics.hard_sets import HARD_RIR
from ironstride.units import Units

T = TypeVar("T", bound=pd.DataFrame)

WEEK_DAYS, MONTH_DAYS = 7, 28


@dataclass(frozen=True)
class Line:
    """One line of `kind`: a sentence, and what its page is asked for by its address."""

    kind: str
    sentence: str
    asks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seen:
    """The frames of a log on a day, the races ahead, and the days on which leg work is planned.

    `groups` are the muscle groups that the runner wants to work.
    """

    today: date
    sessions: DataFrame[Sessions]
    runs: DataFrame[Runs]
    lift_sets: DataFrame[LiftSets]
    muscles: DataFrame[ExerciseMuscles]
    check_ins: DataFrame[CheckIns]
    efforts: DataFrame[Efforts]
    rules: DataFrame[RuleWeeks]
    goals: DataFrame[Goals]
    progress: DataFrame[GoalProgress]
    races: tuple[date, ...] = ()
    planned_legs: tuple[date, ...] = ()
    groups: tuple[str, ...] = ()
    hard_rir: int = HARD_RIR
    units: Units = field(default_factory=Units)

    def lately(self, table: T, days: int, column: str = "started_at") -> T:
        """Return the rows of the last local days, today included."""
        first = pd.Timestamp(self.today - timedelta(days=days - 1))
        end = pd.Timestamp(self.today + timedelta(days=1))
        found: T = table[(table[column] >= first) & (table[column] < end)]
        return found


def listed(names: Iterable[str], most: int = 3) -> str:
    """Return the first few names, and how many more there are.

    >>> listed("abcde"), listed(["Plank"])
    ('a, b, c and 2 more', 'Plank')
    """
    every = list(names)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + more
