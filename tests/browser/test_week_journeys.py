"""From a school to a week, from the week into the log, and from the log to a rule that is met."""

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ironstride import clock, store
from ironstride.store import open_log, plan
from tests.browser.serving import Server
from tests.browser.steps import choose, follow, press, saying, settled, type_date, visit

SCHOOL = "My own plan: no rule on days"
ONCE = "Maintain: 1 lift session a week"


def of_rule(page: Page, words: str) -> None:
    expect(page.get_by_text(words, exact=False).first).to_be_visible()


def move(page: Page, plan_id: int, day: dt.date) -> None:
    page.locator(f".st-key-change-{plan_id}").get_by_role("button").click()
    type_date(page, "To the day", day)
    page.get_by_role("button", name="Move", exact=True).click()
    expect(saying(page, "Moved to")).to_be_visible()
    settled(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_school_is_chosen_a_week_made_a_lift_logged_and_the_rule_turns_met(
    new_page: Callable[..., Page], fresh_server: Callable[[], Server], width: int
) -> None:
    server = fresh_server()
    page = new_page(viewport={"width": width, "height": 1400}, has_touch=True)
    visit(page, server, "/rules")
    page.get_by_text("What do I follow?").click()
    choose(page, "Which days to lift on", SCHOOL)
    choose(page, "How often to lift", ONCE)
    press(page, "Save choices")
    of_rule(page, "One lift session a week · still open")

    visit(page, server, "/week")
    page.get_by_text("Make this week").click()
    press(page, "Propose a week")
    press(page, "Put it into the plan")
    expect(saying(page, "Planned for the week of")).to_be_visible()
    with open_log(server.log) as log:
        planned = plan.planned(log)
    ((plan_id, day),) = planned[planned.kind == "lift"][["plan_id", "day"]].to_numpy()
    today = clock.today("Europe/Berlin")
    if day.date() != today:
        move(page, plan_id, today)
    visit(page, server, "/week")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    follow(page, "Log this lift")
    expect(page.get_by_text("Saving marks it done")).to_be_visible()
    press(page, "Save lift session")
    expect(saying(page, "Saved:")).to_be_visible()
    assert "plan=" not in page.url
    with open_log(server.log) as log:
        table = plan.planned(log)
        assert table.status[table.plan_id == plan_id].tolist() == ["done"]
        started = store.sessions(log).started_at.max()
    assert abs((started.date() - today).days) <= dt.timedelta(days=1).days
    visit(page, server, "/rules", charts=1)
    settled(page)
    of_rule(page, "One lift session a week · met")
