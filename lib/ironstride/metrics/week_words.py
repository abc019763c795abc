"""What a made week says of itself: why each day is as it is, and what could not be had."""

from collections.abc import Iterable
from datetime import date

from ironstride.metrics.week_rules import (
    ENOUGH,
    Layout,
    Reason,
    can_rest,
    why_left_out,
    why_no_legs,
)
from ironstride.metrics.week_runs import run_word
from ironstride.metrics.week_wishes import Wishes

_ORDINALS = ("a", "a second", "a third", "a fourth", "a fifth", "a sixth", "a seventh")
_AFTER = {
    "hard days hard": "hard days stay hard, and the others easy",
    "alternate days": "",
    "own": "the run comes first",
}


def why_day(wishes: Wishes, layout: Layout, day: date) -> str:
    """Return in a sentence why a day of a made week holds a lift or none."""
    if not layout[day]:
        why = why_left_out(wishes, layout, day)
        return "No lift is needed." if why == ENOUGH else f"No lift: {day:%A} {why.one}."
    run = wishes.run_on(day)
    told = (
        f"Lift after the {run_word(run)}: {_AFTER[wishes.school]}." if run else _without_run(wishes)
    )
    tired = why_no_legs(wishes, day)
    return f"{told} Without leg work: {tired}." if tired else told


def unmet(wishes: Wishes, layout: Layout) -> tuple[str, ...]:
    """Return a sentence for each wish that the week could not grant, with the reason."""
    lifts = [day for day in wishes.days if layout[day]]
    found = []
    if len(lifts) < wishes.lifts:
        left = [day for day in wishes.days if not layout[day]]
        found.append(
            f"No day is left for {_ORDINALS[len(lifts)]} lift: {_grouped(wishes, layout, left)}."
        )
    bare = [day for day in lifts if layout[day] == "no legs"]
    if bare and len(bare) == len(lifts):
        found.append(f"No lift of this week can hold leg work: {_causes(wishes, bare)}.")
    elif bare:
        found.append(f"The lift of {listed(bare)} leaves out the legs: {_causes(wishes, bare)}.")
    if wishes.keep_rest and not can_rest(wishes):
        each = "day that is left" if wishes.over else "of the seven"
        found.append(f"No day is left for rest: there is a run on each {each}.")
    return tuple(found)


def listed(days: Iterable[date]) -> str:
    """Return days by their names, as in a sentence.

    >>> listed([date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)])
    'Monday, Tuesday and Friday'
    """
    *first, last = [f"{day:%A}" for day in days]
    return f"{', '.join(first)} and {last}" if first else last


def _without_run(wishes: Wishes) -> str:
    if wishes.school == "alternate days":
        return "Lift on a day without a run, with a day between lifts."
    return "Lift on a day without a run."


def _grouped(wishes: Wishes, layout: Layout, days: list[date]) -> str:
    """Return why each of these days has no lift, days of one reason together."""
    reasons: dict[Reason, list[date]] = {}
    for day in days:
        reasons.setdefault(why_left_out(wishes, layout, day), []).append(day)
    return "; ".join(
        f"{listed(same)} {reason.one if len(same) == 1 else reason.many}"
        for reason, same in reasons.items()
    )


def _causes(wishes: Wishes, days: list[date]) -> str:
    found = dict.fromkeys(why_no_legs(wishes, day) for day in days)
    told = [why for why in found if why]
    return ", ".join(told) or "leg work on two days in a row is avoided"
