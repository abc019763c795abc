from dataclasses import replace
from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.records import Exercise
from ironstride.store import Log, NewFile, NewSession, exercise_edits, exercise_entries
from ironstride.store.exercise_entries import ExerciseEntry
from tests.build import lift, squat
from tests.pages.asking import labelled
from tests.pages.conftest import Visit

AT = datetime(2026, 11, 22, 12, 0)
ODD = "![x](http://a.b/c) **Squat** :smile: $x$ <b>"


def bring(log: Log, *names: str, known: dict[str, str] | None = None) -> None:
    sets = tuple(squat(exercise=name) for name in names)
    new = NewSession(key="1", session=lift(sets=sets))
    file = NewFile(name="a.csv", sha256="", source="hevy-csv", sessions=(new,))
    store.add_batch(log, [file], AT, lambda *_: None, known)


def content(log: Log) -> list[str]:
    return [line for line in log.connection.iterdump() if 'INTO "revision"' not in line]


def entry(log: Log, name: str) -> ExerciseEntry:
    (found,) = [one for one in exercise_entries.exercise_entries(log) if one.exercise.name == name]
    return found


def press(app: AppTest, label: str) -> None:
    labelled(app, "button", label).click()
    app.run()
    assert not app.exception


def part(visit: Visit, name: str) -> AppTest:
    app = visit("manage/exercises")
    app.segmented_control(key="exercises_part").set_value(name).run()
    assert not app.exception
    return app


def opened(visit: Visit, log: Log, name: str) -> AppTest:
    app = visit("manage/exercises")
    app.text_input(key="exercises_text").input(name).run()
    app.button(key=f"open-{entry(log, name).number}").click().run()
    assert not app.exception
    return app


def listed(app: AppTest) -> list[str]:
    return [one.value for one in app.text]


def count(app: AppTest) -> str:
    return str(app.caption[0].value)


# the list


def test_exercises_are_listed_with_what_they_are_the_most_lifted_first(
    visit: Visit, log: Log
) -> None:
    store.add_session(log, lift())
    app = visit("manage/exercises")
    assert count(app) == f"{len(store.exercise_names(log))} exercises"
    assert len(listed(app)) == 20
    assert listed(app)[0] == (
        "Back squat · weight\nquads 1, glutes ½, hamstrings ½\n1 session, last on 16 Nov 2026"
    )
    assert "not lifted yet" in listed(app)[1]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("squat BACK", "Back squat ·"),
        ("kniebeugen", "Back squat, also Kniebeugen ·"),
        ("elevacion de gemelos de", "Standing calf raise"),
    ],
)
def test_an_exercise_is_found_by_any_of_its_names(visit: Visit, typed: str, line: str) -> None:
    app = visit("manage/exercises")
    app.text_input(key="exercises_text").input(typed).run()
    assert any(one.startswith(line) for one in listed(app))


def test_a_word_that_nothing_has_finds_nothing(visit: Visit) -> None:
    app = visit("manage/exercises")
    app.text_input(key="exercises_text").input("zzz").run()
    assert app.info[0].value == "No exercise matches. Try another word or filter."


def test_muscle_kind_and_equipment_narrow_the_list(visit: Visit) -> None:
    app = visit("manage/exercises")
    app.selectbox(key="exercises_muscle").select("core").run()
    app.selectbox(key="exercises_kind").select("timed").run()
    app.selectbox(key="exercises_equipment").select("bench").run()
    assert [one.partition(" · ")[0] for one in listed(app)] == ["Copenhagen plank"]


def test_own_catalogue_and_archived_exercises_are_told_apart(visit: Visit, log: Log) -> None:
    bring(log, "Sled march")
    exercise_edits.archive_exercise(log, "Plank", AT)
    everything = len(store.exercise_names(log))
    app = visit("manage/exercises")
    found = {}
    for whose in ("all", "mine", "catalogue", "archived"):
        app.segmented_control(key="exercises_whose").set_value(whose).run()
        found[whose] = (count(app).split()[0], listed(app)[0].partition(" · ")[0])
    assert found["mine"] == ("1", "Sled march")
    assert found["archived"] == ("1", "Plank")
    assert (found["all"][0], found["catalogue"][0]) == (str(everything), str(everything - 1))


def test_the_list_comes_in_pages(visit: Visit) -> None:
    app = visit("manage/exercises")
    first = listed(app)
    app.pagination[0].set_value(2).run()
    assert len(listed(app)) == 20
    assert not set(first) & set(listed(app))


# one exercise


def test_an_exercise_says_how_it_is_done_and_leads_to_easier_and_harder_ones(
    visit: Visit, log: Log
) -> None:
    exercise_edits.rename_exercise(log, "Side plank", "Side hold")
    app = opened(visit, log, "Plank")
    assert app.subheader[0].value == "Plank"
    assert "Equipment: nothing · not lifted yet · as the catalogue describes it" in listed(app)
    assert app.markdown[0].value.count("\n- ") >= 1
    press(app, "Harder: Side hold")
    assert app.subheader[0].value == "Side hold"
    press(app, "Easier: Plank")
    assert app.subheader[0].value == "Plank"
    press(app, "Back to the list")
    assert app.text_input(key="exercises_text").value == "Plank"


def test_what_an_exercise_is_can_be_changed(visit: Visit, log: Log) -> None:
    app = opened(visit, log, "Back squat")
    before = entry(log, "Back squat").exercise
    labelled(app, "selectbox", "It is done").select("assisted")
    labelled(app, "text_input", "Share of body mass that moves (%)").input("62,5")
    labelled(app, "checkbox", "Its e1RM counts in the lower-body strength index").uncheck()
    labelled(app, "segmented_control", "Quads").set_value(0.5)
    labelled(app, "segmented_control", "Glutes").set_value(0.0)
    labelled(app, "segmented_control", "Hip flexors").set_value(1.0)
    press(app, "Save exercise")
    assert app.success[0].value == "Saved: Back squat. A newer catalogue leaves it as you said."
    assert entry(log, "Back squat").exercise == replace(
        before,
        kind="assisted",
        body_mass_fraction=0.625,
        lower_body=False,
        muscles={"quads": 0.5, "hip flexors": 1.0, "hamstrings": 0.5},
    )
    assert entry(log, "Back squat").origin == "runner"
    press(app, "Undo")
    assert entry(log, "Back squat").exercise == before
    assert entry(log, "Back squat").origin == "catalogue"


@pytest.mark.parametrize("name", ["Back squat", "Push-up", "Plank", "Calf press", "Squat jump"])
def test_saving_unchanged_changes_nothing_but_whose_it_is(
    visit: Visit, log: Log, name: str
) -> None:
    if name not in store.exercise_names(log):
        exercise_edits.add_exercise(
            log, Exercise(name=name, body_mass_fraction=1 / 3, muscles={"hip": 0.3})
        )
    before = entry(log, name)
    app = opened(visit, log, name)
    press(app, "Save exercise")
    assert entry(log, name) == replace(before, origin="runner")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("120", "The share must be between 0 and 100 %, got 120."),
        ("x", "A number such as 10.5 belongs here, got 'x'."),
    ],
)
def test_an_impossible_share_is_said_beside_its_field(
    visit: Visit, log: Log, typed: str, says: str
) -> None:
    before = content(log)
    app = opened(visit, log, "Push-up")
    labelled(app, "text_input", "Share of body mass that moves (%)").input(typed)
    press(app, "Save exercise")
    assert app.error[0].value == says
    assert content(log) == before


def test_an_exercise_is_renamed(visit: Visit, log: Log) -> None:
    store.add_session(log, lift())
    before = content(log)
    app = opened(visit, log, "Back squat")
    labelled(app, "text_input", "Name").input("Low-bar squat")
    press(app, "Rename")
    assert app.success[0].value == (
        "Back squat is now called Low-bar squat. Files that write Back squat still find it."
    )
    assert app.subheader[0].value == "Low-bar squat"
    assert set(store.lift_sets(log).exercise) == {"Low-bar squat"}
    assert store.known_exercises(log)["Back squat"] == "Low-bar squat"
    press(app, "Undo")
    assert content(log) == before


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("front SQUAT", "There is Front squat already."),
        ("Frontkniebeuge", "Frontkniebeuge also means Front squat."),
        ("", "An exercise needs a name."),
    ],
)
def test_a_name_that_cannot_be_is_said_beside_its_field(
    visit: Visit, log: Log, typed: str, says: str
) -> None:
    before = content(log)
    app = opened(visit, log, "Back squat")
    labelled(app, "text_input", "Name").input(typed)
    press(app, "Rename")
    assert app.error[0].value == says
    assert content(log) == before


def test_a_name_is_added_and_removed_and_the_removal_undone(visit: Visit, log: Log) -> None:
    before = content(log)
    app = opened(visit, log, "Back squat")
    labelled(app, "text_input", "Another name").input("Big *one*")
    press(app, "Add name")
    assert app.success[0].value == r"Big \*one\* now means Back squat."
    assert "Big *one*" in listed(app)
    assert labelled(app, "text_input", "Another name").value == ""
    added = content(log)
    press(app, "Remove")
    assert content(log) == before
    press(app, "Undo")
    assert content(log) == added
    assert "Big *one*" in listed(app)


def test_a_name_of_another_exercise_goes_over_with_what_was_imported(
    visit: Visit, log: Log
) -> None:
    bring(log, "Kniebeugen")
    before = content(log)
    app = opened(visit, log, "Front squat")
    labelled(app, "text_input", "Another name").input("kniebeugen")
    press(app, "Add name")
    assert set(store.lift_sets(log).exercise) == {"Front squat"}
    press(app, "Undo")
    assert content(log) == before


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Plank", "There is Plank already."),
        (" ", "Write the other name first."),
        ("Squat", "Squat also means Back squat."),
    ],
)
def test_another_name_that_cannot_be_is_said_beside_its_field(
    visit: Visit, log: Log, typed: str, says: str
) -> None:
    before = content(log)
    app = opened(visit, log, "Back squat")
    labelled(app, "text_input", "Another name").input(typed)
    press(app, "Add name")
    assert app.error[0].value == says
    assert content(log) == before


def test_a_name_that_files_write_stays(visit: Visit, log: Log) -> None:
    bring(log, "Big one", known={"Big one": "Back squat"})
    before = content(log)
    app = opened(visit, log, "Back squat")
    press(app, "Remove")
    assert app.error[0].value == (
        "Sessions from your files write Big one: say what it means instead."
    )
    assert content(log) == before


def test_what_cannot_be_done_takes_the_offer_to_undo_away(visit: Visit, log: Log) -> None:
    bring(log, "Big one", known={"Big one": "Back squat"})
    store.add_alias(log, "Back squat", "Mine")
    app = opened(visit, log, "Back squat")
    number = entry(log, "Back squat").number
    app.button(key=f"edit-names-{number}-remove-1-Mine").click().run()
    assert [one for one in app.button if one.label == "Undo"]
    press(app, "Remove")
    app.run()
    assert not [one for one in app.button if one.label == "Undo"]
    assert "Mine" not in store.known_exercises(log)


def test_two_exercises_are_merged_and_the_merge_is_undone_exactly(visit: Visit, log: Log) -> None:
    bring(log, "Front squat", "Back squat")
    before = content(log)
    app = opened(visit, log, "Front squat")
    labelled(app, "selectbox", "Make it one with").select("Back squat").run()
    assert any(
        "All sets of Front squat become sets of Back squat" in one and "kinds" not in one
        for one in listed(app)
    )
    press(app, "Merge")
    assert app.subheader[0].value == "Back squat"
    assert set(store.lift_sets(log).exercise) == {"Back squat"}
    assert "Front squat" not in store.exercise_names(log)
    press(app, "Undo")
    assert content(log) == before


def test_merging_different_kinds_is_warned_about(visit: Visit, log: Log) -> None:
    app = opened(visit, log, "Plank")
    labelled(app, "selectbox", "Make it one with").select("Back squat").run()
    assert any("held for a time, and with a weight" in one for one in listed(app))


def test_an_exercise_is_archived_and_brought_back(visit: Visit, log: Log) -> None:
    before = content(log)
    app = opened(visit, log, "Plank")
    press(app, "Archive")
    assert "Plank" not in store.exercise_names(log)
    assert any("archived: not offered any more" in one for one in listed(app))
    press(app, "Bring back")
    assert "Plank" in store.exercise_names(log)
    assert content(log) == before
    press(app, "Undo")
    assert "Plank" not in store.exercise_names(log)


def test_archiving_is_undone(visit: Visit, log: Log) -> None:
    before = content(log)
    app = opened(visit, log, "Plank")
    press(app, "Archive")
    press(app, "Undo")
    assert content(log) == before


def test_an_exercise_that_is_gone_meanwhile_is_said_so(visit: Visit, log: Log) -> None:
    exercise_edits.add_exercise(log, Exercise(name="Sled *press*"))
    app = opened(visit, log, "Sled *press*")
    with log.write() as connection:
        connection.execute("delete from exercise where name = 'Sled *press*'")
    app.run()
    assert app.success[0].value == r"Sled \*press\* is no longer in the log."
    assert app.info[0].value == "No exercise matches. Try another word or filter."


def test_a_correction_elsewhere_is_not_overwritten(visit: Visit, log: Log) -> None:
    app = opened(visit, log, "Plank")
    told = replace(entry(log, "Plank").exercise, muscles={"hip": 1.0})
    exercise_edits.set_exercise(log, told)
    press(app, "Save exercise")
    assert entry(log, "Plank").exercise == told
    assert labelled(app, "segmented_control", "Hip").value == 1.0


def test_leaving_the_page_closes_the_exercise(visit: Visit, log: Log) -> None:
    app = opened(visit, log, "Plank")
    app.switch_page("../pages/manage/settings.py").run()
    app.switch_page("../pages/manage/exercises.py").run()
    assert not app.exception
    assert not [one for one in app.button if one.label == "Back to the list"]
    assert any(one.startswith("Plank · hold") for one in listed(app))


def test_names_are_shown_as_text_only(visit: Visit, log: Log) -> None:
    bring(log, ODD)
    store.add_alias(log, ODD, f"{ODD}2")
    app = opened(visit, log, ODD)
    assert "![" not in app.subheader[0].value
    assert f"{ODD}2" in listed(app)
    press(app, "Archive")
    assert "![" not in app.success[0].value


# adding


def test_an_exercise_of_ones_own_is_added(visit: Visit, log: Log) -> None:
    app = part(visit, "add")
    labelled(app, "text_input", "Name").input(" Sled press ")
    labelled(app, "segmented_control", "Quads").set_value(1.0)
    labelled(app, "checkbox", "Its e1RM counts in the lower-body strength index").check()
    press(app, "Save exercise")
    assert app.success[0].value == "Added: Sled press."
    assert app.subheader[0].value == "Sled press"
    found = entry(log, "Sled press")
    assert found.exercise == Exercise(name="Sled press", muscles={"quads": 1.0}, lower_body=True)
    assert found.origin == "runner"
    press(app, "Back to the list")
    assert labelled(app, "text_input", "Name").value == ""


@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "An exercise needs a name."), ("plank", "There is Plank already.")],
)
def test_an_exercise_without_a_name_of_its_own_is_not_added(
    visit: Visit, log: Log, typed: str, says: str
) -> None:
    before = content(log)
    app = part(visit, "add")
    labelled(app, "text_input", "Name").input(typed)
    press(app, "Save exercise")
    assert app.error[0].value == says
    assert content(log) == before


# what came with files


def test_an_empty_log_has_no_names_to_change(visit: Visit, log: Log) -> None:
    app = part(visit, "names")
    assert not app.button
    assert any("one that the catalogue holds" in one.value for one in app.markdown)
    app = part(visit, "new")
    assert not app.button


def test_a_name_is_made_to_mean_another_exercise_and_back(visit: Visit, log: Log) -> None:
    bring(log, "Kniebeuge tief", known={"Kniebeuge tief": "Front squat"})
    before = content(log)
    app = part(visit, "names")
    labelled(app, "selectbox", "Means").select("Back squat").run()
    press(app, "Change")
    assert app.success[0].value == (
        "Kniebeuge tief now means Back squat, in what you imported before as well."
    )
    assert list(store.lift_sets(log).exercise) == ["Back squat"]
    press(app, "Undo")
    assert content(log) == before


def test_the_muscles_of_a_new_exercise_are_told(visit: Visit, log: Log) -> None:
    bring(log, "Zercher Karussell")
    before = content(log)
    app = part(visit, "new")
    press(app, "Save exercise")
    assert app.error[0].value == "Please choose at least one muscle."
    app.selectbox(key="exercise-muscles").run()
    labelled(app, "segmented_control", "Glutes").set_value(1.0)
    labelled(app, "segmented_control", "Core").set_value(0.5)
    labelled(app, "checkbox", "Its e1RM counts in the lower-body strength index").check()
    press(app, "Save exercise")
    assert store.without_muscles(log) == []
    told = store.exercise_muscles(log).query("exercise == 'Zercher Karussell'")
    assert dict(zip(told.muscle, told.share, strict=True)) == {"glutes": 1.0, "core": 0.5}
    assert list(store.lift_sets(log).lower_body) == [True]
    press(app, "Undo")
    assert content(log) == before
