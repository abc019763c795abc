import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.records import Lap, Run
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.build import run
from tests.pages.conftest import Visit


def type_in(app: AppTest, distance: str, time: str, unit: str = "km") -> None:
    app.text_input(key=f"run-0-distance_m-{unit}").input(distance)
    app.text_input(key="run-0-duration_s").input(time)
    app.run()


def the_run(log: Log) -> Run:
    (number,) = store.runs(log).session_id
    found = store.session(log, int(number))
    assert isinstance(found, Run)
    return found


def test_the_pace_shows_as_one_types_and_the_run_is_saved(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    app.date_input[0].set_value(dt.date(2026, 11, 1))
    app.time_input[0].set_value(dt.time(7, 15))
    type_in(app, "10", "45:30")
    assert "Pace 4:33 /km" in [note.value for note in app.caption]
    app.selectbox(key="run-0-type").select("tempo")
    app.text_input(key="run-0-avg_hr_bpm").input("162")
    app.text_input(key="run-0-ascent_m").input("80")
    app.text_input(key="run-0-rpe").input("7,5")
    app.text_input(key="run-0-title").input("Along the river")
    app.text_area(key="run-0-notes").input("windy")
    app.button(key="run-0-save").click().run()
    assert not app.exception
    assert the_run(log) == Run(
        started_at=dt.datetime(2026, 11, 1, 7, 15),
        distance_m=10_000.0,
        duration_s=2730.0,
        type="tempo",
        avg_hr_bpm=162,
        ascent_m=80,
        rpe=7.5,
        title="Along the river",
        notes="windy",
    )
    assert app.success[0].value == "Saved: 10.00 km · 45:30 · 4:33 /km."
    assert app.text_input(key="run-1-distance_m-km").value == ""


def test_miles_are_read_and_shown_as_miles(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb")))
    app = visit("log/run")
    type_in(app, "3,1", "24:48", "mi")
    assert "Pace 8:00 /mi" in [note.value for note in app.caption]
    app.button(key="run-0-save").click().run()
    assert abs((the_run(log).distance_m or 0) - 4988.97) < 0.01


def test_a_mistake_gets_its_sentence_and_loses_nothing_typed(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    type_in(app, "ten", "45:99")
    assert {error.value for error in app.error} == {
        "A number such as 10.5 belongs here, got 'ten'.",
        "Minutes and seconds stop at 59, got '45:99'.",
    }
    app.button(key="run-0-save").click().run()
    assert store.runs(log).empty
    type_in(app, "10", "20:00")
    app.button(key="run-0-save").click().run()
    (error,) = app.error
    assert error.value.startswith("Pace must be possible: 2:00 /km is faster")
    assert app.text_input(key="run-0-distance_m-km").value == "10"
    assert store.runs(log).empty


def test_a_field_without_a_sentence_keeps_no_empty_place_for_one(visit: Visit) -> None:
    app = visit("log/run")
    assert not app.get("empty")
    type_in(app, "ten", "45:30")
    assert [error.value for error in app.error] == [
        "A number such as 10.5 belongs here, got 'ten'."
    ]
    type_in(app, "10", "45:30")
    assert not app.error


def test_a_run_without_a_distance_is_a_run(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    type_in(app, "", "45")
    app.button(key="run-0-save").click().run()
    assert the_run(log).distance_m is None


def test_nothing_typed_is_refused_in_one_sentence(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    app.button(key="run-0-save").click().run()
    assert [error.value for error in app.error] == ["A run needs a distance or a time."]
    assert store.runs(log).empty


def test_an_unusual_run_is_saved_with_a_second_look(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    type_in(app, "70", "7:00:00")
    app.button(key="run-0-save").click().run()
    assert len(store.runs(log)) == 1
    assert "Please check: distance of 70 km is unusual" in app.success[0].value


@pytest.mark.parametrize(
    ("distance", "said"),
    [("nan", "belongs here"), ("-5", "must be above 0"), ("1e-320", "must be above 0")],
)
def test_a_distance_that_is_none_gets_a_sentence(
    visit: Visit, log: Log, distance: str, said: str
) -> None:
    app = visit("log/run")
    type_in(app, distance, "30")
    assert not app.exception
    assert said in app.error[0].value
    assert not [note for note in app.caption if note.value.startswith("Pace")]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("avg_hr_bpm", "-4", "Average heart rate must be at least 30 bpm, got -4."),
        ("max_hr_bpm", "x", "A number such as 10.5 belongs here, got 'x'."),
        (
            "ascent_m",
            "1,200",
            "A number must be without thousands signs, such as 1200, got '1,200'.",
        ),
        ("rpe", "11", "RPE must be at most 10, got 11."),
    ],
)
def test_a_number_that_cannot_be_gets_a_sentence(
    visit: Visit, log: Log, field: str, typed: str, said: str
) -> None:
    app = visit("log/run")
    type_in(app, "10", "50:00")
    app.text_input(key=f"run-0-{field}").input(typed)
    app.button(key="run-0-save").click().run()
    assert [error.value for error in app.error] == [said]
    assert store.runs(log).empty


def test_a_draft_is_not_read_in_another_unit(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    type_in(app, "10", "50:00")
    store.save_settings(log, Settings(units=Units("mi", "kg")))
    app.run()
    assert app.text_input(key="run-0-distance_m-mi").value == ""
    assert app.text_input(key="run-0-duration_s").value == "50:00"


def test_a_zone_that_nobody_knows_does_not_stop_a_page(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    app.context["timezone"] = "Etc/Unknown"
    app.run()
    assert not app.exception


def test_everything_about_a_run_is_kept(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    app.selectbox(key="run-0-type").select("race").run()
    type_in(app, "10", "45:00")
    app.text_input(key="run-0-race").input("City run")
    app.selectbox(key="run-0-sport-race").select("trail").run()
    assert app.selectbox(key="run-0-surface-sport-race-trail").value == "trail"
    app.text_input(key="run-0-cadence_spm").input("176")
    app.text_input(key="run-0-temperature_c").input("-2,5")
    app.text_area(key="run-0-laps-km").input("5 22:40\n5 22:20").run()
    app.button(key="run-0-save").click().run()
    assert not app.exception
    run = the_run(log)
    assert (run.type, run.race, run.sport, run.surface) == ("race", "City run", "trail", "trail")
    assert (run.cadence_spm, run.temperature_c) == (176, -2.5)
    assert run.laps == (
        Lap(distance_m=5000.0, duration_s=1360.0),
        Lap(distance_m=5000.0, duration_s=1340.0),
    )


def test_laps_add_up_to_what_is_left_empty(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    app.text_area(key="run-0-laps-km").input("1 km 4:00\n400 m 1:30").run()
    app.button(key="run-0-save").click().run()
    assert (the_run(log).distance_m, the_run(log).duration_s) == (1400.0, 330.0)


def test_a_line_that_is_no_lap_gets_a_sentence_and_nothing_is_lost(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    type_in(app, "10", "45:00")
    app.text_area(key="run-0-laps-km").input("1 4:00\nfast").run()
    app.button(key="run-0-save").click().run()
    assert "Lap 2: write a distance and a time" in app.error[0].value
    assert store.runs(log).empty
    assert app.text_area(key="run-0-laps-km").value == "1 4:00\nfast"


def test_a_new_run_begins_where_the_last_of_its_type_was(visit: Visit, log: Log) -> None:
    store.add_session(
        log,
        run(sport="trail", surface="trail", type="long", distance_m=21_000.0, duration_s=7000.0),
    )
    app = visit("log/run")
    app.selectbox(key="run-0-type").select("long").run()
    assert app.selectbox(key="run-0-sport-long").value == "trail"
    assert app.text_input(key="run-0-distance_m-km").placeholder == "last time 21.0"


def test_a_run_like_one_of_that_day_is_asked_about(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=dt.datetime(2026, 11, 1, 18, 0)))
    app = visit("log/run")
    app.date_input[0].set_value(dt.date(2026, 11, 1))
    type_in(app, "10,1", "")
    assert "That day has a run like this already: 10.00 km" in app.warning[0].value
    type_in(app, "15", "80:00")
    assert not app.warning


def test_of_many_runs_like_it_three_are_told_and_the_others_counted(visit: Visit, log: Log) -> None:
    for hour in range(6, 12):
        store.add_session(log, run(started_at=dt.datetime(2026, 11, 1, hour, 0)))
    app = visit("log/run")
    app.date_input[0].set_value(dt.date(2026, 11, 1))
    type_in(app, "10,1", "")
    assert len(app.warning) == 3
    assert "And 3 more like these." in [one.value for one in app.caption]
