from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import Lap
from ironstride.settings import Settings
from ironstride.store import Log, NewFile, NewSession
from ironstride.units import DistanceUnit, Units, WeightUnit
from tests.build import MORNING, lift, ride, run, squat
from tests.pages.asking import labelled, press
from tests.pages.conftest import ZONE, Visit, unfolded


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
    assert app.success[0].value.startswith("Restored: Run, easy")
    press(app, "Undo")
    assert set(store.sessions(log).session_id) == set(ids[1:])


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
    app.query_params.clear()  # as a browser does when the menu is used
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


def open_session(visit: Visit, number: int | str) -> AppTest:
    """Open a session by its address, as a bookmark does."""
    app = visit("manage/history")
    app.query_params["session"] = str(number)
    app.run()
    assert not app.exception, app.exception
    return app


def found(app: AppTest) -> int:
    """Return how many sessions the list says there are."""
    line = next(one.value for one in app.markdown if " session" in one.value)
    return int(line.split(" ")[0])


def imported(log: Log, *sessions: Any, source: str = "garmin-csv") -> None:
    named = tuple(NewSession(key=str(place), session=one) for place, one in enumerate(sessions))
    file = NewFile(name=f"{source}.csv", sha256=source, source=source, sessions=named)
    store.add_batch(log, [file], MORNING, lambda *_: None)


def test_opening_a_session_puts_it_into_the_address(visit: Visit, ids: list[int]) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[1]}").click().run()
    assert app.query_params["session"] == str(ids[1])
    press(app, "Back to the list")
    assert "session" not in app.query_params


def address(app: AppTest) -> dict[str, str]:
    """Return what stands in the address; AppTest gives some of it as lists of one."""
    said = app.query_params.items()
    return {name: one if isinstance(one, str) else "".join(one) for name, one in said}


def test_the_way_back_leads_to_the_list_as_it_was_filtered(visit: Visit, ids: list[int]) -> None:
    app = visit("today/today")
    app.query_params.update({"history_kind": "Runs", "history_text": "river"})
    app.switch_page("../pages/manage/history.py").run()
    app.button(key=f"open-{ids[0]}").click().run()
    press(app, "Next")
    assert address(app) == {
        "list": "history_kind=Runs&history_text=river",
        "session": str(ids[1]),
    }
    press(app, "Back to the list")
    assert listed(app)[0].startswith("Mon 16 Nov 2026, 07:30 · Run, easy: River")
    assert address(app) == {"history_kind": "Runs", "history_text": "river"}


def test_the_filters_survive_a_session_that_is_loaded_anew(visit: Visit, ids: list[int]) -> None:
    app = visit("today/today")
    app.query_params.update({"session": str(ids[0]), "list": "history_text=a%26b&other=1"})
    app.switch_page("../pages/manage/history.py").run()
    press(app, "Back to the list")
    assert app.text_input(key="history_text").value == "a&b"
    assert address(app) == {"history_text": "a&b"}


def test_a_session_opens_from_its_address(visit: Visit, ids: list[int]) -> None:
    app = open_session(visit, ids[0])
    assert app.subheader[0].value == r"River \*loop\*, Mon 16 Nov 2026, 07:30"


@pytest.mark.parametrize("address", ["99", "-1", "abc", "", "9" * 40, "²"])
def test_an_address_that_names_no_session_leads_to_the_list(
    visit: Visit, ids: list[int], address: str
) -> None:
    app = open_session(visit, address)
    assert "not in the log" in app.success[0].value
    assert len(listed(app)) == 3


def test_previous_and_next_lead_through_the_calendar(visit: Visit, ids: list[int]) -> None:
    app = open_session(visit, ids[1])
    press(app, "Next")
    assert app.query_params["session"] == str(ids[2])
    assert labelled(app, "button", "Next").disabled
    assert not app.warning
    press(app, "Previous")
    press(app, "Previous")
    assert app.query_params["session"] == str(ids[0])
    assert labelled(app, "button", "Previous").disabled


def test_a_change_elsewhere_is_said_so(visit: Visit, log: Log, ids: list[int]) -> None:
    app = open_session(visit, ids[0])
    store.correct_session(log, ids[0], run(title="Elsewhere"))
    app.run()
    assert "changed elsewhere" in app.warning[0].value
    assert app.subheader[0].value.startswith("Elsewhere")


def test_ones_own_undo_is_not_called_a_change_elsewhere(visit: Visit, ids: list[int]) -> None:
    app = open_session(visit, ids[0])
    labelled(app, "text_input", "Title").input("Bridge")
    press(app, "Save run")
    assert app.subheader[0].value.startswith("Bridge")
    press(app, "Undo")
    assert app.subheader[0].value.startswith("River")
    assert not app.warning


def test_the_time_with_pauses_is_shown_where_there_were_pauses(visit: Visit, log: Log) -> None:
    for elapsed_s, told in ((3000.0, ""), (3100.0, "51:40 with pauses")):
        made = run(duration_s=3000.0, elapsed_s=elapsed_s)
        numbers = open_session(visit, store.add_session(log, made)).metric
        assert [one.label for one in numbers][:3] == ["Distance", "Time", "Pace"]
        assert numbers[1].delta == told


def test_a_run_shows_its_numbers_and_its_laps(visit: Visit, log: Log) -> None:
    laps = (Lap(distance_m=5000, duration_s=1400), Lap(distance_m=5000, duration_s=1600))
    race = run(type="race", race="City *Mile*", rpe=9, laps=laps, notes="**Windy**")
    app = open_session(visit, store.add_session(log, race))
    numbers = {one.label: one.value for one in app.metric}
    assert numbers["Distance"] == "10.00 km"
    assert numbers["Pace"] == "5:00 /km"
    assert numbers["Effort"] == "RPE 9"
    assert app.table[0].value["Pace"].tolist() == ["4:40 /km", "5:20 /km"]
    assert r"City \*Mile\*" in app.caption[0].value
    assert "**Windy**" in listed(app)
    assert app.get("plotly_chart")[0].proto.alt.startswith("2 laps over 10.00 km")


def test_a_lift_shows_its_sets_by_exercise_with_e1rm(visit: Visit, log: Log) -> None:
    row = squat(exercise="Barbell row", reps=1, load_kg=60.0)
    app = open_session(visit, store.add_session(log, lift(sets=(squat(), row, squat(reps=1)))))
    table = app.table[0].value
    assert table["Exercise"].tolist() == ["Back squat", "", "Barbell row"]
    assert table["e1RM"].tolist() == ["114.6 kg", "100 kg", "60 kg"]
    numbers = {one.label: one.value for one in app.metric}
    assert (numbers["Working sets"], numbers["Tonnage"]) == ("3", "660 kg")


def test_each_source_is_shown_beside_what_counts(visit: Visit, log: Log) -> None:
    imported(log, run(title="Watch", distance_m=10_000.0))
    number = int(store.sessions(log).session_id[0])
    store.correct_session(log, number, run(title="Watch", distance_m=9000.0))
    app = open_session(visit, number)
    table = app.table[-1].value.set_index("What")
    assert list(table.loc["Distance"]) == ["9.00 km", "corrected by hand", "10.00 km"]
    assert list(table.loc["Title"]) == ["Watch", "Garmin Activities.csv", "Watch"]
    assert "Garmin Activities.csv: garmin-csv.csv, imported on 16 Nov 2026" in listed(app)
    assert any("Corrected by hand: distance." in one.value for one in app.markdown)


def test_a_session_that_was_typed_in_says_so(visit: Visit, ids: list[int]) -> None:
    app = open_session(visit, ids[0])
    assert any(one.value == "You typed this session in." for one in app.markdown)


def test_a_delete_is_undone_at_once(visit: Visit, log: Log, ids: list[int]) -> None:
    app = open_session(visit, ids[0])
    press(app, "Delete")
    assert not store.is_live(log, ids[0])
    press(app, "Undo")
    assert store.is_live(log, ids[0])


def test_a_correction_is_undone_at_once_and_the_page_stays(
    visit: Visit, log: Log, ids: list[int]
) -> None:
    app = open_session(visit, ids[0])
    labelled(app, "text_input", "Title").input("Changed")
    press(app, "Save run")
    assert app.subheader[0].value.startswith("Changed")
    press(app, "Undo")
    assert store.session(log, ids[0]) == run(title="River *loop*")


def test_everything_in_the_trash_is_restored_at_once(
    visit: Visit, log: Log, ids: list[int]
) -> None:
    for number in ids[:2]:
        store.delete_session(log, number, MORNING)
    app = visit("manage/history")
    app.segmented_control(key="history_show").set_value("deleted").run()
    press(app, "Restore 2 sessions")
    assert set(store.sessions(log).session_id) == set(ids)
    assert app.success[0].value == "Restored: 2 sessions."
    assert app.info[0].value == "The Trash is empty."


def test_an_empty_log_says_what_to_do(visit: Visit) -> None:
    assert visit("manage/history").info[0].value.startswith("Your log is empty.")


def test_the_list_says_what_it_adds_up_to(visit: Visit, ids: list[int]) -> None:
    line = next(one.value for one in visit("manage/history").markdown if "sessions" in one.value)
    assert line == ("3 sessions · 1 run · 10.0 km · 2 h 35 min · 1 working set · 500 kg lifted")


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("history_type", "easy", 1),
        ("history_type", "long", 0),
        ("history_exercise", "Back squat", 1),
        ("history_source", "garmin-csv", 1),
        ("history_source", "typed in", 3),
    ],
)
def test_a_filter_narrows_the_list(
    visit: Visit, log: Log, ids: list[int], name: str, value: str, count: int
) -> None:
    imported(log, ride(4))
    app = unfolded(visit("manage/history"))
    app.selectbox(key=name).set_value(value).run()
    assert not app.exception
    assert len(listed(app)) == count


def test_a_span_of_weeks_ends_with_this_week(visit: Visit, log: Log) -> None:
    today = clock.now(ZONE)
    for days in (0, 20, 40):
        store.add_session(log, run(started_at=today - timedelta(days=days)))
    app = unfolded(visit("manage/history"))
    app.segmented_control(key="history_span").set_value("4w").run()
    assert found(app) == 2


def test_a_span_of_days_holds_both_its_ends(visit: Visit, log: Log, ids: list[int]) -> None:
    app = unfolded(visit("manage/history"))
    app.segmented_control(key="history_span").set_value("dates").run()
    first, last = MORNING.date(), MORNING.date() + timedelta(days=1)
    app.date_input(key="history_from").set_value(first).run()
    app.date_input(key="history_to").set_value(last).run()
    assert found(app) == 2
    app.date_input(key="history_to").set_value(first - timedelta(days=9)).run()
    assert app.warning[0].value == "The last day is before the first."


def test_folded_filters_are_drawn_when_they_are_opened(visit: Visit, ids: list[int]) -> None:
    app = visit("manage/history")
    assert "history_type" not in [one.key for one in app.selectbox]
    assert "history_type" in [one.key for one in unfolded(app).selectbox]


def test_a_folded_filter_still_narrows_the_list_after_another_page(
    visit: Visit, ids: list[int]
) -> None:
    app = unfolded(visit("manage/history"))
    app.selectbox(key="history_type").set_value("long").run()
    app.switch_page("../pages/manage/data.py").run()
    app.switch_page("../pages/manage/history.py").run()
    assert listed(app) == []
    assert app.selectbox(key="history_type").value == "long"


def test_a_folded_filter_comes_from_the_address(visit: Visit, ids: list[int]) -> None:
    app = visit("today/today")
    app.query_params.update({"history_type": "Long"})
    app.switch_page("../pages/manage/history.py").run()
    assert listed(app) == []
    assert app.selectbox(key="history_type").value == "long"


def test_filters_come_from_the_address_and_are_cleared(visit: Visit, ids: list[int]) -> None:
    app = visit("today/today")
    app.query_params.update({"history_kind": "Runs", "history_text": "river"})
    app.switch_page("../pages/manage/history.py").run()
    assert len(listed(app)) == 1
    assert any("Only Runs · “river”" in one.value for one in app.caption)
    press(app, "Clear filters")
    assert len(listed(app)) == 3
    assert app.text_input(key="history_text").value == ""


def test_the_type_of_the_runs_in_the_list_is_changed_after_a_second_look(
    visit: Visit, log: Log, ids: list[int]
) -> None:
    named = store.add_session(log, run(3, type="race", race="City Mile"))
    long = store.add_session(log, run(4, type="long"))
    app = unfolded(visit("manage/history"))
    app.selectbox(key="bulk-type").set_value("tempo").run()
    assert any("One race has a name" in one.value for one in app.caption)
    press(app, "Change 2 runs")
    assert "Set the type of 2 runs to tempo?" in app.warning[0].value
    assert store.session(log, long).type == "long"  # type: ignore[attr-defined]
    press(app, "Yes, change 2 runs")
    types = store.runs(log).set_index("session_id")["type"].to_dict()
    assert types == {ids[0]: "tempo", long: "tempo", named: "race"}
    assert app.success[0].value == "Changed: the type of 2 runs is tempo now."
    press(app, "Undo")
    assert store.runs(log).set_index("session_id")["type"].to_dict()[long] == "long"


def test_a_change_of_many_can_be_left(visit: Visit, log: Log, ids: list[int]) -> None:
    app = unfolded(visit("manage/history"))
    app.segmented_control(key="bulk-field").set_value("surface").run()
    app.selectbox(key="bulk-surface").set_value("track").run()
    press(app, "Change 1 run")
    press(app, "No, leave them")
    assert not app.warning
    assert store.session(log, ids[0]) == run(title="River *loop*")


def test_another_filter_takes_the_question_back(visit: Visit, log: Log, ids: list[int]) -> None:
    app = unfolded(visit("manage/history"))
    app.selectbox(key="bulk-type").set_value("tempo").run()
    press(app, "Change 1 run")
    app.segmented_control(key="history_kind").set_value("run").run()
    assert not app.warning


def test_no_change_is_offered_where_nothing_changes(visit: Visit, ids: list[int]) -> None:
    app = visit("manage/history")
    assert "bulk-field" not in [one.key for one in app.segmented_control]
    unfolded(app)
    assert any(one.value == "No run in this list changes to easy." for one in app.caption)


def test_the_sets_follow_the_chosen_formula(visit: Visit, log: Log, ids: list[int]) -> None:
    store.save_settings(log, Settings(e1rm_formula="epley"))
    app = open_session(visit, ids[1])
    assert app.table[0].value["e1RM"].tolist() == ["", "123.3 kg"]


def test_hard_sets_of_a_session_follow_the_chosen_limit(
    visit: Visit, log: Log, ids: list[int]
) -> None:
    app = visit("manage/history")
    app.button(key=f"open-{ids[1]}").click().run()
    assert ("Working sets", "1 hard") in [(one.label, one.delta) for one in app.metric]

    store.save_settings(log, Settings(hard_rir=1))
    app.run()

    assert ("Working sets", "0 hard") in [(one.label, one.delta) for one in app.metric]
