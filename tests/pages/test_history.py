from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import DistanceUnit, Units, WeightUnit
from tests.build import MORNING, lift, ride, run, squat
from tests.pages.conftest import Visit


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click()
    app.run()
    assert not app.exception


def labelled(app: AppTest, kind: str, label: str) -> Any:
    return next(one for one in getattr(app, kind) if one.label == label)


def listed(app: AppTest) -> list[str]:
    return [line.value for line in app.text]


@pytest.fixture
def ids(log: Log) -> list[int]:
    made = (run(title="River *loop*"), lift(1, title="Legs"), ride(2))
    return [store.add_session(log, one) for one in made]


def test_all_sessions_are_listed_newest_first(visit: Visit, ids: list[int]) -> None:
    assert listed(visit("manage/history")) == [
        "Wed 18 Nov 2026, 12:30 · Ride\n1:00:00 · typed in",
        "Tue 17 Nov 2026, 17:30 · Lift: Legs\n45:00 · 2 sets · typed in",
        "Mon 16 Nov 2026, 07:30 · Run, easy: River *loop*\n10.00 km · 50:00 · 5:00 /km · typed in",
    ]


@pytest.mark.parametrize(("text", "found"), [("LOOP", 1), ("2026-11-17", 1), ("tue", 1), ("x", 0)])
def test_the_list_can_be_searched(visit: Visit, ids: list[int], text: str, found: int) -> None:
    app = visit("manage/history")
    app.text_input(key="history_text").input(text).run()
    assert len(listed(app)) == found


def test_a_kind_can_be_chosen(visit: Visit, ids: list[int]) -> None:
    app = visit("manage/history")
    app.segmented_control(key="history_kind").set_value("lift").run()
    assert len(listed(app)) == 1
    assert "Legs" in listed(app)[0]


def test_a_session_is_deleted_and_restored(visit: Visit, log: Log, ids: list[int]) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[0]}").click().run()
    press(app, "Delete")
    assert set(store.sessions(log).session_id) == set(ids[1:])
    assert "Deleted" in app.success[0].value
    app.segmented_control(key="history_show").set_value("deleted").run()
    app.button(key=f"restore-{ids[0]}").click().run()
    assert set(store.sessions(log).session_id) == set(ids)


def test_a_run_is_corrected_in_place(visit: Visit, log: Log, ids: list[int]) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[0]}").click().run()
    labelled(app, "text_input", "Distance (km)").input("12").run()
    press(app, "Save run")
    assert not app.exception
    assert store.session(log, ids[0]) == run(title="River *loop*", distance_m=12_000.0)


@pytest.mark.parametrize("chosen", [("km", "kg"), ("mi", "lb")])
def test_saving_unchanged_changes_nothing(
    visit: Visit, log: Log, ids: list[int], chosen: tuple[DistanceUnit, WeightUnit]
) -> None:
    odd = run(5, distance_m=10_037.3, duration_s=3001.7, avg_hr_bpm=143.6, ascent_m=123.74)
    exact = store.add_session(log, odd)
    pounds = store.add_session(log, lift(6, sets=(squat(load_kg=102.05828325),)))
    store.save_settings(log, Settings(units=Units(*chosen)))
    for number in (exact, ids[1], ids[2], pounds):
        app = visit("manage/history")
        before = store.session(log, number)
        app.button(key=f"open-{number}").click().run()
        press(app, next(one.label for one in app.button if one.label.startswith("Save")))
        assert store.session(log, number) == before
    assert not list(log.execute("select * from session_edit"))


def test_back_leads_to_the_list(visit: Visit, log: Log, ids: list[int]) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[2]}").click().run()
    press(app, "Back to the list")
    assert len(listed(app)) == 3


def test_a_long_history_comes_in_pages(visit: Visit, log: Log) -> None:
    for days in range(45):
        store.add_session(log, run(-days))
    app = visit("manage/history")
    assert len(listed(app)) == 20
    app.pagination[0].set_value(3).run()
    assert len(listed(app)) == 5


def test_a_number_can_be_emptied(visit: Visit, log: Log) -> None:
    number = store.add_session(log, run(avg_hr_bpm=150.0))
    app = visit("manage/history")
    app.button(key=f"open-{number}").click().run()
    labelled(app, "text_input", "Average heart rate (bpm)").input("")
    press(app, "Save run")
    assert store.session(log, number) == run()


def test_a_ride_is_corrected_too(visit: Visit, log: Log, ids: list[int]) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[2]}").click().run()
    labelled(app, "selectbox", "Sport").select("hike")
    press(app, "Save session")
    assert store.session(log, ids[2]) == ride(2, sport="hike")


def test_a_write_elsewhere_leaves_a_half_typed_correction_alone(
    visit: Visit, log: Log, ids: list[int]
) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[0]}").click().run()
    labelled(app, "text_input", "Title").input("Typed")
    store.add_session(log, run(9))
    press(app, "Save run")
    assert store.session(log, ids[0]) == run(title="Typed")


def test_a_session_that_was_deleted_elsewhere_is_said_so(
    visit: Visit, log: Log, ids: list[int]
) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[0]}").click().run()
    store.delete_session(log, ids[0], MORNING)
    press(app, "Save run")
    assert app.success[0].value == "That session was deleted meanwhile."
    assert len(listed(app)) == 2


def test_a_longer_moving_time_drops_the_elapsed_time_it_contradicts(visit: Visit, log: Log) -> None:
    number = store.add_session(log, run(elapsed_s=3100.0))
    app = visit("manage/history")
    app.button(key=f"open-{number}").click().run()
    labelled(app, "text_input", "Time").input("55:00")
    press(app, "Save run")
    assert store.session(log, number) == run(duration_s=3300.0)


def test_the_menu_leads_back_to_the_list(visit: Visit, log: Log, ids: list[int]) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[0]}").click().run()
    app.switch_page("../pages/manage/settings.py").run()
    app.switch_page("../pages/manage/history.py").run()
    assert len(listed(app)) == 3


def test_an_abandoned_correction_does_not_come_back(visit: Visit, log: Log, ids: list[int]) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[0]}").click().run()
    labelled(app, "text_input", "Title").input("Half typed").run()
    press(app, "Back to the list")
    app.button(key=f"open-{ids[0]}").click().run()
    assert labelled(app, "text_input", "Title").value == "River *loop*"


def test_a_long_note_is_kept_whole(visit: Visit, log: Log) -> None:
    number = store.add_session(log, run(title="t" * 300, notes="n" * 6000))
    app = visit("manage/history")
    app.button(key=f"open-{number}").click().run()
    assert labelled(app, "text_area", "Notes").max_chars >= 6000
    press(app, "Save run")
    assert store.session(log, number) == run(title="t" * 300, notes="n" * 6000)


def test_leaving_by_the_menu_drops_what_was_typed_into_a_grid(visit: Visit, log: Log) -> None:
    number = store.add_session(log, lift())
    app = visit("manage/history")
    app.button(key=f"open-{number}").click().run()
    grid = f"edit-{number}-{hash(store.session(log, number)):x}-sets-kg-0-typed"
    assert grid in app.session_state
    app.switch_page("../pages/today/today.py").run()
    assert grid not in app.session_state
