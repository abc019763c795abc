"""Parts of a page that their own widgets draw anew, and what draws the whole page after all."""

import datetime as dt
import sqlite3
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ironstride import clock, store
from ironstride.settings import Settings
from ironstride.standards.guidance_choices import Guidance
from ironstride.store import open_log
from tests.browser.serving import Server
from tests.browser.steps import choose, press, saying, visit
from tests.browser.watching import watched
from tests.build import run

JUMPS = "No run far beyond the month before"


def log_a_run(server: Server) -> None:
    day = clock.today("Europe/Berlin") - dt.timedelta(days=1)
    with open_log(server.log) as log:
        store.add_session(log, run(started_at=dt.datetime.combine(day, dt.time(7))))


@pytest.fixture
def server(fresh_server: Callable[[], Server]) -> Server:
    started = fresh_server()
    log_a_run(started)
    return started


@pytest.fixture
def rules(page: Page, server: Server) -> Page:
    visit(page, server, "/rules", charts=1)
    return page


def test_a_rule_that_is_chosen_draws_its_own_part_and_no_chart(rules: Page) -> None:
    plot = rules.locator(".js-plotly-plot .cartesianlayer")
    plot.evaluate("plot => { plot.seen = true }")
    before = watched(rules).asked
    choose(rules, "Rule", JUMPS)
    assert (watched(rules).asked - before, watched(rules).parts) == (1, 1)
    assert plot.evaluate("plot => plot.seen")


def test_a_part_draws_the_whole_page_once_the_log_was_changed(rules: Page, server: Server) -> None:
    with open_log(server.log) as log:
        store.save_settings(log, Settings(guidance=Guidance(off=("TEST",))))
    choose(rules, "Rule", JUMPS)
    expect(rules.get_by_role("heading", name="Switched off")).to_be_visible()
    expect(saying(rules, "has changed meanwhile")).to_be_visible()
    assert watched(rules).parts == 1


def test_a_press_that_the_disk_has_no_room_for_is_told_beside_it(
    rules: Page, server: Server
) -> None:
    with open_log(server.log) as log:
        log.execute(
            "create trigger full before insert on setting "
            "begin select raise(abort, 'database or disk is full'); end"
        )
    rules.get_by_test_id("stExpander").filter(has_text="A plank · ").locator("summary").click()
    press(rules, "Switch this rule off")
    expect(saying(rules, "The disk is full. Nothing was changed")).to_be_visible()


def test_a_part_of_a_log_that_no_longer_opens_lets_the_page_say_why(
    rules: Page, server: Server
) -> None:
    connection = sqlite3.connect(server.log)
    connection.execute("pragma user_version = 9999")
    connection.close()
    choose(rules, "Rule", JUMPS)
    expect(saying(rules, "newer")).to_be_visible()
