"""Goals in words: what one is after, by when, and how it stands."""

from datetime import date

from ironstride import units
from ironstride.charts.race_words import distance_in_words
from ironstride.records import Goal
from ironstride.units import Units

KINDS = {
    "distance a week": "Distance a week",
    "runs a week": "Runs a week",
    "lifts a week": "Lift sessions a week",
    "hard sets a week": "Hard sets a week",
    "e1rm": "A lift (estimated 1RM)",
    "race time": "A time over a distance",
    "race": "A race on a day",
}
COUNTED = {"runs a week": "run", "lifts a week": "lift session", "hard sets a week": "hard set"}


def name(goal: Goal, chosen: Units) -> str:
    """Return what a goal is after, as a heading.

    >>> from datetime import date
    >>> name(Goal(kind="runs a week", since=date(2026, 11, 2), target=3), Units())
    '3 runs a week'
    """
    what = _what(goal, chosen)
    return f"{goal.title}: {what}" if goal.title else what


def span(goal: Goal) -> str:
    """Return since when a goal is set, and by when it is to be reached."""
    until = "; the race is on" if goal.kind == "race" else ", to be reached by"
    return f"Set on {_day(goal.since)}" + (f"{until} {_day(goal.by)}" if goal.by else "")


def _what(goal: Goal, chosen: Units) -> str:
    target = goal.target or 0.0
    if goal.kind == "distance a week":
        return f"{units.format_distance(target, chosen.distance)} a week"
    if goal.kind == "e1rm":
        return f"{goal.exercise} e1RM of {units.format_weight(target, chosen.weight)}"
    if goal.distance_m is not None:
        far = distance_in_words(goal.distance_m, chosen)
        race = f"Race over {far}" if goal.kind == "race" else far[:1].upper() + far[1:]
        return f"{race} in {units.format_clock(target)}" if target else race
    done = f"{target:g} {COUNTED[goal.kind]}{'' if target == 1 else 's'}"
    return f"{done} {f'for {goal.muscle} ' if goal.muscle else ''}a week"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
