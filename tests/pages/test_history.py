import pytest
from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.store import Log
from tests.build import lift, ride, run
from tests.pages.conftest import Visit


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click()
    app.run()
    assert not app.exception


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
    key = f"edit-{ids[0]}-{log.revision}"
    app.text_input(key=f"{key}-distance_m").input("12").run()
    app.button(key=f"{key}-save").click().run()
    assert not app.exception
    assert store.session(log, ids[0]) == run(title="River *loop*", distance_m=12_000.0)


def test_saving_unchanged_changes_nothing(visit: Visit, log: Log, ids: list[int]) -> None:
    exact = store.add_session(log, run(5, distance_m=10_037.3, duration_s=3001.7))
    for number in (exact, ids[1]):
        app = visit("manage/history")
        before = store.session(log, number)
        app.button(key=f"open-{number}").click().run()
        app.button(key=f"edit-{number}-{log.revision}-save").click().run()
        assert not app.exception
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
    app.pagination(key="history-page-3").set_value(3).run()
    assert len(listed(app)) == 5
