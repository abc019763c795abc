"""The rules that a runner chose, checked against the log week by week; never a single score."""

from collections.abc import Callable
from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.frames.guidance import RuleWeeks
from ironstride.metrics.e1rm import Formula
from ironstride.metrics.hard_sets import HARD_RIR
from ironstride.metrics.rules import (
    fitness_tests,
    frequency,
    muscles,
    next_day,
    placement,
    plank,
    reps,
    rest,
    spike,
)
from ironstride.metrics.rules.outcome import Outcome
from ironstride.metrics.rules.training import Training, rule_weeks, training_since
from ironstride.metrics.rules.week import Week
from ironstride.standards.advice import RULES
from ironstride.standards.guidance_choices import Guidance, School

__all__ = [
    "Training",
    "choices",
    "school_by_run_days",
    "training_since",
    "weeks_of_rules",
]

CHECKS: dict[str, Callable[[Week, Guidance], Outcome]] = {
    "FREQ-1": frequency.once,
    "FREQ-2-3": frequency.two_or_three,
    "PLACE-HARD": placement.on_hard_days,
    "PLACE-AFTER": placement.after_the_run,
    "PLACE-REST": placement.a_rest_day,
    "PLACE-ALT": placement.on_other_days,
    "NEXT-DAY": next_day.no_hard_run,
    "REPS-START": reps.starter,
    "REPS-HEAVY": reps.heavy,
    "MUSCLES": muscles.each_group,
    "PLANK": plank.a_hold,
    "REST-SET": rest.between_sets,
    "TEST": fitness_tests.lately,
    "SPIKE": spike.longest_run,
}
OF_FREQUENCY = {"maintain": ("FREQ-1",), "build": ("FREQ-2-3",)}
OF_SCHOOL: dict[School, tuple[str, ...]] = {
    "hard days hard": ("PLACE-HARD", "PLACE-AFTER", "PLACE-REST"),
    "alternate days": ("PLACE-ALT",),
    "own": (),
}
OF_PHASE = {
    "starter": ("REPS-START",),
    "heavy": ("REPS-HEAVY",),
    None: ("REPS-START", "REPS-HEAVY"),
}
ALWAYS = ("NEXT-DAY", "MUSCLES", "PLANK", "REST-SET", "TEST", "SPIKE")
STARTER_WEEKS = 8
SCHOOL_WEEKS = 8
MANY_RUN_DAYS = 4.5


def school_by_run_days(
    runs: DataFrame[Runs], *, today: date, week_start: weeks.WeekStart = "monday"
) -> School:
    """Return the school that fits the run days a week, where the runner chose none.

    The median over the last 8 finished weeks since the first run: from 4.5 days on "hard days
    hard", for a runner of 5 days has none to spare; below it "alternate days", which without a
    run it is as well. A default to begin with: neither is shown to be better for running.

    >>> school_by_run_days(Runs.empty(), today=date(2026, 11, 23))
    'alternate days'
    """
    current = weeks.week_of(today, week_start)
    first = current - SCHOOL_WEEKS * weeks.WEEK
    days = runs.started_at.dt.normalize()
    begun = current if runs.empty else weeks.week_of(days.min().date(), week_start)
    shown = list(weeks.weeks_between(max(first, begun), current - date.resolution, week_start))
    counted = days[(days >= pd.Timestamp(first)) & (days < pd.Timestamp(current))]
    per_week = counted.groupby(weeks.weeks_of(counted, week_start)).nunique()
    middle = per_week.reindex(pd.DatetimeIndex(shown), fill_value=0).median()
    return "hard days hard" if middle >= MANY_RUN_DAYS else "alternate days"


def choices(guidance: Guidance, school: School) -> tuple[str, ...]:
    """Return the ids of the rules that apply to what the runner chose, in their order.

    Both phases are among them where the runner leaves it to the log.

    >>> choices(Guidance(phase="heavy", off=("PLANK", "REST-SET")), "alternate days")
    ('FREQ-2-3', 'PLACE-ALT', 'NEXT-DAY', 'REPS-HEAVY', 'MUSCLES', 'TEST', 'SPIKE')
    """
    chosen = {
        *OF_FREQUENCY[guidance.frequency],
        *OF_SCHOOL[school],
        *OF_PHASE[guidance.phase],
        *ALWAYS,
    }
    return tuple(rule for rule in RULES if rule in chosen - set(guidance.off))


def weeks_of_rules(
    training: Training,
    *,
    guidance: Guidance,
    school: School,
    today: date,
    week_start: weeks.WeekStart = "monday",
    count: int = 12,
    formula: Formula = "mean",
    hard_rir: int = HARD_RIR,
) -> DataFrame[RuleWeeks]:
    """Return a row for each rule that applies and each of the last weeks, shape (n, 7).

    Weeks begin on the runner's own day. Each of the `count` finished ones is met, not met or not
    assessable; the unfinished one may be open. Rules, sources and grades are those of
    `standards.advice.RULES`. Only the sets of these weeks and of the 84 days before them are
    looked at. An empty log meets nothing and misses nothing.
    """
    applying = choices(guidance, school)
    rows = [
        _row(week, rule, CHECKS[rule](week, guidance))
        for week in rule_weeks(
            training,
            today=today,
            week_start=week_start,
            count=count,
            formula=formula,
            hard_rir=hard_rir,
        )
        for rule in applying
        if _is_due(rule, week, guidance, week_start)
    ]
    return RuleWeeks.validate(pd.DataFrame(rows, columns=list(RuleWeeks.empty().columns)))


def _is_due(rule: str, week: Week, guidance: Guidance, week_start: weeks.WeekStart) -> bool:
    """Tell whether a rule of a phase applies to a week; the others always do."""
    if guidance.phase is not None or not rule.startswith("REPS-"):
        return True
    begun = week.lifts_since or week.first
    is_start = week.first < weeks.week_of(begun, week_start) + STARTER_WEEKS * weeks.WEEK
    return is_start == (rule == "REPS-START")


def _row(week: Week, rule: str, outcome: Outcome) -> dict[str, object]:
    return {
        "week": pd.Timestamp(week.first),
        "rule": rule,
        "state": outcome.state,
        "sentence": outcome.sentence,
        "missing": outcome.missing,
        "sessions": outcome.sessions,
        "complete": week.complete,
    }
