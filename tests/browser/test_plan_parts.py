"""Parts of the pages on what to do next that are drawn when they are opened, and alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from ironstride import clock, store
from ironstride.records import FitnessTest, Goal
from ironstride.store import goals, open_log
from tests.browser.serving import Server
from tests.browser.steps import choose, press, saying, settled, visit
from tests.browser.watching import watched

DAY = clock.today("Europe/Berlin") - timedelta(days=1)


@pytest.fixture
def server(fresh_server: Callable[[], Server]) -> Server:
    started = fresh_server()
    with open_log(started.log) as log:
        store.add_fitness_tests(log, FitnessTest(protocol="plank", day=DAY, hold_s=61.5))
        goals.add_goal(log, Goal(kind="runs a week", since=DAY, target=3))
    return started


def opened(page: Page, label: str) -> Locator:
    """Open an expander and return it."""
    expander = page.get_by_test_id("stExpander").filter(has_text=label)
    expander.locator("summary").click()
    return expander


def reruns(page: Page) -> tuple[int, int]:
    """Return how many reruns were asked for, and how many of them of a part alone."""
    return watched(page).asked, watched(page).parts


def test_a_rule_is_told_in_full_without_the_rest_and_switched_off(
    page: Page, server: Server
) -> None:
    visit(page, server, "/rules")
    before, _ = reruns(page)
    rule = opened(page, "A plank · ")
    expect(rule.get_by_text("Why people disagree")).to_be_visible()
    settled(page)
    assert reruns(page) == (before + 1, 1)
    press(page, "Switch this rule off")
    expect(page.get_by_role("heading", name="Switched off")).to_be_visible()


def test_the_kind_of_a_new_goal_is_chosen_without_the_rest(page: Page, server: Server) -> None:
    visit(page, server, "/goals", charts=1)
    before, _ = reruns(page)
    opened(page, "Set a goal")
    choose(page, "Kind of goal", "Lift sessions a week")
    expect(page.get_by_label("Lift sessions a week", exact=True)).to_be_visible()
    assert reruns(page) == (before + 2, 2)


def test_a_fitness_test_is_deleted_from_a_part_of_the_page(page: Page, server: Server) -> None:
    visit(page, server, "/fitness_test?fitness_protocol=Plank", charts=1)
    opened(page, "Correct or delete a test")
    expect(page.get_by_role("button", name="Save correction")).to_be_visible()
    settled(page)
    assert watched(page).parts == 1
    press(page, "Delete")
    expect(saying(page, "Deleted: ")).to_be_visible()
    expect(page.get_by_text("No test of this kind yet.")).to_be_visible()
