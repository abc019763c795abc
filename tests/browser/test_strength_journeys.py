"""From a lift's mark and from a muscle group to the session behind it."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from ironstride import clock, store
from ironstride.store import open_log
from tests.browser.serving import Server
from tests.browser.steps import click_mark, follow, settled, tick, visit
from tests.browser.watching import watched
from tests.build import lift, squat

DAYS = (30, 23, 16, 9, 2)
NAMES = ("Deadlift", "Back squat")
MARKS = ".scatterlayer .points path"


def named(ago: int) -> str:
    day = clock.today("Europe/Berlin") - dt.timedelta(days=ago)
    return f"{day:%A} {day.day} {day:%B %Y}"


@pytest.fixture(scope="module")
def lifting(server: Server) -> Server:
    """Five days, a week apart, with squats and deadlifts, each heavier than the one before."""
    today = clock.today("Europe/Berlin")
    with open_log(server.log) as log:
        for ago in DAYS:
            noon = dt.datetime.combine(today - dt.timedelta(days=ago), dt.time(12))
            sets = tuple(squat(exercise=name, load_kg=150.0 - ago) for name in NAMES)
            store.add_session(log, lift(started_at=noon, sets=sets, title=f"Gym {ago} days ago"))
    return server


def opens(page: Page, ago: int) -> None:
    follow(page, "Open")
    expect(page.get_by_label("Title")).to_have_value(f"Gym {ago} days ago")


def test_a_mark_of_a_chosen_lift_opens_its_day_and_closes_it_again(
    page: Page, lifting: Server
) -> None:
    visit(page, lifting, "/strength?strength_lifts=Deadlift", charts=1)
    expect(page.get_by_role("heading", name="Deadlift: cannot tell yet")).to_be_visible()
    marks = page.locator(MARKS)
    expect(marks).to_have_count(len(DAYS))
    day = page.get_by_role("heading", name=named(16))
    click_mark(page, marks.nth(2))
    expect(day).to_be_visible()
    click_mark(page, marks.nth(2))
    expect(day).to_have_count(0)
    click_mark(page, marks.nth(1))
    expect(page.get_by_role("heading", name=named(23))).to_be_visible()
    opens(page, 23)


def test_a_muscle_group_shows_its_sets_opens_them_and_stays_in_the_address(
    page: Page, lifting: Server
) -> None:
    visit(page, lifting, "/muscles", charts=1)
    tick(page, "Hamstrings")
    group = page.get_by_role("heading", name="Hamstrings", exact=True)
    expect(group).to_be_visible()
    assert watched(page).parts == 1
    page.reload()
    settled(page, charts=1)
    expect(group).to_be_visible()
    opens(page, DAYS[-1])
