"""What is planned, as frames: planned until it was done, or skipped."""

from datetime import date

from pandera.typing.pandas import DataFrame

from ironstride.frames.plan import Planned, PlannedExercises
from ironstride.store.connection import Log
from ironstride.store.tables import frame_of


def planned(log: Log, first: date | None = None, last: date | None = None) -> DataFrame[Planned]:
    """Return what is planned from a day to another, both included, by day and place in it.

    It is done for as long as the session that did it is not deleted.
    """
    return frame_of(log, _PLANNED, Planned, _span(first, last))


def planned_exercises(
    log: Log, first: date | None = None, last: date | None = None
) -> DataFrame[PlannedExercises]:
    """Return the exercises of the lifts that are planned from a day to another, in their order."""
    return frame_of(log, _EXERCISES, PlannedExercises, _span(first, last))


def sessions_for(log: Log, plan_id: int) -> list[int]:
    """Return the sessions that may be a planned one: of its kind, on its day, of no other plan."""
    rows = log.execute(
        "select session.id from session join plan on plan.id = ?"
        " where session.kind = plan.kind and substr(started_at, 1, 10) = day"
        " and deleted_at is null and not exists ("
        "   select 1 from plan other where other.done_session_id = session.id"
        "   and other.id <> plan.id) order by started_at, session.id",
        (plan_id,),
    )
    return [int(row[0]) for row in rows]


def _span(first: date | None, last: date | None) -> tuple[str, str]:
    return (first or date.min).isoformat(), (last or date.max).isoformat()


_PLANNED = """
select plan.id as plan_id, day, place as "order", plan.kind as kind, type, legs, distance_m,
  plan.duration_s as duration_s,
  case when done.id is not null then 'done' when skipped then 'skipped' else 'planned' end
  as status, done.id as done_session_id, plan.title as title, plan.notes as notes
from plan left join session done on done.id = done_session_id and deleted_at is null
where day between ? and ? order by day, place, plan.kind desc, plan.id
"""
_EXERCISES = """
select plan_id, day, position, name as exercise, sets, reps_low, reps_high, load_kg, hold_s, rir,
  own, muscles
from plan_exercise join plan on plan.id = plan_id join exercise on exercise.id = exercise_id
where day between ? and ? order by day, place, plan_id, position
"""
