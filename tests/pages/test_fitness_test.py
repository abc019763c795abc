import datetime as dt
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import FitnessTest
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.ui.fitness_cards import CARDS
from ironstride.units import Units
from tests.pages.asking import labelled, press
from tests.pages.conftest import ZONE, Visit, unfolded

PAGE = "log/fitness_test"
Typed = dict[str, str]


@pytest.fixture
def today() -> dt.date:
    return clock.today(ZONE)


def choose(app: AppTest, protocol: str) -> None:
    labelled(app, "button_group", "Test").set_value(protocol).run()
    assert not app.exception, app.exception


def type_in(app: AppTest, typed: Typed) -> None:
    for label, text in typed.items():
        labelled(app, "text_input", label).input(text)


def kept(log: Log) -> list[FitnessTest]:
    return [store.fitness_test(log, int(one)) for one in store.fitness_tests(log).test_id]


def planks(log: Log, today: dt.date, *holds: float) -> None:
    for back, hold_s in enumerate(reversed(holds)):
        day = today - dt.timedelta(days=40 * back + 1)
        store.add_fitness_tests(log, FitnessTest(protocol="plank", day=day, hold_s=hold_s))


@pytest.mark.parametrize(
    ("protocol", "typed", "measured"),
    [
        (
            "time_trial",
            {"Distance (km)": "5", "Time": "20:30"},
            {"distance_m": 5000.0, "duration_s": 1230.0},
        ),
        (
            "submaximal_run",
            {"Distance (km)": "2,1", "Time": "10", "Average heart rate (bpm)": "148"},
            {"distance_m": 2100.0, "duration_s": 600.0, "avg_hr_bpm": 148.0},
        ),
        ("plank", {"Hold": "1:35"}, {"hold_s": 95.0}),
        ("plank", {"Hold": "95"}, {"hold_s": 95.0}),
    ],
)
def test_a_test_is_kept_as_it_was_typed(
    visit: Visit,
    log: Log,
    today: dt.date,
    protocol: str,
    typed: Typed,
    measured: dict[str, float],
) -> None:
    app = visit(PAGE)
    choose(app, protocol)
    type_in(app, typed)
    app.text_area[0].input(" windy ")
    press(app, "Save test")
    assert kept(log) == [
        FitnessTest(protocol=protocol, day=today, notes="windy", **measured)  # type: ignore[arg-type]  # plain words
    ]
    assert app.success[0].value == "Saved: 1 test."


@pytest.mark.parametrize(
    ("protocol", "label", "name", "left", "right"),
    [
        ("calf_raises", "Raises", "reps", ("25", 25), ("23", 23)),
        ("side_plank", "Hold", "hold_s", ("1:10", 70.0), ("65", 65.0)),
        ("hop", "Hop (cm)", "hop_m", ("145", 1.45), ("150,5", 1.505)),
    ],
)
def test_both_sides_are_kept_as_two_tests(
    visit: Visit,
    log: Log,
    protocol: str,
    label: str,
    name: str,
    left: tuple[str, float],
    right: tuple[str, float],
) -> None:
    app = visit(PAGE)
    choose(app, protocol)
    type_in(app, {f"{label}, left": left[0], f"{label}, right": right[0]})
    press(app, "Save test")
    found = [(one.side, getattr(one, name)) for one in kept(log)]
    assert found == [("left", left[1]), ("right", pytest.approx(right[1]))]


def test_one_side_alone_is_kept(visit: Visit, log: Log) -> None:
    app = visit(PAGE)
    choose(app, "calf_raises")
    type_in(app, {"Raises, right": "23"})
    press(app, "Save test")
    assert [(one.side, one.reps) for one in kept(log)] == [("right", 23)]


def test_a_lift_is_kept_and_offered_again(visit: Visit, log: Log, today: dt.date) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb")))
    app = visit(PAGE)
    choose(app, "rep_max")
    labelled(app, "selectbox", "Exercise").select("Back squat")
    labelled(app, "button_group", "Reps").set_value(3)
    type_in(app, {"Weight (lb)": "225"})
    press(app, "Save test")
    (found,) = kept(log)
    assert (found.exercise, found.reps, found.day) == ("Back squat", 3, today)
    assert found.load_kg == pytest.approx(102.058, abs=1e-3)
    assert labelled(app, "selectbox", "Exercise").value == "Back squat"
    assert labelled(app, "button_group", "Reps").value == 3
    assert app.dataframe[0].value["Estimated 1RM"].tolist() == ["242.9 lb"]


@pytest.mark.parametrize(
    ("protocol", "typed", "said"),
    [
        ("time_trial", {"Distance (km)": "1", "Time": "4"}, "A time trial is 1.5 to 10 km long."),
        ("time_trial", {"Distance (km)": "5"}, "This test needs time."),
        ("submaximal_run", {"Distance (km)": "2", "Time": "10"}, "This test needs average heart"),
        ("rep_max", {"Weight (kg)": "0"}, "Weight must be above 0"),
        ("rep_max", {"Weight (kg)": "100"}, "This test needs exercise."),
        ("calf_raises", {}, "Fill in at least one side."),
        ("calf_raises", {"Raises, left": "20.5"}, "Reps must be whole"),
        ("calf_raises", {"Raises, left": "20", "Raises, right": "0"}, "A test needs at least one"),
        ("plank", {"Hold": "long"}, "A number such as 10.5 belongs here"),
        ("hop", {"Hop (cm), left": "500"}, "Distance of the hop must be at most"),
    ],
)
def test_a_mistake_gets_its_sentence_and_nothing_is_kept(
    visit: Visit, log: Log, protocol: str, typed: Typed, said: str
) -> None:
    app = visit(PAGE)
    choose(app, protocol)
    type_in(app, typed)
    press(app, "Save test")
    assert app.error[0].value.startswith(said)
    assert kept(log) == []


def test_an_unusual_result_is_saved_with_a_second_look(visit: Visit, log: Log) -> None:
    app = visit(PAGE)
    choose(app, "plank")
    type_in(app, {"Hold": "12:00"})
    press(app, "Save test")
    assert "Please check: hold of 12:00 is unusual" in app.success[0].value
    assert [one.hold_s for one in kept(log)] == [720.0]


def test_another_day_can_be_chosen(visit: Visit, log: Log, today: dt.date) -> None:
    app = visit(PAGE)
    choose(app, "plank")
    app.date_input[0].set_value(today - dt.timedelta(days=9))
    type_in(app, {"Hold": "80"})
    press(app, "Save test")
    assert [one.day for one in kept(log)] == [today - dt.timedelta(days=9)]


@pytest.mark.parametrize("protocol", CARDS)
def test_every_protocol_has_its_card_and_says_that_there_is_no_test(
    visit: Visit, protocol: str
) -> None:
    app = visit(PAGE)
    choose(app, protocol)
    card = CARDS[protocol]  # type: ignore[index]  # one of its keys
    shown = "\n".join(one.value for one in app.markdown)
    assert all(text in shown for text in (card.measures, card.how_often, *card.steps, card.error))
    assert app.info[0].value.startswith("No test of this kind yet.")


def test_the_history_judges_each_test_against_the_one_before(
    visit: Visit, log: Log, today: dt.date
) -> None:
    planks(log, today, 60, 100, 110, 130)
    app = visit(PAGE)
    choose(app, "plank")
    table = app.dataframe[0].value
    assert table["Result"].tolist() == ["130 s", "110 s", "100 s", "60 s"]
    assert table["Change"].tolist() == ["+18.2 %", "+10.0 %", "", ""]
    assert table["Real change?"].tolist() == [
        "cannot tell yet",
        "too small to tell",
        "cannot tell yet",
        "practice",
    ]
    (latest,) = [one.value for one in app.markdown if "130 s" in one.value]
    assert "+18.2 % against" in latest
    assert "−13.7 % to +15.9 % is too small to tell" in latest


def test_the_form_of_a_correction_is_drawn_when_it_is_opened(
    visit: Visit, log: Log, today: dt.date
) -> None:
    planks(log, today, 60)
    app = visit(PAGE)
    choose(app, "plank")
    assert [one.label for one in app.button] == ["Save test"]
    unfolded(app)
    assert [one.label for one in app.button] == ["Save test", "Save correction", "Delete"]


def test_a_test_is_deleted_and_put_back(visit: Visit, log: Log, today: dt.date) -> None:
    planks(log, today, 60, 100)
    before = kept(log)
    app = visit(PAGE)
    choose(app, "plank")
    unfolded(app)
    oldest = store.fitness_tests(log).test_id.iloc[0]
    labelled(app, "selectbox", "Test").set_value(oldest)
    press(app, "Delete")
    assert kept(log) == before[1:]
    assert "60 s" in app.success[0].value
    press(app, "Undo")
    assert kept(log) == before


ODD: dict[str, FitnessTest] = {
    one.protocol: one
    for day in [dt.date(2026, 9, 1)]
    for one in (
        FitnessTest(protocol="time_trial", day=day, distance_m=5003.3, duration_s=1230.4),
        FitnessTest(
            protocol="submaximal_run",
            day=day,
            distance_m=2013.7,
            duration_s=600.6,
            avg_hr_bpm=147.6,
        ),
        FitnessTest(
            protocol="rep_max", day=day, exercise="Back squat", load_kg=102.058, reps=3, notes=" a "
        ),
        FitnessTest(protocol="calf_raises", day=day, side="left", reps=25),
        FitnessTest(protocol="plank", day=day, hold_s=95.75),
        FitnessTest(protocol="side_plank", day=day, side="right", hold_s=61.123456789),
        FitnessTest(protocol="hop", day=day, side="left", hop_m=1.4567891),
    )
}
FIELDS = {
    "time_trial": ("duration_s", "21:00", 1260.0),
    "submaximal_run": ("avg_hr_bpm", "150", 150.0),
    "rep_max": ("load_kg-kg", "105", 105.0),
    "calf_raises": ("reps", "27", 27),
    "plank": ("hold_s", "1:40", 100.0),
    "side_plank": ("hold_s", "70", 70.0),
    "hop": ("hop_m", "150", 1.5),
}


@pytest.mark.parametrize("protocol", ODD)
def test_correcting_nothing_changes_nothing(visit: Visit, log: Log, protocol: str) -> None:
    store.add_fitness_tests(log, ODD[protocol])
    app = visit(PAGE)
    choose(app, protocol)
    unfolded(app)
    press(app, "Save correction")
    assert kept(log) == [ODD[protocol]]


@pytest.mark.parametrize("protocol", ODD)
def test_a_test_is_corrected_in_place_and_that_is_undone(
    visit: Visit, log: Log, protocol: str
) -> None:
    store.add_fitness_tests(log, ODD[protocol])
    app = visit(PAGE)
    choose(app, protocol)
    unfolded(app)
    name, typed, value = FIELDS[protocol]
    field = next(
        one for one in app.text_input if f"{one.key}".startswith("edit-") and name in f"{one.key}"
    )
    field.input(typed)
    press(app, "Save correction")
    assert kept(log) == [replace(ODD[protocol], **{name.removesuffix("-kg"): value})]  # type: ignore[arg-type]  # one of its numbers
    assert app.success[0].value.startswith("Corrected: Tue 01 Sep 2026")
    press(app, "Undo")
    assert kept(log) == [ODD[protocol]]


def test_day_side_and_notes_are_corrected_too(visit: Visit, log: Log, today: dt.date) -> None:
    store.add_fitness_tests(log, ODD["hop"])
    app = visit(PAGE)
    choose(app, "hop")
    unfolded(app)
    app.date_input[-1].set_value(today)
    labelled(app, "button_group", "Side").set_value("right")
    app.text_area[-1].input("grass")
    press(app, "Save correction")
    assert kept(log) == [replace(ODD["hop"], day=today, side="right", notes="grass")]


def test_a_wrong_correction_gets_its_sentence_and_changes_nothing(visit: Visit, log: Log) -> None:
    store.add_fitness_tests(log, ODD["time_trial"])
    app = unfolded(visit(PAGE))
    field = next(one for one in app.text_input if f"{one.key}".endswith("distance_m-km"))
    next(
        one
        for one in app.text_input
        if f"{one.key}".startswith("edit-") and one.label == field.label
    ).input("1")
    press(app, "Save correction")
    assert [one.value for one in app.error] == ["A time trial is 1.5 to 10 km long."]
    assert kept(log) == [ODD["time_trial"]]


def test_both_sides_are_one_write(visit: Visit, log: Log) -> None:
    before = log.revision
    app = visit(PAGE)
    choose(app, "calf_raises")
    type_in(app, {"Raises, left": "25", "Raises, right": "23"})
    press(app, "Save test")
    assert len(kept(log)) == 2
    assert log.revision == before + 1


def test_what_is_typed_for_one_protocol_stays_with_it(visit: Visit) -> None:
    app = visit(PAGE)
    choose(app, "plank")
    type_in(app, {"Hold": "80"})
    app.run()
    choose(app, "hop")
    choose(app, "plank")
    assert labelled(app, "text_input", "Hold").value == "80"


def test_the_chosen_formula_estimates_the_maximum(visit: Visit, log: Log, today: dt.date) -> None:
    store.save_settings(log, Settings(e1rm_formula="epley"))
    lifted = FitnessTest(protocol="rep_max", day=today, exercise="Deadlift", load_kg=120, reps=5)
    store.add_fitness_tests(log, lifted)
    app = visit(PAGE)
    choose(app, "rep_max")
    assert app.dataframe[0].value["Estimated 1RM"].tolist() == ["140 kg"]
