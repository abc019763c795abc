"""After what can be undone: the sentence, Undo at the top, and a toast that leads there."""

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import CheckIn
from ironstride.store import Log
from tests.pages.asking import press
from tests.pages.conftest import ZONE, Visit

ODD = "![x](http://a.b/c) **knee** " + "long " * 40


@pytest.fixture
def deleted(visit: Visit, log: Log) -> AppTest:
    store.save_check_in(log, CheckIn(day=clock.today(ZONE), sleep_h=8))
    app = visit("log/check_in")
    press(app, "Delete")
    assert store.check_ins(log).empty
    return app


def test_a_toast_says_once_what_was_done_and_leads_to_undo(deleted: AppTest) -> None:
    (toast,) = deleted.toast
    assert toast.value.startswith("Deleted: the check-in of ")
    assert toast.value.endswith("[Undo stands at the top](#top)")
    assert deleted.title[0].anchor == "top"
    deleted.run()
    assert not deleted.toast
    assert "Undo" in [one.label for one in deleted.button]


def test_what_is_undone_needs_no_toast(deleted: AppTest, log: Log) -> None:
    press(deleted, "Undo")
    assert len(store.check_ins(log)) == 1
    assert not deleted.toast


def test_a_long_name_leaves_room_for_the_way_back(visit: Visit, log: Log) -> None:
    store.add_alias(log, "Plank", ODD)
    app = visit("manage/exercises")
    app.text_input(key="exercises_text").input("http").run()
    next(one for one in app.button if f"{one.key}".startswith("open-")).click().run()
    press(app, "Remove")
    (toast,) = app.toast
    assert "![" not in toast.value
    assert len(toast.value) < 160
    assert toast.value.endswith("(#top)")
