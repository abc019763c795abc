"""What the page Week reads of a span: what is planned, its exercises, what was done."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.charts.race_words import each
from ironstride.frames import History
from ironstride.frames.plan import KnownExercises, NextLoads, PlanMarks, Planned, PlannedExercises
from ironstride.jobs.plan_week import known_exercises_frame, phase_of
from ironstride.metrics.plan_marks import plan_marks
from ironstride.records import PlannedSession
from ironstride.standards.guidance_choices import Phase
from ironstride.store import Wanted, history
from ironstride.store.plan import planned, planned_exercises
from ironstride.ui import cache
from ironstride.ui.page import Here
from ironstride.weeks import WEEK


@dataclass(frozen=True)
class Span:
    """The days `first` to `last` of the plan and of the log, both included."""

    here: Here
    first: date
    last: date

    @cached_property
    def planned(self) -> DataFrame[Planned]:
        """Every planned session of these days."""
        return _planned(self.here, self.first, self.last)

    @cached_property
    def exercises(self) -> DataFrame[PlannedExercises]:
        """The exercises of the planned lifts."""
        return _exercises(self.here, self.first, self.last)

    @cached_property
    def done(self) -> DataFrame[History]:
        """Every session of these days."""
        return _done(self.here, self.first, self.last)

    @cached_property
    def marks(self) -> DataFrame[PlanMarks]:
        """Both, one below the other."""
        return plan_marks(self.planned, self.done, today=self.here.today)

    @cached_property
    def loads(self) -> DataFrame[NextLoads]:
        """What to do next of each planned exercise, by the sessions up to today."""
        return _loads(self.here, self.first, self.last)

    @cached_property
    def rows(self) -> "Rows":
        """The same row by row, by their days."""
        return _rows(self.here, self.first, self.last)


@dataclass(frozen=True)
class Rows:
    """What is planned on each day and what was done, in order; the exercises of each lift."""

    planned: Mapping[date, list[Any]]
    done: Mapping[date, list[Any]]
    exercises: Mapping[int, list[str]]


def week(first: date, here: Here) -> Span:
    """Return the seven days from a day on."""
    return Span(here, first, first + WEEK - date.resolution)


@cache.once
def _planned(here: Here, first: date, last: date) -> DataFrame[Planned]:
    return planned(here.log, first, last)


@cache.once
def _exercises(here: Here, first: date, last: date) -> DataFrame[PlannedExercises]:
    return planned_exercises(here.log, first, last)


@cache.once
def _done(here: Here, first: date, last: date) -> DataFrame[History]:
    return history(here.log, Wanted(first=first, last=last))


@cache.once
def _loads(here: Here, first: date, last: date) -> DataFrame[NextLoads]:
    exercises = _exercises(here, first, last)
    return loads_of(list(exercises.exercise.unique()), here, ranges_of(exercises))


@cache.once
def _rows(here: Here, first: date, last: date) -> Rows:
    planned, done, exercises = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in each(_planned(here, first, last)):
        planned[row.day.date()].append(row)
    for row in each(_done(here, first, last).sort_values("started_at", kind="stable")):
        done[row.started_at.date()].append(row)
    for row in each(_exercises(here, first, last)):
        exercises[row.plan_id].append(row.exercise)
    return Rows(dict(planned), dict(done), dict(exercises))


@cache.once
def known_exercises(here: Here) -> DataFrame[KnownExercises]:
    """Return every exercise that is not put away, with what kind it is."""
    return known_exercises_frame(here.log)


@cache.once
def phase(here: Here) -> Phase:
    """Return the phase of the runner's lifting today."""
    return phase_of(here.log, here.settings, here.today, cache.sessions(here.log))


def ranges_of(exercises: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Return the range of reps that each planned exercise has, of two the first."""
    told = exercises.dropna(subset=["reps_low", "reps_high"]).drop_duplicates("exercise")
    low, high = told.reps_low.astype(int), told.reps_high.astype(int)
    return dict(zip(told.exercise, zip(low, high, strict=True), strict=True))


def loads_for(lift: PlannedSession, here: Here) -> DataFrame[NextLoads]:
    """Return what to do next of each exercise of one planned lift, within its range of reps."""
    ranges = {
        one.exercise: (one.reps_low, one.reps_high)
        for one in lift.exercises
        if one.reps_low and one.reps_high
    }
    return loads_of([one.exercise for one in lift.exercises], here, ranges)


def loads_of(
    names: list[str], here: Here, ranges: Mapping[str, tuple[int, int]] = MappingProxyType({})
) -> DataFrame[NextLoads]:
    """Return what to do next of each of some exercises, within their own range of reps if any."""
    own = tuple(ranges.items())
    return cache.loads(here.log, here.settings, phase(here), here.today, tuple(names), own)
