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


# Where a part of the picture lies in the window, by what its marks are called.
_MIDDLE = """(plot, muscle) => {
  const [mark] = plot.calcdata.find(([first]) => first.trace.customdata?.[0] === muscle);
  const {xaxis, yaxis} = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  return [box.x + xaxis._offset + xaxis.d2p(mark.x), box.y + yaxis._offset + yaxis.d2p(mark.y)];
}"""


def test_a_group_is_chosen_by_a_touch_on_the_body_and_let_go_by_another(
    page: Page, lifting: Server
) -> None:
    visit(page, lifting, "/muscles", charts=1)
    body = page.locator(".js-plotly-plot")
    group = page.get_by_role("heading", name="Quads", exact=True)
    body.scroll_into_view_if_needed()
    for times in (1, 0):
        at = body.evaluate(_MIDDLE, "quads")
        page.mouse.move(at[0] - 3, at[1])
        page.mouse.move(*at)
        expect(page.locator(".hoverlayer > *").first).to_be_visible()
        page.mouse.click(*at)
        expect(group).to_have_count(times)
        settled(page, charts=1)


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
