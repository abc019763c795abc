"""The runner's usual week, from the log: on which days which runs; and what the day before held."""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import LiftSets, Runs
from ironstride.metrics.hard_sets import is_hard
from ironstride.metrics.taper import LEG_SETS
from ironstride.metrics.week_wishes import DayBefore
from ironstride.standards.guidance_choices import HARD_RPE, HARD_RUNS

USUAL_WEEKS = 4
DISTANCE_WEEKS = 8
LEAST_RUNS = 2


class UsualDistance(NamedTuple):
    """How far runs of a type usually are [m], and of how many runs that is the median."""

    distance_m: float
    n: int


def usual_runs(
    runs: DataFrame[Runs],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
) -> dict[int, str]:
    """Return the usual run type by day of the week (0 its first), from the last complete weeks.

    A day counts that saw a run in at least half of the weeks; its type is the commonest one, of
    equally common ones a hard one, then the first by name. A run that felt hard (RPE 7 or more)
    without a hard type counts as tempo; a race as a long run, for it does not come each week. A
    plain count, without a source.

    >>> usual_runs(Runs.empty(), today=date(2026, 11, 23))
    {}
    """
    week = weeks.week_of(today, week_start)
    first = pd.Timestamp(week - USUAL_WEEKS * weeks.WEEK)
    lately = runs[(runs.started_at >= first) & (runs.started_at < pd.Timestamp(week))]
    day = lately.started_at.dt.normalize()
    kinds = _as_it_felt(lately, lately["type"].where(lately["type"] != "race", "long"))
    table = pd.DataFrame({"day": day, "type": kinds})
    table["place"] = (table.day - weeks.weeks_of(table.day, week_start)).dt.days
    seen = table.groupby("place").day.nunique()
    return {
        int(place): _usual_type(table["type"][table.place == place])
        for place in seen.index[seen >= USUAL_WEEKS / 2]
    }


def usual_distances(runs: DataFrame[Runs], *, today: date) -> dict[str, UsualDistance]:
    """Return the median distance [m] of each run type over the weeks up to yesterday.

    Runs without a known distance are left out; a type with fewer than 2 others has none, and a
    race has its own. Types are those of `usual_runs`. A plain median, without a source.

    >>> usual_distances(Runs.empty(), today=date(2026, 11, 23))
    {}
    """
    first = pd.Timestamp(today - DISTANCE_WEEKS * weeks.WEEK)
    lately = runs[(runs.started_at >= first) & (runs.started_at < pd.Timestamp(today))]
    lately = lately[(lately["type"] != "race") & (lately.distance_m > 0)]
    known = lately.distance_m.groupby(_as_it_felt(lately, lately["type"]))
    return {
        str(kind): UsualDistance(float(far.median()), len(far))
        for kind, far in known
        if len(far) >= LEAST_RUNS
    }


def day_before(lift_sets: DataFrame[LiftSets], week: date) -> DayBefore:
    """Return what the day before a week held: a lift at all, and leg work.

    Leg work is 2 hard sets (`is_hard`) or more of exercises of the lower body; how heavy they
    were is not asked, to be on the careful side. Sets that are not logged are not seen.

    >>> day_before(LiftSets.empty(), date(2026, 11, 23))
    DayBefore(lift=False, legs=False)
    """
    day = lift_sets.started_at.dt.normalize() == pd.Timestamp(week - timedelta(days=1))
    legs = is_hard(lift_sets) & lift_sets.lower_body & day
    return DayBefore(lift=bool(day.any()), legs=int(legs.sum()) >= LEG_SETS)


def _as_it_felt(lately: pd.DataFrame, kinds: "pd.Series[str]") -> "pd.Series[str]":
    felt = (lately.rpe >= HARD_RPE) & ~kinds.isin(HARD_RUNS)
    return kinds.mask(felt, "tempo")


def _usual_type(types: "pd.Series[str]") -> str:
    counts = types.value_counts()
    best = counts.index[counts == counts.max()]
    return str(min(best, key=lambda one: (one not in HARD_RUNS, one)))
