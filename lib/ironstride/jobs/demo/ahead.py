"""What the demo runner has ahead: this week's and next week's plan, and three goals."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ironstride.jobs.demo import words
from ironstride.jobs.demo.calendar import WeekPlan, plan_weeks, week_after
from ironstride.jobs.demo.chance import chance
from ironstride.jobs.demo.lifts import FRIDAY, PHASES, TEMPLATES, TUESDAY
from ironstride.jobs.demo.running_week import planned_runs
from ironstride.jobs.demo.sets import Move, Plan
from ironstride.records import Goal, Lift, PlannedExercise, PlannedSession, Session
from ironstride.weeks import WEEK, week_of

MOST_SETS_WITHOUT_LOAD = 3
HALF_KM = 500
LIFTS = {TUESDAY: "A", FRIDAY: "B"}
GOALS_SINCE = 8 * WEEK
# The calendar's next race, and the end of the lifting block that is on now.
RACE_IN, RACE_M, RACE_S = 5 * WEEK, 10_000.0, 2_580.0
SQUAT_BY, SQUAT_KG = 8 * WEEK, 105.0
WEEKLY_M = 40_000.0
SUNDAY = timedelta(days=6)


def demo_plan(
    sessions: Sequence[Session], *, today: date, years: int, seed: int
) -> tuple[PlannedSession, ...]:
    """Return the plan of the week that holds `today` and of the next, as the runner made it."""
    weeks = (plan_weeks(today, years, seed)[-1], week_after(today, years, seed))
    loads = _loads(sessions, weeks[0].monday)
    return tuple(one for week in weeks for one in (*_runs(week, seed), *_lifts(week, loads)))


def demo_goals(today: date) -> tuple[Goal, ...]:
    """Return a goal of each kind that looks different: of weeks, of a lift, of a race."""
    monday = week_of(today)
    since = monday - GOALS_SINCE
    squat, race_day = TEMPLATES["A"][0].exercise, monday + RACE_IN + SUNDAY
    return (
        Goal(kind="distance a week", since=since, target=WEEKLY_M),
        Goal(kind="e1rm", since=since, by=monday + SQUAT_BY, target=SQUAT_KG, exercise=squat),
        Goal(
            kind="race",
            since=since,
            by=race_day,
            target=RACE_S,
            distance_m=RACE_M,
            title=words.RACE_TITLES[RACE_M][0],
        ),
    )


def _runs(week: WeekPlan, seed: int) -> Iterator[PlannedSession]:
    for run in planned_runs(week, chance(seed, "runs", week.index)):
        yield PlannedSession(
            day=week.monday + timedelta(days=run.weekday),
            kind="run",
            type=run.type,
            distance_m=float(HALF_KM * round(run.distance_m / HALF_KM)),
        )


def _lifts(week: WeekPlan, loads: dict[str, float]) -> Iterator[PlannedSession]:
    plan = PHASES[week.weeks_into_block // 4]
    for weekday, letter in LIFTS.items():
        yield PlannedSession(
            day=week.monday + timedelta(days=weekday),
            kind="lift",
            order=2,
            legs=True,
            title=words.LIFT_TITLES[letter],
            exercises=tuple(_exercise(move, plan, loads) for move in TEMPLATES[letter]),
        )


def _exercise(move: Move, plan: Plan, loads: dict[str, float]) -> PlannedExercise:
    few = min(MOST_SETS_WITHOUT_LOAD, plan.sets)
    if move.hold_s:
        return PlannedExercise(exercise=move.exercise, sets=few, hold_s=move.hold_s)
    if not move.one_rm_kg:
        reps = move.reps
        return PlannedExercise(exercise=move.exercise, sets=few, reps_low=reps, reps_high=reps)
    return PlannedExercise(
        exercise=move.exercise,
        sets=plan.sets,
        reps_low=plan.reps,
        reps_high=plan.reps,
        load_kg=loads.get(move.exercise),
        rir=float(plan.rir),
    )


def _loads(sessions: Sequence[Session], before: date) -> dict[str, float]:
    """Return the load [kg] last worked with of each exercise, before a day."""
    return {
        one.exercise: one.load_kg
        for lift in sessions
        if isinstance(lift, Lift) and lift.started_at.date() < before
        for one in lift.sets
        if one.set_type == "work" and one.load_kg
    }
