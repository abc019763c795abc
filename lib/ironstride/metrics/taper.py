"""Leg work before a race: when the last of it should be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pandera.typing.pandas import DataFrame

from ironstride.frames.log import LiftSets
from ironstride.metrics.hard_sets import HARD_RIR, is_hard
from ironstride.metrics.wording import named
from ironstride.units import count

LEG_SETS = 2
LEAST_DAYS, MOST_DAYS = 7, 14

TaperStatus = Literal["ahead", "now", "kept", "too late", "long ago", "cannot tell yet", "over"]


@dataclass(frozen=True)
class Taper:
    """The days `first` to `last` for the last leg work before a race, and how that stands."""

    first: date
    last: date
    status: TaperStatus
    sentence: str


def taper(race: date, leg_days: Iterable[date], *, today: date) -> Taper:
    """Return when the last heavy leg work before a race should be, and whether it was.

    7 to 14 days before (Rønnestad & Mujika 2014, doi 10.1111/sms.12104): tired legs are rested,
    and what was gained is kept, for running economy held through four weeks without lifting
    (Berryman 2021, n = 8). A rule of practice. `leg_days` are days with
    heavy leg work, done or planned; those from the race on do not count.

    >>> found = taper(date(2026, 12, 6), [date(2026, 11, 24)], today=date(2026, 12, 1))
    >>> found.first, found.last, found.status
    (datetime.date(2026, 11, 22), datetime.date(2026, 11, 29), 'kept')
    """
    first, last = race - timedelta(days=MOST_DAYS), race - timedelta(days=LEAST_DAYS)
    latest = max((day for day in leg_days if day < race), default=None)
    status = _status(race, first, last, latest, today)
    return Taper(first, last, status, _sentence(status, race, first, last, latest))


def leg_days(lift_sets: DataFrame[LiftSets], hard_rir: int = HARD_RIR) -> frozenset[date]:
    """Return the days with leg work: 2 or more hard sets (`is_hard`) of the lower body.

    How heavy they were is not asked, to be on the careful side, as in `usual_week.day_before`.

    >>> leg_days(LiftSets.empty())
    frozenset()
    """
    legs = lift_sets[is_hard(lift_sets, hard_rir) & lift_sets.lower_body]
    sets = legs.started_at.dt.date.value_counts()
    return frozenset(sets.index[sets >= LEG_SETS])


def without_legs(races: Iterable[date]) -> frozenset[date]:
    """Return the days on which no heavy leg work belongs: the 6 before each race, and the race.

    >>> sorted(without_legs([date(2026, 12, 6)]))[0]
    datetime.date(2026, 11, 30)
    """
    return frozenset(race - timedelta(days=n) for race in races for n in range(LEAST_DAYS))


def _status(race: date, first: date, last: date, latest: date | None, today: date) -> TaperStatus:
    if today > race:
        return "over"
    if latest is not None and latest > last:
        return "too late"
    if latest is not None and latest >= first:
        return "kept"
    if today < first:
        return "ahead"
    if today <= last:
        return "now"
    return "cannot tell yet" if latest is None else "long ago"


def _sentence(status: TaperStatus, race: date, first: date, last: date, latest: date | None) -> str:
    span = f"between {named(first)} and {named(last)}"
    before = 0 if latest is None else (race - latest).days
    apart = count(before, "day")
    told: dict[TaperStatus, str] = {
        "over": f"The race of {named(race)} is over.",
        "too late": f"Leg work {apart} before the race: the last of it belongs {span}.",
        "kept": f"The last leg work is {apart} before the race, between 7 and 14.",
        "ahead": f"The last heavy leg work before the race belongs {span}.",
        "now": f"The last heavy leg work before the race belongs {span}: there is none yet.",
        "cannot tell yet": "No leg work is logged or planned before the race.",
        "long ago": f"The last leg work is {apart} before the race: no more is needed now.",
    }
    return told[status]
