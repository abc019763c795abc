"""What a runner wants of a week: run days, free days, a rest day, lifts, and by which school."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import get_args

from ironstride.standards.guidance_choices import HARD_RUNS, School

DAYS = 7
MOST_LIFTS = 7
RACE = "race"


@dataclass(frozen=True)
class DayBefore:
    """What the last day before the first one to be planned held: a lift, and leg work in it."""

    lift: bool = False
    legs: bool = False


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """A week from its first day on: run types by day, free days (None: all), lifts, school.

    `rest_days` stay without run and lift; with `keep_rest` at least one day does. `races` are the
    marked ones, of this week or later. `next_run` is the type of the run on the day after the
    week, "" for none; None takes the next week to begin as this one does. Days that are `over`
    have the runs that were run; nothing is planned on them, and none of them counts as rest.
    """

    week: date
    runs: Mapping[date, str] = field(default_factory=dict)
    free: frozenset[date] | None = None
    rest_days: frozenset[date] = frozenset()
    over: frozenset[date] = frozenset()
    keep_rest: bool = True
    lifts: int = 2
    school: School = "own"
    races: tuple[date, ...] = ()
    before: DayBefore = DayBefore()
    next_run: str | None = None

    def __post_init__(self) -> None:
        """Refuse days of another week, and numbers of lifts that no week holds."""
        if self.school not in get_args(School):
            raise ValueError(f"there is no school {self.school!r}")
        if not 1 <= self.lifts <= MOST_LIFTS:
            raise ValueError(f"a week holds 1 to {MOST_LIFTS} lifts, got {self.lifts}")
        named = {*self.runs, *(self.free or ()), *self.rest_days, *self.over}
        if stray := sorted(named - set(self.days)):
            raise ValueError(f"{stray[0]} is no day of the week from {self.week}")

    @property
    def days(self) -> tuple[date, ...]:
        """Return the seven days of the week."""
        return tuple(self.week + timedelta(days=n) for n in range(DAYS))

    @property
    def begins(self) -> date:
        """Return the first day that is not over, the day after the week where all are.

        >>> monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
        >>> Wishes(week=monday, over=frozenset({monday})).begins == tuesday
        True
        """
        after = self.week + timedelta(days=DAYS)
        return next((day for day in self.days if day not in self.over), after)

    def is_free(self, day: date) -> bool:
        """Tell whether anything can be done on a day at all."""
        return self.free is None or day in self.free

    def with_runs(self, runs: Mapping[date, str]) -> "Wishes":
        """Return the same wishes with other runs, the day after the week unchanged."""
        return replace(self, runs=runs, next_run=self.run_after_the_week)

    def is_hard_on(self, day: date) -> bool:
        """Tell whether the run on a day is hard by its type (`HARD_RUNS`)."""
        return self.run_on(day) in HARD_RUNS

    @property
    def run_after_the_week(self) -> str:
        """Return the type of the run on the day after the week, "" for none."""
        return self.runs.get(self.week, "") if self.next_run is None else self.next_run

    def run_on(self, day: date) -> str:
        """Return the type of the run on a day, up to the day after the week, "" for none.

        >>> monday = date(2026, 11, 23)
        >>> wishes = Wishes(week=monday, runs={monday: "tempo"})
        >>> [wishes.run_on(date(2026, 11, day)) for day in (23, 24, 30)]
        ['tempo', '', 'tempo']
        """
        if day == self.week + timedelta(days=DAYS):
            return self.run_after_the_week
        return self.runs.get(day, "")
