"""Where a lift may stand in a week: the rules that are never broken, and the reasons in words."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from ironstride.metrics.taper import without_legs
from ironstride.metrics.week_wishes import RACE, Wishes
from ironstride.metrics.wording import named

Lift = Literal["", "legs", "no legs"]
Layout = dict[date, Lift]

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Reason:
    """Why a day has no lift, as said of one day and of several."""

    one: str
    many: str


OVER = Reason("is over", "are over")
REST = Reason("is a rest day", "are rest days")
NOT_FREE = Reason("is not free", "are not free")
RACE_DAY = Reason("is the day of a race", "are days of races")
NOT_HARD = Reason("has no hard run", "have no hard run")
HAS_RUN = Reason("has a run", "have a run")
AFTER_LIFT = Reason("follows the lift of the day before", "follow the lift of the day before")
BESIDE_LIFT = Reason("lies next to a day with a lift", "lie next to a day with a lift")
LAST_REST = Reason("is kept as the day of rest", "are kept as the days of rest")
ENOUGH = Reason("is not needed", "are not needed")


def why_no_lift(wishes: Wishes, day: date) -> Reason | None:
    """Return why a day can hold no lift, whatever the others hold; None if it can.

    "Hard days hard" lifts on the days of a hard run only (the rule PLACE-HARD), "alternate days"
    on days without a run and never on two days in a row (PLACE-ALT). On the day of a race nobody
    lifts.
    """
    if shut := _why_shut(wishes, day):
        return shut
    if wishes.run_on(day) == RACE or day in wishes.races:
        return RACE_DAY
    if wishes.school == "hard days hard" and not wishes.is_hard_on(day):
        return NOT_HARD
    if wishes.school == "alternate days":
        if wishes.run_on(day):
            return HAS_RUN
        if day == wishes.begins and wishes.before.lift:
            return AFTER_LIFT
    return None


def why_no_legs(wishes: Wishes, day: date) -> str:
    """Return why a lift on a day must leave out the legs, "" if it need not.

    After leg work a hard run within 24 hours is slower (Doma & Deakin 2013, n = 14, six hours
    apart; review Doma 2017, doi 10.1007/s40279-017-0758-3); without hours, the whole next day
    counts. Before a race by `taper`.
    """
    if wishes.is_hard_on(day + ONE_DAY):
        return f"a hard run follows on {day + ONE_DAY:%A}"
    if day in without_legs(wishes.races):
        race = min(race for race in wishes.races if race >= day)
        return f"the race of {named(race)} is less than 7 days away"
    return ""


def choices(wishes: Wishes, day: date) -> tuple[Lift, ...]:
    """Return what a day may hold."""
    if why_no_lift(wishes, day) is not None:
        return ("",)
    return ("", "no legs") if why_no_legs(wishes, day) else ("", "no legs", "legs")


def is_allowed(wishes: Wishes, layout: Layout) -> bool:
    """Tell whether lifts that each stand on a possible day also keep the rules between days."""
    lifts = [day for day in wishes.days if layout[day]]
    if len(lifts) > wishes.lifts:
        return False
    if wishes.school == "alternate days" and _in_a_row(lifts):
        return False
    return keeps_rest(wishes, layout) or not can_rest(wishes)


def keeps_rest(wishes: Wishes, layout: Layout) -> bool:
    """Tell whether a day stays with neither run nor lift, where one is wanted."""
    return not wishes.keep_rest or any(
        not layout[day] and not wishes.run_on(day) and day not in wishes.over for day in wishes.days
    )


def can_rest(wishes: Wishes) -> bool:
    """Tell whether the runs leave a day for rest."""
    return any(not wishes.run_on(day) and day not in wishes.over for day in wishes.days)


def why_left_out(wishes: Wishes, layout: Layout, day: date) -> Reason:
    """Return why a day of a made week has no lift."""
    alone = why_no_lift(wishes, day)
    if alone is not None:
        return alone
    beside = (day - ONE_DAY, day + ONE_DAY)
    if wishes.school == "alternate days" and any(layout.get(other) for other in beside):
        return BESIDE_LIFT
    if not keeps_rest(wishes, layout | {day: "no legs"}):
        return LAST_REST
    return ENOUGH


def _why_shut(wishes: Wishes, day: date) -> Reason | None:
    """Return why nothing at all can be planned on a day; None if it can."""
    if day in wishes.over:
        return OVER
    if day in wishes.rest_days:
        return REST
    return None if wishes.is_free(day) else NOT_FREE


def _in_a_row(days: list[date]) -> bool:
    return any(later - day == ONE_DAY for day, later in pairwise(days))
