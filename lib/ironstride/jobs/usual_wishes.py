"""What the runner is likely to wish of a week, from the log and what was chosen."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import store
from ironstride.frames import LiftSets, Runs, Sessions
from ironstride.metrics.rules.training import is_lift
from ironstride.metrics.usual_week import day_before, usual_runs
from ironstride.metrics.week_wishes import DAYS, Wishes
from ironstride.settings import Settings
from ironstride.standards.guidance_choices import HARD_RUNS, Frequency, School
from ironstride.store import Log
from ironstride.store.goals import races

LIFTS: dict[Frequency, int] = {"maintain": 1, "build": 2}
ONE_DAY = timedelta(days=1)


def usual_wishes(
    log: Log,
    settings: Settings,
    week: date,
    *,
    today: date,
    school: School,
    runs: DataFrame[Runs] | None = None,
    sessions: DataFrame[Sessions] | None = None,
) -> Wishes:
    """Return what the runner is likely to wish of a week that begins on a day.

    Runs as in the last four weeks and marked races; lifts by the frequency chosen, less those
    already done in it, one at least. Days that are over, and today once a lift was done, hold
    what was run; a day of them with neither run nor lift is its day of rest. `runs` and `sessions`
    are all of the log where they were read already.
    """
    runs = store.runs(log) if runs is None else runs
    sessions = store.sessions(log) if sessions is None else sessions
    usual = usual_runs(runs, today=today, week_start=settings.week_start)
    days = [week + n * ONE_DAY for n in range(DAYS)]
    done = _Done.of(runs, sessions)
    over = {day for day in days if day < today or (day == today and day in done.lifts)}
    marked = [one.date() for one in races(log).day if one.date() >= week]
    rest = {one for one in days if one.weekday() in settings.guidance.rest_days}
    rest -= over | done.runs.keys() | set(marked)
    wanted = {day: usual[n] for n, day in enumerate(days) if n in usual and day not in over | rest}
    wanted |= {day: "race" for day in marked if day in days}
    begins = next((day for day in days if day not in over), days[-1] + ONE_DAY)
    before = day_before(_sets_of(log, sessions, begins - ONE_DAY), begins)
    return Wishes(
        week=week,
        runs=wanted | {day: done.runs[day] for day in days if day in done.runs},
        rest_days=frozenset(rest),
        over=frozenset(over),
        keep_rest=all(day in done.lifts or day in done.runs for day in over),
        lifts=max(LIFTS[settings.guidance.frequency] - len(over & done.lifts), 1),
        school=school,
        races=tuple(marked),
        before=replace(before, lift=before.lift or begins - ONE_DAY in done.lifts),
        next_run=usual.get(0, ""),
    )


@dataclass(frozen=True)
class _Done:
    """The days that have a lift, and those that have a run with its type: the hard one of two."""

    lifts: frozenset[date]
    runs: dict[date, str]

    @classmethod
    def of(cls, runs: DataFrame[Runs], sessions: DataFrame[Sessions]) -> "_Done":
        easy = ~runs["type"].isin(HARD_RUNS)
        kinds = runs.assign(day=runs.started_at.dt.date, easy=easy).sort_values("easy")
        first = kinds.groupby("day")["type"].first()
        lifts = sessions.started_at[is_lift(sessions)].dt.date
        return cls(frozenset(lifts), dict(zip(first.index, first, strict=True)))


def _sets_of(log: Log, sessions: DataFrame[Sessions], day: date) -> DataFrame[LiftSets]:
    """Return the sets of one day, without reading those of all years."""
    lifted = (sessions.kind == "lift") & (sessions.started_at.dt.date == day)
    found = [store.lift_sets(log, int(number)) for number in sessions.session_id[lifted]]
    return DataFrame[LiftSets](pd.concat(found)) if found else LiftSets.empty()
