from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ironstride import store
from ironstride.records import Lift, LiftSet
from ironstride.store import open_log
from tests.browser.grid import write_set
from tests.browser.serving import Server
from tests.browser.steps import fill_in, press, saying, visit, wait_for
from tests.browser.watching import watched

LINES = "squat 3x5 100 @8\nplank 3x45s\nstep-up 3x10/side 20"
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def latest_lifts(server: Server, count: int) -> list[Lift]:
    """Return the lift sessions saved last, the oldest first."""
    with open_log(server.log) as log:
        numbers = store.sessions(log).session_id.nlargest(count)[::-1]
        found = [store.session(log, int(number)) for number in numbers]
    return [one for one in found if isinstance(one, Lift)]


def is_as_wide_as_the_screen(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@WIDTHS
def test_a_lift_is_typed_as_lines(
    new_page: Callable[..., Page], server: Server, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 1400})
    visit(page, server, "/lift")
    fill_in(page, "Sets as lines", LINES)
    press(page, "Put into the grid")
    expect(page.get_by_label("Sets as lines")).to_have_value("")
    expect(page.get_by_test_id("glide-cell-1-11")).to_have_text("Step-up")
    is_as_wide_as_the_screen(page)
    press(page, "Save lift session")
    expect(saying(page, "Saved: 12 sets.")).to_be_visible()
    (saved,) = latest_lifts(server, 1)
    squat = LiftSet(exercise="Back squat", reps=5, load_kg=100.0, rir=2.0)
    sides = [
        LiftSet(exercise="Step-up", reps=10, load_kg=20.0, side=side) for side in ("left", "right")
    ]
    assert saved.sets == (*[squat] * 3, *[LiftSet(exercise="Plank", hold_s=45.0)] * 3, *sides * 3)


@WIDTHS
def test_a_lift_is_typed_into_the_grid_and_repeated(
    new_page: Callable[..., Page], server: Server, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 1400})
    visit(page, server, "/lift")
    write_set(page, "Back squat", "5", "100")
    expect(page.get_by_text("Back squat: e1RM")).to_be_visible()
    fill_in(page, "Time", "40")
    press(page, "Save lift session")
    expect(saying(page, "Saved: 1 set · 40 min.")).to_be_visible()
    press(page, "Repeat last session")
    press(page, "Save lift session")
    expect(saying(page, "Saved: 1 set.")).to_be_visible()
    typed, repeated = latest_lifts(server, 2)
    assert typed.sets == (LiftSet(exercise="Back squat", reps=5, load_kg=100.0),)
    assert typed.duration_s == 2400.0
    assert repeated.sets == typed.sets
    visit(page, server, "/history?history_kind=Lifts")
    expect(page.get_by_text("40:00 · 1 set · typed in").first).to_be_visible()


def test_a_tap_on_save_straight_out_of_the_lines_is_not_lost(server: Server, page: Page) -> None:
    visit(page, server, "/lift")
    page.get_by_label("Sets as lines", exact=True).fill("plank 45s")
    press(page, "Save lift session")
    expect(page.get_by_text("Not saved yet", exact=False)).to_be_visible()
    press(page, "Save lift session")
    expect(saying(page, "Saved: 1 set.")).to_be_visible()
    (saved,) = latest_lifts(server, 1)
    assert saved.sets == (LiftSet(exercise="Plank", hold_s=45.0),)


def test_typing_into_the_grid_draws_the_sets_alone_anew(server: Server, page: Page) -> None:
    visit(page, server, "/lift")
    seen = watched(page)
    whole = seen.asked - seen.parts
    write_set(page, "Back squat", "12", "102.5")
    wait_for(page, lambda: seen.parts > 0, "the grid asked for nothing")
    assert seen.asked - seen.parts == whole
    press(page, "Copy the last set")
    press(page, "Save lift session")
    (saved,) = latest_lifts(server, 1)
    assert saved.sets == (LiftSet(exercise="Back squat", reps=12, load_kg=102.5),) * 2
