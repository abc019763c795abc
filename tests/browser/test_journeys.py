from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from ironstride import store
from ironstride.store import open_log
from tests.browser.serving import Server
from tests.browser.steps import fill_in, press, saying, settled, upload, visit
from tests.browser.watching import watched
from tests.build import lift, run, squat

SAMPLES = Path(__file__).parents[1] / "importers" / "samples"
STRAVA = SAMPLES / "strava-csv" / "english.csv"
HEVY = SAMPLES / "hevy-csv" / "english_kg.csv"


def count(server: Server) -> int:
    with open_log(server.log) as log:
        return len(store.sessions(log))


def chart(page: Page, saying: str) -> None:
    """Expect a drawn chart whose text alternative says something."""
    figure = page.get_by_role("figure").filter(has=page.locator(".main-svg"))
    expect(figure.and_(page.locator(f'[aria-label*="{saying}"]'))).to_have_count(1)


def import_both(page: Page, server: Server) -> None:
    visit(page, server, "/import_files")
    upload(page, STRAVA, HEVY)
    button = page.get_by_role("button", name="Import", exact=False).last
    press(page, button.inner_text())
    expect(saying(page, "Imported")).to_be_visible()


def test_a_strava_and_a_hevy_file_become_bars_and_a_line(page: Page, server: Server) -> None:
    import_both(page, server)
    before = count(server)
    assert before > 0
    visit(page, server, "/running?running_span=All", charts=2)
    chart(page, "runs; last complete week")
    visit(page, server, "/strength?strength_span=All", charts=1)
    chart(page, "best set of")
    visit(page, server, "/import_files")
    upload(page, STRAVA)
    expect(page.get_by_text("Nothing new")).to_be_visible()
    page.get_by_role("button", name="Take back").first.click()
    expect(saying(page, "Taken back")).to_be_visible()
    settled(page)
    assert count(server) < before


def test_a_run_is_logged_found_deleted_and_restored(page: Page, server: Server) -> None:
    visit(page, server, "/run")
    fill_in(page, "Distance (km)", "12,5")
    fill_in(page, "Time", "1:02:30")
    expect(page.get_by_text("Pace 5:00 /km")).to_be_visible()
    fill_in(page, "Title", "Journey to the lake")
    press(page, "Save run")
    expect(saying(page, "Saved: 12.50 km · 1:02:30 · 5:00 /km.")).to_be_visible()
    visit(page, server, "/history?history_text=journey")
    line = page.get_by_text("Journey to the lake")
    expect(line).to_have_count(1)
    press(page, "Open")
    press(page, "Delete")
    visit(page, server, "/history?history_text=journey")
    expect(line).to_have_count(0)
    visit(page, server, "/history?history_text=journey&history_show=Trash")
    press(page, "Restore")
    visit(page, server, "/history?history_text=journey")
    expect(line).to_have_count(1)


HOSTILE = (
    ":smile: <img src=x onerror=alert(1)> ![x](https://example.com/x.png) www.example.com "
    "https://example.com/y a@example.com **bold** $x^2$ :red[hi] \u202egnihton"
)


def test_hostile_words_are_shown_as_they_were_typed(
    fresh_server: Callable[[], Server], page: Page
) -> None:
    server = fresh_server()
    with open_log(server.log) as log:
        store.add_session(log, run(title=HOSTILE, notes=HOSTILE))
        store.add_session(log, lift(sets=(squat(exercise=HOSTILE, rir=1.0),) * 2))
    visit(page, server, "/history")
    page.get_by_role("button", name="Open").nth(1).click()
    expect(page.get_by_role("button", name="Back to the list")).to_be_visible()
    _is_plain(page)
    press(page, "Delete")
    expect(saying(page, "Deleted: ")).to_be_visible()
    _is_plain(page)
    visit(page, server, "/strength", charts=1)
    _is_plain(page)
    assert watched(page).elsewhere(server.url) == []


def _is_plain(page: Page) -> None:
    main = page.get_by_test_id("stMain")
    expect(main.locator('a[href^="http"], a[href^="mailto"], img, strong')).to_have_count(0)
    expect(main.get_by_text("😄")).to_have_count(0)
    expect(main.locator(".katex")).to_have_count(0)
