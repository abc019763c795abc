"""From a mark of a chart to the session behind it, by mouse and by touch."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from ironstride import clock, store
from ironstride.store import open_log
from tests.browser.serving import Server
from tests.browser.steps import choose, click_mark, follow, settled, tick, type_date, visit
from tests.browser.watching import watched
from tests.build import run

PHONE = {"viewport": {"width": 390, "height": 900}, "has_touch": True, "is_mobile": True}
WEEKS, MANY_WEEKS = 20, 420
BARS = ".barlayer .trace.bars"


def monday(weeks_ago: int) -> dt.date:
    today = clock.today("Europe/Berlin")
    return today - dt.timedelta(days=today.weekday(), weeks=weeks_ago)


def morning(weeks_ago: int, day: int) -> dt.datetime:
    return dt.datetime.combine(monday(weeks_ago) + dt.timedelta(days=day), dt.time(7))


def named(weeks_ago: int) -> str:
    begin = monday(weeks_ago)
    return f"Week of {begin.day} {begin:%B %Y}"


@pytest.fixture(scope="module")
def running(server: Server) -> Server:
    """Twenty weeks with 10 km on their Tuesday, each faster than the one before; none this week."""
    with open_log(server.log) as log:
        for ago in range(1, WEEKS + 1):
            title, time_s = f"Lake {ago} weeks ago", 3000.0 + 10 * ago
            done = run(started_at=morning(ago, 1), duration_s=time_s, rpe=5.0, title=title)
            store.add_session(log, done)
    return server


def chart(page: Page, saying: str) -> Locator:
    return page.get_by_role("figure").and_(page.locator(f'[aria-label*="{saying}"]'))


def opens(page: Page, weeks_ago: int) -> None:
    """Open the only session that is listed, and expect the one of this week."""
    expect(page.get_by_text(f"Lake {weeks_ago} weeks ago")).to_be_visible()
    follow(page, "Open")
    expect(page.get_by_label("Title")).to_have_value(f"Lake {weeks_ago} weeks ago")


def test_a_bar_opens_its_week_and_closes_it_again(page: Page, running: Server) -> None:
    visit(page, running, "/running?running_span=Half+a+year", charts=2)
    bars = chart(page, "last complete week").locator(BARS).first.locator(".point path")
    expect(bars).to_have_count(WEEKS)
    week = page.get_by_role("heading", name=named(3))
    click_mark(page, bars.nth(WEEKS - 3))
    expect(week).to_be_visible()
    click_mark(page, bars.nth(WEEKS - 3))
    expect(week).to_have_count(0)
    tick(page, "12 weeks")
    expect(bars).to_have_count(11)
    click_mark(page, bars.first)
    expect(page.get_by_role("heading", name=named(11))).to_be_visible()
    opens(page, 11)


def test_a_day_of_recent_load_opens_its_week(page: Page, running: Server) -> None:
    visit(page, running, "/running?running_part=Load&running_span=All", charts=3)
    days = chart(page, "recent load").locator(".scatterlayer .points path")
    click_mark(page, days.nth(days.count() - 1))
    expect(page.get_by_role("heading", name=named(1))).to_be_visible()
    opens(page, 1)


def test_months_instead_of_weeks_leave_the_other_chart_as_it_is(
    page: Page, running: Server
) -> None:
    visit(page, running, "/running?running_span=Half+a+year", charts=2)
    weeks = chart(page, "last complete week")
    other = page.locator(".js-plotly-plot").last
    other.evaluate("plot => { plot.seen = true }")
    tick(page, "Months")
    expect(weeks).to_have_count(0)
    assert watched(page).parts == 1
    assert other.evaluate("plot => plot.seen")


def test_another_year_is_drawn_without_the_charts_of_all_years(page: Page, running: Server) -> None:
    day = monday(WEEKS) - dt.timedelta(days=365)
    with open_log(running.log) as log:
        done = run(started_at=dt.datetime.combine(day, dt.time(7)), distance_m=4000.0)
        store.add_session(log, done)
    visit(page, running, "/running?running_part=Years", charts=3)
    choose(page, "Year", str(day.year))
    expect(chart(page, f"{day.year}: 1 day with a run")).to_be_visible()
    assert watched(page).parts == 1


def test_the_span_of_pace_draws_what_it_spans_alone(page: Page, running: Server) -> None:
    visit(page, running, "/running?running_part=Pace", charts=1)
    tick(page, "12 weeks")
    expect(chart(page, "11 weeks, 11 runs")).to_be_visible()
    assert watched(page).parts == 1
    expect(page).to_have_url(re.compile("running_span=12"))
    tick(page, "Volume")
    expect(chart(page, "12 weeks, 11 runs")).to_be_visible()


def test_a_record_opens_its_run(page: Page, running: Server) -> None:
    visit(page, running, "/records?records_distance=10+km", charts=2)
    records = chart(page, "the record fell 19 times").locator(".scatterlayer .points path")
    click_mark(page, records.nth(WEEKS - 2))
    tuesday = monday(2) + dt.timedelta(days=1)
    expect(
        page.get_by_role("heading", name=f"Runs of {tuesday.day} {tuesday:%b %Y}")
    ).to_be_visible()
    expect(page.get_by_text("Lake 2 weeks ago")).to_be_visible()


def test_a_distance_that_is_chosen_draws_its_charts_alone_and_stays_in_the_address(
    page: Page, running: Server
) -> None:
    with open_log(running.log) as log:
        short = run(started_at=morning(1, 3), distance_m=5000.0, duration_s=1500.0)
        store.add_session(log, short)
    visit(page, running, "/records", charts=2)
    choose(page, "Distance", "10 km")
    expect(chart(page, "the record fell 19 times")).to_be_visible()
    assert watched(page).parts == 1
    assert page.url.endswith("records_distance=10+km")
    page.reload()
    settled(page, charts=2)
    expect(chart(page, "the record fell 19 times")).to_be_visible()


def test_on_a_phone_a_chosen_day_opens_its_week(
    new_page: Callable[..., Page], running: Server
) -> None:
    page = new_page(**PHONE)
    visit(page, running, "/running", charts=2)
    type_date(page, "Runs of the week of", monday(5) + dt.timedelta(days=4))
    expect(page.get_by_role("heading", name=named(5))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    opens(page, 5)


def test_sessions_without_a_load_are_listed_once_they_are_asked_for(
    page: Page, running: Server
) -> None:
    with open_log(running.log) as log:
        store.add_session(log, run(started_at=morning(40, 1), rpe=None, title="Unrated"))
    visit(page, running, "/running?running_part=Load&running_span=All", charts=3)
    unrated = page.get_by_text("Unrated")
    expect(unrated).to_have_count(0)
    page.get_by_text("so without a load").click()
    expect(unrated).to_be_visible()
    assert (watched(page).asked, watched(page).parts) == (2, 1)


@pytest.mark.parametrize(("part", "said"), [("Volume", "last complete week"), ("Pace", "latest ")])
def test_a_week_among_very_many_is_opened_by_a_click(
    page: Page, fresh_server: Callable[[], Server], tmp_path: Path, part: str, said: str
) -> None:
    sessions = tuple(
        store.NewSession(key=f"{ago} {day}", session=run(started_at=morning(ago, day)))
        for ago in range(1, MANY_WEEKS + 1)
        for day in (1, 3)
    )
    file = store.NewFile(name="a.csv", sha256="0" * 64, source="strava-csv", sessions=sessions)
    with open_log(tmp_path / "training.db") as log:
        store.add_batch(log, [file], morning(0, 0), lambda *_: None)
    visit(page, fresh_server(), f"/running?running_part={part}&running_span=All", charts=1)
    weeks = chart(page, said)
    expect(weeks).to_be_visible()
    # Those of the unfinished week, and of each other trace the one that is left.
    assert weeks.locator(".point path, path.point").count() < 7
    box = weeks.locator(".nsewdrag").first.bounding_box()
    assert box is not None
    at = box["x"] + 0.4 * box["width"], box["y"] + 0.8 * box["height"]
    page.mouse.move(at[0] - 3, at[1])
    page.mouse.move(*at)
    told = page.locator(".hoverlayer").get_by_text("week of").first
    expect(told).to_be_visible()
    begin = dt.datetime.strptime((told.text_content() or "").removeprefix("week of "), "%d %b %Y")
    page.mouse.click(*at)
    opened = page.get_by_role("heading", name=re.compile("^Week of "))
    expect(opened).to_be_visible()
    week = dt.datetime.strptime(opened.text_content() or "", "Week of %d %B %Y")
    assert abs(week - begin) <= dt.timedelta(weeks=3)  # a week is as narrow as the pointer's step
