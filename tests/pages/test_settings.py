from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.pages.conftest import Visit


def labelled(app: AppTest, kind: str, label: str):  # type: ignore[no-untyped-def]  # any widget
    return next(one for one in getattr(app, kind) if one.label == label)


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
