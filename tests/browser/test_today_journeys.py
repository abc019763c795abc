"""From what is planned today into the log, as planned or with changes; and the life of a goal."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ironstride import clock, store
from ironstride.records import PlannedExercise, PlannedSession
from ironstride.store import goals, open_log, plan
from tests.browser.serving import Server
from tests.browser.steps import choose, fill_in, follow, press, saying, visit

ZONE = "Europe/Berlin"
SQUATS = PlannedExercise(exercise="Back squat", sets=2, reps_low=4, reps_high=6, load_kg=80.0)
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def tab(new_page: Callable[..., Page], width: int) -> Page:
    return new_page(viewport={"width": width, "height": 1400})


def plan_today(server: Server) -> None:
    today = clock.today(ZONE)
    with open_log(server.log) as log:
        plan.add_planned(
            log,
            PlannedSession(day=today, kind="run", type="easy", distance_m=8000.0),
            PlannedSession(day=today, kind="lift", order=2, title="Legs", exercises=(SQUATS,)),
        )


def state(server: Server) -> tuple[list[str], int]:
    with open_log(server.log) as log:
        return plan.planned(log).status.tolist(), len(store.sessions(log))


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@WIDTHS
def test_what_is_planned_today_is_logged_as_planned_and_undone(
    new_page: Callable[..., Page], fresh_server: Callable[[], Server], width: int
) -> None:
    server, page = fresh_server(), tab(new_page, width)
    visit(page, server)  # the first visit makes the log
    plan_today(server)
    visit(page, server)
    expect(page.get_by_text("Planned for today")).to_be_visible()
    assert fits(page)
    page.get_by_role("button", name="Log as planned").first.click()
    expect(saying(page, "Logged as planned:")).to_be_visible()
    assert state(server) == (["done", "planned"], 1)
    press(page, "Undo")
    expect(saying(page, "Undone")).to_be_visible()
    assert state(server) == (["planned", "planned"], 0)


@WIDTHS
def test_a_planned_run_is_logged_with_changes(
    new_page: Callable[..., Page], fresh_server: Callable[[], Server], width: int
) -> None:
    server, page = fresh_server(), tab(new_page, width)
    visit(page, server)
    plan_today(server)
    visit(page, server)
    follow(page, "Log with changes")
    expect(page.get_by_text("Saving marks it done")).to_be_visible()
    assert page.get_by_label("Distance (km)", exact=True).input_value() == "8.00"
    fill_in(page, "Distance (km)", "9,5")
    fill_in(page, "Time", "50")
    press(page, "Save run")
    expect(saying(page, "Saved:")).to_be_visible()
    assert state(server) == (["done", "planned"], 1)
    with open_log(server.log) as log:
        assert store.runs(log).distance_m.tolist() == [9500.0]
    visit(page, server)
    expect(
        page.get_by_test_id("stMain").get_by_role("link", name="Open", exact=True)
    ).to_be_visible()


@WIDTHS
def test_a_goal_is_set_corrected_deleted_and_brought_back(
    new_page: Callable[..., Page], fresh_server: Callable[[], Server], width: int
) -> None:
    server, page = fresh_server(), tab(new_page, width)
    visit(page, server, "/goals")
    choose(page, "Kind of goal", "Runs a week")
    fill_in(page, "Runs a week", "3")
    page.keyboard.press("Escape")  # the field of the day, which is next, opened its calendar
    press(page, "Save goal")
    expect(page.get_by_text("3 runs a week", exact=True).first).to_be_visible()
    assert fits(page)
    page.get_by_role("button", name="Correct").click()
    popover = page.get_by_test_id("stPopoverBody")
    popover.get_by_label("Runs a week", exact=True).fill("4")
    popover.get_by_role("button", name="Save goal").click()
    expect(saying(page, "Corrected: 3 runs a week, now 4 runs a week.")).to_be_visible()
    press(page, "Delete")
    expect(saying(page, "Deleted: the goal 4 runs a week.")).to_be_visible()
    with open_log(server.log) as log:
        assert goals.goals(log).empty
    press(page, "Undo")
    expect(page.get_by_text("4 runs a week", exact=True).first).to_be_visible()
    with open_log(server.log) as log:
        assert goals.goals(log).target.tolist() == [4.0]
