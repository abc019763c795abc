from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ironstride import store
from ironstride.records import Lift, LiftSet
from ironstride.store import open_log
from tests.browser.serving import Server
from tests.browser.steps import fill_in, press, settled, upload, visit
from tests.browser.watching import watched
from tests.build import lift, run, squat

SAMPLES = Path(__file__).parents[1] / "importers" / "samples"
STRAVA = SAMPLES / "strava-csv" / "english.csv"
# Where the grid draws its columns [px from its left edge].
EXERCISE_AT, REPS_AT = 100, 240
KEY_MS = 60  # a quick typist; the grid loses keys only at a speed no person has
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
    expect(page.get_by_text("Imported")).to_be_visible()


def write_set(page: Page, exercise: str, reps: str, weight: str) -> None:
    """Type a set into the grid as a person does: a new row, then its cells from left to right."""
    _click_cell(page, EXERCISE_AT)
    expect(page.get_by_test_id("glide-cell-1-0")).to_be_attached()
    settled(page)
    _click_cell(page, EXERCISE_AT)
    search = page.locator('#portal input[role="combobox"]')
    expect(search).to_be_focused()
    search.fill(exercise)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("glide-cell-1-0")).to_have_text(exercise)
    settled(page)
    _click_cell(page, REPS_AT)
    expect(page.get_by_test_id("glide-cell-2-0")).to_have_attribute("aria-selected", "true")
    for key in (*reps, "Tab", *weight, "Tab"):
        page.keyboard.press(key, delay=KEY_MS)
    expect(page.get_by_test_id("glide-cell-2-0")).to_have_text(reps)
    expect(page.get_by_test_id("glide-cell-3-0")).to_have_text(weight)
    settled(page)


def _click_cell(page: Page, at: int) -> None:
    box = page.get_by_test_id("stDataFrame").locator("canvas").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + at, box["y"] + 52)


def test_a_strava_and_a_hevy_file_become_bars_and_a_line(page: Page, server: Server) -> None:
    import_both(page, server)
    before = count(server)
    assert before > 0
    visit(page, server, "/running?running_span=All", charts=2)
    chart(page, "runs; last complete week")
    visit(page, server, "/strength?strength_span=All", charts=3)
    chart(page, "best set of")
    visit(page, server, "/import_files")
    upload(page, STRAVA)
    expect(page.get_by_text("Nothing new")).to_be_visible()
    page.get_by_role("button", name="Take back").first.click()
    expect(page.get_by_text("Taken back").first).to_be_visible()
    settled(page)
    assert count(server) < before


def test_a_run_is_logged_found_deleted_and_restored(page: Page, server: Server) -> None:
    visit(page, server, "/run")
    fill_in(page, "Distance (km)", "12,5")
    fill_in(page, "Time", "1:02:30")
    expect(page.get_by_text("Pace 5:00 /km")).to_be_visible()
    fill_in(page, "Title", "Journey to the lake")
    press(page, "Save run")
    expect(page.get_by_text("Saved: 12.50 km · 1:02:30 · 5:00 /km.")).to_be_visible()
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


@pytest.mark.parametrize("width", [1280, 390])
def test_a_lift_is_typed_into_the_grid_and_repeated(
    new_page: Callable[..., Page], server: Server, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 1400})
    visit(page, server, "/lift")
    write_set(page, "Back squat", "5", "100")
    fill_in(page, "Time", "40")
    press(page, "Save lift session")
    expect(page.get_by_text("Saved: 1 set · 40 min.")).to_be_visible()
    press(page, "Repeat last session")
    press(page, "Save lift session")
    expect(page.get_by_text("Saved: 1 set.")).to_be_visible()
    with open_log(server.log) as log:
        typed, repeated = (
            store.session(log, int(number))
            for number in store.sessions(log).query("kind == 'lift'").session_id.nlargest(2)[::-1]
        )
    assert isinstance(typed, Lift)
    assert isinstance(repeated, Lift)
    assert typed.sets == (LiftSet(exercise="Back squat", reps=5, load_kg=100.0),)
    assert repeated.sets == typed.sets
    visit(page, server, "/history?history_kind=Lifts")
    expect(page.get_by_text("40:00 · 1 set · typed in").first).to_be_visible()


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
    expect(page.get_by_text("Deleted: ")).to_be_visible()
    _is_plain(page)
    visit(page, server, "/strength", charts=3)
    _is_plain(page)
    assert watched(page).elsewhere(server.url) == []


def _is_plain(page: Page) -> None:
    main = page.get_by_test_id("stMain")
    expect(main.locator('a[href^="http"], a[href^="mailto"], img, strong')).to_have_count(0)
    expect(main.get_by_text("😄")).to_have_count(0)
    expect(main.locator(".katex")).to_have_count(0)
