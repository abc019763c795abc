"""How far each goal is: where it stands, and the range that the log makes likely."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import FitnessTests
from ironstride.frames.goals import WEEKLY_KINDS, GoalProgress, Goals
from ironstride.metrics.all_out import RECENT_WEEKS, SAME_DISTANCE, all_out, is_recent
from ironstride.metrics.e1rm import Formula
from ironstride.metrics.goal_lift import ahead
from ironstride.metrics.goal_weeks import FEWEST_WEEKS, Log, goal_weeks, likely_range
from ironstride.metrics.hard_sets import HARD_RIR
from ironstride.metrics.prediction import PREDICTED_M, predictions
from ironstride.metrics.strength import session_bests
from ironstride.metrics.trend import e1rm_trend
from ironstride.units import Units, count, format_clock, format_distance, format_weight

__all__ = ["Log", "progress"]


@dataclass(frozen=True, kw_only=True)
class _Found:
    """Where one goal stands, as a row of the frame."""

    status: str
    sentence: str
    now: float = np.nan
    low: float = np.nan
    mid: float = np.nan
    high: float = np.nan
    n: int = 0


@dataclass(frozen=True, kw_only=True)
class _Asked:
    log: Log
    tests: DataFrame[FitnessTests]
    today: date
    week_start: weeks.WeekStart
    formula: Formula
    hard_rir: int
    units: Units


def progress(
    goals: DataFrame[Goals],
    log: Log,
    tests: DataFrame[FitnessTests],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    formula: Formula = "mean",
    hard_rir: int = HARD_RIR,
    units: Units | None = None,
) -> DataFrame[GoalProgress]:
    """Return where each goal stands and the range that is likely, in their order, shape (n, 8).

    A weekly goal: this week so far, and the range of the next week (`goal_weeks.likely_range`).
    An e1RM: the best since the goal was set, and the trend drawn on to its day, or to today
    (`goal_lift.ahead`). A race time: the best since then, and the range of `predictions`.
    "reached" is what was done; "within the range" that the target lies in the likely range or is
    easier, "beyond the range" that it lies outside, which is no verdict on the runner; else it
    cannot be told yet, and what it takes is said. No goals: no rows.

    >>> from ironstride.frames import ExerciseMuscles, LiftSets, Runs, Sessions
    >>> log = Log(Runs.empty(), Sessions.empty(), LiftSets.empty(), ExerciseMuscles.empty())
    >>> progress(Goals.empty(), log, FitnessTests.empty(), today=date(2026, 11, 23)).empty
    True
    """
    asked = _Asked(
        log=log,
        tests=tests,
        today=today,
        week_start=week_start,
        formula=formula,
        hard_rir=hard_rir,
        units=units or Units(),
    )
    rows: list[dict[str, Any]] = []
    for goal in goals.itertuples():
        tell = _weekly if goal.kind in WEEKLY_KINDS else _KINDS[str(goal.kind)]
        rows.append({"goal_id": goal.goal_id} | asdict(tell(goal, asked)))
    return GoalProgress.validate(pd.DataFrame(rows)) if rows else GoalProgress.empty()


def _weekly(goal: Any, asked: _Asked) -> _Found:
    found = goal_weeks(
        goal.kind,
        asked.log,
        today=asked.today,
        week_start=asked.week_start,
        muscle=goal.muscle,
        hard_rir=asked.hard_rir,
    )
    likely, n = likely_range(found.complete), len(found.complete)
    written = _writer(goal.kind, asked.units)
    so_far = f"{written(found.so_far)} of {written(goal.target)} this week"
    if likely is None:
        short = f"{so_far}. A range takes {FEWEST_WEEKS} complete weeks; there are {n}."
        status = "reached" if found.so_far >= goal.target else "cannot tell yet"
        return _Found(status=status, sentence=short, now=found.so_far, n=n)
    low, mid, high = likely
    times = int((found.complete >= goal.target).sum())
    told = (
        f"{so_far}. Reached in {times} of the last {n} weeks; four in five weeks like these "
        f"hold {written(low)} to {written(high)}."
    )
    status = "within the range" if goal.target <= high else "beyond the range"
    if found.so_far >= goal.target:
        status = "reached"
    return _Found(status=status, sentence=told, now=found.so_far, low=low, mid=mid, high=high, n=n)


def _e1rm(goal: Any, asked: _Asked) -> _Found:
    sets = asked.log.lift_sets[asked.log.lift_sets.exercise == goal.exercise]
    bests = session_bests(type(asked.log.lift_sets)(sets), asked.formula)
    day = bests.started_at.dt.normalize()
    since = bests[(day >= goal.since) & (day <= pd.Timestamp(asked.today))]
    now = float(since.e1rm_kg.max()) if len(since) else np.nan
    trend = e1rm_trend(bests, today=asked.today)
    by = asked.today if pd.isna(goal.by) else max(goal.by.date(), asked.today)
    likely = ahead(trend, by)
    unit = asked.units.weight
    best = "No set since the goal was set" if np.isnan(now) else f"Best {format_weight(now, unit)}"
    head = f"{best}, goal {format_weight(goal.target, unit)}."
    if now >= goal.target:
        return _Found(status="reached", sentence=head, now=now, n=trend.sessions)
    if likely.reason:
        told = f"{head} A range cannot be told yet. {likely.reason}"
        return _Found(status="cannot tell yet", sentence=told, now=now, n=trend.sessions)
    low, high = format_weight(likely.low_kg, unit), format_weight(likely.high_kg, unit)
    when = "today" if by == asked.today else f"on {by.day} {by:%B %Y}"
    told = (
        f"{head} The trend of {count(trend.sessions, 'session')} comes to {low} to {high} {when}."
    )
    return _Found(
        status="within the range" if goal.target <= likely.high_kg else "beyond the range",
        sentence=told,
        now=now,
        low=likely.low_kg,
        mid=likely.mid_kg,
        high=likely.high_kg,
        n=trend.sessions,
    )


def _race(goal: Any, asked: _Asked) -> _Found:
    efforts = all_out(asked.log.runs, asked.tests)
    day = efforts.started_at.dt.normalize()
    seen = efforts[day <= pd.Timestamp(asked.today)]
    near = (seen.distance_m / goal.distance_m - 1).abs() <= SAME_DISTANCE
    since = seen[near & (seen.started_at >= goal.since)]
    now = float(since.duration_s.min()) if len(since) else np.nan
    n = int(is_recent(efforts, today=asked.today).sum())
    over = format_distance(goal.distance_m, asked.units.distance)
    best = "No race since the goal was set" if np.isnan(now) else f"Best {format_clock(now)}"
    head = f"{best}, goal {format_clock(goal.target)} over {over}."
    if now <= goal.target:
        return _Found(status="reached", sentence=head, now=now, n=n)
    likely = predictions(efforts, today=asked.today)
    row = likely[(likely.distance_m / goal.distance_m - 1).abs() <= SAME_DISTANCE]
    if row.empty or row.reason.iloc[0]:
        told = f"{head} {_why_no_time(goal, row)}"
        return _Found(status="cannot tell yet", sentence=told, now=now, n=n)
    low, mid, high = (float(row[end].iloc[0]) for end in ("low_s", "mid_s", "high_s"))
    told = (
        f"{head} From {format_clock(row.from_duration_s.iloc[0])} over "
        f"{format_distance(row.from_distance_m.iloc[0], asked.units.distance)}, "
        f"{format_clock(low)} to {format_clock(high)} is likely."
    )
    status = "within the range" if goal.target >= low else "beyond the range"
    return _Found(status=status, sentence=told, now=now, low=low, mid=mid, high=high, n=n)


def _why_no_time(goal: Any, row: pd.DataFrame) -> str:
    if len(row):
        return str(row.reason.iloc[0])
    if not any(abs(goal.distance_m / one - 1) <= SAME_DISTANCE for one in PREDICTED_M):
        return "Times are predicted for the mile, 3, 5, 10 and 15 km, half and whole marathon only."
    return f"A time takes a race or a time trial of the last {RECENT_WEEKS} weeks."


def _writer(kind: str, units: Units) -> Any:
    if kind == "distance a week":
        return lambda value: format_distance(value, units.distance)
    noun = kind.removesuffix("s a week")
    return lambda value: f"{value:.3g} {noun}{'' if value == 1 else 's'}"


_KINDS = {"e1rm": _e1rm, "race time": _race}
