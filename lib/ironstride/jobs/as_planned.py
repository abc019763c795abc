"""A planned session that was done just as planned, as the record of it."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from pandera.typing.pandas import DataFrame

from ironstride.frames.plan import NextLoads
from ironstride.jobs.planned_sets import planned_sets
from ironstride.records import Lift, PlannedExercise, PlannedSession, Run, Session

# The plan names no hour; the order of a day stays.
MIDDAY = time(12)


def as_planned(
    plan: PlannedSession, kinds: Mapping[str, str], loads: DataFrame[NextLoads]
) -> Session | None:
    """Return the session that a plan describes in full; None where something was left open.

    Of a range of repetitions the suggested ones were done (`planned_sets`).
    `kinds` tells of each exercise whether it is lifted with a weight, which must then be known. The
    time of day is not known, nor how hard it was: nobody said so.
    """
    start = datetime.combine(plan.day, MIDDAY) + timedelta(hours=plan.order - 1)
    if plan.kind == "run":
        return _run(plan, start)
    if not plan.exercises or any(_is_open(one, kinds) for one in plan.exercises):
        return None
    return Lift(
        started_at=start,
        time_known=False,
        duration_s=plan.duration_s,
        title=plan.title,
        sets=planned_sets(plan, loads),
    )


def _run(plan: PlannedSession, start: datetime) -> Run | None:
    if plan.distance_m is None and plan.duration_s is None:
        return None
    return Run(
        started_at=start,
        time_known=False,
        type=plan.type or "other",
        distance_m=plan.distance_m,
        duration_s=plan.duration_s,
        title=plan.title,
    )


def _is_open(one: PlannedExercise, kinds: Mapping[str, str]) -> bool:
    return one.load_kg is None and kinds.get(one.exercise, "weighted") in ("weighted", "assisted")
