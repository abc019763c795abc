"""Making a week: the log and the metrics joined into one proposal, and the proposal kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import store, weeks
from ironstride.frames import LiftSets, Sessions
from ironstride.frames.plan import KnownExercises, NextLoads, Planned, PlannedExercises
from ironstride.jobs.run_distances import as_far_as_usual, with_distances
from ironstride.jobs.usual_wishes import usual_wishes
from ironstride.metrics.guidance import STARTER_WEEKS
from ironstride.metrics.next_load import next_loads, with_loads
from ironstride.metrics.rules.training import is_lift
from ironstride.metrics.usual_week import UsualDistance
from ironstride.metrics.week_exercises import choose_exercises
from ironstride.metrics.week_maker import AFTER_RUN, MadeWeek, Wishes, make_week
from ironstride.records import PlannedExercise, PlannedSession
from ironstride.settings import Settings
from ironstride.standards.guidance_choices import Phase
from ironstride.store import Log
from ironstride.store.exercise_entries import exercise_entries
from ironstride.store.plan import replace_planned

__all__ = [
    "Proposal",
    "keep_week",
    "known_exercises_frame",
    "phase_of",
    "propose",
    "sessions_of",
    "usual_wishes",
]


@dataclass(frozen=True, kw_only=True, eq=False)
class Proposal:
    """A made week with exercises and loads; `unmet` says all that could not be had.

    `distances` are the usual ones by run type, on which those of the runs rest.
    """

    made: MadeWeek
    distances: Mapping[str, UsualDistance]
    exercises: DataFrame[PlannedExercises]
    loads: DataFrame[NextLoads]
    unmet: tuple[str, ...]


def propose(
    log: Log,
    settings: Settings,
    wishes: Wishes,
    *,
    today: date,
    deload: bool = False,
    sets: DataFrame[LiftSets] | None = None,
) -> Proposal:
    """Return a week by these wishes, its lifts with exercises and the next load of each.

    `sets` are all of the log where they were read already.
    """
    made = make_week(wishes)
    distances = as_far_as_usual(log, today, settings.units.distance)
    made = replace(made, planned=with_distances(made.planned, distances, log))
    sets, known = store.lift_sets(log) if sets is None else sets, known_exercises_frame(log)
    phase = phase_of(log, settings, today)
    chosen = choose_exercises(
        made.planned,
        store.exercise_muscles(log),
        known,
        sets,
        today=today,
        groups=settings.guidance.muscles,
        phase=phase,
    )
    loads = next_loads(
        sets,
        known,
        chosen.exercises.exercise,
        today=today,
        phase=phase,
        deload=deload,
        formula=settings.e1rm_formula,
        weight=settings.units.weight,
    )
    return Proposal(
        made=made,
        distances=distances,
        exercises=with_loads(chosen.exercises, loads),
        loads=loads,
        unmet=(*made.unmet, *chosen.unmet),
    )


def keep_week(log: Log, proposal: Proposal, *, today: date) -> list[int]:
    """Plan a proposal in the place of what is still open in its week; return the ids.

    Days that are over stay as they are, and a run or lift that today already saw is not planned.
    """
    wishes = proposal.made.wishes
    first = max(wishes.begins, today)
    seen = store.sessions(log)
    done = set(zip(seen.started_at.dt.date, seen.kind, strict=True))
    ahead = [
        one
        for one in sessions_of(proposal.made.planned, proposal.exercises)
        if one.day >= first and (one.day, one.kind) not in done
    ]
    return replace_planned(log, first, wishes.days[-1], ahead)


def sessions_of(
    planned: DataFrame[Planned], exercises: DataFrame[PlannedExercises]
) -> tuple[PlannedSession, ...]:
    """Return the records of planned sessions; one lift a day, as in a made week.

    What is said of a lift after a run is left out: it may be moved.

    >>> sessions_of(Planned.empty(), PlannedExercises.empty())
    ()
    """
    by_day = {day: tuple(map(_exercise, own.to_dict("records"))) for day, own in _days(exercises)}
    return tuple(
        PlannedSession(
            day=row["day"].date(),
            kind=row["kind"],
            order=row["order"],
            type=row["type"],
            legs=row["legs"],
            distance_m=_known(row["distance_m"]),
            duration_s=_known(row["duration_s"]),
            title=row["title"],
            notes="" if row["notes"] == AFTER_RUN else row["notes"],
            exercises=by_day.get(row["day"], ()) if row["kind"] == "lift" else (),
        )
        for row in planned.to_dict("records")
    )


def known_exercises_frame(log: Log) -> DataFrame[KnownExercises]:
    """Return every exercise that is not put away, with what kind it is."""
    rows = [
        {"exercise": one.name, "kind": one.kind, "lower_body": one.lower_body}
        for one in (entry.exercise for entry in exercise_entries(log) if not entry.is_archived)
    ]
    return KnownExercises.validate(pd.DataFrame(rows)) if rows else KnownExercises.empty()


def phase_of(
    log: Log, settings: Settings, today: date, sessions: DataFrame[Sessions] | None = None
) -> Phase:
    """Return the chosen phase; unchosen it is that of beginners for 8 weeks from the first lift.

    `sessions` are all of the log where they were read already.
    """
    if settings.guidance.phase is not None:
        return settings.guidance.phase
    sessions = store.sessions(log) if sessions is None else sessions
    begun = sessions.started_at[is_lift(sessions)].min()
    first = today if pd.isna(begun) else begun.date()
    start = weeks.week_of(first, settings.week_start)
    return "starter" if today < start + STARTER_WEEKS * weeks.WEEK else "heavy"


def _days(exercises: DataFrame[PlannedExercises]) -> Any:
    return exercises.sort_values("position").groupby("day")


def _exercise(row: dict[Any, Any]) -> PlannedExercise:
    low, high = _known(row["reps_low"]), _known(row["reps_high"])
    return PlannedExercise(
        exercise=row["exercise"],
        sets=row["sets"],
        reps_low=None if low is None else int(low),
        reps_high=None if high is None else int(high),
        load_kg=_known(row["load_kg"]),
        hold_s=_known(row["hold_s"]),
        rir=_known(row["rir"]),
        own=row["own"],
        muscles=row["muscles"],
    )


def _known(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
