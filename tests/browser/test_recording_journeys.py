from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from ironstride import store
from ironstride.store import open_log
from tests.browser.labels import drawn_twice, misplaced
from tests.browser.serving import Server
from tests.browser.steps import press, saying, settled, tick, upload, visit
from tests.browser.test_import_journeys import csv, import_what_is_there, sessions_of, whole_log
from tests.importers.fit_files import a_run
from tests.recordings import TABLE, mixed

DAY = "2026-05-03"


def packed(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def session_id(server: Server) -> int:
    """Return the one session of the day."""
    with open_log(server.log) as log:
        found = store.sessions(log)
        [one] = found.session_id[found.started_at.astype(str).str.startswith(DAY)]
        return int(one)


def test_an_archive_with_two_bad_files_brings_the_others_and_is_taken_back(
    page: Page, server: Server
) -> None:
    before = whole_log(server)
    visit(page, server, "/import_files")
    upload(page, packed("mixed.zip", mixed()))
    expect(page.get_by_role("heading", name="mixed.zip: 2 recordings (FIT)")).to_be_visible()
    bad = page.get_by_test_id("stExpander").filter(has_text="1 file cannot be read")
    expect(bad).to_have_count(2)
    import_what_is_there(page, "5 sessions")
    with open_log(server.log) as log:
        assert len(store.sessions(log)) == 5
    press(page, "Take back")
    expect(saying(page, "Taken back: 5 sessions.")).to_be_visible()
    assert whole_log(server) == before


def test_a_recording_on_top_of_its_row_is_looked_at_and_taken_back(
    page: Page, server: Server
) -> None:
    visit(page, server, "/import_files")
    upload(page, csv("garmin.csv", TABLE))
    import_what_is_there(page, "1 session")
    [row] = sessions_of(server, DAY)
    before = whole_log(server)
    visit(page, server, "/import_files")
    upload(page, packed("run.fit", a_run().written()))
    expect(page.get_by_text("of this file the log or another file holds as well")).to_be_visible()
    import_what_is_there(page, "1 session")
    [both] = sessions_of(server, DAY)
    assert (row.avg_hr_bpm, both.avg_hr_bpm) == (150, 134)
    assert both.title == row.title == "Round the village"
    visit(page, server, f"/history?session={session_id(server)}", charts=3)
    expect(page.get_by_role("heading", name="Track")).to_be_visible()
    tick(page, "Over time")
    settled(page, charts=3)
    expect(page.locator(".xtitle", has_text="time (min)")).to_be_visible()
    visit(page, server, "/import_files")
    page.get_by_role("button", name="Take back").first.click()
    expect(saying(page, "Taken back: ")).to_be_visible()
    assert sessions_of(server, DAY) == [row]
    assert whole_log(server) == before


def test_a_recorded_session_fits_on_a_phone(new_page: Callable[..., Page], server: Server) -> None:
    page = new_page(viewport={"width": 390, "height": 1400})
    visit(page, server, "/import_files")
    upload(page, packed("run.fit", a_run().written()))
    import_what_is_there(page, "1 session")
    visit(page, server, f"/history?session={session_id(server)}", charts=3)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth") <= 390
    assert [misplaced(page), drawn_twice(page)] == [[], []]
