from datetime import datetime

from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.store import Log, NewFile, NewSession
from tests.build import lift, squat
from tests.pages.conftest import Visit

AT = datetime(2026, 11, 22, 12, 0)


def bring(log: Log, *names: str, known: dict[str, str] | None = None) -> None:
    sets = tuple(squat(exercise=name) for name in names)
    new = NewSession(key="1", session=lift(sets=sets))
    file = NewFile(name="a.csv", sha256="", source="hevy-csv", sessions=(new,))
    store.add_batch(log, [file], AT, lambda *_: None, known)


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click()
    app.run()
    assert not app.exception


def test_an_empty_log_has_no_names_to_change(visit: Visit, log: Log) -> None:
    app = visit("manage/exercises")
    assert not app.button
    assert any("one that the catalogue holds" in one.value for one in app.markdown)


def test_a_name_is_made_to_mean_another_exercise(visit: Visit, log: Log) -> None:
    bring(log, "Kniebeuge tief", known={"Kniebeuge tief": "Front squat"})
    app = visit("manage/exercises")
    next(one for one in app.selectbox if one.label == "Means").select("Back squat").run()
    press(app, "Change")
    assert app.success[0].value == (
        "Kniebeuge tief now means Back squat, in what you imported before as well."
    )
    assert list(store.lift_sets(log).exercise) == ["Back squat"]


def test_the_muscles_of_a_new_exercise_are_told(visit: Visit, log: Log) -> None:
    bring(log, "Zercher Karussell")
    app = visit("manage/exercises")
    press(app, "Save exercise")
    assert app.error[0].value == "Please choose at least one muscle."
    app.selectbox(key="exercise-muscles").run()
    app.multiselect[0].select("glutes")
    app.multiselect[1].select("core").select("glutes")
    app.checkbox[0].check()
    press(app, "Save exercise")
    assert store.without_muscles(log) == []
    told = store.exercise_muscles(log).query("exercise == 'Zercher Karussell'")
    assert dict(zip(told.muscle, told.share, strict=True)) == {"glutes": 1.0, "core": 0.5}
    assert list(store.lift_sets(log).lower_body) == [True]
