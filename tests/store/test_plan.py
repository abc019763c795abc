"""The plan in the log: what is kept is what was planned, and what was done follows the log."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride import store
from ironstride.frames.plan import Planned
from ironstride.records import FieldError, PlannedExercise, PlannedSession
from ironstride.store import Log, NewFile, NewSession, exercise_edits, plan
from tests.build import MORNING, lift, ride, run, squat
from tests.logs import planned_sessions, scratch

DAY = MORNING.date()
NEXT = DAY + timedelta(days=1)
SQUATS = PlannedExercise(exercise="Back squat", reps_low=4, reps_high=6, load_kg=80.0, rir=2.0)
PLANK = PlannedExercise(exercise="Plank", sets=2, hold_s=45.0, own=False, muscles="core")
LEGS = PlannedSession(day=DAY, kind="lift", order=2, legs=True, exercises=(SQUATS, PLANK))
TEMPO = PlannedSession(day=DAY, kind="run", type="tempo", distance_m=8000.0, title="Tempo run")
EASY = PlannedSession(day=NEXT, kind="run", type="easy", duration_s=2400.0, notes="Flat")


def rows(log: Log) -> list[tuple[int, str]]:
    table = plan.planned(log)
    return list(zip(table.plan_id, table.status, strict=True))


def test_what_is_planned_is_kept_as_it_was_planned(log: Log) -> None:
    numbers = plan.add_planned(log, EASY, LEGS, TEMPO)
    assert [plan.planned_session(log, one) for one in numbers] == [EASY, LEGS, TEMPO]
    table = plan.planned(log)
    assert table.plan_id.tolist() == [numbers[2], numbers[1], numbers[0]]
    assert table.legs.tolist() == [False, True, False]
    assert set(table.status) == {"planned"}
    doses = plan.planned_exercises(log)
    assert doses.plan_id.tolist() == [numbers[1]] * 2
    assert doses.exercise.tolist() == ["Back squat", "Plank"]
    assert doses.own.tolist() == [True, False]
    assert log.revision == 1


@given(sessions=st.lists(planned_sessions, max_size=5))
def test_nothing_of_a_planned_session_is_lost(sessions: list[PlannedSession]) -> None:
    with scratch() as log:
        numbers = plan.add_planned(log, *sessions)
        assert [plan.planned_session(log, one) for one in numbers] == sessions
        assert sorted(plan.planned(log).plan_id) == numbers


def test_a_span_holds_its_first_and_its_last_day(log: Log) -> None:
    plan.add_planned(log, replace(EASY, day=DAY - timedelta(days=1)), TEMPO, LEGS, EASY)
    assert len(plan.planned(log, DAY, NEXT)) == 3
    assert len(plan.planned(log, DAY, DAY)) == 2
    assert len(plan.planned(log, first=NEXT)) == 1
    assert len(plan.planned_exercises(log, last=NEXT)) == 2
    assert plan.planned_exercises(log, first=NEXT).empty


def test_an_empty_plan_is_an_empty_frame(log: Log) -> None:
    assert plan.planned(log).empty
    assert plan.planned_exercises(log).empty
    assert list(plan.planned(log).columns) == list(Planned.empty().columns)


def test_what_is_planned_is_corrected_in_place(log: Log) -> None:
    (number,) = plan.add_planned(log, LEGS)
    shorter = replace(LEGS, exercises=(PLANK,), title="Core", legs=False)
    plan.correct_planned(log, number, shorter)
    assert plan.planned_session(log, number) == shorter
    assert len(plan.planned_exercises(log)) == 1
    with pytest.raises(FieldError, match="a planned lift cannot become a run"):
        plan.correct_planned(log, number, TEMPO)
    assert plan.planned_session(log, number) == shorter


@pytest.mark.parametrize(
    "act",
    [
        lambda log: plan.planned_session(log, 7),
        lambda log: plan.correct_planned(log, 7, TEMPO),
        lambda log: plan.move_planned(log, 7, DAY),
        lambda log: plan.copy_planned(log, 7, DAY),
        lambda log: plan.skip_planned(log, 7),
        lambda log: plan.mark_open(log, 7),
        lambda log: plan.mark_done(log, 7, 1),
    ],
    ids=range(7),
)
def test_what_is_not_planned_cannot_be_changed(log: Log, act: Callable[[Log], object]) -> None:
    with pytest.raises(KeyError, match="no planned session 7"):
        act(log)
    assert log.revision == 0


def test_a_moved_lift_comes_after_all_of_its_day_and_a_run_before(log: Log) -> None:
    legs, easy = plan.add_planned(log, LEGS, EASY)
    plan.move_planned(log, legs, NEXT)
    assert plan.planned(log)[["plan_id", "order"]].to_numpy().tolist() == [[easy, 1], [legs, 2]]
    plan.move_planned(log, easy, DAY)
    (tempo,) = plan.add_planned(log, replace(TEMPO, day=NEXT))
    assert plan.planned(log).plan_id.tolist() == [easy, tempo, legs]
    plan.move_planned(log, legs, NEXT)
    assert plan.planned_session(log, legs).order == 2


def test_moving_beyond_every_calendar_is_refused(log: Log) -> None:
    (number,) = plan.add_planned(log, LEGS)
    for day in (date(1899, 1, 1), date(2200, 1, 1)):
        with pytest.raises(FieldError, match="must lie in the years"):
            plan.move_planned(log, number, day)
        with pytest.raises(FieldError, match="must lie in the years"):
            plan.copy_planned(log, number, day)
    assert log.revision == 1


def test_a_copy_is_a_plan_of_its_own(log: Log) -> None:
    (number,) = plan.add_planned(log, LEGS)
    plan.skip_planned(log, number)
    copy = plan.copy_planned(log, number, NEXT)
    assert plan.planned_session(log, copy) == replace(LEGS, day=NEXT, order=1)
    assert rows(log) == [(number, "skipped"), (copy, "planned")]
    assert len(set(plan.plan_uids(log).values())) == 2
    plan.delete_planned(log, number)
    assert rows(log) == [(copy, "planned")]
    assert len(plan.planned_exercises(log)) == 2


def test_a_skipped_session_is_open_again_when_that_is_taken_back_or_it_is_moved(log: Log) -> None:
    (number,) = plan.add_planned(log, TEMPO)
    plan.skip_planned(log, number)
    assert rows(log) == [(number, "skipped")]
    plan.skip_planned(log, number, skipped=False)
    assert rows(log) == [(number, "planned")]
    plan.skip_planned(log, number)
    plan.move_planned(log, number, NEXT)
    assert rows(log) == [(number, "planned")]


def test_what_is_logged_from_the_plan_is_done_in_one_write(log: Log) -> None:
    (number,) = plan.add_planned(log, LEGS)
    plan.skip_planned(log, number)
    before = log.revision
    session_id = plan.log_planned(log, number, lift())
    assert log.revision == before + 1
    table = plan.planned(log)
    assert table.status.tolist() == ["done"]
    assert table.done_session_id.tolist() == [session_id]
    assert store.session(log, session_id) == lift()


def test_what_was_typed_is_kept_though_the_plan_is_gone_or_done(log: Log) -> None:
    (number,) = plan.add_planned(log, LEGS)
    first = plan.log_planned(log, number, lift())
    plan.log_planned(log, number, lift(1))
    plan.log_planned(log, 99, lift(2))
    (other,) = plan.add_planned(log, TEMPO)
    plan.log_planned(log, other, ride(3))
    assert len(store.sessions(log)) == 4
    assert plan.planned(log).done_session_id.dropna().tolist() == [first]


def test_deleting_the_session_opens_the_plan_and_restoring_it_closes_it(log: Log) -> None:
    (number,) = plan.add_planned(log, TEMPO)
    session_id = plan.log_planned(log, number, run())
    store.delete_session(log, session_id, MORNING)
    assert rows(log) == [(number, "planned")]
    assert plan.planned(log).done_session_id.isna().all()
    store.restore_session(log, session_id)
    assert rows(log) == [(number, "done")]


def test_a_plan_whose_session_was_deleted_can_be_done_by_another(log: Log) -> None:
    (number,) = plan.add_planned(log, TEMPO)
    first = plan.log_planned(log, number, run())
    store.delete_session(log, first, MORNING)
    second = plan.log_planned(log, number, run(title="Again"))
    store.restore_session(log, first)
    assert plan.planned(log).done_session_id.tolist() == [second]


def test_taking_an_import_back_opens_the_plan(log: Log) -> None:
    (number,) = plan.add_planned(log, TEMPO)
    new = NewSession(key="a", session=run())
    file = NewFile(name="a.csv", sha256="", source="strava-csv", sessions=(new,))
    batch = store.add_batch(log, [file], MORNING, lambda *_: None)
    (session_id,) = plan.sessions_for(log, number)
    plan.mark_done(log, number, session_id)
    assert rows(log) == [(number, "done")]
    store.revert_batch(log, batch.batch_id, MORNING)
    assert rows(log) == [(number, "planned")]
    assert store.integrity_problems(log) == []


def test_only_a_session_of_its_kind_that_no_other_plan_has_can_be_it(log: Log) -> None:
    tempo, easy = plan.add_planned(log, TEMPO, replace(EASY, day=DAY))
    ran, lifted = store.add_session(log, run()), store.add_session(log, lift())
    store.add_session(log, run(1))
    store.delete_session(log, store.add_session(log, run(title="Not so")), MORNING)
    assert plan.sessions_for(log, tempo) == [ran]
    with pytest.raises(FieldError, match="a planned run is done by a run only"):
        plan.mark_done(log, tempo, lifted)
    with pytest.raises(KeyError, match="no session 4"):
        plan.mark_done(log, tempo, 4)
    plan.mark_done(log, tempo, ran)
    plan.mark_done(log, tempo, ran)
    assert plan.sessions_for(log, tempo) == [ran]
    assert plan.sessions_for(log, easy) == []
    with pytest.raises(FieldError, match="this run is what was planned for 2026-11-16"):
        plan.mark_done(log, easy, ran)
    plan.mark_open(log, tempo)
    assert plan.sessions_for(log, easy) == [ran]
    assert set(plan.planned(log).status) == {"planned"}


def test_making_a_week_anew_keeps_what_was_done_or_skipped(log: Log) -> None:
    done, skipped, still, after = plan.add_planned(
        log, TEMPO, LEGS, EASY, replace(EASY, day=DAY + timedelta(days=7))
    )
    plan.log_planned(log, done, run())
    plan.skip_planned(log, skipped)
    before = log.revision
    (new,) = plan.replace_planned(log, DAY, DAY + timedelta(days=6), [replace(LEGS, day=NEXT)])
    assert log.revision == before + 1
    assert [status for _, status in rows(log)] == ["done", "skipped", "planned", "planned"]
    assert {done, skipped, new, after} == set(plan.planned(log).plan_id)
    assert plan.planned_session(log, new).kind == "lift"
    assert still not in plan.planned(log).plan_id.tolist()


def test_undo_brings_a_plan_back(log: Log) -> None:
    (number,) = plan.add_planned(log, LEGS)
    store.keep_for_undo(log)
    plan.delete_planned(log, number)
    assert store.undo(log, log.revision)
    assert plan.planned_session(log, number) == LEGS


def test_a_name_in_calendars_is_never_given_twice(log: Log) -> None:
    (number,) = plan.add_planned(log, TEMPO)
    before = plan.plan_uids(log)
    plan.move_planned(log, number, NEXT)
    assert plan.plan_uids(log) == before
    plan.delete_planned(log, number)
    (again,) = plan.add_planned(log, TEMPO)
    assert again == number
    assert plan.plan_uids(log)[again] != before[number]


def test_an_exercise_that_is_made_another_takes_its_plans_along(log: Log) -> None:
    store.add_session(log, lift(sets=(squat(exercise="Zercher"),)))
    (number,) = plan.add_planned(
        log, replace(LEGS, exercises=(replace(SQUATS, exercise="Zercher"),))
    )
    exercise_edits.merge_exercises(log, "Zercher", "Back squat")
    assert plan.planned_session(log, number).exercises == (SQUATS,)


def test_an_exercise_of_an_import_stays_while_it_is_planned(log: Log) -> None:
    new = NewSession(key="a", session=lift(sets=(squat(exercise="Zercher"),)))
    file = NewFile(name="a.csv", sha256="", source="strong-csv", sessions=(new,))
    batch = store.add_batch(log, [file], MORNING, lambda *_: None)
    zercher = replace(SQUATS, exercise="Zercher")
    plan.add_planned(log, replace(LEGS, exercises=(zercher,)))
    store.revert_batch(log, batch.batch_id, MORNING)
    assert plan.planned_exercises(log).exercise.tolist() == ["Zercher"]
    assert store.integrity_problems(log) == []
