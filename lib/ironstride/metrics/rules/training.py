"""The log as the rules read it: cut into weeks, only those that are asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import ExerciseMuscles, FitnessTests, History, LiftSets, Runs, Sessions
from ironstride.metrics.e1rm import Formula
from ironstride.metrics.hard_sets import HARD_RIR, reached
from ironstride.metrics.intensity import REFERENCE_DAYS
from ironstride.metrics.rules.marked_sets import heavy_legs, marked_sets
from ironstride.metrics.rules.week import Done, Week
from ironstride.metrics.run_spikes import longest_run_spikes
from ironstride.standards.guidance_choices import TEST_WEEKS, is_hard_run

T = TypeVar("T", bound=pd.DataFrame)
DAY = timedelta(days=1)
NO_SETS_SPORT = "strength"


@dataclass(frozen=True, kw_only=True)
class Training:
    """What the rules read: the whole log's frames, and the latest sessions in full.

    `recent` holds the sessions from `training_since` on; `sessions` only tells when the log began.
    """

    sessions: DataFrame[Sessions]
    recent: DataFrame[History]
    runs: DataFrame[Runs]
    sets: DataFrame[LiftSets]
    muscles: DataFrame[ExerciseMuscles]
    tests: DataFrame[FitnessTests]


def training_since(today: date, week_start: weeks.WeekStart = "monday", count: int = 12) -> date:
    """Return the first day whose sessions the rules look at for `count` finished weeks.

    >>> training_since(date(2026, 11, 23), count=1)
    datetime.date(2026, 10, 5)
    """
    return weeks.week_of(today, week_start) - (count + max(TEST_WEEKS)) * weeks.WEEK


def rule_weeks(
    training: Training,
    *,
    today: date,
    week_start: weeks.WeekStart,
    count: int,
    formula: Formula = "mean",
    hard_rir: int = HARD_RIR,
) -> Iterator[Week]:
    """Yield the last `count` finished weeks and the unfinished one, as the rules see them."""
    current = weeks.week_of(today, week_start)
    first = current - count * weeks.WEEK
    sets = _sets_since(training.sets, first - weeks.WEEK - REFERENCE_DAYS * DAY)
    marked = marked_sets(sets, training.muscles, formula=formula, hard_rir=hard_rir)
    reach = reached(sets, training.muscles, hard_rir)
    spikes = longest_run_spikes(training.runs)
    done = _all_done(training, heavy_legs(marked), today)
    began = _began(training)
    for week in weeks.weeks_between(first, current, week_start):
        last = week + weeks.WEEK - DAY
        seen = min(last, today)
        yield Week(
            first=week,
            today=today,
            sessions=tuple(one for one in done if week - DAY <= one.day <= last),
            sets=_between(marked, week, seen),
            before=_between(marked, week - weeks.WEEK, week - DAY),
            reached=_between(reach, week, seen),
            spikes=_between(spikes, week, seen),
            tests=tuple(day.date() for day in training.tests.day),
            test_runs=tuple(one for one in done if one.tested),
            **began,
        )


def _began(training: Training) -> dict[str, date | None]:
    """Return the first days of the log and of lifting in it."""
    sessions = training.sessions
    lifts = sessions[is_lift(sessions)]
    days = sessions.started_at
    if len(training.tests):
        days = pd.concat([days, training.tests.day])
    return {
        "log_since": None if days.empty else days.min().date(),
        "lifts_since": None if lifts.empty else lifts.started_at.min().date(),
    }


def _all_done(training: Training, legs: dict[int, bool | None], today: date) -> tuple[Done, ...]:
    elapsed = training.runs.set_index("session_id").elapsed_s.dropna()
    table = training.recent[training.recent.started_at < pd.Timestamp(today + DAY)]
    lift = is_lift(table)
    found = [
        _done(row, "lift" if is_lift else str(row.kind), elapsed.get(row.session_id), legs)
        for row, is_lift in zip(table.itertuples(), lift, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, str(one.start or ""), one.session_id)))


def _done(row: Any, kind: str, elapsed_s: float | None, legs: dict[int, bool | None]) -> Done:
    took = row.duration_s if elapsed_s is None else elapsed_s
    start: datetime | None = row.started_at.to_pydatetime() if row.time_known else None
    lasted = None if pd.isna(took) else timedelta(seconds=float(took))
    rpe = None if pd.isna(row.rpe) else float(row.rpe)
    return Done(
        session_id=int(row.session_id),
        kind=kind,
        day=row.started_at.date(),
        start=start,
        end=start + lasted if start and lasted else None,
        hard=is_hard_run(row.type, rpe) if kind == "run" else False,
        legs=None if kind == "lift" and not row.sets else legs.get(int(row.session_id), False),
        sets=int(row.sets),
        tested=kind == "run" and row.type == "test",
    )


def is_lift(table: pd.DataFrame) -> "pd.Series[bool]":
    """Tell of each session whether it is a lift; a watch's strength is one without sets.

    >>> is_lift(pd.DataFrame({"kind": ["run", "other"], "sport": ["run", "strength"]})).tolist()
    [False, True]
    """
    found: pd.Series[bool] = (table.kind == "lift") | (table.sport == NO_SETS_SPORT)
    return found


def _sets_since(lift_sets: DataFrame[LiftSets], first: date) -> DataFrame[LiftSets]:
    return DataFrame[LiftSets](lift_sets[lift_sets.started_at >= pd.Timestamp(first)])


def _between(table: T, first: date, last: date) -> T:
    moments = table["started_at"]
    inside = (moments >= pd.Timestamp(first)) & (moments < pd.Timestamp(last + DAY))
    found: T = table[inside]
    return found
