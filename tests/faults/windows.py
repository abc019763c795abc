"""Two browser windows that save for a minute at the same time: nothing is lost."""

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from ironstride import store
from ironstride.store import open_log
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.serving import serving
from tests.browser.steps import at_once, saying, visit
from tests.browser.test_two_tabs import save_run
from tests.browser.watching import watch
from tests.faults.looking import content

_MOST = 90


@dataclass(frozen=True)
class Together:
    """How often both windows saved, how many presses went unanswered, what the log holds.

    A press that is not answered leaves the form as it was typed, and is made again.
    """

    times: int
    again: int
    held: int
    wrong: list[str]


def write_together(folder: Path, seconds: float) -> Together:
    """Let two windows save runs at the same time, each other's distance told apart."""
    with serving(folder / "training.db") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        pages = [browser.new_context().new_page() for _ in range(2)]
        for page in pages:
            watch(page)
            visit(page, server, "/run")
        until, saved, again = time.monotonic() + seconds, set[str](), 0
        for number in range(_MOST):
            if time.monotonic() > until:
                break
            told = {
                page: f"{tens}.{10 + number}" for page, tens in zip(pages, (10, 20), strict=True)
            }
            at_once(pages, partial(save_run, told))
            for page in pages:
                again += not _is_told(page, told[page])
                saved.add(told[page])
        browser.close()
        wrong = ["a traceback in the server"] if "Traceback" in server.said.read_text() else []
    content(server.log)
    with open_log(server.log) as log:
        held = [f"{metres / 1000:.2f}" for metres in store.runs(log).distance_m]
    wrong += [] if sorted(held) == sorted(saved) else [f"saved {saved}, the log holds {held}"]
    return Together(len(saved) // 2, again, len(held), wrong)


def _is_told(page: Page, distance: str) -> bool:
    """Tell whether the first press was answered; make it again where it was not."""
    told = saying(page, f"Saved: {distance} km")
    try:
        expect(told).to_be_visible(timeout=10_000)
    except AssertionError:
        save_run({page: distance}, page)
        expect(told).to_be_visible(timeout=30_000)
        return False
    return True
