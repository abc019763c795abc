"""Which one change of a runner's wishes would make room for what a week could not hold."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from ironstride.metrics.week_rules import Layout
from ironstride.metrics.week_search import best_layout
from ironstride.metrics.week_wishes import RACE, Wishes
from ironstride.standards.guidance_choices import School
from ironstride.units import count


def would_help(wishes: Wishes, layout: Layout) -> tuple[str, ...]:
    """Return a sentence for each single change that gives more lifts, or more of them with legs.

    Tried one at a time: another school, each day that is not free, each rest day, each run moved
    away. Empty where nothing is missing. A search, without a source.

    >>> from datetime import date
    >>> monday = date(2026, 11, 23)
    >>> wishes = Wishes(week=monday, lifts=1, free=frozenset())
    >>> would_help(wishes, best_layout(wishes))[0]
    'If Monday were free, there would be room for 1 lift, 1 of them with leg work.'
    """
    now = _held(layout)
    if now[0] >= wishes.lifts and now[1] >= now[0]:
        return ()
    tried = ((told, _held(best_layout(other))) for told, other in _changes(wishes))
    return tuple(f"{told}, {_room(*held)}." for told, held in tried if held > now)


def _held(layout: Layout) -> tuple[int, int]:
    lifts = list(layout.values())
    return sum(bool(one) for one in lifts), lifts.count("legs")


def _room(lifts: int, legs: int) -> str:
    return f"there would be room for {count(lifts, 'lift')}, {legs} of them with leg work"


def _changes(wishes: Wishes) -> Iterator[tuple[str, Wishes]]:
    for school in get_args(School):
        if school != wishes.school:
            yield f"By the school “{school}”", replace(wishes, school=school)
    for day in (one for one in wishes.days if one not in wishes.over):
        if wishes.free is not None and day not in wishes.free:
            yield f"If {day:%A} were free", replace(wishes, free=wishes.free | {day})
        if day in wishes.rest_days:
            kept = wishes.rest_days - {day}
            yield f"Without rest on {day:%A}", replace(wishes, rest_days=kept)
        if wishes.run_on(day) not in ("", RACE):
            others = {one: run for one, run in wishes.runs.items() if one != day}
            yield f"Without the run of {day:%A}", wishes.with_runs(others)
