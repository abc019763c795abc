"""Lines on what the runner asks of the weeks: a race, goals, rules, muscle groups."""

from datetime import timedelta

import pandas as pd

from ironstride.frames.goals import WEEKLY_KINDS
from ironstride.metrics.muscles import UNTOUCHED_DAYS, muscle_last
from ironstride.metrics.notices.seen import MONTH_DAYS, Line, Seen, listed
from ironstride.metrics.sets import is_hard
from ironstride.metrics.taper import leg_days, taper
from ironstride.metrics.wording import named
from ironstride.standards.advice import RULES
from ironstride.units import count

DUE_DAYS = 14
# Two weeks in a row: one week without may have been a plan.
SLIPPED_WEEKS = 2


def race(seen: Seen) -> Line | None:
    """Return the next race of the four weeks ahead, with where its last leg work belongs."""
    ahead = [day for day in seen.races if timedelta() <= day - seen.today <= timedelta(MONTH_DAYS)]
    if not ahead:
        return None
    day = min(ahead)
    left = (day - seen.today).days
    when = f"Race in {count(left, 'day')}, on {named(day)}." if left else "Race today."
    sets = type(seen.lift_sets)(seen.lately(seen.lift_sets, MONTH_DAYS))
    legs = [*leg_days(sets, seen.hard_rir), *seen.planned_legs]
    told = taper(day, legs, today=seen.today).sentence if left else ""
    return Line("race", f"{when} {told}".strip())


def goal(seen: Seen) -> Line | None:
    """Return the goal that is due next within two weeks, else one that this week has reached."""
    both = seen.goals.merge(seen.progress, on="goal_id")
    due = both[(both.status != "reached") & _is_due(both.by, seen)].sort_values("by", kind="stable")
    if len(due):
        one = due.iloc[0]
        return Line("goal", f"A goal is due on {named(one.by.date())}. {one.sentence}")
    reached = both[(both.status == "reached") & both.kind.isin(WEEKLY_KINDS)]
    return Line("goal", f"Reached: {reached.iloc[0].sentence}") if len(reached) else None


def rule(seen: Seen) -> Line | None:
    """Return the chosen rule that has slipped: not met for two finished weeks or more.

    Of several the one that was met most often before. Muscle groups have a line of their own.
    """
    over = seen.rules[seen.rules.complete & (seen.rules.rule != "MUSCLES")]
    slipped = [_streak(str(name), rows) for name, rows in over.groupby("rule", sort=False)]
    slipped = [one for one in slipped if one[1] >= SLIPPED_WEEKS]
    if not slipped:
        return None
    name, weeks, met, known = max(slipped, key=lambda one: one[2])
    sentence = (
        f"{RULES[name].title}: not met for {count(weeks, 'finished week')}; met in {met} of the "
        f"{known} weeks that can be judged."
    )
    return Line("rule", sentence)


def untouched(seen: Seen) -> Line | None:
    """Return the wanted muscle groups that no hard set reached for two weeks, while one lifts.

    Who has not lifted for four weeks is told so by the rules; a log in which lifts began less
    than two weeks ago cannot tell.
    """
    sets = seen.lately(seen.lift_sets, MONTH_DAYS)
    if not is_hard(sets, seen.hard_rir).any() or _is_young(seen):
        return None
    last = muscle_last(seen.lift_sets, seen.muscles, today=seen.today, hard_rir=seen.hard_rir)
    idle = last[last.untouched & last.muscle.isin(seen.groups)]
    if idle.empty:
        return None
    longest_first = idle.sort_values("days_since", ascending=False, na_position="first")
    since = longest_first.days_since.map(lambda n: "never" if pd.isna(n) else count(int(n), "day"))
    groups = [f"{one} ({ago})" for one, ago in zip(longest_first.muscle, since, strict=True)]
    sentence = f"No hard set for {UNTOUCHED_DAYS} days or more: {listed(groups)}."
    group = str(longest_first.muscle.iloc[0]).capitalize()
    return Line("untouched", sentence, (("muscles_group", group),))


def _is_young(seen: Seen) -> bool:
    begun = seen.lift_sets.started_at.min()
    return bool(begun > pd.Timestamp(seen.today) - pd.Timedelta(days=UNTOUCHED_DAYS))


def _is_due(by: "pd.Series[pd.Timestamp]", seen: Seen) -> "pd.Series[bool]":
    first = pd.Timestamp(seen.today)
    return (by >= first) & (by <= first + pd.Timedelta(days=DUE_DAYS))


def _streak(name: str, rows: pd.DataFrame) -> tuple[str, int, int, int]:
    """Return a rule, its last weeks in a row that were not met, and met of judged weeks."""
    states = rows.sort_values("week").state.tolist()
    weeks = next((n for n, one in enumerate(reversed(states)) if one != "not met"), len(states))
    met = states.count("met")
    return name, weeks, met, met + states.count("not met")
