"""The page Week: what is planned beside what was done, and every act on it."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import Goal, Lift, LiftSet, PlannedExercise, PlannedSession, Run
from ironstride.settings import Settings
from ironstride.standards.guidance_choices import Guidance
from ironstride.store import Log, goals, plan
from ironstride.ui.plan_calendar_file import content
from ironstride.units import Units
from ironstride.weeks import week_of
from tests.build import lift, run, squat
from tests.pages.asking import labelled
from tests.pages.conftest import ZONE, Visit, unfolded

PAGE = "plan/week"
TODAY = clock.today(ZONE)
MONDAY = week_of(TODAY, "monday")
BANNED = ("causes", "proves", "because", "significant", "best lag", "injury risk", "VDOT", "TSS")
SQUATS = PlannedExercise(
    exercise="Back squat", sets=2, reps_low=4, reps_high=6, load_kg=80.0, rir=2, muscles="quads"
)
PLANKS = PlannedExercise(exercise="Plank", sets=1, hold_s=45.0, own=False, muscles="core")


def press(app: AppTest, label: str) -> AppTest:
    labelled(app, "button", label).click()
    return settled(app)


def settled(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception
    return unfolded(app)


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.text, app.success, app.info, app.subheader)
    return "\n".join(str(one.value) for kind in kinds for one in kind).replace("\\", "")


def a_run(**known: Any) -> PlannedSession:
    usual: dict[str, Any] = {"day": TODAY, "kind": "run", "type": "tempo", "title": "Tempo"}
    return PlannedSession(**usual | {"distance_m": 8000.0} | known)


def a_lift(**known: Any) -> PlannedSession:
    usual: dict[str, Any] = {
        "day": TODAY,
        "kind": "lift",
        "order": 2,
        "title": "Legs",
        "legs": True,
    }
    return PlannedSession(**usual | {"exercises": (SQUATS, PLANKS)} | known)


def status(log: Log, plan_id: int) -> str:
    table = plan.planned(log)
    return str(table.status[table.plan_id == plan_id].item())


def days(log: Log) -> list[dt.date]:
    return [day.date() for day in plan.planned(log).day]


def test_an_empty_log_has_an_empty_week_that_can_be_made(visit: Visit) -> None:
    app = unfolded(visit(PAGE))
    assert "Nothing is planned for this week yet." in said(app)
    assert [one.label for one in app.expander][:1] == ["Make this week"]


def test_what_is_planned_stands_beside_what_was_done(visit: Visit, log: Log) -> None:
    plan.add_planned(log, a_run(), a_lift())
    noon = dt.datetime.combine(TODAY, dt.time())
    store.add_session(log, run(started_at=noon))
    told = said(unfolded(visit(PAGE)))
    assert "Planned: 1 run and 1 lift, done 0 of 2, 1 session beside the plan." in told
    assert "Tempo · 8.00 km · planned" in told
    assert "10.00 km" in told


def test_a_planned_lift_says_sets_loads_reasons_and_how_a_new_exercise_is_done(
    visit: Visit, log: Log
) -> None:
    plan.add_planned(log, a_lift())
    told = said(unfolded(visit(PAGE)))
    assert "Back squat: 2 × 4–6 reps at 80 kg, 2 in reserve" in told
    assert "Plank: 1 × 45 s" in told
    assert "For core." in told
    assert "Harder: Side plank" in told


@pytest.mark.parametrize("by", [1, 8])
def test_a_planned_session_is_moved_and_undone(visit: Visit, log: Log, by: int) -> None:
    (plan_id,) = plan.add_planned(log, a_run())
    app = unfolded(visit(PAGE))
    target = TODAY + dt.timedelta(days=by)
    labelled(app, "date_input", "To the day").set_value(target)
    press(app, "Move")
    assert days(log) == [target]
    assert f"Moved to {target:%A}" in app.success[0].value.replace("\\", "")
    press(app, "Undo")
    assert days(log) == [TODAY]
    assert status(log, plan_id) == "planned"


def test_a_planned_session_is_copied(visit: Visit, log: Log) -> None:
    plan.add_planned(log, a_lift())
    app = unfolded(visit(PAGE))
    target = TODAY + dt.timedelta(days=2)
    labelled(app, "date_input", "To the day").set_value(target)
    press(app, "Copy")
    assert days(log) == [TODAY, target]
    assert plan.planned_exercises(log).exercise.tolist() == ["Back squat", "Plank"] * 2


def test_a_planned_session_is_skipped_and_planned_again(visit: Visit, log: Log) -> None:
    (plan_id,) = plan.add_planned(log, a_run())
    app = press(unfolded(visit(PAGE)), "Skip")
    assert status(log, plan_id) == "skipped"
    press(app, "Plan it again")
    assert status(log, plan_id) == "planned"


def test_a_planned_session_is_deleted_and_undone(visit: Visit, log: Log) -> None:
    plan.add_planned(log, a_lift())
    app = press(unfolded(visit(PAGE)), "Delete")
    assert plan.planned(log).empty
    press(app, "Undo")
    assert len(plan.planned_exercises(log)) == 2


# Correcting in place.


def changed(app: AppTest, label: str, key: str) -> Any:
    return next(one for one in app.text_input if one.label == label and key in str(one.key))


def test_a_planned_run_is_corrected_where_it_stands_and_undone(visit: Visit, log: Log) -> None:
    (plan_id,) = plan.add_planned(log, a_run(title="Tempo run", notes="Flat"))
    before = plan.planned_session(log, plan_id)
    app = unfolded(visit(PAGE))
    next(one for one in app.selectbox if "correct-" in str(one.key)).set_value("hills")
    changed(app, "Distance (km)", "correct-").input("9,5")
    press(app, "Save the plan")
    assert plan.planned_session(log, plan_id) == replace(
        before, type="hills", distance_m=9500.0, title="Hill run"
    )
    assert "Corrected: Hill run · 9.50 km of" in app.success[0].value
    press(app, "Undo")
    assert plan.planned_session(log, plan_id) == before


def test_what_is_not_touched_stays_exactly_as_it_was(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb")))
    runs = plan.add_planned(log, a_run(distance_m=8123.4, duration_s=2400.5))
    lifts = plan.add_planned(log, a_lift(exercises=(replace(SQUATS, load_kg=81.3), PLANKS)))
    before = [plan.planned_session(log, one) for one in (*runs, *lifts)]
    app = unfolded(visit(PAGE))
    for one in [one for one in app.button if one.label == "Save the plan"]:
        one.click()
        settled(app)
    assert [plan.planned_session(log, one) for one in (*runs, *lifts)] == before


def test_a_distance_that_is_none_corrects_nothing(visit: Visit, log: Log) -> None:
    plan.add_planned(log, a_run())
    app = unfolded(visit(PAGE))
    changed(app, "Distance (km)", "correct-").input("far")
    press(app, "Save the plan")
    assert plan.planned(log).distance_m.tolist() == [8000.0]
    assert len(app.error) == 1


def grid(log: Log, plan_id: int, unit: str = "kg") -> str:
    return f"correct-{plan_id}-{hash(plan.planned_session(log, plan_id)):x}-exercises-{unit}"


def test_the_exercises_of_a_planned_lift_are_corrected(visit: Visit, log: Log) -> None:
    (plan_id,) = plan.add_planned(log, a_lift())
    app = unfolded(visit(PAGE))
    new = {"exercise": "Bench press", "sets": "2", "reps": "8", "load": "62,5"}
    edits = {0: {"sets": "4", "reps": "5-6"}}
    key = grid(log, plan_id)
    next(one for one in app.button if one.label == "Save the plan").click()
    app.session_state[key] = {"edited_rows": edits, "added_rows": [new], "deleted_rows": [1]}
    settled(app)
    squats, bench = plan.planned_session(log, plan_id).exercises
    assert squats == replace(SQUATS, sets=4, reps_low=5, reps_high=6)
    assert bench == PlannedExercise(
        exercise="Bench press", sets=2, reps_low=8, reps_high=8, load_kg=62.5
    )


# Done or not.


def test_a_session_of_the_day_may_be_the_planned_one(visit: Visit, log: Log) -> None:
    (plan_id,) = plan.add_planned(log, a_run())
    store.add_session(log, run(started_at=dt.datetime.combine(TODAY, dt.time())))
    app = press(unfolded(visit(PAGE)), "That was it")
    assert status(log, plan_id) == "done"
    assert "Tempo · 8.00 km · done" in said(app)
    press(app, "It was not this one")
    assert status(log, plan_id) == "planned"


# From the plan into the log.


def log_form(visit: Visit, page: str, plan_id: object) -> AppTest:
    app = visit(page)
    app.query_params["plan"] = str(plan_id)
    return settled(app)


def test_a_planned_run_opens_the_form_filled_in_and_is_done_when_saved(
    visit: Visit, log: Log
) -> None:
    (plan_id,) = plan.add_planned(log, a_run(day=TODAY - dt.timedelta(days=1)))
    app = log_form(visit, "log/run", plan_id)
    assert "From your plan: Tempo · 8.00 km, planned for" in said(app)
    labelled(app, "text_input", "Time").input("40")
    press(app, "Save run")
    (number,) = store.sessions(log).session_id
    found = store.session(log, int(number))
    assert isinstance(found, Run)
    assert (found.type, found.distance_m, found.duration_s) == ("tempo", 8000.0, 2400.0)
    assert found.title == "Tempo"
    assert found.started_at.date() == TODAY - dt.timedelta(days=1)
    assert status(log, plan_id) == "done"
    assert "plan" not in app.query_params
    assert labelled(app, "text_input", "Title").value == ""


def test_a_planned_lift_opens_the_grid_filled_in_and_is_done_when_saved(
    visit: Visit, log: Log
) -> None:
    (plan_id,) = plan.add_planned(log, a_lift())
    app = log_form(visit, "log/lift", plan_id)
    assert "Repeat last session" not in [one.label for one in app.button]
    press(app, "Save lift session")
    (number,) = store.sessions(log).session_id
    found = store.session(log, int(number))
    assert isinstance(found, Lift)
    heavy = LiftSet(exercise="Back squat", reps=4, load_kg=80.0)
    assert found.sets == (heavy, heavy, LiftSet(exercise="Plank", hold_s=45.0))
    assert status(log, plan_id) == "done"
    store.delete_session(log, int(number), clock.now(ZONE))
    assert status(log, plan_id) == "planned"


def test_the_form_begins_with_the_suggested_aim_and_both_sides(visit: Visit, log: Log) -> None:
    """Five reps on each side last time, in a range of four to six: six are aimed for."""
    each = tuple(squat(side=side, load_kg=80.0, rir=2.0) for side in ("left", "right")) * 2
    before = dt.datetime.combine(TODAY - dt.timedelta(days=3), dt.time(18))
    store.add_session(log, lift(started_at=before, sets=each))
    (plan_id,) = plan.add_planned(log, a_lift(exercises=(SQUATS,)))
    press(log_form(visit, "log/lift", plan_id), "Save lift session")
    sets = store.lift_sets(log)
    logged = sets[sets.started_at.dt.date == TODAY]
    both = [["left", 6, 80.0], ["right", 6, 80.0]]
    assert logged[["side", "reps", "load_kg"]].to_numpy().tolist() == both * 2


def test_in_pounds_the_planned_load_is_kept_to_the_gram(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb")))
    (plan_id,) = plan.add_planned(log, a_lift(exercises=(SQUATS,)))
    press(log_form(visit, "log/lift", plan_id), "Save lift session")
    assert set(store.lift_sets(log).load_kg) == {80.0}


@pytest.mark.parametrize("plan_id", ["77", "x", "9" * 40])
def test_an_address_that_names_no_planned_session_logs_a_new_one(
    visit: Visit, plan_id: str
) -> None:
    app = log_form(visit, "log/run", plan_id)
    assert "not in the plan any more" in said(app)
    assert labelled(app, "selectbox", "Type").value == "easy"


def test_a_done_one_is_not_done_twice(visit: Visit, log: Log) -> None:
    (plan_id,) = plan.add_planned(log, a_run())
    plan.log_planned(log, plan_id, run(started_at=dt.datetime.combine(TODAY, dt.time())))
    assert "done already" in said(log_form(visit, "log/run", plan_id))


# Making a week.


def next_week(app: AppTest) -> AppTest:
    return press(app, "Later")


def test_a_week_is_made_by_the_chosen_school_and_put_into_the_plan(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(school="hard days hard"))
    app = next_week(unfolded(visit(PAGE)))
    assert "hard days hard" in said(app)
    monday = MONDAY + dt.timedelta(days=7)
    for name, kind in (("Tuesday", "intervals"), ("Friday", "tempo")):
        box = next(one for one in app.selectbox if one.label.startswith(name))
        box.set_value(kind)
    press(app, "Propose a week")
    assert plan.planned(log).empty
    assert "Lift after the interval run: hard days stay hard, and the others easy." in said(app)
    press(app, "Put it into the plan")
    table = plan.planned(log)
    held = [(day.date() - monday).days for day in table.day]
    assert list(zip(held, table.kind, strict=True)) == [
        (1, "run"), (1, "lift"), (4, "run"), (4, "lift"),
    ]  # fmt: skip
    assert plan.planned_exercises(log).exercise.nunique() >= 5
    assert "Planned for the week of Monday" in app.success[0].value
    assert "Each muscle group that you chose has" in said(app)
    press(app, "Undo")
    assert plan.planned(log).empty


def test_what_a_week_cannot_hold_is_told_in_plain_words(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(school="alternate days"))
    app = next_week(unfolded(visit(PAGE)))
    for box in app.selectbox:
        if box.label.split()[0] in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
            box.set_value("easy")
    press(app, "Propose a week")
    told = said(app)
    assert "**Not possible**" in told
    assert "No day is left for a second lift" in told
    assert "**What would make room**" in told
    press(app, "Put it away")
    assert "Not possible" not in said(app)


def test_a_light_week_lowers_the_sets(visit: Visit, log: Log) -> None:
    for week in range(1, 5):
        at = dt.datetime.combine(MONDAY - dt.timedelta(weeks=week), dt.time(18))
        store.add_session(log, lift(started_at=at, sets=(squat(rir=2.0),) * 3))
    app = next_week(unfolded(visit(PAGE)))
    labelled(app, "toggle", "A light week: fewer sets or less load").set_value(True)
    press(app, "Propose a week")
    assert "A lighter week by choice: 2 of 3 sets for one week" in said(app)
    press(app, "Put it into the plan")
    table = plan.planned_exercises(log)
    assert set(table.sets[table.exercise == "Back squat"]) == {2}


def test_loads_are_brought_up_to_the_last_sessions(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(guidance=Guidance(phase="heavy")))
    at = dt.datetime.combine(TODAY - dt.timedelta(days=3), dt.time(18))
    store.add_session(log, lift(started_at=at, sets=(squat(reps=6, rir=2.0),) * 3))
    plan.add_planned(log, a_lift())
    app = unfolded(visit(PAGE))
    assert "By your last sessions: All 3 sets reached 6 reps" in said(app)
    press(app, "Take these loads")
    table = plan.planned_exercises(log)
    assert table.load_kg.tolist()[0] == 102.5
    assert "Take these loads" not in [one.label for one in app.button]


def test_a_week_that_is_over_cannot_be_made(visit: Visit) -> None:
    app = press(unfolded(visit(PAGE)), "Earlier")
    assert "Make this week" not in [one.label for one in app.expander]


# One session by hand.


def test_a_run_is_planned_by_hand(visit: Visit, log: Log) -> None:
    app = unfolded(visit(PAGE))
    labelled(app, "text_input", "Distance (km)").input("7,5")
    labelled(app, "selectbox", "Type").set_value("long")
    press(app, "Plan it")
    (number,) = plan.planned(log).plan_id
    assert plan.planned_session(log, int(number)) == PlannedSession(
        day=TODAY, kind="run", type="long", distance_m=7500.0, title="Long run"
    )


def test_a_lift_is_planned_by_hand_with_reps_and_loads(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(guidance=Guidance(phase="heavy")))
    app = unfolded(visit(PAGE))
    labelled(app, "button_group", "What").set_value("lift")
    settled(app)
    labelled(app, "multiselect", "Exercises, in their order").set_value(["Back squat", "Plank"])
    labelled(app, "select_slider", "Sets of each").set_value(2)
    press(app, "Plan it")
    table = plan.planned_exercises(log)
    assert table[["exercise", "sets"]].to_numpy().tolist() == [["Back squat", 2], ["Plank", 2]]
    assert table.reps_low.tolist()[0] == 3
    assert table.hold_s.tolist()[1] == 30
    assert plan.planned(log).legs.tolist() == [True]


def test_a_distance_that_is_none_is_told_beside_its_field(visit: Visit, log: Log) -> None:
    app = unfolded(visit(PAGE))
    labelled(app, "text_input", "Distance (km)").input("far")
    press(app, "Plan it")
    assert plan.planned(log).empty
    assert len(app.error) == 1


# What else the page says.


def test_before_a_race_the_last_leg_work_has_its_days(visit: Visit, log: Log) -> None:
    race = TODAY + dt.timedelta(days=10)
    goals.add_goal(
        log, Goal(kind="race", since=TODAY, by=race, distance_m=10_000.0, title="City 10 km")
    )
    told = said(unfolded(visit(PAGE)))
    assert "City 10 km" in told
    assert "The last heavy leg work before the race belongs" in told


def test_groups_without_sets_get_an_exercise_and_its_cues(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(guidance=Guidance(muscles=("calves", "core"))))
    app = unfolded(visit(PAGE))
    (label,) = [one.label for one in app.expander if one.label.startswith("Muscle groups")]
    assert label == "Muscle groups still without enough sets: calves, core"
    assert "For calves." in said(app)
    assert "Needs:" in said(app)


def test_the_calendar_file_holds_what_is_planned(visit: Visit, log: Log) -> None:
    plan.add_planned(log, a_run(title="6 × 800 m; hard, then easy"))
    assert "Calendar file (.ics)" in [
        getattr(one, "label", "") for one in unfolded(visit(PAGE)).get("download_button")
    ]
    now = clock.now(ZONE)
    text = content(log.path, Units(), MONDAY, MONDAY + dt.timedelta(days=6), now).decode()
    assert text.startswith("BEGIN:VCALENDAR")
    assert "6 × 800 m\\; hard\\, then easy" in text


def test_the_month_draws_and_opens_a_day(visit: Visit, log: Log) -> None:
    plan.add_planned(log, a_run())
    app = unfolded(visit(PAGE))
    app.button_group(key="week_part").set_value("month")
    settled(app)
    assert len(app.get("plotly_chart")) == 1
    labelled(app, "date_input", "Open a day").set_value(TODAY)
    settled(app)
    assert "Tempo · 8.00 km · planned" in said(app)
    before = f"{MONDAY.replace(day=1) - dt.timedelta(days=1):%B %Y}"
    press(app, "Earlier")
    if TODAY.month == MONDAY.month:
        assert before in said(app)


def test_the_demo_log_has_a_week_and_no_word_that_says_too_much(on_demo: Visit) -> None:
    app = press(unfolded(on_demo(PAGE)), "Propose a week")
    told = said(app)
    assert "Proposed" in told
    assert [word for word in BANNED if word in told] == []


@pytest.mark.parametrize("day", ["", "x", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_an_odd_day_in_the_address_opens_some_week(visit: Visit, day: str) -> None:
    app = unfolded(visit(PAGE))
    app.query_params["week_of"] = day
    assert len(settled(app).expander) >= 2


def test_a_week_stays_in_the_address(visit: Visit) -> None:
    app = press(unfolded(visit(PAGE)), "Later")
    later = TODAY + dt.timedelta(days=7)
    assert app.query_params["week_of"] == str(later)
    assert labelled(app, "date_input", "A day of the week").value == later
    labelled(app, "date_input", "A day of the week").set_value(TODAY)
    assert settled(app).query_params["week_of"] == str(TODAY)
    press(press(app, "Earlier"), "This week")
    assert app.query_params["week_of"] == str(TODAY)


def test_what_is_folded_is_drawn_when_it_is_opened(visit: Visit, log: Log) -> None:
    plan.add_planned(log, a_run(), a_lift())
    app = visit(PAGE)
    assert len(app.text_input) == 0
    assert "Delete" not in [one.label for one in app.button]
    app.session_state["correct-1"] = True
    assert labelled(settled_as_it_is(app), "text_input", "Distance (km)").value == "8.00"
    assert "Delete" not in [one.label for one in app.button]


def test_what_is_typed_stays_when_its_form_is_folded_and_opened_again(
    visit: Visit, log: Log
) -> None:
    plan.add_planned(log, a_lift())
    app = visit(PAGE)
    for key in (f"add-{MONDAY}", f"make-{MONDAY}-0", "correct-1"):
        app.session_state[key] = True
    settled_as_it_is(app)
    labelled(app, "button_group", "What").set_value("lift")
    settled_as_it_is(app)
    labelled(app, "multiselect", "Exercises, in their order").set_value(["Plank"])
    labelled(app, "select_slider", "Lifts").set_value(4)
    labelled(app, "button", "Propose a week").click()
    settled_as_it_is(app)
    for is_open in (False, True):
        for key in (f"add-{MONDAY}", f"make-{MONDAY}-0", "correct-1"):
            app.session_state[key] = is_open
        settled_as_it_is(app)
        assert grid(log, 1) in app.session_state
    assert labelled(app, "multiselect", "Exercises, in their order").value == ["Plank"]
    assert labelled(app, "select_slider", "Lifts").value == 4


def settled_as_it_is(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception
    return app
