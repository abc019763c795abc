from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from ironstride import store
from ironstride.records import CheckIn, FitnessTest, Lap, Template
from ironstride.settings import Settings
from ironstride.store import open_log
from ironstride.store.dump import Row
from ironstride.units import Units
from tests.browser.serving import Server
from tests.browser.steps import choose, fill_in, open_page, press, saying, upload, visit
from tests.build import MORNING, lift, ride, run, squat
from tests.logs import tables

DAY = date(2026, 11, 15)
NAME = '=Käsekuchen, 2 "Lagen"\''
FRONT = lift(3, title="Fronts", sets=(squat(exercise="Front squat", load_kg=80.0),) * 2)


def held(server: Server) -> dict[str, list[Row]]:
    """Return all that the log holds."""
    with open_log(server.log) as log:
        return tables(log)


@pytest.fixture
def full(server: Server) -> Server:
    """Put something of every kind into the log, and nothing else."""
    with open_log(server.log) as log:
        store.empty_log(log)
        laps = (Lap(distance_m=400.0, duration_s=90.0), Lap(distance_m=400.0, duration_s=88.5))
        store.add_session(log, run(title="Lake", notes=NAME, laps=laps))
        store.add_session(log, lift(1, title="Leg day"))
        store.add_session(log, FRONT)
        store.delete_session(log, store.add_session(log, ride()), MORNING)
        store.save_check_in(log, CheckIn(day=DAY, body_mass_kg=70.1, soreness={"quads": 2}))
        store.add_fitness_tests(log, FitnessTest(protocol="plank", day=DAY, hold_s=61.5))
        store.save_template(log, Template(name=NAME, sets=(squat(),)))
        store.add_alias(log, "Back squat", NAME)
        store.save_settings(log, Settings(units=Units("mi", "lb"), max_hr_bpm=187))
    return server


def download(page: Page, label: str, folder: Path) -> Path:
    with page.expect_download() as loading:
        page.get_by_role("button", name=label, exact=True).click()
    target = folder / loading.value.suggested_filename
    loading.value.save_as(target)
    return target


def open_exercise(page: Page, server: Server, name: str) -> None:
    visit(page, server, f"/exercises?exercises_text={quote(name)}")
    press(page, "Open")
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def test_a_session_is_corrected_and_deleted_and_each_is_undone(full: Server, page: Page) -> None:
    before = held(full)
    visit(page, full, "/history?history_text=leg+day")
    press(page, "Open")
    page.get_by_text("Correct this session").click()
    fill_in(page, "Sets as lines", "front squat 2x3 70")
    press(page, "Put into the grid")
    fill_in(page, "Title", "Both squats")
    press(page, "Save lift session")
    expect(saying(page, "Corrected: ")).to_be_visible()
    assert set_count(full) == {"Leg day": 0, "Both squats": 4}
    press(page, "Undo")
    assert held(full) == before
    press(page, "Delete")
    expect(saying(page, "Deleted: Leg day")).to_be_visible()
    assert set_count(full) == {"Leg day": 0, "Both squats": 0}
    press(page, "Undo")
    expect(saying(page, "Undone: the log is as it was before.")).to_be_visible()
    assert held(full) == before


def test_one_step_back_from_a_session_leads_to_the_filtered_list(full: Server, page: Page) -> None:
    visit(page, full, "/history?history_text=leg+day")
    press(page, "Open")
    expect(page.get_by_role("button", name="Back to the list")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Only “leg day”")).to_be_visible()


def set_count(server: Server) -> dict[str, int]:
    with open_log(server.log) as log:
        titles = store.sessions(log).set_index("session_id").title
        found = store.lift_sets(log).session_id.map(titles)
    return {title: int((found == title).sum()) for title in ("Leg day", "Both squats")}


def test_a_deleted_session_comes_back_from_the_trash(full: Server, page: Page) -> None:
    before = held(full)
    visit(page, full, "/history?history_text=leg+day")
    press(page, "Open")
    press(page, "Delete")
    assert held(full) != before
    visit(page, full, "/history?history_text=leg+day&history_show=Trash")
    press(page, "Restore")
    assert held(full) == before


def test_two_exercises_are_made_one_and_history_follows_and_that_is_undone(
    full: Server, page: Page
) -> None:
    before = held(full)
    open_exercise(page, full, "Front squat")
    choose(page, "Make it one with", "Back squat")
    press(page, "Merge")
    expect(page.get_by_role("heading", name="Back squat", exact=True)).to_be_visible()
    with open_log(full.log) as log:
        assert set(store.lift_sets(log).exercise) == {"Back squat"}
    open_page(page, "History")
    fill_in(page, "Title, notes, race, exercise or date", "fronts")
    press(page, "Open")
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("Back squat", exact=False).first).to_be_visible()
    expect(main.get_by_text("Front squat:", exact=False)).to_have_count(0)
    press(page, "Undo")
    assert held(full) == before


@pytest.mark.parametrize("form", ["CSV files in a zip", "One JSON file", "SQLite file"])
def test_what_was_exported_brings_back_a_log_that_was_deleted(
    full: Server, new_page: Callable[..., Page], tmp_path: Path, form: str
) -> None:
    page = new_page(accept_downloads=True)
    before = held(full)
    visit(page, full, "/data")
    export = download(page, form, tmp_path)
    page.get_by_text("Delete everything").first.click()
    fill_in(page, "Type DELETE to go on", "delete")
    press(page, "Delete everything")
    expect(saying(page, "nothing was deleted")).to_be_visible()
    assert held(full) == before
    fill_in(page, "Type DELETE to go on", "DELETE")
    press(page, "Delete everything")
    expect(saying(page, "Everything is deleted.")).to_be_visible()
    assert held(full)["session"] == []
    upload(page, export)
    expect(page.get_by_text("It holds 3 sessions")).to_be_visible()
    assert held(full)["session"] == []
    press(page, "Replace my log by this")
    expect(saying(page, "Restored. It holds 3 sessions")).to_be_visible()
    assert held(full) == before


@pytest.mark.parametrize("said_before", ["Back up now", "Check the file"])
def test_what_was_opened_stays_open_when_a_sentence_above_it_goes(
    full: Server, page: Page, said_before: str
) -> None:
    visit(page, full, "/data")
    press(page, said_before)
    page.get_by_text("Delete everything").first.click()
    fill_in(page, "Type DELETE to go on", "delete")
    press(page, "Delete everything")
    expect(saying(page, "nothing was deleted")).to_be_visible()


def test_a_backup_of_the_list_brings_back_what_was_changed_since(full: Server, page: Page) -> None:
    before = held(full)
    visit(page, full, "/data")
    press(page, "Back up now")
    backup = next(one for one in store.backups(full.log) if one.occasion == "asked")
    expect(saying(page, f"Backed up as {backup.path.name}.")).to_be_visible()
    with open_log(full.log) as log:
        store.add_session(log, lift(9))
        store.save_settings(log, Settings())
    changed = held(full)
    visit(page, full, "/data")
    name = backup.path.name.replace(".", "-")
    page.locator(f".st-key-put-back-{name} button").click()
    expect(saying(page, "Your log is as it was on ")).to_be_visible()
    assert held(full) == before
    press(page, "Undo")
    assert held(full) == changed
