from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import CheckIn, Lift, LiftSet, Template
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.build import lift, squat
from tests.pages.conftest import ZONE, Visit


def write(app: AppTest, *rows: dict[str, Any], key: str = "lift-0-sets-kg-0") -> None:
    """Type rows into the grid, as the browser would report them."""
    app.session_state[key] = {"edited_rows": {}, "added_rows": list(rows), "deleted_rows": []}
    app.run()


def last_week() -> Lift:
    return lift(started_at=clock.now(ZONE).replace(second=0, microsecond=0) - timedelta(days=7))


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception, app.exception


def type_lines(app: AppTest, lines: str) -> None:
    (box,) = [one for one in app.text_area if one.label == "Sets as lines"]
    box.input(lines)
    press(app, "Put into the grid")


def choose(app: AppTest, label: str, option: str) -> None:
    (box,) = [one for one in app.selectbox if one.label == label]
    box.set_value(option).run()


def find(app: AppTest, typed: str) -> None:
    (box,) = [one for one in app.text_input if one.label == "Find an exercise by any of its names"]
    box.input(typed).run()


def saved_sets(app: AppTest, log: Log) -> tuple[LiftSet, ...]:
    press(app, "Save lift session")
    return the_lift(log).sets


def said(app: AppTest) -> str:
    shown = (*app.text, *app.caption, *app.warning)
    return "\n".join(str(one.value) for one in shown).replace("\\", "")


def the_lift(log: Log) -> Lift:
    (number,) = set(store.sessions(log).query("kind == 'lift'").session_id)
    found = store.session(log, int(number))
    assert isinstance(found, Lift)
    return found


SQUAT = {"exercise": "Back squat", "set_type": "work", "reps": "5", "load": "100", "rir": "2"}


def test_sets_typed_into_the_grid_are_saved_in_order(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    plank = {"exercise": "Plank", "set_type": "work", "hold_s": "45"}
    write(app, SQUAT | {"set_type": "warm-up", "load": "60", "rir": ""}, SQUAT, plank)
    app.text_input(key="lift-0-duration_s").input("50")
    app.text_input(key="lift-0-rpe").input("6")
    app.button(key="lift-0-save").click().run()
    assert not app.exception
    found = the_lift(log)
    assert found.sets == (
        LiftSet(exercise="Back squat", set_type="warmup", reps=5, load_kg=60.0),
        LiftSet(exercise="Back squat", reps=5, load_kg=100.0, rir=2.0),
        LiftSet(exercise="Plank", hold_s=45.0),
    )
    assert (found.duration_s, found.rpe) == (3000.0, 6.0)
    assert app.success[0].value == "Saved: 3 sets · 50 min."


def test_pounds_are_read_as_pounds(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(units=Units("km", "lb")))
    app = visit("log/lift")
    write(app, SQUAT | {"load": "225,5"}, key="lift-0-sets-lb-0")
    app.button(key="lift-0-save").click().run()
    assert round(the_lift(log).sets[0].load_kg, 3) == 102.285


def test_a_row_that_is_no_set_gets_a_sentence_with_its_number(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    write(app, SQUAT, {"exercise": "Back squat", "load": "100"})
    app.button(key="lift-0-save").click().run()
    assert [error.value for error in app.error] == ["Row 2: a set needs reps or a hold."]
    assert store.lift_sets(log).empty


def test_no_set_at_all_is_refused(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    app.button(key="lift-0-save").click().run()
    assert app.error[0].value == "Write at least one set: an exercise with reps or a hold."
    assert store.sessions(log).empty


def test_the_last_session_is_repeated_with_one_click(visit: Visit, log: Log) -> None:
    store.add_session(log, lift(-7))
    app = visit("log/lift")
    app.text_area(key="lift-0-notes").input("typed before")
    press(app, "Repeat last session")
    app.button(key="lift-0-save").click().run()
    assert not app.exception
    repeated = store.session(log, 2)
    assert isinstance(repeated, Lift)
    assert repeated.sets == tuple(replace(one, rir=None) for one in lift().sets)
    assert repeated.notes == "typed before"


def test_an_exercise_that_is_not_in_the_list_can_be_added(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    app.text_input(key="lift-0-new-exercise").input("Sled drag")
    next(one for one in app.button if one.label == "Add to the list").click().run()
    write(app, SQUAT | {"exercise": "Sled drag"})
    app.button(key="lift-0-save").click().run()
    assert the_lift(log).sets[0].exercise == "Sled drag"
    assert "Sled drag" in store.exercise_names(log)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"reps": "abc"}, "Row 1: reps: a number such as 10.5 belongs here, got 'abc'."),
        ({"reps": "501"}, "Row 1: reps must be at most 500, got 501."),
        ({"reps": "2.5"}, "Row 1: reps must be a whole number, got 2.5."),
        ({"load": "-20"}, "Row 1: weight must be at least 0 kg, got -20."),
        ({"exercise": ""}, "Row 1: a set needs the name of its exercise."),
        ({"load": "inf"}, "Row 1: weight: a number such as 10.5 belongs here, got 'inf'."),
    ],
)
def test_a_cell_that_cannot_be_gets_a_sentence(
    visit: Visit, log: Log, cells: dict[str, str], said: str
) -> None:
    app = visit("log/lift")
    write(app, SQUAT | cells)
    app.button(key="lift-0-save").click().run()
    assert [error.value for error in app.error] == [said]
    assert store.lift_sets(log).empty


def test_what_was_typed_is_not_replaced_by_a_repeat(visit: Visit, log: Log) -> None:
    store.add_session(log, lift(-7))
    app = visit("log/lift")
    write(app, SQUAT)
    app.run()
    assert "Repeat last session" not in [one.label for one in app.button]


def test_the_repeated_sets_stay_when_another_session_comes_in(visit: Visit, log: Log) -> None:
    store.add_session(log, lift(-7))
    app = visit("log/lift")
    press(app, "Repeat last session")
    store.add_session(log, lift(-1, sets=(LiftSet(exercise="Plank", hold_s=30),)))
    app.button(key="lift-0-save").click().run()
    assert app.success[0].value == "Saved: 2 sets."


def test_lines_go_into_the_grid_and_from_there_into_the_log(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    type_lines(app, "squat w 5x60\nsquat 2x5 100 @8\nside plank 1x30s/side\npull-up 1x8 +10")
    assert store.sessions(log).empty
    plank = LiftSet(exercise="Side plank", hold_s=30.0)
    assert saved_sets(app, log) == (
        squat(set_type="warmup", load_kg=60.0),
        squat(rir=2.0),
        squat(rir=2.0),
        replace(plank, side="left"),
        replace(plank, side="right"),
        LiftSet(exercise="Pull-up", reps=8, load_kg=10.0),
    )


def test_lines_are_added_below_what_stands_in_the_grid(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    write(app, SQUAT)
    type_lines(app, "plank 1x45s")
    type_lines(app, "plank 1x30s")
    found = saved_sets(app, log)
    assert [one.exercise for one in found] == ["Back squat", "Plank", "Plank"]
    assert [one.hold_s for one in found] == [None, 45.0, 30.0]


def test_a_line_that_cannot_be_read_stays_with_a_sentence(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    type_lines(app, "squat 1x5 100\nflarb 3x5\nsquat fast")
    assert [error.value for error in app.error] == [
        "“flarb 3x5”: no exercise is called “flarb”; add it to the list, or find its name.",
        "“squat fast”: no sets found: write 3x5, 8,8,6 or 45s after the exercise.",
    ]
    (box,) = [one for one in app.text_area if one.label == "Sets as lines"]
    assert box.value == "flarb 3x5\nsquat fast"
    box.input("")
    assert saved_sets(app, log) == (squat(),)


def test_a_misspelt_name_is_read_and_told(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    type_lines(app, "bakc squat 1x5 100")
    assert [info.value for info in app.info] == ["“bakc squat” was read as Back squat."]
    assert saved_sets(app, log) == (squat(),)


def test_lines_may_name_an_exercise_that_was_just_added(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    app.text_input(key="lift-0-new-exercise").input("Sled drag")
    press(app, "Add to the list")
    type_lines(app, "sled drag 1x20 40")
    assert saved_sets(app, log) == (LiftSet(exercise="Sled drag", reps=20, load_kg=40.0),)


def test_lines_still_in_the_box_are_not_lost_when_saving(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    (box,) = [one for one in app.text_area if one.label == "Sets as lines"]
    box.input("squat 1x5 100")
    press(app, "Save lift session")
    assert store.sessions(log).empty
    assert "Not saved yet" in app.info[0].value
    assert saved_sets(app, log) == (squat(),)


def test_lines_in_the_box_survive_a_look_at_another_page(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    (box,) = [one for one in app.text_area if one.label == "Sets as lines"]
    box.input("squat 1x5 100").run()
    app.switch_page("../pages/today/today.py").run()
    app.switch_page("../pages/log/lift.py").run()
    (box,) = [one for one in app.text_area if one.label == "Sets as lines"]
    assert box.value == "squat 1x5 100"


def test_rows_put_into_the_grid_survive_a_look_at_another_page(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    type_lines(app, "squat 2x5 100")
    app.switch_page("../pages/today/today.py").run()
    app.switch_page("../pages/log/lift.py").run()
    assert saved_sets(app, log) == (squat(), squat())


def test_lines_in_pounds_stay_exact(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(units=Units("km", "lb")))
    app = visit("log/lift")
    type_lines(app, "bench 1x5 61.23kg\nbench 1x5 135")
    assert [one.load_kg for one in saved_sets(app, log)] == [61.23, 135 * 0.45359237]


def test_the_last_set_is_copied_down(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    assert next(one for one in app.button if one.label == "Copy the last set").disabled
    write(app, SQUAT)
    app.selectbox(key="lift-0-copies").set_value(3).run()
    press(app, "Copy the last set")
    assert saved_sets(app, log) == (squat(rir=2.0),) * 4


def test_a_left_and_a_right_set_are_copied_together(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    type_lines(app, "step-up 1x10/side 20")
    press(app, "Copy the last set")
    assert [one.side for one in saved_sets(app, log)] == ["left", "right", "left", "right"]


def test_a_row_that_is_not_done_is_copied_as_it_stands(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    write(app, {"exercise": "Back squat", "load": "100"})
    press(app, "Copy the last set")
    press(app, "Save lift session")
    assert [error.value for error in app.error] == ["Row 1: a set needs reps or a hold."]


def test_an_exercise_is_found_by_another_name_and_added_as_last_time(
    visit: Visit, log: Log
) -> None:
    store.add_session(log, last_week())
    app = visit("log/lift")
    find(app, "squat")
    assert "Back squat: warm-up 5 × 60 kg, 5 × 100 kg @ 2 RIR" in said(app)
    press(app, "Add as last time")
    press(app, "Save lift session")
    found = store.session(log, 2)
    assert isinstance(found, Lift)
    assert found.sets == tuple(replace(one, rir=None) for one in lift().sets)


def test_an_exercise_never_lifted_is_added_as_an_open_row(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    find(app, "squat")
    choose(app, "Found", "Front squat")
    assert "Front squat: not lifted yet" in said(app)
    press(app, "Add as last time")
    press(app, "Save lift session")
    assert [error.value for error in app.error] == ["Row 1: a set needs reps or a hold."]


def test_a_search_without_a_find_says_so(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    find(app, "zzz")
    assert "No exercise has a name like that." in said(app)
    assert "Add as last time" not in [one.label for one in app.button]


def test_last_time_stands_under_the_grid(visit: Visit, log: Log) -> None:
    store.add_session(log, last_week())
    app = visit("log/lift")
    assert "Last time" not in said(app)
    write(app, SQUAT)
    day = last_week().started_at
    told = f"Back squat, {day:%a} {day.day} {day:%b %Y}: warm-up 5 × 60 kg, 5 × 100 kg @ 2 RIR"
    assert told in said(app)


def test_what_the_sets_come_to_is_told_as_one_types(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    write(app, SQUAT, SQUAT | {"rir": ""}, {"exercise": "Back squat"})
    assert "So far: 2 hard sets · 1\u202f000 kg of tonnage" in said(app)
    assert "Back squat: e1RM 121.7 kg" in said(app)
    write(app, SQUAT | {"rir": ""})
    assert "Back squat: e1RM at least 114.6 kg" in said(app)


def test_body_mass_of_the_day_is_part_of_a_pull_up(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    type_lines(app, "pull-up 1x8 +10\nassisted dip 1x10 20")
    assert "Pull-up: body mass unknown: check in to see the load" in said(app)
    store.save_check_in(log, CheckIn(day=clock.now(ZONE).date(), body_mass_kg=70.0))
    app.run()
    assert "Pull-up: up to 76 kg a rep with 95 % of 70 kg body mass, 612 kg in all" in said(app)
    assert "Assisted dip: up to 46 kg a rep with 95 % of 70 kg body mass, 465 kg in all" in said(
        app
    )


def test_an_unlikely_weight_gets_a_question_and_is_taken(visit: Visit, log: Log) -> None:
    store.add_session(log, last_week())
    app = visit("log/lift")
    write(app, SQUAT | {"load": "220.5"}, SQUAT | {"load": "350"}, SQUAT | {"load": "110"})
    assert [warning.value for warning in app.warning] == [
        "Back squat, 220.5 kg: kilograms and pounds mixed up? Did you mean 100 kg?",
        "Back squat, 350 kg: that is more than 3 times your heaviest so far, 100 kg. Is it right?",
    ]
    press(app, "Save lift session")
    assert list(store.lift_sets(log).load_kg)[-3:] == [220.5, 350.0, 110.0]


def test_a_warm_up_is_light_without_a_question(visit: Visit, log: Log) -> None:
    store.add_session(log, last_week())
    app = visit("log/lift")
    write(app, SQUAT | {"load": "45", "set_type": "warm-up"})
    assert not app.warning


def test_a_ready_template_fills_the_grid_with_the_loads_of_last_time(
    visit: Visit, log: Log
) -> None:
    store.add_session(log, last_week())
    app = visit("log/lift")
    choose(app, "Begin with a template", "Minimal, 20 minutes")
    press(app, "Add these sets")
    press(app, "Save lift session")
    found = store.session(log, 2)
    assert isinstance(found, Lift)
    assert found.sets[:3] == (
        squat(reps=6),
        squat(reps=6),
        LiftSet(exercise="Romanian deadlift", reps=8),
    )


def test_a_weight_that_is_not_filled_in_is_pointed_out(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    write(app, SQUAT, SQUAT | {"exercise": "Step-up", "load": ""}, SQUAT | {"exercise": "Push-up"})
    assert "No weight filled in: Step-up. Without one it is body weight alone." in said(app)


def test_a_template_is_added_below_what_was_typed(visit: Visit, log: Log) -> None:
    store.save_template(log, Template(name="Mine", sets=(squat(load_kg=90.0, rir=None),)))
    app = visit("log/lift")
    write(app, SQUAT)
    choose(app, "Begin with a template", "Mine")
    press(app, "Add these sets")
    assert saved_sets(app, log) == (squat(rir=2.0), squat(load_kg=90.0))


def test_the_sets_of_the_grid_are_kept_as_a_template(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    write(app, SQUAT)
    app.text_input(key="lift-0-template-name-0").input("Heavy day")
    press(app, "Keep the template")
    assert store.templates(log) == [Template(name="Heavy day", sets=(squat(),))]
    assert app.success[0].value == "Kept as a template: Heavy day."
    assert saved_sets(app, log) == (squat(rir=2.0),)


@pytest.mark.parametrize(
    ("name", "rows", "sentence"),
    [
        ("", [SQUAT], "A template needs a name."),
        ("Mine", [], "A template needs at least one set."),
        ("x" * 81, [SQUAT], "A name must have at most 80 characters."),
    ],
)
def test_a_template_that_cannot_be_gets_a_sentence(
    visit: Visit, log: Log, name: str, rows: list[dict[str, Any]], sentence: str
) -> None:
    app = visit("log/lift")
    write(app, *rows)
    app.text_input(key="lift-0-template-name-0").input(name)
    press(app, "Keep the template")
    assert [error.value for error in app.error] == [sentence]
    assert store.templates(log) == []


def test_a_template_of_the_same_name_is_replaced_and_brought_back(visit: Visit, log: Log) -> None:
    before = Template(name="Mine", sets=(squat(load_kg=90.0),))
    store.save_template(log, before)
    app = visit("log/lift")
    write(app, SQUAT)
    app.text_input(key="lift-0-template-name-0").input("mine")
    press(app, "Keep the template")
    assert store.templates(log) == [Template(name="mine", sets=(squat(),))]
    press(app, "Undo")
    assert store.templates(log) == [before]


def test_a_template_is_deleted_and_brought_back(visit: Visit, log: Log) -> None:
    mine = Template(name="Mine", sets=(squat(),))
    store.save_template(log, mine)
    app = visit("log/lift")
    write(app, SQUAT)
    choose(app, "Begin with a template", "Mine")
    press(app, "Delete this template")
    assert store.templates(log) == []
    press(app, "Undo")
    assert store.templates(log) == [mine]
    assert saved_sets(app, log) == (squat(rir=2.0),)


def test_a_ready_template_cannot_be_deleted(visit: Visit, log: Log) -> None:
    app = visit("log/lift")
    choose(app, "Begin with a template", "Minimal, 20 minutes")
    assert "Delete this template" not in [one.label for one in app.button]


def test_a_correction_takes_lines_too(visit: Visit, log: Log) -> None:
    number = store.add_session(log, lift(-7))
    app = visit("manage/history")
    app.button(key=f"open-{number}").click().run()
    type_lines(app, "plank 1x45s")
    press(app, "Save lift session")
    assert the_lift(log).sets == (*lift().sets, LiftSet(exercise="Plank", hold_s=45.0))
