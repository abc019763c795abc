"""The best of each day and week, tested maxima first."""

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import FitnessTests
from ironstride.frames.strength import SessionBests
from ironstride.frames.strength_trends import DailyBests, WeeklyBests
from ironstride.metrics.e1rm import Formula, estimates

_BEST_FIRST = ["from_test", "tested", "e1rm_kg", "reps", "session_id"]
_ASCENDING = [False, False, False, True, True]


def daily_bests(
    bests: DataFrame[SessionBests], tests: DataFrame[FitnessTests], formula: Formula = "mean"
) -> DataFrame[DailyBests]:
    """Return the best of each exercise and day, oldest first, shape (n, 13).

    On a day with a 3 to 5 RM test its e1RM counts, on one with a tested single that load, on any
    other the highest e1RM of the session bests: what was measured is preferred to what was
    estimated on the way. A test is taken to failure, so its reserve is 0. A test without a
    weight, or beyond 12 reps, has no value.

    >>> daily_bests(SessionBests.empty(), FitnessTests.empty()).shape
    (0, 13)
    """
    trained = bests.assign(
        day=bests.started_at.dt.normalize(), source="set", at_least=bests.rir.isna()
    )
    # A single to failure is tested whether or not its reserve was noted.
    trained["at_least"] &= ~trained.tested
    tested = _tested(tests, formula)
    both = pd.concat([one for one in (trained, tested) if not one.empty] or [trained])
    ranked = both.assign(from_test=both.source == "test").sort_values(
        _BEST_FIRST, ascending=_ASCENDING
    )
    best = ranked.drop_duplicates(["day", "exercise"])
    return DailyBests.validate(best.sort_values(["day", "exercise"], ignore_index=True))


def weekly_bests(
    daily: DataFrame[DailyBests], week_start: weeks.WeekStart = "monday"
) -> DataFrame[WeeklyBests]:
    """Return the day with the highest e1RM of each exercise and week, oldest first, (n, 14).

    Among equals the first day. A week without the exercise has no row.

    >>> weekly_bests(DailyBests.empty()).shape
    (0, 14)
    """
    labelled = daily.assign(week=weeks.weeks_of(daily.day, week_start))
    ranked = labelled.sort_values(["e1rm_kg", "day"], ascending=[False, True])
    best = ranked.drop_duplicates(["week", "exercise"])
    return WeeklyBests.validate(best.sort_values(["week", "exercise"], ignore_index=True))


def _tested(tests: DataFrame[FitnessTests], formula: Formula) -> pd.DataFrame:
    lifted = tests[(tests.protocol == "rep_max") & (tests.load_kg > 0)]
    valued = estimates(lifted.assign(rir=0.0), formula).dropna(subset="e1rm_kg")
    return valued.assign(
        source="test", tested=True, at_least=False, session_id=np.nan, position=np.nan
    )
