from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.records import Lift, LiftSet
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.build import lift
from tests.pages.conftest import Visit


def write(app: AppTest, *rows: dict[str, Any], key: str = "lift-0-sets-kg-0") -> None:
    """Type rows into the grid, as the browser would report them."""
    app.session_state[key] = {"edited_rows": {}, "added_rows": list(rows), "deleted_rows": []}
    app.run()


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
    next(one for one in app.button if one.label == "Repeat last session").click().run()
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
    next(one for one in app.button if one.label == "Repeat last session").click().run()
    store.add_session(log, lift(-1, sets=(LiftSet(exercise="Plank", hold_s=30),)))
    app.button(key="lift-0-save").click().run()
    assert app.success[0].value == "Saved: 2 sets."
