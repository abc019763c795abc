import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import CheckIn
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.pages.asking import labelled
from tests.pages.conftest import ZONE, Visit


@pytest.fixture
def today() -> dt.date:
    return clock.today(ZONE)


def save(app: AppTest) -> None:
    labelled(app, "button", "Save settings").click()
    app.run()
    assert not app.exception


def test_every_setting_is_saved(visit: Visit, log: Log) -> None:
    app = visit("manage/settings")
    labelled(app, "radio", "Distance and pace in").set_value("mi")
    labelled(app, "radio", "Weight in").set_value("lb")
    labelled(app, "radio", "Weeks start on").set_value("sunday")
    labelled(app, "selectbox", "Time zone").set_value("America/New_York")
    labelled(app, "text_input", "Maximum heart rate (bpm)").input("191")
    labelled(app, "text_input", "Heart rate at rest (bpm)").input("48")
    labelled(app, "text_input", "Reference heart rate (bpm)").input("145")
    labelled(app, "text_input", "Threshold heart rate (bpm)").input("172")
    labelled(app, "text_input", "Birth year").input("1986")
    labelled(app, "selectbox", "Sex").set_value("female")
    labelled(app, "selectbox", "Formula of the e1RM").set_value("wathan")
    labelled(app, "selectbox", "How you fit lifting around running").set_value("alternate days")
    app.select_slider[0].set_value(3)
    save(app)
    assert store.read_settings(log) == Settings(
        units=Units("mi", "lb"),
        week_start="sunday",
        zone="America/New_York",
        max_hr_bpm=191,
        rest_hr_bpm=48,
        reference_hr_bpm=145,
        threshold_hr_bpm=172,
        birth_year=1986,
        sex="female",
        e1rm_formula="wathan",
        hard_rir=3,
        school="alternate days",
    )
    assert [told.value for told in app.success] == ["Your settings are saved."]


def test_an_impossible_heart_rate_is_refused_and_nothing_is_saved(visit: Visit, log: Log) -> None:
    app = visit("manage/settings")
    labelled(app, "text_input", "Maximum heart rate (bpm)").input("300")
    save(app)
    assert [error.value for error in app.error] == [
        "Maximum heart rate must lie between 100 and 240 bpm, got 300."
    ]
    assert store.read_settings(log) == Settings()


def test_a_setting_can_be_emptied(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=50))
    app = visit("manage/settings")
    labelled(app, "text_input", "Maximum heart rate (bpm)").input("")
    save(app)
    assert store.read_settings(log) == Settings(rest_hr_bpm=50)


def test_the_maximum_heart_rate_is_estimated_with_its_error(visit: Visit, log: Log) -> None:
    year = clock.today(None).year
    store.save_settings(log, Settings(birth_year=year - 40))
    app = visit("manage/settings")
    assert any("185 bpm on average" in one.value for one in app.caption)


def test_an_impossible_birth_year_is_refused(visit: Visit, log: Log) -> None:
    app = visit("manage/settings")
    labelled(app, "text_input", "Birth year").input("86")
    save(app)
    assert "Birth year must be 1900 or later" in app.error[0].value


def test_a_birth_year_to_come_is_refused(visit: Visit, log: Log) -> None:
    year = clock.today(None).year
    app = visit("manage/settings")
    labelled(app, "text_input", "Birth year").input(f"{year + 1}")
    save(app)
    assert f"must not lie after {year}" in app.error[0].value
    assert store.read_settings(log) == Settings()


def weigh(app: AppTest, typed: str) -> None:
    labelled(app, "text_input", "Body mass (kg)").input(typed)
    labelled(app, "button", "Save body mass").click()
    app.run()
    assert not app.exception


def test_body_mass_of_today_is_kept_as_a_check_in(visit: Visit, log: Log, today: dt.date) -> None:
    app = visit("manage/settings")
    assert "Not known yet." in [one.value for one in app.text]
    weigh(app, "70,5")
    assert store.check_in(log, today) == CheckIn(day=today, body_mass_kg=70.5)
    assert app.success[0].value == f"Saved: the check-in of {today:%a %d %b %Y}."
    assert f"Last known: 70.5 kg on {today:%a %d %b %Y}" in [one.value for one in app.text]


def test_body_mass_leaves_the_rest_of_todays_check_in_alone(
    visit: Visit, log: Log, today: dt.date
) -> None:
    before = CheckIn(day=today, body_mass_kg=70.123, sleep_h=7.123, soreness={"back": 1}, pain=2)
    store.save_check_in(log, before)
    app = visit("manage/settings")
    weigh(app, "70.1")
    assert store.check_in(log, today) == before
    weigh(app, "71")
    found = store.check_in(log, today)
    assert found == CheckIn(day=today, body_mass_kg=71, sleep_h=7.123, soreness={"back": 1}, pain=2)
    labelled(app, "button", "Undo").click().run()
    assert store.check_in(log, today) == before


def test_the_last_body_mass_is_shown_with_its_day_and_a_jump_asked_about(
    visit: Visit, log: Log, today: dt.date
) -> None:
    day = today - dt.timedelta(days=5)
    store.save_check_in(log, CheckIn(day=day, body_mass_kg=70))
    store.save_check_in(log, CheckIn(day=today, sleep_h=8))
    app = visit("manage/settings")
    assert f"Last known: 70 kg on {day:%a %d %b %Y}" in [one.value for one in app.text]
    weigh(app, "80")
    assert "14.3 % above" in app.success[0].value
    assert store.body_mass_kg(log, today) == 80


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Type your body mass"), ("x", "A number such as"), ("12", "Body mass must be at least")],
)
def test_a_body_mass_that_cannot_be_is_refused(
    visit: Visit, log: Log, typed: str, said: str
) -> None:
    app = visit("manage/settings")
    weigh(app, typed)
    assert app.error[0].value.startswith(said)
    assert store.check_ins(log).empty
