"""How much of the running is easy and how much is hard, by time."""

from datetime import date

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.frames.volume import EasyHard, RunEffort

EASY_TYPES = ("easy", "long")
HARD_TYPES = ("tempo", "intervals", "race", "test", "hills")


def run_effort(
    runs: DataFrame[Runs], *, easy_below_bpm: float | None = None
) -> DataFrame[RunEffort]:
    """Return of each run whether it was easy, hard, or not known, and what tells so, shape (n, 5).

    What the runner called it comes first: easy and long runs are easy; tempo, intervals, race,
    test and hills are hard. A run of any other type is easy when its mean heart rate [bpm] is
    below `easy_below_bpm` (`zones.easy_boundary`: the heart rate from which Friel's zones say
    tempo), hard from there on. Without a heart rate or a boundary it is not known, never guessed.
    Limits: a run counts as a whole, its warm-up with it, and a mean heart rate hides intervals,
    so hard time is understated where types are missing.

    >>> run = {"started_at": pd.Timestamp("2026-11-17"), "sport": "run"}
    >>> table = pd.DataFrame([
    ...     run | {"session_id": 1, "type": "long", "avg_hr_bpm": 160.0},
    ...     run | {"session_id": 2, "type": "other", "avg_hr_bpm": 160.0},
    ...     run | {"session_id": 3, "type": "other"},
    ... ]).reindex(columns=Runs.empty().columns)
    >>> run_effort(Runs.validate(table), easy_below_bpm=151).effort.tolist()
    ['easy', 'hard', 'not known']
    """
    boundary = np.nan if easy_below_bpm is None else easy_below_bpm
    asked = [
        runs[Runs.type].isin(EASY_TYPES),
        runs[Runs.type].isin(HARD_TYPES),
        runs.avg_hr_bpm < boundary,
        runs.avg_hr_bpm >= boundary,
    ]
    return RunEffort.validate(
        runs.assign(
            effort=np.select(asked, ["easy", "hard", "easy", "hard"], "not known"),
            told_by=np.select(asked, ["type", "type", "heart rate", "heart rate"], ""),
        )
    )


def easy_hard(
    runs: DataFrame[Runs],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    easy_below_bpm: float | None = None,
) -> DataFrame[EasyHard]:
    """Return the easy, hard and not known running time [s] of each week, shape (w, 7).

    The runs are told apart by `run_effort`. From the first run's week to that of `today`; a week
    without a run is a row of zeros, a run after it is left out, a run without a time is only
    counted, as `untimed`. No runs: no rows. Time, not distance, is split: an hour of hard running
    is an hour. Seiler 2010 (Int J Sports Physiol Perform 5:276, doi:10.1123/ijspp.5.3.276)
    counts sessions instead, so its 80 % is no aim for this split.

    >>> easy_hard(Runs.empty(), today=date(2026, 11, 22)).empty
    True
    """
    if runs.empty:
        return EasyHard.empty()
    effort = run_effort(runs, easy_below_bpm=easy_below_bpm)
    told_by_hr = effort.duration_s.where(effort.told_by == "heart rate")
    parts = pd.DataFrame(
        {
            "easy_s": effort.duration_s.where(effort.effort == "easy"),
            "hard_s": effort.duration_s.where(effort.effort == "hard"),
            "not_known_s": effort.duration_s.where(effort.effort == "not known"),
            "told_by_hr_s": told_by_hr,
            "untimed": effort.duration_s.isna().astype(int),
        }
    )
    calendar = list(weeks.weeks_between(runs.started_at.min().date(), today, week_start))
    sums = parts.groupby(weeks.weeks_of(effort.started_at, week_start)).sum()
    split = sums.reindex(pd.DatetimeIndex(calendar, name="week"), fill_value=0)
    split["complete"] = [weeks.is_complete(week, today) for week in calendar]
    return EasyHard.validate(split.reset_index())
