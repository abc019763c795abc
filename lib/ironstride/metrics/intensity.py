"""How heavy the sets of each week are: zones by share of the maximum, jumps in contacts."""

from datetime import date

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.log import LiftSets
from ironstride.frames.muscles import WeeklyZones
from ironstride.metrics.e1rm import LAST_REPS, Formula
from ironstride.metrics.hard_sets import calendar, is_working
from ironstride.metrics.strength import session_bests

NEAR_MAX, HEAVY, LOW = 0.90, 0.80, 0.40
NEAR_MAX_REPS, HEAVY_REPS = 4, 8
ZONES = ["near_max", "heavy", "submaximal", "low", "unknown"]
REFERENCE_DAYS = 84
_DAY = ["exercise", "day"]


def set_zones(lift_sets: DataFrame[LiftSets], formula: Formula = "mean") -> "pd.Series[str]":
    """Return the zone of each set, shape (n,); "" for warm-ups, failed sets and jumps.

    Near-max: at least 90 % of the maximum, or at most 4 RM (Eihara 2022,
    doi 10.1186/s40798-022-00511-1); heavy: at least 80 %, or at most 8 RM (Llanos-Lagos 2024,
    doi 10.1007/s40279-023-01978-y); submaximal from 40 %, low below. The maximum is the best e1RM
    of the exercise (`session_bests`) in the 84 days up to the set's own, so a set without notes on
    reserve is at most as heavy as shown. Repetitions to failure count only where the reserve is
    known (a set to failure has none); from 9 to 12 of them are submaximal, the chart's end. The
    heavier of the two tells. Neither known (holds, no reserve, more reps): "unknown".

    >>> one = {"session_id": 1, "started_at": pd.Timestamp("2026-11-17"), "exercise": "Squat",
    ...        "position": 0, "kind": "weighted", "lower_body": True, "body_mass_fraction": 0.87,
    ...        "set_type": "work", "side": "", "hold_s": None, "rir": None}
    >>> sets = [one | {"reps": reps, "load_kg": kg} for reps, kg in [(1, 100), (5, 80), (20, 30)]]
    >>> set_zones(LiftSets.validate(pd.DataFrame(sets))).tolist()
    ['near_max', 'heavy', 'low']
    """
    to_failure = reps_to_failure(lift_sets)
    share = share_of_maximum(lift_sets, formula)
    counted = is_working(lift_sets) & (lift_sets.kind != "plyometric")
    tests = [
        ~counted,
        (share >= NEAR_MAX) | (to_failure <= NEAR_MAX_REPS),
        (share >= HEAVY) | (to_failure <= HEAVY_REPS),
        (share >= LOW) | (to_failure <= LAST_REPS),
        share < LOW,
    ]
    found = np.select(tests, ["", *ZONES[:4]], ZONES[4])
    return pd.Series(found, index=lift_sets.index)


def reps_to_failure(lift_sets: DataFrame[LiftSets]) -> "pd.Series[float]":
    """Return repetitions + reps in reserve of each set, shape (n,); NaN where one is not known.

    A set to failure has no reserve (Zourdos 2016, doi 10.1519/JSC.0000000000001049).

    >>> sets = pd.DataFrame({"reps": [5, 5, 8], "rir": [1, None, None],
    ...                      "set_type": ["work", "work", "failure"]})
    >>> reps_to_failure(sets).tolist()
    [6.0, nan, 8.0]
    """
    reserve = lift_sets.rir.where(lift_sets.set_type != "failure", lift_sets.rir.fillna(0))
    to_failure: pd.Series[float] = (lift_sets.reps + reserve).astype(float)
    return to_failure


def share_of_maximum(
    lift_sets: DataFrame[LiftSets], formula: Formula = "mean"
) -> "pd.Series[float]":
    """Return load ÷ the maximum that `set_zones` describes, shape (n,); NaN for holds and no load.

    >>> share_of_maximum(LiftSets.empty()).empty
    True
    """
    share = lift_sets.load_kg / _maximum(lift_sets, formula)
    return share.where((lift_sets.load_kg > 0) & (lift_sets.reps > 0))


def weekly_zones(
    lift_sets: DataFrame[LiftSets],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    first: date | None = None,
    formula: Formula = "mean",
) -> DataFrame[WeeklyZones]:
    """Return how many working sets of each week lie in each zone (`set_zones`), shape (w, 9).

    A set is in one zone only: the heavy sets of Llanos-Lagos are `near_max` and `heavy` together.
    `contacts` are the reps of jumps, of both legs or one; jumps that were timed are
    `uncounted_jumps`. Weeks as in `weekly_sets`: none left out, zeros where nothing was lifted.

    >>> weekly_zones(LiftSets.empty(), today=date(2026, 11, 20)).shape
    (0, 9)
    """
    weeks_shown = calendar(lift_sets, today, week_start, first)
    week, zones = weeks.weeks_of(lift_sets.started_at, week_start), set_zones(lift_sets, formula)
    jumps = is_working(lift_sets) & (lift_sets.kind == "plyometric")
    marks = {zone: zones == zone for zone in ZONES} | {
        "contacts": lift_sets.reps.fillna(0).where(jumps, 0),
        "uncounted_jumps": jumps & lift_sets.reps.isna(),
    }
    sums = pd.DataFrame(marks).groupby(week.rename("week")).sum()
    sums = sums.reindex(weeks_shown, fill_value=0).rename_axis("week").reset_index()
    sums["complete"] = [weeks.is_complete(one.date(), today) for one in weeks_shown]
    return WeeklyZones.validate(sums)


def _maximum(lift_sets: DataFrame[LiftSets], formula: Formula) -> "pd.Series[float]":
    """Return the best e1RM [kg] of each set's exercise in the days up to its own, shape (n,)."""
    bests = session_bests(lift_sets, formula)
    best = bests.assign(day=bests.started_at.dt.normalize()).groupby(_DAY).e1rm_kg.max()
    asked = lift_sets[["exercise"]].assign(day=lift_sets.started_at.dt.normalize())
    days = asked.drop_duplicates(ignore_index=True).join(best, on=_DAY).sort_values(_DAY)
    span = days.groupby("exercise").rolling(f"{REFERENCE_DAYS}D", on="day", min_periods=1)
    days["best"] = span.e1rm_kg.max().to_numpy()
    found = asked.join(days.set_index(_DAY).best, on=_DAY)
    return found["best"].astype(float)
