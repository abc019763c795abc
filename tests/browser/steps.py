"""What a runner does in the browser; every step waits for what it asked for, never for a time."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, Response, expect

from tests.browser.serving import Server
from tests.browser.watching import watched

LIMIT_S = 30.0
POLL_MS = 25

_STATE = """charts => {
  const app = document.querySelector('[data-testid="stApp"]');
  const plots = [...document.querySelectorAll('.js-plotly-plot')];
  const drawn = plots.filter(plot => plot.querySelector('.main-svg .subplot')).length;
  return app?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"]')
    && drawn >= charts;
}"""
_NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

_UNFOLDED = """() => Promise.allSettled(document.getAnimations()
  .filter(one => one.effect.getComputedTiming().endTime <= 1000)
  .map(one => one.finished)).then(() => null)"""


def visit(page: Page, server: Server, path: str = "/", charts: int = 0) -> Response:
    """Open an address as if it was typed or bookmarked, and wait until its page stands."""
    watched(page).awaited = True
    answer = page.goto(server.url + path)
    assert answer is not None
    settled(page, charts)
    return answer


def settled(page: Page, charts: int = 0) -> None:
    """Wait until the last rerun has ended and everything it brought is drawn."""
    wait_for(page, lambda: _is_settled(page, charts), f"{page.url} did not settle")
    next_frame(page)
    wait_for(page, lambda: _is_settled(page, charts), f"{page.url} did not settle")


def next_frame(page: Page) -> None:
    """Wait until what is in hand is painted."""
    page.evaluate(_NEXT_FRAME)


def open_page(page: Page, title: str) -> None:
    """Choose a page in the menu."""
    menu = page.get_by_test_id("stSidebarNav")
    _and_rerun(page, menu.get_by_role("link", name=title, exact=True).click)


def press(page: Page, name: str) -> None:
    """Press a button, once nothing around it unfolds any more, and wait for what it does."""
    page.evaluate(_UNFOLDED)
    own = page.locator('[data-testid^="stBaseButton"]')  # a select box has a button "Open" too
    _and_rerun(page, page.get_by_role("button", name=name, exact=True).and_(own).click)


def fill_in(page: Page, label: str, text: str) -> None:
    """Replace what stands in a field, and leave the field."""
    field = page.get_by_label(label, exact=True).first
    changes = field.input_value() != text

    def write() -> None:
        field.fill(text)
        field.press("Tab")

    if changes and not _in_form(field):
        _and_rerun(page, write)
    else:
        write()


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option in a select box."""
    look_up(page, label, option)
    if _in_form(page.get_by_role("combobox", name=label)):
        _option(page, option).click()
    else:
        take(page, option)


def look_up(page: Page, label: str, option: str) -> None:
    """Open a select box and look for an option."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)  # a long list draws only what is near
    expect(_option(page, option)).to_be_visible()


def take(page: Page, option: str) -> None:
    """Take an option of the select box that is open."""
    _and_rerun(page, _option(page, option).click)


def tick(page: Page, words: str) -> None:
    """Choose what these words stand beside: one of a few answers, or a box to tick."""
    shown = page.get_by_test_id("stMain").get_by_text(words, exact=True)
    # A grid that is drawn in the meantime or a table may hold the same words in a cell.
    _and_rerun(page, shown.and_(page.locator(":not([role=gridcell], td)")).click)


def pick(page: Page, words: str) -> None:
    """Choose one of a few answers whose words stand elsewhere on the page as well."""
    answers = page.get_by_test_id("stMain").get_by_test_id("stButtonGroup")
    _and_rerun(page, answers.get_by_text(words, exact=True).click)


def follow(page: Page, name: str) -> None:
    """Follow a link of the page itself and wait for where it leads."""
    _and_rerun(page, page.get_by_test_id("stMain").get_by_role("link", name=name).first.click)


def click_mark(page: Page, mark: Locator) -> None:
    """Point at a mark of a chart, and click it once the chart shows its numbers."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(at[0] - 3, at[1])  # a mark hears of the pointer when it moves
    page.mouse.move(*at)
    shown = page.locator(".hoverlayer > *")
    wait_for(page, lambda: shown.count() > 0, "the chart shows no numbers")
    _and_rerun(page, lambda: page.mouse.click(*at))


def type_date(page: Page, label: str, day: date) -> None:
    """Touch a date field where its year stands, type a day, and touch elsewhere."""
    page.get_by_role("spinbutton", name=f"year, {label}").tap()
    page.keyboard.type(f"{day:%Y%m%d}")
    _and_rerun(page, page.get_by_text(label, exact=True).tap)


def at_once(pages: Sequence[Page], act: Callable[[Page], None]) -> None:
    """Do the same in several tabs before any has answered, and wait for all."""
    before = [watched(page).asked for page in pages]
    for page in pages:
        act(page)
    for page, asked in zip(pages, before, strict=True):
        _answered(page, asked)


def upload(page: Page, *files: Path | FilePayload) -> None:
    """Drop files on the page's only file field."""
    field = page.locator('input[type="file"]')
    paths = [file for file in files if isinstance(file, Path)]
    contents = [file for file in files if not isinstance(file, Path)]
    given: Sequence[Path] | Sequence[FilePayload] = paths or contents

    def drop() -> None:
        field.set_input_files(given)

    _and_rerun(page, drop)


def saying(page: Page, words: str) -> Locator:
    """Return the messages on the page that say this; a toast beside them may say the same."""
    return page.locator('[data-testid^="stAlertContent"]').filter(has_text=words)


def screenshot(page: Page, target: Path) -> None:
    """Keep a picture of the whole page."""
    page.screenshot(path=target, full_page=True)


def wait_for(page: Page, holds: Callable[[], bool], otherwise: str) -> None:
    """Ask again and again until something holds.

    Playwright's own `wait_for_function` needs eval in the page, which the content policy forbids.
    """
    deadline = time.monotonic() + LIMIT_S
    while not holds():
        assert time.monotonic() < deadline, otherwise
        page.wait_for_timeout(POLL_MS)


def _and_rerun(page: Page, act: Callable[[], None]) -> None:
    before = watched(page).asked
    act()
    _answered(page, before)


def _answered(page: Page, before: int) -> None:
    wait_for(page, lambda: watched(page).asked != before, "nothing was asked of the server")
    settled(page)


def _is_settled(page: Page, charts: int) -> bool:
    return not watched(page).awaited and bool(page.evaluate(_STATE, charts))


def _option(page: Page, words: str) -> Locator:
    return page.get_by_role("option", name=words, exact=True)


def _in_form(field: Locator) -> bool:
    return field.locator('xpath=ancestor::*[@data-testid="stForm"]').count() > 0
