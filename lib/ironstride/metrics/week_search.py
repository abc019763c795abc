"""The search over seven days: every layout that the rules allow, and the best of them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise, product

from ironstride.metrics.week_rules import Layout, Lift, choices, is_allowed
from ironstride.metrics.week_wishes import DAYS, Wishes

Price = tuple[int, int, tuple[int, ...], tuple[int, ...]]


def best_layout(wishes: Wishes) -> Layout:
    """Return the lifts of the week: all days are searched, then leg work among the most lifts.

    What is better, in this order: more lifts up to the number wished for; no leg work on two
    days in a row; more lifts with leg work (trials lifted legs twice a week: Balsalobre-Fernández
    2016, doi 10.1519/JSC.0000000000001316); lifts further apart, counted around into the next
    week; earlier days. Equal in all five: cannot be, so that the answer is always the same.

    >>> from datetime import date
    >>> found = best_layout(Wishes(week=date(2026, 11, 23), lifts=2))
    >>> [day.strftime("%a") for day, lift in found.items() if lift]
    ['Mon', 'Thu']
    """
    options = [choices(wishes, day) for day in wishes.days]
    bare = [tuple(lift for lift in held if lift != "legs") for held in options]
    allowed = [one for one in _layouts(wishes, bare) if is_allowed(wishes, one)]
    most = max(map(_lifts, allowed))
    return min(
        (
            with_legs
            for one in allowed
            if _lifts(one) == most
            for with_legs in _layouts(wishes, _legs_or_not(one, options))
        ),
        key=lambda layout: _price(wishes, layout),
    )


def _layouts(wishes: Wishes, options: Iterable[tuple[Lift, ...]]) -> Iterator[Layout]:
    return (dict(zip(wishes.days, one, strict=True)) for one in product(*options))


def _legs_or_not(layout: Layout, options: list[tuple[Lift, ...]]) -> list[tuple[Lift, ...]]:
    """Return what each day may hold when only its leg work is still open."""
    held = zip(layout.values(), options, strict=True)
    return [tuple(one for one in may if bool(one) == bool(lift)) for lift, may in held]


def _lifts(layout: Layout) -> int:
    return sum(bool(lift) for lift in layout.values())


def _price(wishes: Wishes, layout: Layout) -> Price:
    held: list[Lift] = [layout[day] for day in wishes.days]
    lifts = [n for n, lift in enumerate(held) if lift]
    legs = [n for n, lift in enumerate(held) if lift == "legs"]
    before = (wishes.begins - wishes.week).days - 1
    return (
        _in_a_row([before, *legs] if wishes.before.legs else legs),
        -len(legs),
        tuple(-gap for gap in _gaps([before] if wishes.before.lift else [], lifts)),
        (*lifts, *legs),
    )


def _in_a_row(days: list[int]) -> int:
    return sum(later - day == 1 for day, later in pairwise(days))


def _gaps(before: list[int], days: list[int]) -> list[int]:
    """Return the days from each lift to the next, shortest first, around into the next week."""
    if not days:
        return []
    around = [*before, *days, days[0] + DAYS]
    return sorted(later - day for day, later in pairwise(around))
