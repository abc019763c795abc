"""Exercises for the lifts of a made week: the runner's own first, then some for what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.frames.plan import KnownExercises, Planned, PlannedExercises
from ironstride.metrics.hard_sets import DIRECT, is_working
from ironstride.metrics.rep_range import rep_range, target_reserve
from ironstride.standards.guidance_choices import ADVISED_MUSCLES, Phase

LEGS = frozenset({"quads", "hamstrings", "glutes", "calves"})
OWN_WEEKS = 12
MOST_EXERCISES = 6
# Hard sets of each exercise: 2 to 4 in trials with runners; the more lifts, the fewer in each.
SETS, SETS_OF_THREE_LIFTS = 3, 2

# What the article “How can resistance training elevate your running” names for each group, in the
# words of the catalogue, with what needs no machine after it. Where the log knows none of them,
# its own exercises come in the order of their names.
FIRST: Mapping[str, tuple[str, ...]] = {
    "quads": ("Back squat", "Goblet squat", "Split squat", "Bodyweight squat"),
    "hamstrings": ("Romanian deadlift", "Dumbbell Romanian deadlift", "Nordic curl"),
    "glutes": ("Hip thrust", "Glute bridge"),
    "calves": ("Standing calf raise (dumbbell)", "Standing calf raise"),
    "back": ("One-arm dumbbell row", "Inverted row", "Superman"),
    "core": ("Plank", "Dead bug"),
    "hip flexors": ("Hip flexor march",),
    "hip": ("Lateral band walk", "Side-lying leg raise"),
    "upper": ("Push-up",),
}


@dataclass(frozen=True, eq=False)
class ChosenExercises:
    """The exercises of planned lifts, and a sentence for each muscle group that none covers."""

    exercises: DataFrame[PlannedExercises]
    unmet: tuple[str, ...]


def choose_exercises(
    planned: DataFrame[Planned],
    muscles: DataFrame[ExerciseMuscles],
    known: DataFrame[KnownExercises],
    lift_sets: DataFrame[LiftSets],
    *,
    today: date,
    groups: Sequence[str] = ADVISED_MUSCLES,
    phase: Phase = "heavy",
) -> ChosenExercises:
    """Return exercises for each planned lift, so that the week works each group directly.

    For each group in its order: of the exercises done in the last 12 weeks the one that works
    most groups still open, then the one done in most sessions; where there is none, the first of
    `FIRST`. At most 6 a lift, unless a group would go without. A lift without leg work has none
    that works quads, hamstrings, glutes or calves directly; jumps are never chosen, for they make
    no hard set. Three sets each, two where there are three lifts or more: 2 to 4 sets of an
    exercise were lifted in trials (Balsalobre-Fernández 2016, doi 10.1519/JSC.0000000000001316).
    No lifts: no rows.

    >>> choose_exercises(Planned.empty(), ExerciseMuscles.empty(), KnownExercises.empty(),
    ...                  LiftSets.empty(), today=date(2026, 11, 23)).unmet
    ()
    """
    lifts = planned[(planned.kind == "lift") & (planned.status == "planned")]
    choice = _Choice(_reach(muscles, known), _own(lift_sets, today), known.exercise.tolist())
    sets = SETS if len(lifts) <= 2 else SETS_OF_THREE_LIFTS
    kinds = known.set_index("exercise")
    covered: set[str] = set()
    rows: list[dict[str, Any]] = []
    for place, (number, day, legs) in enumerate(
        zip(lifts.plan_id, lifts.day, lifts.legs, strict=True)
    ):
        later = [*lifts.legs.iloc[place + 1 :]]
        chosen = choice.lift(groups, legs, covered, later)
        covered.update(group for found in chosen.values() for group in found)
        for position, (name, found) in enumerate(chosen.items()):
            about = {"plan_id": number, "day": day, "position": position}
            about |= {"exercise": name, "sets": sets}
            doses = _dose(kinds.kind[name], bool(kinds.lower_body[name]), phase)
            said = {"own": name in choice.sessions, "muscles": ", ".join(found)}
            rows.append(about | doses | said)
    frame = PlannedExercises.validate(pd.DataFrame(rows)) if rows else PlannedExercises.empty()
    return ChosenExercises(frame, _unmet(groups, covered, choice, lifts))


@dataclass(frozen=True)
class _Choice:
    """What each exercise works directly, in how many sessions it was done, all names in order."""

    reach: Mapping[str, frozenset[str]]
    sessions: Mapping[str, int]
    names: list[str]

    def lift(
        self, groups: Sequence[str], legs: bool, covered: set[str], later: list[bool]
    ) -> dict[str, list[str]]:
        """Return the exercises of one lift with the groups that each is there for."""
        mine = [group for group in groups if legs or group not in LEGS]
        now = {
            g for g in mine if g not in covered and not any(legs or g not in LEGS for legs in later)
        }
        chosen: dict[str, list[str]] = {}
        open_groups = sorted(mine, key=lambda group: (group in covered, mine.index(group)))
        for group in list(open_groups):
            most = inf if group in now else MOST_EXERCISES
            if group not in open_groups or len(chosen) >= most:
                continue
            name = self.best(group, open_groups, legs)
            if name is not None:
                chosen[name] = [one for one in mine if one in self.reach[name] & {*open_groups}]
                open_groups = [one for one in open_groups if one not in chosen[name]]
        return chosen

    def best(self, group: str, open_groups: Sequence[str], legs: bool) -> str | None:
        """Return the exercise for a group: the runner's own, or else one to begin with."""
        fits = [
            name
            for name in self.names
            if group in self.reach.get(name, ()) and (legs or not self.reach[name] & LEGS)
        ]
        own = [name for name in fits if name in self.sessions]
        wide = {name: len(self.reach[name] & {*open_groups}) for name in own}
        ranked = sorted(own, key=lambda name: (-wide[name], -self.sessions[name], name))
        begin = [name for name in FIRST.get(group, ()) if name in fits]
        return next(iter([*ranked, *begin, *sorted(fits)]), None)


def _reach(
    muscles: DataFrame[ExerciseMuscles], known: DataFrame[KnownExercises]
) -> dict[str, frozenset[str]]:
    usable = known.exercise[known.kind != "plyometric"]
    direct = muscles[(muscles.share >= DIRECT) & muscles.exercise.isin(usable)]
    return {str(name): frozenset(found) for name, found in direct.groupby("exercise").muscle}


def _own(lift_sets: DataFrame[LiftSets], today: date) -> dict[str, int]:
    since = pd.Timestamp(today - timedelta(weeks=OWN_WEEKS))
    lately = lift_sets[is_working(lift_sets) & (lift_sets.started_at >= since)]
    return {
        str(name): int(n) for name, n in lately.groupby("exercise").session_id.nunique().items()
    }


def _dose(kind: str, lower_body: bool, phase: Phase) -> dict[str, float]:
    low, high = rep_range(kind, lower_body, phase)
    if kind == "timed":
        return {
            "reps_low": np.nan,
            "reps_high": np.nan,
            "hold_s": low,
            "rir": np.nan,
            "load_kg": np.nan,
        }
    reserve = target_reserve(phase)
    return {"reps_low": low, "reps_high": high, "hold_s": np.nan, "rir": reserve, "load_kg": np.nan}


def _unmet(
    groups: Sequence[str], covered: set[str], choice: _Choice, lifts: pd.DataFrame
) -> tuple[str, ...]:
    if lifts.empty:
        return ()
    said = []
    for group in (one for one in groups if one not in covered):
        exists = any(group in found for found in choice.reach.values())
        why = (
            "the lifts of this week leave out the legs"
            if exists
            else "no exercise works it directly"
        )
        if exists and group not in LEGS:
            why = "each exercise for it also works the legs"
        said.append(f"{group.capitalize()}: no sets this week, for {why}.")
    return tuple(said)
