import datetime as dt

import pytest

from ironstride import clock, store
from ironstride.records import CheckIn
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.pages.asking import labelled, press
from tests.pages.conftest import ZONE, Visit

PAGE = "log/check_in"


@pytest.fixture
def today() -> dt.date:
    return clock.today(ZONE)


def test_everything_that_is_said_is_kept(visit: Visit, log: Log, today: dt.date) -> None:
    app = visit(PAGE)
    labelled(app, "text_input", "Body mass (kg)").input("70,5")
    labelled(app, "text_input", "Sleep (hours)").input("7:30")
    labelled(app, "button_group", "Pain (0 none, 10 the worst)").set_value(3)
    labelled(app, "text_input", "Where and when it hurts").input(" left knee ")
    labelled(app, "button_group", "Calves").set_value(2)
    labelled(app, "button_group", "Back").set_value(0)
    press(app, "Save check-in")
    assert store.check_in(log, today) == CheckIn(
        day=today,
        body_mass_kg=70.5,
        sleep_h=7.5,
        soreness={"calves": 2, "back": 0},
        pain=3,
        pain_note="left knee",
    )
    assert app.success[0].value == f"Saved: the check-in of {today:%a %d %b %Y}."
    assert (
        app.text[0].value == f"{today:%a %d %b %Y}\n"
        "70.5 kg · slept 7:30 · sore up to 2 of 3 · pain 3 of 10 · left knee"
    )


def test_nothing_said_is_refused_in_one_sentence(visit: Visit, log: Log) -> None:
    app = visit(PAGE)
    press(app, "Save check-in")
    assert [error.value for error in app.error] == ["Fill in at least one thing."]
    assert store.check_ins(log).empty


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("Body mass (kg)", "seventy", "A number such as 10.5 belongs here"),
        ("Body mass (kg)", "12", "Body mass must be at least 25 kg"),
        ("Sleep (hours)", "7:75", "Sleep must look like 7:30 or 7.5"),
        ("Sleep (hours)", "25", "Sleep must be at most 24 h"),
        ("Where and when it hurts", "knee", "Say how strong the pain is"),
    ],
)
def test_a_mistake_gets_its_sentence_and_nothing_is_kept(
    visit: Visit, log: Log, field: str, typed: str, said: str
) -> None:
    app = visit(PAGE)
    labelled(app, "text_input", field).input(typed)
    press(app, "Save check-in")
    assert app.error[0].value.startswith(said)
    assert store.check_ins(log).empty


def test_a_day_said_before_is_shown_replaced_and_can_be_put_back(
    visit: Visit, log: Log, today: dt.date
) -> None:
    day = today - dt.timedelta(days=3)
    first = CheckIn(day=day, body_mass_kg=70.123, sleep_h=7.123, soreness={"quads": 1}, pain=2)
    store.save_check_in(log, first)
    app = visit(PAGE)
    app.date_input[0].set_value(day).run()
    assert labelled(app, "text_input", "Body mass (kg)").value == "70.1"
    assert labelled(app, "button_group", "Quads").value == 1
    assert any("checked in on this day already" in note.value for note in app.caption)
    labelled(app, "button_group", "Quads").set_value(3)
    press(app, "Save check-in")
    exact = {"body_mass_kg": 70.123, "sleep_h": 7.123, "pain": 2}
    assert store.check_in(log, day) == CheckIn(day=day, soreness={"quads": 3}, **exact)  # type: ignore[arg-type]  # a plain dict
    assert app.date_input[0].value == today
    press(app, "Undo")
    assert store.check_in(log, day) == first


def test_pounds_are_read_and_shown_as_pounds(visit: Visit, log: Log, today: dt.date) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb")))
    app = visit(PAGE)
    labelled(app, "text_input", "Body mass (lb)").input("155")
    press(app, "Save check-in")
    found = store.check_in(log, today)
    assert found is not None
    assert found.body_mass_kg == pytest.approx(70.3068, abs=1e-4)
    assert "155 lb" in app.text[0].value
    assert labelled(app, "text_input", "Body mass (lb)").value == "155"


def test_the_last_body_mass_is_shown_and_a_jump_is_asked_about_and_saved(
    visit: Visit, log: Log, today: dt.date
) -> None:
    before = today - dt.timedelta(days=5)
    store.save_check_in(log, CheckIn(day=before, body_mass_kg=70))
    app = visit(PAGE)
    assert f"Last: 70 kg on {before:%a %-d %b %Y}" in [note.value for note in app.caption]
    labelled(app, "text_input", "Body mass (kg)").input("74").run()
    question = f"ody mass is 5.7 % above that of {before:%-d %b %Y}: is that right?"
    assert any(question in note.value for note in app.caption)
    press(app, "Save check-in")
    assert f"Please check: b{question}" in app.success[0].value
    found = store.check_in(log, today)
    assert found is not None
    assert found.body_mass_kg == 74


def test_an_unusual_value_is_saved_with_a_second_look(
    visit: Visit, log: Log, today: dt.date
) -> None:
    app = visit(PAGE)
    labelled(app, "text_input", "Sleep (hours)").input("2")
    press(app, "Save check-in")
    assert "sleep of 2 h is unusual" in app.success[0].value
    assert store.check_in(log, today) == CheckIn(day=today, sleep_h=2)


def test_a_check_in_is_deleted_and_put_back(visit: Visit, log: Log, today: dt.date) -> None:
    said = CheckIn(day=today, sleep_h=8)
    store.save_check_in(log, said)
    app = visit(PAGE)
    press(app, "Delete")
    assert store.check_ins(log).empty
    assert labelled(app, "text_input", "Sleep (hours)").value == ""
    press(app, "Undo")
    assert store.check_in(log, today) == said
    assert labelled(app, "text_input", "Sleep (hours)").value == "8:00"


def test_only_the_last_fourteen_days_are_listed_newest_first(
    visit: Visit, log: Log, today: dt.date
) -> None:
    for back in (14, 13, 0):
        store.save_check_in(log, CheckIn(day=today - dt.timedelta(days=back), sleep_h=8))
    shown = [line.value.split("\n")[0] for line in visit(PAGE).text]
    assert shown == [f"{today - dt.timedelta(days=back):%a %d %b %Y}" for back in (0, 13)]


def test_a_note_is_never_read_as_markdown(visit: Visit, log: Log, today: dt.date) -> None:
    note = "![x](http://x.y/z.png)"
    store.save_check_in(log, CheckIn(day=today, pain=1, pain_note=note))
    app = visit(PAGE)
    assert note in app.text[0].value
    assert not any(note in one.value for one in [*app.markdown, *app.caption])
