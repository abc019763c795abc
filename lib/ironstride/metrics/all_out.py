"""All-out efforts: races and time trials, what they say of a runner, which of them still count."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests, Runs
from ironstride.frames.bests import DISTANCES
from ironstride.frames.prediction import AllOut, RatedEfforts
from ironstride.metrics.age_grade import age_grade
from ironstride.metrics.race_fitness import race_fitness
from ironstride.standards.ages import Sex

RECENT_WEEKS = 26
SAME_DISTANCE = 0.01
# Efforts that the race fitness formula was made for.
SHORTEST_S, LONGEST_S = 3.5 * 60, 240 * 60
# A belt's own distance is not measured ground.
INDOORS = ("treadmill", "virtual")


def all_out(runs: DataFrame[Runs], tests: DataFrame[FitnessTests]) -> DataFrame[AllOut]:
    """Return every race and time trial with distance [m] and time [s], oldest first.

    Runs of type race or test and fitness tests that are time trials; a treadmill's are left out.
    Time is elapsed time where it is known, for a clock does not stop for pauses. A distance
    within 1 % of a standard one counts as that: a watch reads a measured course a little long or
    short. A run of type test is taken whole, warm-up and all, for nothing tells them apart.

    >>> run = {"session_id": 1, "started_at": pd.Timestamp("2026-09-06 10:00"), "sport": "run",
    ...        "type": "race", "distance_m": 10_050.0, "duration_s": 2700.0}
    >>> runs = Runs.validate(pd.DataFrame([run]).reindex(columns=Runs.empty().columns))
    >>> all_out(runs, FitnessTests.empty())[["distance_m", "duration_s", "flag"]].values.tolist()
    [[10000.0, 2700.0, 'race']]
    """
    hard = runs[runs["type"].isin(["race", "test"]) & ~runs.sport.isin(INDOORS)]
    raced = pd.DataFrame(
        {
            "distance_m": hard.distance_m,
            "duration_s": hard.elapsed_s.fillna(hard.duration_s),
            "started_at": hard.started_at,
            "flag": hard["type"],
            "source": "run",
            "source_id": hard.session_id,
        }
    )
    tried: pd.DataFrame = tests[tests.protocol == "time_trial"].rename(
        columns={"day": "started_at", "test_id": "source_id"}
    )
    both = pd.concat([raced, tried.assign(flag="test", source="test")], ignore_index=True)
    known = both.dropna(subset=["distance_m", "duration_s"])
    known = known.assign(distance_m=_standard(known.distance_m.to_numpy(dtype=float)))
    ordered = known.sort_values(["started_at", "source", "source_id"], ignore_index=True)
    return AllOut.validate(ordered)


def rated_efforts(
    efforts: DataFrame[AllOut], *, birth_year: int | None = None, sex: Sex | None = None
) -> DataFrame[RatedEfforts]:
    """Return all-out efforts with `race_fitness` and `age_grade` [%], shape (n, 8).

    Race fitness is NaN outside 3.5 to 240 minutes; age grade without year of birth or sex, and
    where the tables do not reach. Age is that reached in the year of the race: before the
    birthday one year too many, which is worth about half a percent.

    >>> rated_efforts(AllOut.empty()).empty
    True
    """
    inside = efforts.duration_s.between(SHORTEST_S, LONGEST_S)
    pairs = list(zip(efforts.distance_m, efforts.duration_s, strict=True))
    fitness = pd.Series([race_fitness(*pair) for pair in pairs], index=efforts.index, dtype=float)
    grades = np.full(len(pairs), np.nan)
    if birth_year is not None and sex is not None:
        ages = efforts.started_at.dt.year - birth_year
        grades[:] = [age_grade(*pair, age, sex) for pair, age in zip(pairs, ages, strict=True)]
    return RatedEfforts.validate(
        efforts.assign(race_fitness=fitness.where(inside), age_grade_pct=grades)
    )


def is_recent(
    efforts: DataFrame[AllOut] | DataFrame[RatedEfforts],
    *,
    today: date,
    weeks: int = RECENT_WEEKS,
) -> "pd.Series[bool]":
    """Tell which efforts are of the last weeks, `today` included; older ones tell of the past.

    >>> is_recent(AllOut.empty(), today=date(2026, 11, 22)).tolist()
    []
    """
    day = efforts.started_at.dt.normalize()
    first = pd.Timestamp(today - timedelta(weeks=weeks))
    found: pd.Series[bool] = (day > first) & (day <= pd.Timestamp(today))
    return found


def recent_efforts(
    efforts: DataFrame[AllOut], *, today: date, weeks: int = RECENT_WEEKS
) -> list[tuple[float, float]]:
    """Return the best of each distance in the last weeks as (distance [m], time [s]).

    >>> recent_efforts(AllOut.empty(), today=date(2026, 11, 22))
    []
    """
    lately = efforts[is_recent(efforts, today=today, weeks=weeks)]
    best = lately.groupby("distance_m", as_index=False).duration_s.min()
    return list(zip(best.distance_m.tolist(), best.duration_s.tolist(), strict=True))


def current_fitness(
    rated: DataFrame[RatedEfforts], *, today: date, weeks: int = RECENT_WEEKS
) -> float | None:
    """Return the best race fitness of the last weeks; None without a race or test to tell it.

    >>> current_fitness(RatedEfforts.empty(), today=date(2026, 11, 22)) is None
    True
    """
    shown = rated.race_fitness[is_recent(rated, today=today, weeks=weeks)]
    return float(shown.max()) if shown.notna().any() else None


def _standard(metres: np.ndarray) -> np.ndarray:
    """Return each distance [m], or the standard one it is within 1 % of."""
    standard = np.array(list(DISTANCES))
    nearest = standard[np.abs(metres[:, None] - standard).argmin(axis=1)]
    return np.where(np.abs(metres - nearest) <= SAME_DISTANCE * nearest, nearest, metres)
