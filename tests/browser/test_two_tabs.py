from collections.abc import Callable
from functools import partial

from playwright.sync_api import Page, expect

from ironstride import store
from ironstride.store import open_log
from tests.browser.serving import Server
from tests.browser.steps import at_once, saying, visit

SAVES = 10


def test_two_visitors_who_save_at_the_same_time_lose_nothing(
    new_page: Callable[..., Page], server: Server
) -> None:
    pages = [new_page(), new_page()]
    for page in pages:
        visit(page, server, "/run")
    for number in range(SAVES):
        distances = {
            page: f"{tens}.{10 + number}" for page, tens in zip(pages, (10, 20), strict=True)
        }
        at_once(pages, partial(save_run, distances))
        for page in pages:
            expect(saying(page, f"Saved: {distances[page]} km")).to_be_visible()
            expect(page.get_by_test_id("stException")).to_have_count(0)
    with open_log(server.log) as log:
        saved = sorted(round(metres) for metres in store.runs(log).distance_m)
    assert saved == [metres * 10 for tens in (1010, 2010) for metres in range(tens, tens + SAVES)]
    assert "Traceback" not in server.said.read_text()


def save_run(distances: dict[Page, str], page: Page) -> None:
    """Write a run and save it without a look at what the page answers in between."""
    for label, text in (("Distance (km)", distances[page]), ("Time", "1:40:00")):
        field = page.get_by_label(label, exact=True).first
        field.fill(text)
        field.press("Tab")
    page.get_by_role("button", name="Save run").press("Enter")
