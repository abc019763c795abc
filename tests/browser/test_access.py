from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from ironstride.records import Run
from ironstride.store import open_log, session, sessions
from tests.browser.keyboard import here, tab_to
from tests.browser.labels import drawn_twice, misplaced
from tests.browser.marks import unseen, untold
from tests.browser.reading import grave, ground, in_the_dark, too_wide
from tests.browser.serving import Server
from tests.browser.steps import open_page, saying, tick, visit

WIDE = 1280
WIDTHS = pytest.mark.parametrize("width", [WIDE, 390])
# Each page of the menu, with those of its parts that are not shown first.
PARTS: dict[str, tuple[str, ...]] = {
    "Today": (),
    "Run": (),
    "Lift": (),
    "Check in": (),
    "Fitness test": (),
    "Import files": (),
    "Running": ("Pace", "Load", "Years"),
    "Records": ("Predictions", "Paces"),
    "Strength": ("Records", "Volume", "Body"),
    "Muscles": ("Weeks", "Balance"),
    "Together": ("Explore", "Days after", "Blocks"),
    "Weekly review": (),
    "Week": ("Month",),
    "Rules": (),
    "Goals": (),
    "History": (),
    "Exercises": (),
    "Data": (),
    "Settings": (),
}


def each_part(page: Page, server: Server, *, with_parts: bool = True) -> Iterator[str]:
    """Go through the whole menu in one tab, and say where one stands."""
    visit(page, server)
    for title, parts in PARTS.items():
        if title != "Today":
            from_menu(page, title)
        yield title
        for part in parts if with_parts else ():
            tick(page, part)
            yield f"{title}, {part}"


def from_menu(page: Page, title: str) -> None:
    """Choose a page in the menu, which a narrow screen hides until it is asked for."""
    narrow = page.get_by_test_id("stExpandSidebarButton").is_visible()
    if narrow:
        page.get_by_test_id("stExpandSidebarButton").click()
    open_page(page, title)
    if narrow:
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
        expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")


@WIDTHS
def test_every_page_can_be_read_by_all(
    new_page: Callable[..., Page], demo: Server, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 1400}, color_scheme="light")
    found: list[str] = []
    for where in each_part(page, demo):
        page.mouse.move(2, 2)  # what is pointed at looks otherwise
        assert untold(page) == 0, where
        seen = ["it scrolls sideways"] if too_wide(page) else []
        seen += [*grave(page, "light"), *unseen(page, ground(page))]
        seen += [*misplaced(page), *(f"drawn twice: {one}" for one in drawn_twice(page))]
        if width == WIDE:  # colours are the same on a phone
            with in_the_dark(page):
                seen += [*grave(page, "dark", "color-contrast"), *unseen(page, ground(page))]
        found += [f"{where}: {one}" for one in seen]
    assert found == []


def test_every_page_of_an_empty_log_can_be_read_on_a_phone(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = new_page(viewport={"width": 390, "height": 1400}, color_scheme="light")
    found: list[str] = []
    for where in each_part(page, server, with_parts=False):
        seen = ["it scrolls sideways"] if too_wide(page) else []
        found += [f"{where}: {one}" for one in [*seen, *grave(page, "light")]]
    assert found == []


def test_a_run_is_logged_with_the_keyboard_alone(page: Page, server: Server) -> None:
    visit(page, server, "/run")
    page.keyboard.press("Tab")
    assert here(page) == "Skip to main content"
    page.keyboard.press("Enter")
    tab_to(page, "Distance (km)")
    page.keyboard.type("12.5")
    tab_to(page, "Time")
    page.keyboard.type("1:02:30")
    tab_to(page, "Save run")
    page.keyboard.press("Enter")
    expect(saying(page, "Saved: 12.50 km")).to_be_visible()
    with open_log(server.log) as log:
        (number,) = sessions(log).session_id
        saved = session(log, int(number))
    assert isinstance(saved, Run)
    assert (saved.distance_m, saved.duration_s) == (12_500.0, 3750.0)
