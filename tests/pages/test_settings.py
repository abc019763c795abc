from streamlit.testing.v1 import AppTest

from ironstride import store
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
    save(app)
    assert store.read_settings(log) == Settings(
        units=Units("mi", "lb"),
        week_start="sunday",
        zone="America/New_York",
        max_hr_bpm=191,
        rest_hr_bpm=48,
        reference_hr_bpm=145,
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
