"""On which days one lifts: PLACE-HARD, PLACE-AFTER, PLACE-REST and PLACE-ALT."""

from datetime import timedelta

from ironstride.metrics.rules.outcome import (
    Outcome,
    broken,
    lacking,
    met,
    nothing,
    unknown,
    weekdays,
)
from ironstride.metrics.rules.week import Done, Week
from ironstride.standards.guidance_choices import Guidance
from ironstride.units import count

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
BETTER_GAP = 6 * HOUR


def on_hard_days(week: Week, _: Guidance) -> Outcome:
    """Tell whether every lift day has a hard run (PLACE-HARD); today may still get one."""
    if not week.lifts:
        return nothing(week, "lift session")
    days = sorted({lift.day for lift in week.lifts})
    told = {day: _hard(week.runs_on(day)) for day in days}
    easy = [day for day in days if told[day] is False]
    over = [day for day in easy if week.complete or day < week.today]
    unsaid = [day for day in days if told[day] is None]
    behind = [one for one in (*week.lifts, *week.runs) if one.day in days]
    if over:
        said = f"{len(over)} of {count(len(days), 'lift day')} had no hard run: {weekdays(over)}."
        return broken(said, behind)
    if easy:
        return lacking(week, None, "No hard run today yet.", behind)
    if unsaid:
        said = f"Whether the run was hard is not known for {weekdays(unsaid)}."
        return unknown(said, f"the type or RPE of the run on {weekdays(unsaid)}", behind)
    return met(f"A hard run on each of {count(len(days), 'lift day')}: {weekdays(days)}.", behind)


def after_the_run(week: Week, _: Guidance) -> Outcome:
    """Tell whether lifts began after the runs of their day were over (PLACE-AFTER)."""
    pairs = [(lift, run) for lift in week.lifts for run in week.runs_on(lift.day)]
    if not pairs:
        return nothing(week, "day with both a run and a lift")
    behind = [one for pair in pairs for one in pair]
    order = {pair: _order(*pair) for pair in pairs}
    first = [lift.day for (lift, _), said in order.items() if said == "before"]
    unsaid = {said: lift.day for (lift, _), said in order.items() if said not in ("before", "")}
    if first:
        return broken(f"The lift began before the run was over on {weekdays(first)}.", behind)
    if unsaid:
        missing = " and ".join(f"{what} on {day:%A}" for what, day in unsaid.items())
        return unknown("Which came first is not known.", missing, behind)
    gap = min(lift.start - run.end for lift, run in pairs if lift.start and run.end)
    days = count(len({lift.day for lift, _ in pairs}), "shared day")
    return met(f"On {days} the lift came after the run, {_gap(gap)}.", behind)


def a_rest_day(week: Week, guidance: Guidance) -> Outcome:
    """Tell whether a day stayed free of runs and lifts, and no lift fell on a planned rest day.

    Other sports are no run and no lift. A day before the log's first entry is not known, and
    today is not over (PLACE-REST).
    """
    planned = [lift for lift in week.lifts if lift.day.weekday() in guidance.rest_days]
    if planned:
        days = weekdays(lift.day for lift in planned)
        return broken(f"A lift session on a planned rest day: {days}.", planned)
    used = {one.day for one in (*week.lifts, *week.runs)}
    begun = [day for day in week.days if week.log_since and day >= week.log_since]
    free = [day for day in begun if day not in used and day < week.today]
    if free:
        return met(f"{count(len(free), 'day')} without a run and a lift: {weekdays(free)}.")
    if len(used) == len(week.days):
        return broken("A run or a lift on each of the 7 days.", (*week.lifts, *week.runs))
    return lacking(week, week.log_since, "No day without a run and a lift so far.")


def on_other_days(week: Week, _: Guidance) -> Outcome:
    """Tell whether lift days have no run and do not follow each other (PLACE-ALT).

    The day before the week counts: a lift on its last and one on the next first day are in a row.
    """
    if not week.lifts:
        return nothing(week, "lift session")
    days = sorted({lift.day for lift in week.lifts})
    shared = [day for day in days if week.runs_on(day)]
    lifted = {one.day for one in week.sessions if one.kind == "lift"}
    rows = [day for day in days if day - DAY in lifted]
    behind = [one for one in week.sessions if one.day in {*days, *(day - DAY for day in rows)}]
    behind = [one for one in behind if one.kind == "lift" or one.day in shared]
    of_all = f"{len(shared)} of {count(len(days), 'lift day')} had a run"
    said = f"{of_all}{f' ({weekdays(shared)})' if shared else ''}; " + (
        f"{weekdays(rows)} followed a lift day." if rows else "no two lift days in a row."
    )
    return broken(said, behind) if shared or rows else met(said, behind)


def _hard(runs: tuple[Done, ...]) -> bool | None:
    """Tell whether one of a day's runs was hard; None where none is known to be, and one may be."""
    told = [run.hard for run in runs]
    return True if True in told else None if None in told else False


def _order(lift: Done, run: Done) -> str:
    """Return "" for a lift after the run, "before", or what is missing to tell."""
    if lift.start is None or run.start is None:
        return "the time of day"
    if lift.start < (run.end or run.start):
        return "before"
    return "" if run.end else "how long the run took"


def _gap(gap: timedelta) -> str:
    said = f"{gap / HOUR:.1f} hours at the least"
    return said if gap >= BETTER_GAP else f"{said}; 6 or more are better"
