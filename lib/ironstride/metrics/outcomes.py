"""What running is measured by, week by week: pace at a heart rate, tests and races, tempo pace."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import FitnessTests, Runs
from ironstride.frames.explore import OutcomeWeeks
from ironstride.frames.running import WeeklyReferenceSpeed
from ironstride.metrics.all_out import all_out
from ironstride.metrics.block_changes import MIN_VALID_WEEKS
from ironstride.metrics.effort_model import STEEPEST_GRADE
from ironstride.metrics.fitness import SAME_HR_BPM
from ironstride.metrics.grade import loop_factor, loop_grade
from ironstride.metrics.riegel import EXPONENT
from ironstride.units import count

OutcomeName = Literal["heart_rate", "tests", "tempo"]
OUTCOMES: tuple[OutcomeName, ...] = get_args(OutcomeName)
# What Riegel's rule is trusted for: from 3.5 minutes to a half marathon.
SHORTEST_S, LONGEST_M = 3.5 * 60, 21_097.5 * 1.01
AS_OVER_M = 5_000.0


@dataclass(frozen=True, eq=False)
class Outcome:
    """A weekly outcome, how many known weeks make a block of it, and what it rests on."""

    weeks: DataFrame[OutcomeWeeks] = field(repr=False)
    least_weeks: int
    sentence: str


def weekly_outcome(
    outcome: OutcomeName,
    runs: DataFrame[Runs],
    tests: DataFrame[FitnessTests],
    reference: DataFrame[WeeklyReferenceSpeed],
    *,
    today: date,
) -> Outcome:
    """Return one weekly outcome as 100·ln speed [%]: a difference of 1 is 1 % faster.

    "heart_rate": speed at the reference heart rate, the default; two weeks make a block.
    "tests": one test or race is enough for a block. Either all-out efforts of 3.5 minutes to a
    half marathon, put on one scale by Riegel's rule (1981, American Scientist 69:285), or runs at
    one fixed heart rate (within 2 bpm), whichever fills more weeks: the two are never mixed.
    "tempo": distance ÷ time of the week's tempo runs below 4 % grade, on the flat (Minetti 2002,
    doi 10.1152/japplphysiol.01177.2001); how hard they were run is not known, so a slower tempo
    may be an easier one; two weeks make a block. Weeks that are not over are left out.

    >>> found = weekly_outcome("tempo", Runs.empty(), FitnessTests.empty(),
    ...                        WeeklyReferenceSpeed.empty(), today=date(2026, 11, 20))
    >>> len(found.weeks), found.least_weeks
    (0, 2)
    """
    if outcome == "heart_rate":
        known = reference.assign(measures=reference.runs)
        told = f"From {count(int(known.measures.sum()), 'steady run')} with heart rate."
        return Outcome(OutcomeWeeks.validate(known), MIN_VALID_WEEKS, told)
    if outcome == "tests":
        return _tests(runs, tests, today)
    tempo = _tempo(runs)
    told = f"From {count(len(tempo), 'tempo run')}; how hard each was run is not known."
    return Outcome(_by_week(tempo, today), MIN_VALID_WEEKS, told)


def _tests(runs: DataFrame[Runs], tests: DataFrame[FitnessTests], today: date) -> Outcome:
    raced = _by_week(_all_out(runs, tests), today)
    submaximal = _by_week(_at_one_heart_rate(tests), today)
    if len(submaximal) > len(raced):
        told = f"From {count(int(submaximal.measures.sum()), 'run')} at one fixed heart rate."
        return Outcome(submaximal, 1, told + " One is enough for a block.")
    told = f"From {count(int(raced.measures.sum()), 'all-out effort')}, as over 5 km."
    return Outcome(raced, 1, told + " One is enough for a block.")


def _all_out(runs: DataFrame[Runs], tests: DataFrame[FitnessTests]) -> pd.DataFrame:
    # A time trial is often both a run of type test and a fitness test of the same day.
    efforts = all_out(runs, tests)
    efforts = efforts.assign(day=efforts.started_at.dt.normalize())
    efforts = efforts.drop_duplicates(["day", "distance_m"])
    kept = efforts[(efforts.duration_s >= SHORTEST_S) & (efforts.distance_m <= LONGEST_M)]
    as_over = kept.duration_s * (AS_OVER_M / kept.distance_m) ** EXPONENT
    return pd.DataFrame({"started_at": kept.started_at, "metres": AS_OVER_M, "seconds": as_over})


def _at_one_heart_rate(tests: DataFrame[FitnessTests]) -> pd.DataFrame:
    """Return the submaximal runs within 2 bpm of the heart rate that most of them have."""
    kept = tests[tests.protocol == "submaximal_run"].dropna(subset=["distance_m", "duration_s"])
    beats = kept.avg_hr_bpm.to_numpy(dtype=float)
    near = np.abs(beats[:, None] - beats[None, :]) <= SAME_HR_BPM
    same = kept[near[near.sum(axis=1).argmax()]] if len(kept) else kept
    columns = {"day": "started_at", "distance_m": "metres", "duration_s": "seconds"}
    return same.rename(columns=columns)[list(columns.values())]


def _tempo(runs: DataFrame[Runs]) -> pd.DataFrame:
    grade = loop_grade(runs).fillna(0)
    kept = (runs["type"] == "tempo") & (grade < STEEPEST_GRADE)
    timed = runs[kept].dropna(subset=["distance_m", "duration_s"])
    flat = timed.distance_m * loop_factor(grade[timed.index])
    return pd.DataFrame(
        {"started_at": timed.started_at, "metres": flat, "seconds": timed.duration_s}
    )


def _by_week(measured: pd.DataFrame, today: date) -> DataFrame[OutcomeWeeks]:
    """Return 100·ln(Σ distance ÷ Σ time) of each completed week with a measure."""
    if measured.empty:
        return OutcomeWeeks.empty()
    by_week = measured.groupby(weeks.weeks_of(measured.started_at).rename("week"))
    sums = by_week[["metres", "seconds"]].sum()
    table = pd.DataFrame(
        {"performance": 100 * np.log(sums.metres / sums.seconds), "measures": by_week.size()}
    ).reset_index()
    return OutcomeWeeks.validate(table[table.week < pd.Timestamp(weeks.week_of(today))])
