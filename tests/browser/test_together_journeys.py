"""Through the page Together: blocks, a trial, a changed watch, exploration, what it may say."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from playwright.sync_api import Locator, Page, expect

from ironstride import clock, store
from ironstride.jobs.demo_log import write_demo_log
from ironstride.records import Lift, Run
from ironstride.settings import Settings
from ironstride.store import NewFile, NewSession, open_log
from ironstride.weeks import WEEK, week_of
from tests.browser.serving import Server
from tests.browser.steps import choose, follow, press, saying, settled, tick, type_date, visit
from tests.browser.watching import watched
from tests.build import lift, run, squat

TODAY = clock.today("Europe/Berlin")
WEEKS = 84
FIRST = week_of(TODAY) - WEEKS * WEEK
CHANGED = FIRST + 32 * WEEK
LATER_BPM = 10
TOUCH = {"has_touch": True}
PAGE = "/together?together_part="
PARTS = ("Answer", "Explore", "Days+after", "Blocks")


def squat_kg(week: int) -> float:
    """Return what is squatted: up for twelve weeks, down for twelve."""
    return 100.0 + min(week % 24, 24 - week % 24)


def training(*, watch: bool) -> Iterable[Lift | Run]:
    """Squat once and run three times a week; pace follows strength four weeks later.

    With a changed watch, heart rate reads higher from a week on in which strength rises.
    """
    rng = np.random.default_rng(1)
    for week in range(WEEKS):
        monday = FIRST + week * WEEK
        sets = (squat(load_kg=squat_kg(week), rir=1.0),) * 4
        yield lift(started_at=dt.datetime.combine(monday, dt.time(18)), sets=sets)
        fitter = 0.3 * np.log(squat_kg(max(week - 4, 0)) / 100)
        for later in (1, 3, 6):
            day = monday + dt.timedelta(days=later)
            beats = round(rng.normal(146, 7))
            mps = 2.9 * np.exp(fitter + 0.007 * (beats - 146) + 0.012 * rng.normal())
            read = beats + (LATER_BPM if watch and day >= CHANGED else 0)
            yield run(
                started_at=dt.datetime.combine(day, dt.time(7)),
                distance_m=float(mps * 2700),
                duration_s=2700.0,
                avg_hr_bpm=float(read),
            )


def fill(server: Server, *, watch: bool = False) -> Server:
    """Put a year and a half of training into the log, and nothing else."""
    made = tuple(
        NewSession(key=str(key), session=one) for key, one in enumerate(training(watch=watch))
    )
    file = NewFile(name="training", sha256="", source="typed", sessions=made)
    with open_log(server.log) as log:
        store.empty_log(log)
        store.add_batch(log, [file], dt.datetime.combine(TODAY, dt.time()), lambda *_: None)
        store.save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=52))
    return server


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name, exact=True)


def opened(page: Page, label: str) -> Locator:
    """Open an expander and return it."""
    expander = page.get_by_test_id("stExpander").filter(has_text=label)
    expander.locator("summary").click()
    return expander


def block_titles(server: Server) -> list[str]:
    with open_log(server.log) as log:
        return list(store.training_blocks(log).title)


def test_a_block_is_marked_shaded_compared_corrected_deleted_and_undone(
    new_page: Callable[..., Page], server: Server
) -> None:
    fill(server)
    page = new_page(**TOUCH)
    visit(page, server, f"{PAGE}Blocks")
    expect(page.get_by_text("No block is marked yet")).to_be_visible()
    mark = opened(page, "Mark a block")
    type_date(page, "First day", week_of(TODAY) - 12 * WEEK)
    mark.get_by_label("Title").fill("Winter squats")
    mark.get_by_label("Title").press("Tab")
    settled(page)
    press(page, "Mark this block")
    expect(saying(page, "Marked: heavy lifting since")).to_be_visible()
    assert block_titles(server) == ["Winter squats"]
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("Heavy lifting: Winter squats").first).to_be_visible()
    expect(main.get_by_text("12 weeks so far").first).to_be_visible()
    expect(main.get_by_text("before (12 weeks against 12)").first).to_be_visible()
    _is_shaded(page, 1)

    tick(page, "Blocks")
    correct = opened(page, "Correct or delete a block")
    correct.get_by_label("Title").fill("Spring squats")
    correct.get_by_label("Title").press("Tab")
    settled(page)
    press(page, "Save correction")
    expect(saying(page, "Corrected: heavy lifting since")).to_be_visible()
    assert block_titles(server) == ["Spring squats"]
    press(page, "Undo")
    assert block_titles(server) == ["Winter squats"]
    press(page, "Delete")
    expect(page.get_by_text("No block is marked yet")).to_be_visible()
    assert block_titles(server) == []
    press(page, "Undo")
    assert block_titles(server) == ["Winter squats"]
    expect(main.get_by_text("Heavy lifting: Winter squats").first).to_be_visible()


def _is_shaded(page: Page, blocks: int) -> None:
    """Expect so many bands behind the lines of the answer."""
    tick(page, "Answer")
    settled(page, charts=2)
    said = page.locator(f'[aria-label*="Shaded: {blocks} marked block"]')
    chart = page.get_by_role("figure").and_(said)
    expect(chart.locator(".shapelayer path")).to_have_count(blocks)


def test_a_trial_is_drawn_once_and_its_calendar_is_there_after_a_reload(
    page: Page, server: Server
) -> None:
    fill(server)
    visit(page, server, f"{PAGE}Blocks")
    choose(page, "What is measured, and nothing else", "Run at one heart rate")
    tick(page, "3")
    assert watched(page).parts == 2  # the plan alone
    expect(page.get_by_text("60 weeks", exact=True)).to_be_visible()
    press(page, "Draw the calendar")
    with open_log(server.log) as log:
        (trial,) = store.trials(log).values()
    assert (trial.begins_on, trial.cycles) == (week_of(TODAY) + WEEK, 3)
    page.reload()
    settled(page)
    expect(page.get_by_text("Not begun yet")).to_be_visible()
    expect(page.get_by_role("button", name="Draw the calendar")).to_have_count(0)
    for block, weeks in enumerate(trial.block_weeks):
        expect(page.get_by_test_id(f"glide-cell-3-{block}")).to_have_text(str(weeks))
    first = page.get_by_test_id("glide-cell-0-0")
    expect(first).to_have_text(f"{trial.begins_on:%-d %b %Y}")
    press(page, "Mark its blocks")
    expect(saying(page, "Marked: the 6 blocks of the trial.")).to_be_visible()
    assert block_titles(server) == ["Trial"] * 6


def test_an_answer_about_the_watch_moves_the_verdict_and_can_be_taken_back(
    page: Page, server: Server
) -> None:
    fill(server, watch=True)
    visit(page, server, "/together", charts=2)
    question = page.get_by_text("Did a new watch or strap come then?")
    expect(question).to_be_visible()
    expect(heading(page, "No clear link")).to_be_visible()
    press(page, "New watch or strap")
    expect(question).to_have_count(0)
    expect(heading(page, "Faster after stronger months")).to_be_visible()
    day = f"{CHANGED.day} {CHANGED:%B %Y}"
    expect(page.get_by_text(f"New watch or strap on {day}, as you said")).to_be_visible()
    page.get_by_role("button", name="New watch or strap?").click()
    press(page, f"Take back {day}")
    expect(question).to_be_visible()
    expect(heading(page, "No clear link")).to_be_visible()
    press(page, "Same as before")
    expect(question).to_have_count(0)
    expect(heading(page, "No clear link")).to_be_visible()


def test_what_is_folded_away_is_drawn_alone_when_it_is_opened(page: Page, server: Server) -> None:
    fill(server)
    visit(page, server, "/together", charts=2)
    opened(page, "Advanced: your log weighed with the trials")
    settled(page, charts=3)
    needed = opened(page, "What would it take to see an effect?")
    expect(needed.get_by_role("table")).to_be_visible()
    assert (watched(page).asked, watched(page).parts) == (3, 2)


def test_what_is_explored_stays_in_the_address(
    new_page: Callable[..., Page], server: Server
) -> None:
    fill(server)
    page, other = new_page(), new_page()
    visit(page, server, f"{PAGE}Explore", charts=1)
    tick(page, "Hard leg sets")
    tick(page, "Tempo pace")
    chosen = heading(page, "Hard leg sets and tempo pace, a block later")
    expect(chosen).to_be_visible()
    expect(page.get_by_text("This is exploration, not the answer")).to_be_visible()
    page.reload()
    settled(page)
    expect(chosen).to_be_visible()
    visit(other, server, page.url.removeprefix(server.url))
    expect(heading(other, "Hard leg sets and tempo pace, a block later")).to_be_visible()


def test_without_an_effect_the_answer_claims_none_and_leads_to_a_trial(
    fresh_server: Callable[[], Server], page: Page, tmp_path: Path
) -> None:
    write_demo_log(tmp_path / "training.db", today=TODAY, effect=0.0)
    server = fresh_server()
    visit(page, server, "/together", charts=2)
    verdict = page.get_by_role("heading", level=3).first
    expect(verdict).to_have_text(re.compile("^(No clear link|Cannot tell)"))
    expect(page.get_by_text("That does not mean lifting doesn't help")).to_be_visible()
    follow(page, "Plan a trial of your own")
    expect(heading(page, "A trial of your own")).to_be_visible()
    expect(page.get_by_role("button", name="Draw the calendar")).to_be_visible()


def test_every_part_is_as_wide_as_a_phone(new_page: Callable[..., Page], server: Server) -> None:
    fill(server, watch=True)
    page = new_page(viewport={"width": 390, "height": 900})
    for part in PARTS:
        visit(page, server, f"{PAGE}{part}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), part
