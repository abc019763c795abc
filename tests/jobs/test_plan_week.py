"""A week made from the log and kept in it: as usual, never over what was done."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ironstride import store
from ironstride.jobs.demo_log import write_demo_log
from ironstride.jobs.plan_week import (
    Proposal,
    keep_week,
    known_exercises_frame,
    phase_of,
    propose,
    sessions_of,
    usual_wishes,
)
from ironstride.metrics.week_wishes import DayBefore, Wishes
from ironstride.records import Goal, Other, PlannedSession
from ironstride.settings import Settings
from ironstride.standards.guidance_choices import Guidance
from ironstride.store import Log, exercise_edits, goals, open_log, plan
from tests.build import lift, run, squat

MONDAY = date(2026, 11, 23)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (
    MONDAY + timedelta(days=n) for n in range(1, 7)
)
SETTINGS = Settings()
LEGS = tuple(squat(rir=2.0) for _ in range(3))


def at(day: date, hour: int = 7) -> datetime:
    return datetime(day.year, day.month, day.day, hour)


def usual_weeks(log: Log) -> None:
    """Four weeks with intervals on Tuesday, an easy run on Thursday, a long one on Sunday."""
    for week in range(1, 5):
        for day, kind in ((TUESDAY, "intervals"), (THURSDAY, "easy"), (SUNDAY, "long")):
            store.add_session(log, run(started_at=at(day - timedelta(weeks=week)), type=kind))


def wishes(log: Log, today: date = MONDAY, settings: Settings = SETTINGS) -> Wishes:
    return usual_wishes(log, settings, MONDAY, today=today, school="hard days hard")


def proposed(log: Log, asked: Wishes, today: date = MONDAY) -> Proposal:
    return propose(log, SETTINGS, asked, today=today)


def kept(log: Log) -> list[tuple[date, str, str]]:
    table = plan.planned(log)
    return list(zip(table.day.dt.date, table.kind, table.status, strict=True))


def test_an_empty_log_wishes_for_two_lifts_and_no_runs(log: Log) -> None:
    found = wishes(log)
    assert (found.runs, found.lifts, found.over, found.before) == ({}, 2, frozenset(), DayBefore())
    assert len(keep_week(log, proposed(log, replace(found, school="own")), today=MONDAY)) == 2


def test_strength_without_sets_is_a_lift_here_as_in_the_rules(log: Log) -> None:
    watch = Other(started_at=at(MONDAY - timedelta(days=1), 18), sport="strength")
    store.add_session(log, watch)
    assert wishes(log).before == DayBefore(lift=True)
    store.add_session(log, replace(watch, started_at=at(MONDAY - timedelta(weeks=12))))
    assert phase_of(log, SETTINGS, MONDAY) == "heavy"
    store.add_session(log, replace(watch, started_at=at(MONDAY)))
    assert wishes(log, TUESDAY).lifts == 1


def test_the_usual_runs_are_wished_for_and_the_lifts_come_after_the_hard_ones(log: Log) -> None:
    usual_weeks(log)
    found = wishes(log)
    assert found.runs == {TUESDAY: "intervals", THURSDAY: "easy", SUNDAY: "long"}
    before = log.revision
    numbers = keep_week(log, proposed(log, found), today=MONDAY)
    assert log.revision == before + 1
    assert kept(log) == [
        (TUESDAY, "run", "planned"),
        (TUESDAY, "lift", "planned"),
        (THURSDAY, "run", "planned"),
        (SUNDAY, "run", "planned"),
        (SUNDAY, "lift", "planned"),
    ]
    lifted = plan.planned_session(log, numbers[1])
    assert lifted.legs
    assert {one.exercise for one in lifted.exercises} >= {"Back squat", "Plank"}


def test_a_kept_week_is_read_back_as_it_was_proposed(log: Log) -> None:
    usual_weeks(log)
    store.add_session(log, lift(started_at=at(MONDAY - timedelta(days=5)), sets=LEGS))
    proposal = proposed(log, wishes(log))
    keep_week(log, proposal, today=MONDAY)
    doses = plan.planned_exercises(log)
    again = doses.drop(columns="plan_id")
    columns = list(again.columns)
    assert again.equals(proposal.exercises[columns].sort_values(["day", "position"]))
    assert doses.load_kg[doses.exercise == "Back squat"].gt(0).all()
    assert sessions_of(plan.planned(log), doses) == sessions_of(
        proposal.made.planned, proposal.exercises
    )


def test_the_frequency_and_the_days_of_rest_are_those_chosen(log: Log) -> None:
    usual_weeks(log)
    chosen = replace(SETTINGS, guidance=Guidance(frequency="maintain", rest_days=(0, 3)))
    found = wishes(log, settings=chosen)
    assert found.lifts == 1
    assert found.rest_days == {MONDAY, THURSDAY}
    assert THURSDAY not in found.runs


def test_a_marked_race_stands_in_its_week_and_keeps_the_legs_free_before(log: Log) -> None:
    usual_weeks(log)
    goals.add_goal(log, Goal(kind="race", since=MONDAY, by=SUNDAY, distance_m=10_000.0))
    chosen = replace(SETTINGS, guidance=Guidance(rest_days=(6,)))
    found = wishes(log, settings=chosen)
    assert found.runs[SUNDAY] == "race"
    assert found.rest_days == frozenset()
    assert found.races == (SUNDAY,)
    made = proposed(log, replace(found, school="own")).made
    assert not made.days.legs.any()
    assert made.days.lift.any()


def test_a_race_that_is_over_is_not_looked_at(log: Log) -> None:
    sunday = MONDAY - timedelta(days=1)
    goals.add_goal(log, Goal(kind="race", since=sunday, by=sunday, distance_m=10_000.0))
    assert wishes(log).races == ()


def test_in_a_running_week_what_was_done_stands_and_only_the_rest_is_planned(log: Log) -> None:
    usual_weeks(log)
    first = proposed(log, wishes(log))
    numbers = keep_week(log, first, today=MONDAY)
    plan.log_planned(log, numbers[0], run(started_at=at(TUESDAY), type="tempo"))
    plan.log_planned(log, numbers[1], lift(started_at=at(TUESDAY, 18), sets=LEGS))
    found = wishes(log, today=WEDNESDAY)
    assert found.over == {MONDAY, TUESDAY}
    assert found.runs == {TUESDAY: "tempo", THURSDAY: "easy", SUNDAY: "long"}
    assert (found.lifts, found.before) == (1, DayBefore(lift=True, legs=True))
    assert not found.keep_rest  # Monday was one
    again = proposed(log, found, today=WEDNESDAY)
    assert again.made.planned.day.min().date() == THURSDAY
    keep_week(log, again, today=WEDNESDAY)
    assert [(day, status) for day, _, status in kept(log)] == [
        (TUESDAY, "done"),
        (TUESDAY, "done"),
        (THURSDAY, "planned"),
        (SUNDAY, "planned"),
        (SUNDAY, "planned"),
    ]


def test_today_is_over_once_it_saw_a_lift_and_its_run_is_not_planned_twice(log: Log) -> None:
    usual_weeks(log)
    store.add_session(log, run(started_at=at(TUESDAY), type="intervals"))
    found = wishes(log, today=TUESDAY)
    assert found.begins == TUESDAY
    keep_week(log, proposed(log, found, today=TUESDAY), today=TUESDAY)
    assert [one for one in kept(log) if one[0] == TUESDAY] == [(TUESDAY, "lift", "planned")]
    store.add_session(log, lift(started_at=at(TUESDAY, 18), sets=LEGS))
    assert wishes(log, today=TUESDAY).begins == WEDNESDAY


def test_leg_work_of_yesterday_makes_the_hard_run_of_today_easy(log: Log) -> None:
    usual_weeks(log)
    store.add_session(log, lift(started_at=at(MONDAY, 18), sets=LEGS))
    proposal = proposed(log, wishes(log, today=TUESDAY), today=TUESDAY)
    assert proposal.made.days.run.tolist()[1] == "easy"
    assert proposal.made.changed == (
        "Tuesday follows leg work of the day before, so its interval run becomes an easy run.",
    )


def test_a_week_that_is_over_wholly_plans_nothing(log: Log) -> None:
    usual_weeks(log)
    today = MONDAY + timedelta(weeks=1)
    found = wishes(log, today=today)
    assert keep_week(log, proposed(log, found, today=today), today=today) == []


def test_of_two_runs_on_a_day_the_hard_one_counts(log: Log) -> None:
    store.add_session(log, run(started_at=at(MONDAY), type="easy"))
    store.add_session(log, run(started_at=at(MONDAY, 17), type="tempo"))
    assert wishes(log, today=TUESDAY).runs == {MONDAY: "tempo"}


def test_what_is_put_away_is_not_planned(log: Log) -> None:
    assert "Back squat" in known_exercises_frame(log).exercise.tolist()
    exercise_edits.archive_exercise(log, "Back squat", at(MONDAY))
    assert "Back squat" not in known_exercises_frame(log).exercise.tolist()


@pytest.mark.parametrize(
    ("began", "phase"),
    [(None, "starter"), (date(2026, 10, 5), "starter"), (date(2026, 9, 27), "heavy")],
)
def test_the_first_eight_weeks_of_lifting_are_the_beginning(
    log: Log, began: date | None, phase: str
) -> None:
    if began:
        store.add_session(log, lift(started_at=at(began)))
    assert phase_of(log, SETTINGS, MONDAY) == phase


def test_a_chosen_phase_holds_from_the_first_day(log: Log) -> None:
    chosen = replace(SETTINGS, guidance=Guidance(phase="heavy"))
    assert phase_of(log, chosen, MONDAY) == "heavy"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    write_demo_log(path, today=MONDAY, years=1)
    return path


@pytest.mark.parametrize("deload", [False, True])
def test_the_demo_runner_gets_a_week_with_loads(demo: Path, deload: bool) -> None:
    with open_log(demo) as log:
        asked = replace(wishes(log), school="own")
        proposal = propose(log, SETTINGS, asked, today=MONDAY, deload=deload)
        made = sessions_of(proposal.made.planned, proposal.exercises)
    assert sum(isinstance(one, PlannedSession) and one.kind == "lift" for one in made) == 2
    assert all(one.load_kg or one.hold_s for lift in made for one in lift.exercises)
    assert (set(proposal.loads.action) == {"deload"}) == deload
